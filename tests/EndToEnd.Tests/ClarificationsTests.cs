using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A question on its way from a pupil over a juror to everybody.</summary>
public sealed class ClarificationsTests(Site site)
{
    [Fact]
    public async Task A_pupil_asks_a_juror_answers_to_all_and_another_pupil_hears_of_it_without_a_reload()
    {
        var contest = site.Contests.Practice.Contest;
        var home = $"/thi/{contest.Code}";
        var (asking, _) = await site.OpenForNextPupilAsync();
        var (working, _) = await site.OpenForNextPupilAsync();
        await using var askers = asking;
        await using var others = working;
        await using var jury = await site.OpenAsync(Who.Juror);
        var (asker, other, juror) = (asking.Pages[0], working.Pages[0], await jury.NewPageAsync());
        var errors = new[] { asker, other, juror }.Select(tab => new BrowserErrors(tab, site.Address)).ToList();
        await juror.GotoAsync(FormattableString.Invariant($"/btc/cuoc-thi/{contest.Id.Value}/hoi-dap"));
        await other.GotoAsync($"{home}/bai/BAI1");
        var pupil = new PupilTab(other, contest.Code);
        await pupil.TypeAsync("pascal", "begin { dang viet } end.");
        var stay = await Stay.BeginAsync(other);

        await asker.GotoAsync($"{home}/bai/BAI1");
        await asker.GetByRole(AriaRole.Link, new() { Name = "Hỏi về bài này" }).ClickAsync();
        await Expect(asker.GetByLabel("Về", new() { Exact = true })).ToHaveValueAsync("BAI1");
        await asker.GetByLabel("Câu hỏi của em").FillAsync("Em tên Bí Mật. n lớn tới đâu ạ?");
        await asker.GetByRole(AriaRole.Button, new() { Name = "Gửi câu hỏi" }).ClickAsync();
        await Expect(asker.GetByText("Đã gửi câu hỏi")).ToBeVisibleAsync();
        await Expect(asker.GetByText("Chờ trả lời")).ToBeVisibleAsync();
        await Expect(asker.GetByLabel("Câu hỏi của em")).ToHaveValueAsync("");

        var line = juror.Locator(".thread").Filter(new() { HasText = "n lớn tới đâu ạ?" });
        await line.GetByRole(AriaRole.Button, new() { Name = "Nhận trả lời" }).ClickAsync();
        await Expect(juror.GetByText("Đang trả lời: Thầy Toàn")).ToBeVisibleAsync();
        await juror.GetByLabel("Nội dung").FillAsync("n tối đa 1000.");
        await juror.GetByRole(AriaRole.Radio, new() { Name = "Mọi thí sinh" }).CheckAsync();
        await juror.GetByLabel("Câu hỏi hiện cho mọi người").FillAsync("Giới hạn của n?");
        await juror.GetByRole(AriaRole.Button, new() { Name = "Gửi câu trả lời" }).ClickAsync();

        var banner = other.Locator(".notice-news");
        await Expect(banner).ToContainTextAsync("n tối đa 1000.");
        await Expect(other.Locator(".contest-news .count")).ToContainTextAsync("1");
        await Expect(other.Locator("[data-news-count=BAI1]")).ToBeVisibleAsync();
        Assert.DoesNotContain("Bí Mật", await other.ContentAsync());
        await banner.GetByRole(AriaRole.Button, new() { Name = "Em đã đọc" }).ClickAsync();
        await Expect(banner).ToHaveCountAsync(0);
        await Expect(other.Locator(".contest-news .count")).ToBeHiddenAsync();
        await Expect(pupil.Editor).ToContainTextAsync("dang viet");
        await stay.ExpectAsync();
        await Expect(asker.Locator("main")).ToContainTextAsync("n tối đa 1000.");
        Assert.Empty(errors.SelectMany(found => found.Found()));
    }
}
