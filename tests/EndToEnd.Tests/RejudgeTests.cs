using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Seed;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Judging again as an organiser does it, on the real stack.</summary>
public sealed class RejudgeTests(Site site)
{
    private const string Wrong = "kehoachnho/submissions/wrong_answer/longint_overflow.pas";

    [Fact]
    public async Task A_submission_is_judged_again_beside_what_counts_and_the_same_package_changes_nothing()
    {
        var (seat, _) = await site.OpenForNextPupilAsync();
        await using var window = seat;
        var pupil = new PupilTab(seat.Pages[0], site.Contests.Practice.Contest.Code);
        await pupil.OpenProblemAsync("BAI1");
        await pupil.SubmitAsync("pascal", SampleSolution.Named(Wrong).Text);
        await pupil.ExpectVerdictAsync("Đúng một phần");

        await using var office = await site.OpenAsync(Who.Organiser);
        var tab = await office.NewPageAsync();
        var errors = new BrowserErrors(tab, site.Address);
        await tab.GotoAsync($"/btc/bai-nop/{pupil.Tab.Url.Split('/')[^1]}");
        await tab.GetByRole(AriaRole.Link, new() { Name = "Chấm lại bài này" }).ClickAsync();
        await tab.GetByLabel("Lý do").FillAsync("Phúc khảo");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Chấm lại 1 bài nộp" }).ClickAsync();
        await tab.WaitForURLAsync("**/btc/cham-lai/*");
        await Expect(tab.GetByText("Không có gì thay đổi")).ToBeVisibleAsync(); // the page came there by itself

        await tab.GetByRole(AriaRole.Button, new() { Name = "Áp dụng kết quả mới" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Kết quả cũ vẫn còn");
        await tab.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Áp dụng kết quả mới" }).ClickAsync();
        await Expect(tab.GetByText("Đã áp dụng")).ToBeVisibleAsync();
        await tab.GotoAsync($"/btc/bai-nop/{pupil.Tab.Url.Split('/')[^1]}");
        var history = tab.Locator("section")
            .Filter(new() { Has = tab.GetByRole(AriaRole.Heading, new() { Name = "Lịch sử chấm" }) })
            .Locator("tbody tr");
        await Expect(history).ToHaveCountAsync(2);
        await Expect(history.First).ToContainTextAsync("Đang tính");
        await pupil.ExpectVerdictAsync("Đúng một phần");
        Assert.True(errors.Found().Count == 0, string.Join("\n", errors.Found()));
    }

    [Fact]
    public async Task How_many_it_takes_is_counted_anew_with_every_choice_and_the_reason_stays()
    {
        await using var office = await site.OpenAsync(Who.Organiser);
        var tab = await office.NewPageAsync();
        await tab.GotoAsync($"/btc/cuoc-thi/{site.Contests.Past.Contest.Id.Value}/cham-lai");
        var stay = await Stay.BeginAsync(tab);
        await tab.GetByLabel("Lý do").FillAsync("Test sai");
        var start = tab.Locator("#rejudge");
        var all = await start.InnerTextAsync();
        await tab.Locator("select[name=bai]").SelectOptionAsync("BAI1");
        await Expect(start).ToContainTextAsync("Bài BAI1");
        Assert.NotEqual(all, await start.InnerTextAsync());
        await tab.Locator("select[name=kq]").SelectOptionAsync("JE");
        await Expect(tab.GetByText("Không có bài nộp nào để chấm lại")).ToBeVisibleAsync();
        await Expect(tab.GetByLabel("Lý do")).ToHaveValueAsync("Test sai");
        await stay.ExpectAsync();
    }
}
