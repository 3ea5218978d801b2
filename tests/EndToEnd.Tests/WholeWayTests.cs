using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Seed;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The whole way on the real stack: browser, arena, SQLite, embedded judge, Docker box, and back to the screen.</summary>
public sealed class WholeWayTests(Site site)
{
    private const string Wrong = "kehoachnho/submissions/wrong_answer/";
    private const string Right = "kehoachnho/submissions/accepted/direct";
    private const string Broken = "kehoachnho/submissions/compile_error/";

    [Theory]
    [InlineData("pascal", Wrong + "longint_overflow.pas", Right + ".pas", Broken + "missing_semicolon.pas", "\";\" expected")]
    [InlineData("python", Wrong + "no_parentheses.py", Right + ".py", Broken + "bad_indent.py", "IndentationError")]
    public async Task A_solution_goes_from_the_browser_through_a_box_to_the_live_board(
        string language,
        string wrong,
        string right,
        string broken,
        string complaint
    )
    {
        await using var stand = await site.OpenAsync(Who.Public);
        var (window, card) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var errors = new BrowserErrors(seat.Pages[0], site.Address);
        var pupil = new PupilTab(seat.Pages[0], site.Contests.Practice.Contest.Code);
        await pupil.OpenContestAsync();
        await pupil.FollowAsync("Kế hoạch nhỏ");
        await Expect(pupil.Tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Kế hoạch nhỏ");
        await Expect(pupil.Tab.GetByRole(AriaRole.Heading, new() { Name = "Ví dụ" }).First).ToBeVisibleAsync();

        await pupil.SubmitAsync(language, SampleSolution.Named(broken).Text);
        await pupil.ExpectVerdictAsync("Lỗi biên dịch");
        await Expect(pupil.Tab.GetByText(complaint)).ToBeVisibleAsync();

        await pupil.GoAgainAsync();
        await pupil.SubmitAsync(language, SampleSolution.Named(wrong).Text);
        await pupil.ExpectVerdictAsync("Đúng một phần");

        var board = await Board.OpenAsync(stand, site.Contests.Practice.Contest.Code);
        await Expect(board.CellOf(card.Sbd)).Not.ToContainTextAsync("100");
        await pupil.GoAgainAsync();
        await pupil.SubmitAsync(language, SampleSolution.Named(right).Text);
        await pupil.ExpectVerdictAsync("Đúng");
        await Expect(board.CellOf(card.Sbd)).ToContainTextAsync("100");
        await board.ExpectNeverReloadedAsync();
        Assert.True(errors.Found().Count == 0, string.Join("\n", errors.Found()));
    }

    [Fact]
    public async Task A_verdict_arrives_by_itself_on_the_open_page()
    {
        var slow = SampleSolution.Named("kehoachnho/submissions/time_limit_exceeded/dong_by_dong.pas").Text;
        var (contest, (window, card)) = (site.Contests.Practice.Contest.Code, await site.OpenForNextPupilAsync());
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], contest);
        await pupil.OpenProblemAsync("BAI1");
        await pupil.TypeAsync("pascal", slow);
        // A slow work of the pupil's own is in line before it, so that its page is open long before its verdict is there.
        using var other = new FormClient(site.Address);
        await other.EnterAsync(contest, card);
        await other.SendAsync($"/thi/{contest}/bai/BAI1", new() { ["language"] = "pascal", ["source"] = slow });
        await pupil.HandInAsync();
        await pupil.ExpectNoVerdictYetAsync();
        var stay = await Stay.BeginAsync(pupil.Tab);
        await pupil.ExpectVerdictAsync("Đúng một phần");
        await stay.ExpectAsync();
        await Expect(pupil.Tab.GetByText("Chương trình chạy quá lâu ở test")).ToBeVisibleAsync();
    }
}
