using ArenaWeb.Judgements;
using ArenaWeb.Tests.Judgements;
using ArenaWeb.Words;
using Judge.Contests;
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
        Assert.Equal(1, await CountAsync("?kq=PARTIAL"));
        Assert.Equal(0, await CountAsync("?kq=AC"));
        Assert.Equal(1, await CountAsync("?sbd=hs%20002"));
        Assert.Equal(0, await CountAsync("?bai=B"));
        Assert.Contains("Không có thí sinh nào mang SBD HS999", (await staff.GetAsync(path + "?sbd=HS999")).Text);

        var page = await staff.GetAsync($"/btc/bai-nop/{waiting.Value}");
        Assert.Equal("<script>alert(1)</script>", page.Document.QuerySelector("#source")!.TextContent);
        Assert.Empty(page.Document.QuerySelectorAll("#source script"));
        Assert.Contains("Chờ chấm", page.Text);
    }

    [Theory]
    [InlineData("Line 3, word 2: \"0\" instead of \"2000\".", "Dòng 3: thí sinh in “0”, đáp án là “2000”.")]
    [InlineData("From line 2 on: nothing instead of \"5\".", "Dòng 2: thí sinh in (không có gì), đáp án là “5”.")]
    [InlineData("Byte 12: \"a\" instead of \"b\".", "Thí sinh in “a”, đáp án là “b”.")]
    [InlineData("answer 1 instead of 2", "answer 1 instead of 2")]
    public void Where_an_output_leaves_the_answer_is_told_to_the_staff_in_their_language(string remark, string told)
    {
        var words = new Phrases(new Lexicon(), SiteLanguage.Vietnamese);
        Assert.Equal(told, TestRemark.ForStaff(SomeJudgements.HalfRight.Tests[0] with { StaffRemark = remark }, words));
    }

    [Theory]
    [InlineData(ScoringStyle.Points, "Đúng một phần (50/100)", "Partially correct (50/100)")]
    [InlineData(ScoringStyle.PointsWithPenalty, "Đúng một phần (50/100)", "Partially correct (50/100)")]
    [InlineData(ScoringStyle.Icpc, "Sai kết quả", "Wrong answer")]
    public async Task Some_of_the_points_are_told_on_every_page_of_the_organiser(ScoringStyle scoring, string words, string english)
    {
        var contest = await arena.AddContestAsync();
        await arena.Get<IContests>().ChangeAsync(contest with { Scoring = scoring }, CancellationToken.None);
        var id = await arena.HandInAsync(contest);
        await arena.JudgeAllAsync(_ => SomeJudgements.HalfRight);
        var staff = await arena.StaffAsync();
        foreach (var path in new[] { $"/btc/cuoc-thi/{contest.Id.Value}/bai-nop", $"/btc/bai-nop/{id.Value}" })
        {
            var page = await staff.GetAsync(path);
            Assert.All(
                page.Document.QuerySelectorAll(
                        "main .verdict-large .verdict-word, td.fit > .verdict .verdict-word, .remarked td .verdict-word"
                    )
                    .Where(word => word.Closest("details") is null),
                word => Assert.Equal(words, word.TextContent)
            );
            Assert.Contains(words, page.Text);
            await staff.GetAsync($"{path}?lang=en");
            Assert.Contains(english, (await staff.GetAsync(path)).Text);
            await staff.GetAsync($"{path}?lang=vi");
        }
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
