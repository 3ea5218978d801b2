using ArenaWeb.Tests.Judgements;
using Judge.Problems;

namespace ArenaWeb.Tests.Submissions;

public sealed class SubmissionPagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task Submissions_are_found_by_problem_verdict_and_number()
    {
        var contest = await arena.AddContestAsync();
        await arena.HandInAsync(contest);
        await arena.JudgeAllAsync(_ => new() { Verdict = Verdict.WrongAnswer, Share = 0.5m });
        var waiting = await arena.HandInAsync(contest, "HS002", "<script>alert(1)</script>");
        var staff = await arena.StaffAsync();
        var path = $"/btc/cuoc-thi/{contest.Id.Value}/bai-nop";
        async Task<int> CountAsync(string query) => (await staff.GetAsync(path + query)).Document.QuerySelectorAll("tbody tr").Length;
        Assert.Equal(2, await CountAsync(""));
        Assert.Equal(1, await CountAsync("?kq=WA"));
        Assert.Equal(1, await CountAsync("?kq=WAITING"));
        Assert.Equal(0, await CountAsync("?kq=AC"));
        Assert.Equal(1, await CountAsync("?sbd=hs%20002"));
        Assert.Equal(0, await CountAsync("?bai=B"));
        Assert.Contains("Không có thí sinh nào mang SBD HS999", (await staff.GetAsync(path + "?sbd=HS999")).Text);

        var page = await staff.GetAsync($"/btc/bai-nop/{waiting.Value}");
        Assert.Equal("<script>alert(1)</script>", page.Document.QuerySelector("#source")!.TextContent);
        Assert.Empty(page.Document.QuerySelectorAll("#source script"));
        Assert.Contains("Chờ chấm", page.Text);
    }

    [Fact]
    public async Task A_submission_shows_its_groups_of_tests()
    {
        var contest = await arena.AddContestAsync();
        var id = await arena.HandInAsync(contest);
        await arena.JudgeAllAsync(_ => SomeJudgements.Grouped(1, 0.5m));
        var page = await (await arena.StaffAsync()).GetAsync($"/btc/bai-nop/{id.Value}");
        Assert.Equal(
            ["không tính điểm", "30/30", "35/70"],
            page.Document.QuerySelectorAll(".groups td.num").Select(cell => cell.TextContent)
        );
    }
}
