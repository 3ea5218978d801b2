using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Tests.Judgements;
using Judge.Contests;
using Judge.Problems;
using Judge.Rejudge;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Tests.Submissions;

/// <summary>Judging again over HTTP: choose, watch, look at who changes, decide.</summary>
public sealed class RejudgingPagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_organisers_come_in_and_only_they_start_or_end_anything()
    {
        var (contest, _) = await JudgedAsync(SomeJudgements.Wrong);
        var staff = await arena.StaffAsync();
        var rejudging = await StartAsync(staff, contest);
        foreach (var page in new[] { PathOf(contest), $"/btc/cham-lai/{rejudging.Id.Value}" })
        {
            Assert.StartsWith("/dang-nhap/can-bo", (await arena.Browser().GetAsync(page)).Location?.Replace("http://localhost", ""));
            foreach (var refused in new[] { await arena.PupilAsync(contest, $"X{page.Length}"), await arena.StaffAsync(Roles.Juror) })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await refused.GetAsync(page)).Status);
                Assert.Equal(HttpStatusCode.Forbidden, (await refused.SendAsync($"{page}?handler=Discard", [], [])).Status);
                Assert.Equal(HttpStatusCode.Forbidden, (await refused.SendAsync(page, [], [])).Status);
            }
        }
        Assert.Equal(RejudgingState.Running, (await FindAsync(rejudging)).State);
    }

    [Fact]
    public async Task Problems_are_chosen_by_label_and_title()
    {
        var (contest, _) = await JudgedAsync(SomeJudgements.Wrong);
        var page = await (await arena.StaffAsync()).GetAsync(PathOf(contest));
        var option = page.Document.QuerySelector($"select[name=bai] option[value={contest.Problems[0].Label}]")!;
        Assert.Equal($"{contest.Problems[0].Label} · Tổng hai số", option.TextContent);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var (contest, _) = await JudgedAsync(SomeJudgements.Wrong);
        var staff = await arena.StaffAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.SendAsync(PathOf(contest), [], new() { ["bai"] = "A" })).Status);
        Assert.Empty(await arena.Get<IRejudgings>().ListAsync(contest.Id, Ct));
        var rejudging = await StartAsync(staff, contest);
        await arena.JudgeAllAsync(_ => SomeJudgements.Accepted);
        foreach (var handler in new[] { "Apply", "Discard" })
        {
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (await staff.SendAsync($"/btc/cham-lai/{rejudging.Id.Value}?handler={handler}", [], [])).Status
            );
        }
        Assert.Equal(RejudgingState.Ready, (await FindAsync(rejudging)).State);
    }

    [Fact]
    public async Task How_many_it_would_take_is_said_before_it_starts()
    {
        var (contest, _) = await JudgedAsync(SomeJudgements.Wrong, SomeJudgements.Accepted);
        var staff = await arena.StaffAsync();
        Assert.Contains("Chấm lại 2 bài nộp", (await staff.GetAsync(PathOf(contest))).Text);
        var part = await staff.GetAsync($"{PathOf(contest)}?phan=1&bai=A&kq=WA");
        Assert.Contains("Chấm lại 1 bài nộp", part.Html);
        Assert.DoesNotContain("<html", part.Html);
        var nothing = await staff.GetAsync($"{PathOf(contest)}?bai=B");
        Assert.Contains("Không có bài nộp nào để chấm lại", nothing.Text);
        Assert.Empty(nothing.Document.QuerySelectorAll("form#rejudge"));
    }

    [Theory]
    [InlineData("?kq=XX")]
    [InlineData("?bai=Z")]
    [InlineData("?nop=12x")]
    [InlineData("?bai=%00")]
    public async Task A_choice_that_is_not_understood_becomes_no_wider_one(string query)
    {
        var (contest, _) = await JudgedAsync(SomeJudgements.Wrong);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await arena.StaffAsync()).GetAsync(PathOf(contest) + query)).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var staff = await arena.StaffAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/btc/cuoc-thi/999999/cham-lai")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/btc/cham-lai/999999")).Status);
    }

    [Fact]
    public async Task From_the_start_by_the_preview_to_the_pupils_page()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var path = (
            await pupil.SubmitAsync($"/thi/{contest.Code}/bai/A", new() { ["language"] = "pascal", ["source"] = "begin end." })
        ).Location!;
        await arena.JudgeAllAsync(_ => SomeJudgements.HalfRight);
        var staff = await arena.StaffAsync();
        var rejudging = await StartAsync(staff, contest, "Đáp án <b>sai</b>");
        var page = $"/btc/cham-lai/{rejudging.Id.Value}";

        var running = await staff.GetAsync(page);
        Assert.Contains("0/1", running.Text);
        Assert.Contains("Đáp án <b>sai</b>", running.Text);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>", running.Html);
        Assert.False((await staff.GetAsync($"{page}?phan=1")).Headers.Contains("HX-Refresh"));
        await arena.JudgeAllAsync(_ => SomeJudgements.Accepted with { ProblemVersion = "0123456789abcdef" });
        Assert.True((await staff.GetAsync($"{page}?phan=1")).Headers.Contains("HX-Refresh"));

        var ready = await staff.GetAsync(page);
        Assert.Contains("1 trên 1 bài nộp đổi kết quả", ready.Text);
        Assert.Contains("50 → 100", Assert.Single(ready.Document.QuerySelectorAll(".changes tbody tr")).TextContent);
        Assert.Contains("Đúng một phần (50/100)", (await pupil.GetAsync(path)).Html);

        Assert.Equal(page, (await EndAsync(staff, rejudging, "Apply")).Location);
        Assert.Contains("Kết quả mới đã được tính", (await staff.GetAsync(page)).Html);
        Assert.Contains("100/100 điểm", (await pupil.GetAsync(path)).Html);
        var history = (await staff.GetAsync(path.Replace($"/thi/{contest.Code}", "/btc")))
            .Document.QuerySelectorAll("section:has(> h2) tbody tr")
            .Select(row => row.TextContent)
            .ToList();
        Assert.Contains(history, row => row.Contains("01234567") && row.Contains("Đang tính") && !row.Contains("0123456789"));
        Assert.Contains(history, row => row.Contains("Lần đầu"));
        var log = (await staff.GetAsync("/btc/nhat-ky")).Text;
        Assert.Contains($"#{rejudging.Id.Value}: * *, 1", log);
        Assert.Contains("Áp dụng kết quả chấm lại", log);
    }

    [Fact]
    public async Task Discarded_it_leaves_everything_as_it_was()
    {
        var (contest, submissions) = await JudgedAsync(SomeJudgements.Wrong);
        var staff = await arena.StaffAsync();
        var rejudging = await StartAsync(staff, contest);
        await EndAsync(staff, rejudging, "Discard");
        var judged = 0;
        await arena.JudgeAllAsync(_ =>
        {
            judged++;
            return SomeJudgements.Accepted;
        });
        Assert.Equal(0, judged);
        Assert.Equal(RejudgingState.Discarded, (await FindAsync(rejudging)).State);
        Assert.Equal(Verdict.WrongAnswer, (await arena.Get<IJudgements>().FindAsync(submissions[0], Ct))!.Verdict);
        var page = await staff.GetAsync($"/btc/cham-lai/{rejudging.Id.Value}");
        Assert.Contains("Đã bỏ", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("main form[method=post]"));
        Assert.Contains("Đã bỏ", (await staff.GetAsync(PathOf(contest))).Text);
    }

    [Fact]
    public async Task The_home_page_tells_of_one_that_waits_for_a_decision_and_of_no_other()
    {
        var (contest, _) = await JudgedAsync(SomeJudgements.Wrong);
        var staff = await arena.StaffAsync();
        var rejudging = await StartAsync(staff, contest);
        var link = $"main .notice a[href='/btc/cham-lai/{rejudging.Id.Value}']";
        Assert.Null((await staff.GetAsync("/btc")).Document.QuerySelector(link));
        await arena.JudgeAllAsync(_ => SomeJudgements.Accepted);
        Assert.NotNull((await staff.GetAsync("/btc")).Document.QuerySelector(link));
        await EndAsync(staff, rejudging, "Apply");
        Assert.Null((await staff.GetAsync("/btc")).Document.QuerySelector(link));
    }

    [Fact]
    public async Task Two_who_decide_at_once_are_told_that_one_was_first()
    {
        var (contest, _) = await JudgedAsync(SomeJudgements.Wrong);
        var staff = await arena.StaffAsync();
        var rejudging = await StartAsync(staff, contest);
        var open = Browser.HiddenFields(await staff.GetAsync($"/btc/cham-lai/{rejudging.Id.Value}"));
        await staff.SendAsync($"/btc/cham-lai/{rejudging.Id.Value}?handler=Apply", open, []);
        Assert.Contains("vẫn còn bài đang chấm", (await staff.GetAsync("/btc")).Html);
        await staff.SendAsync($"/btc/cham-lai/{rejudging.Id.Value}?handler=Discard", open, []);
        await staff.SendAsync($"/btc/cham-lai/{rejudging.Id.Value}?handler=Apply", open, []);
        Assert.Contains("đã được quyết định rồi", (await staff.GetAsync("/btc")).Html);
        Assert.Equal(RejudgingState.Discarded, (await FindAsync(rejudging)).State);
    }

    [Fact]
    public async Task Where_nothing_changes_the_preview_says_so()
    {
        var (contest, _) = await JudgedAsync(SomeJudgements.Wrong);
        var staff = await arena.StaffAsync();
        var rejudging = await StartAsync(staff, contest);
        await arena.JudgeAllAsync(_ => SomeJudgements.Wrong);
        var page = await staff.GetAsync($"/btc/cham-lai/{rejudging.Id.Value}");
        Assert.Contains("Không có gì thay đổi", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll(".changes"));
    }

    [Fact]
    public async Task One_submission_is_judged_again_from_its_own_page_even_one_that_the_judges_failed_at()
    {
        var (contest, submissions) = await JudgedAsync(SomeJudgements.Failed, SomeJudgements.Wrong);
        var staff = await arena.StaffAsync();
        var link = (await staff.GetAsync($"/btc/bai-nop/{submissions[0].Value}"))
            .Document.QuerySelector("main a[href*='nop=']")!
            .GetAttribute("href")!;
        var form = await staff.GetAsync(link);
        Assert.Contains("Chấm lại 1 bài nộp", form.Text);
        await staff.SendAsync(PathOf(contest), Browser.HiddenFields(form), []);
        var rejudging = Assert.Single(await arena.Get<IRejudgings>().ListAsync(contest.Id, Ct));
        Assert.Equal((submissions[0], 1), (rejudging.Scope.Submission, rejudging.Total));
        await arena.JudgeAllAsync(_ => SomeJudgements.Failed);
        Assert.Contains("1 bài nộp không chấm lại được", (await staff.GetAsync($"/btc/cham-lai/{rejudging.Id.Value}")).Text);
    }

    private static string PathOf(Contest contest) => $"/btc/cuoc-thi/{contest.Id.Value}/cham-lai";

    private async Task<Rejudging> StartAsync(Browser staff, Contest contest, string reason = "")
    {
        var answer = await staff.SubmitAsync(PathOf(contest), new() { ["reason"] = reason });
        Assert.StartsWith("/btc/cham-lai/", answer.Location);
        return (await arena.Get<IRejudgings>().ListAsync(contest.Id, Ct))[0];
    }

    private static async Task<Answer> EndAsync(Browser staff, Rejudging rejudging, string handler)
    {
        var page = $"/btc/cham-lai/{rejudging.Id.Value}";
        return await staff.SendAsync($"{page}?handler={handler}", Browser.HiddenFields(await staff.GetAsync(page)), []);
    }

    private async Task<Rejudging> FindAsync(Rejudging rejudging) => (await arena.Get<IRejudgings>().FindAsync(rejudging.Id, Ct))!;

    /// <summary>A contest with a pupil and a submission for each judgement.</summary>
    private async Task<(Contest Contest, IReadOnlyList<SubmissionId> Submissions)> JudgedAsync(params Judgement[] judgements)
    {
        var contest = await arena.AddContestAsync();
        var all = new Dictionary<SubmissionId, Judgement>();
        foreach (var (at, judgement) in judgements.Index())
        {
            all[await arena.HandInAsync(contest, $"HS{at}")] = judgement;
        }
        // What another test left in line is taken, too.
        await arena.JudgeAllAsync(submission => all.GetValueOrDefault(submission.Id, SomeJudgements.Wrong));
        return (contest, [.. all.Keys]);
    }
}
