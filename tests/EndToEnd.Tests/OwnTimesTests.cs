using System.Globalization;
using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Pupils with a clock of their own, and a teacher who changes it while they work.</summary>
public sealed class OwnTimesTests(Site site)
{
    /// <summary>What stands in the form of the page, in milliseconds.</summary>
    private const long Extension = 15 * 60_000;

    [Fact]
    public async Task Each_pupil_has_an_own_end_and_more_time_and_a_pause_are_seen_on_the_running_clock_without_a_reload()
    {
        var contest = site.Contests.Own.Contest;
        await using var early = await site.NewWindowAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await using var late = await site.NewWindowAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await using var office = await site.OpenAsync(Who.Organiser, new() { ReducedMotion = ReducedMotion.Reduce });
        var (first, second, staff) = (await early.NewPageAsync(), await late.NewPageAsync(), await office.NewPageAsync());
        var errors = new[] { first, second, staff }.Select(tab => new BrowserErrors(tab, site.Address)).ToList();
        var cards = site.Contests.Own.Cards;
        await SigningIn.EnterAsync(first, contest.Code, cards[1]);
        await SigningIn.EnterAsync(second, contest.Code, cards[2]);
        await BeginAsync(first);
        await BeginAsync(second);
        var (firstEnd, secondEnd) = (await EndAsync(first), await EndAsync(second));
        Assert.True(firstEnd < secondEnd, "Who starts later ends later.");
        Assert.True(secondEnd < contest.End.ToUnixTimeMilliseconds(), "An own time ends before the window.");

        await first.GotoAsync($"/thi/{contest.Code}/bai/BAI1");
        var pupil = new PupilTab(first, contest.Code);
        await pupil.TypeAsync("pascal", "begin { dang viet } end.");
        var stays = await Task.WhenAll(new[] { first, second }.Select(Stay.BeginAsync));

        await DecideAsync(staff, contest.Id.Value, "#them-gio", $"{cards[1].Sbd}-{cards[2].Sbd}", "Gia hạn");
        await Expect(staff.GetByText($"{cards[1].Sbd}, {cards[2].Sbd}")).ToBeVisibleAsync();
        await ExpectEndAsync(first, firstEnd + Extension);
        await ExpectEndAsync(second, secondEnd + Extension);

        await DecideAsync(staff, contest.Id.Value, "#them-gio", cards[2].Sbd, "Gia hạn");
        await ExpectEndAsync(second, secondEnd + (2 * Extension));
        await ExpectEndAsync(first, firstEnd + Extension);

        await DecideAsync(staff, contest.Id.Value, "#tam-dung", cards[1].Sbd, "Tạm dừng");
        await Expect(first.GetByText("Tạm dừng. Em không mất phút nào")).ToBeVisibleAsync();
        await Expect(second.Locator(".contest-bar .clock[data-still]")).ToHaveCountAsync(0);
        await staff.GetByRole(AriaRole.Button, new() { Name = "Chạy tiếp" }).PressAsync("Enter");
        await Expect(first.GetByText("Tạm dừng. Em không mất phút nào")).ToHaveCountAsync(0);
        Assert.True(await EndAsync(first) > firstEnd + Extension, "What a pause took is given back.");

        await Expect(pupil.Editor).ToContainTextAsync("dang viet");
        foreach (var stay in stays)
        {
            await stay.ExpectAsync();
        }
        Assert.Empty(errors.SelectMany(found => found.Found()));
    }

    /// <summary>Presses start by the keyboard, and once more for certain.</summary>
    private static async Task BeginAsync(IPage tab)
    {
        await tab.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu" }).PressAsync("Enter");
        await tab.Locator("#confirm-yes").PressAsync("Enter");
        await Expect(tab.GetByText("Em đã sẵn sàng chưa?")).ToHaveCountAsync(0);
    }

    /// <summary>Fills in a form of the page of times, by the keyboard.</summary>
    private static async Task DecideAsync(IPage staff, long contest, string form, string who, string button)
    {
        await staff.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/btc/cuoc-thi/{contest}/thoi-gian"));
        var card = staff.Locator(form);
        await card.GetByLabel("Cho những ai").FillAsync(who);
        await card.GetByLabel("Lý do").FillAsync("Máy phòng 2 hỏng");
        await card.GetByRole(AriaRole.Button, new() { Name = button }).PressAsync("Enter");
        await Expect(staff.GetByRole(AriaRole.Cell, new() { Name = "Máy phòng 2 hỏng" }).First).ToBeVisibleAsync();
    }

    /// <summary>When the clock of the bar says that it is over, in unix milliseconds.</summary>
    private static async Task<long> EndAsync(IPage tab) =>
        long.Parse((await tab.Locator(".contest-bar .clock").GetAttributeAsync("data-ends"))!, CultureInfo.InvariantCulture);

    private static Task ExpectEndAsync(IPage tab, long end) =>
        Expect(tab.Locator(".contest-bar .clock")).ToHaveAttributeAsync("data-ends", end.ToString(CultureInfo.InvariantCulture));
}
