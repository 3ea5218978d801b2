using System.Net;
using ArenaWeb.Tests.Judgements;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;

namespace ArenaWeb.Tests.Arena;

public sealed class SubmissionPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task Nobody_sees_the_submission_of_another()
    {
        var contest = await arena.AddContestAsync();
        var (owner, other) = (await arena.PupilAsync(contest, "HS1"), await arena.PupilAsync(contest, "HS2"));
        var path = await SubmitAsync(owner, contest);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{path}?phan=1")).Status);
        Assert.DoesNotContain("writeln", (await other.GetAsync($"/thi/{contest.Code}/bai-nop")).Html);
    }

    [Fact]
    public async Task While_it_waits_empty_squares_stand_there_and_a_browser_without_scripts_comes_again()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var page = await pupil.GetAsync(await SubmitAsync(pupil, contest));
        Assert.Equal(3, page.Document.QuerySelectorAll(".squares .v-waiting").Length);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>", page.Html);
    }

    [Fact]
    public async Task The_verdict_comes_with_points_tests_and_a_hint()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var path = await SubmitAsync(pupil, contest);
        await arena.JudgeAllAsync(_ => SomeJudgements.HalfRight);
        var part = await pupil.GetAsync($"{path}?phan=1");
        Assert.Contains("Đúng một phần (50/100)", part.Html);
        Assert.Contains("Chưa đúng ở test 3", part.Html);
        Assert.Equal(3, part.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("123 ms", part.Html);
        Assert.DoesNotContain("refresh", (await pupil.GetAsync(path)).Html);
    }

    [Fact]
    public async Task Verdict_only_shows_no_tests()
    {
        var contest = await arena.AddContestAsync(contest => contest with { Feedback = Feedback.Verdict });
        var pupil = await arena.PupilAsync(contest);
        var path = await SubmitAsync(pupil, contest);
        await arena.JudgeAllAsync(_ => SomeJudgements.Wrong);
        var page = await pupil.GetAsync(path);
        Assert.Contains("Sai kết quả", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll(".squares, tbody"));
    }

    [Fact]
    public async Task The_compilers_own_words_are_text()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var path = await SubmitAsync(pupil, contest);
        await arena.JudgeAllAsync(_ => SomeJudgements.NotCompiled);
        var page = await pupil.GetAsync(path);
        Assert.Equal(SomeJudgements.NotCompiled.Program!.CompilerMessage, page.Document.QuerySelector("pre.compiler")!.TextContent);
        Assert.Contains("Lỗi biên dịch", page.Text);
    }

    [Fact]
    public async Task A_failure_of_ours_is_not_the_pupils()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var path = await SubmitAsync(pupil, contest);
        await arena.JudgeAllAsync(_ => SomeJudgements.Failed);
        Assert.Contains("không phải của em", (await pupil.GetAsync(path)).Text);
    }

    [Theory]
    [InlineData(TestMessage.NoOutputFile, 0, "Không thấy tệp BAI1.OUT")]
    [InlineData(TestMessage.ExitCode, 201, "chỉ số vượt phạm vi mảng")]
    [InlineData(TestMessage.ExitCode, 7, "kết thúc với mã 7")]
    [InlineData(TestMessage.Signal, 11, "Truy cập vùng nhớ sai")]
    [InlineData(TestMessage.Signal, 31, "tín hiệu 31")]
    [InlineData(TestMessage.WallTime, 0, "chờ quá lâu")]
    [InlineData(TestMessage.EmptyOutput, 0, "không in ra gì")]
    public async Task What_happened_in_a_test_is_said_in_words(TestMessage message, int code, string words)
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var path = await SubmitAsync(pupil, contest, "B");
        var test = new TestOutcome("1", false, Verdict.RuntimeError, 0, TimeSpan.Zero, 0, message, code);
        await arena.JudgeAllAsync(_ => new Judgement
        {
            Verdict = Verdict.RuntimeError,
            Share = 0,
            Tests = [test],
        });
        Assert.Contains(words, (await pupil.GetAsync(path)).Text);
    }

    [Fact]
    public async Task The_checkers_words_for_entrants_are_shown_and_those_for_staff_are_not()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var path = await SubmitAsync(pupil, contest);
        var test = new TestOutcome("1", false, Verdict.WrongAnswer, 0, TimeSpan.Zero, 0)
        {
            Remark = "Cần đúng ba số.",
            StaffRemark = "answer 1 2 3",
        };
        await arena.JudgeAllAsync(_ => new Judgement
        {
            Verdict = Verdict.WrongAnswer,
            Share = 0,
            Tests = [test],
            StaffMessage = "check.csx(3): x",
        });
        var text = (await pupil.GetAsync(path)).Text;
        Assert.Contains("Cần đúng ba số.", text);
        Assert.DoesNotContain("answer 1 2 3", text);
        Assert.DoesNotContain("check.csx", text);
    }

    [Fact]
    public async Task Groups_of_tests_are_told_with_their_points_and_the_samples_first()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var path = await SubmitAsync(pupil, contest);
        await arena.JudgeAllAsync(_ => SomeJudgements.Grouped(1, 0.5m));
        var rows = (await pupil.GetAsync($"{path}?phan=1")).Document.QuerySelectorAll(".groups tbody tr");
        Assert.Equal(
            ["Ví dụ Đúng không tính điểm", "Nhóm 1 Đúng 30/30", "Nhóm 2 Đúng một phần 35/70"],
            rows.Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        );
    }

    [Theory]
    [InlineData(ScoringStyle.Icpc, Feedback.Tests)]
    [InlineData(ScoringStyle.Points, Feedback.Verdict)]
    public async Task Groups_are_not_told_without_points_or_tests(ScoringStyle scoring, Feedback feedback)
    {
        var contest = await arena.AddContestAsync(contest => contest with { Scoring = scoring, Feedback = feedback });
        var pupil = await arena.PupilAsync(contest);
        var path = await SubmitAsync(pupil, contest);
        await arena.JudgeAllAsync(_ => SomeJudgements.Grouped(1, 0.5m));
        Assert.Empty((await pupil.GetAsync(path)).Document.QuerySelectorAll(".groups"));
    }

    [Fact]
    public async Task The_source_is_shown_as_it_came_and_as_text()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        const string Source = "begin writeln('</pre><script>alert(1)</script>'); end.";
        var page = await pupil.GetAsync(await SubmitAsync(pupil, contest, "A", Source));
        Assert.Equal(Source, page.Document.QuerySelector("pre.source")!.TextContent);
        Assert.Equal("begin", page.Document.QuerySelector("pre.source .tok-keyword")!.TextContent);
    }

    [Fact]
    public async Task The_list_has_the_newest_first_and_pages()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        Assert.Contains("Em chưa nộp bài nào", (await pupil.GetAsync($"/thi/{contest.Code}/bai-nop")).Text);
        var last = "";
        for (var i = 0; i < 55; i++)
        {
            last = await SubmitAsync(pupil, contest, "A", $"{{{i}}} begin end.");
            await arena.JudgeAllAsync(_ => SomeJudgements.Accepted);
        }
        var page = await pupil.GetAsync($"/thi/{contest.Code}/bai-nop");
        Assert.Equal(50, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(last, page.Document.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Equal(5, (await pupil.GetAsync($"/thi/{contest.Code}/bai-nop?trang=2")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(5, (await pupil.GetAsync($"/thi/{contest.Code}/bai-nop?trang=99")).Document.QuerySelectorAll("tbody tr").Length);
    }

    private static async Task<string> SubmitAsync(
        Browser pupil,
        Contest contest,
        string label = "A",
        string source = "begin writeln(7); end."
    ) => (await pupil.SubmitAsync($"/thi/{contest.Code}/bai/{label}", new() { ["language"] = "pascal", ["source"] = source })).Location!;
}
