using System.Net;
using ArenaWeb.Tests.Judgements;
using Judge.Contests;

namespace ArenaWeb.Tests.Arena;

public sealed class ContestPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task Before_the_start_nothing_of_the_problems_is_told()
    {
        var start = arena.Clock.GetUtcNow().AddMinutes(10);
        var contest = await arena.AddContestAsync(contest => contest with { Start = start });
        var pupil = await arena.PupilAsync(contest);
        var page = await pupil.GetAsync($"/thi/{contest.Code}");
        Assert.Contains("Đề bài mở lúc", page.Text);
        Assert.DoesNotContain("Tổng hai số", page.Html);
        Assert.DoesNotContain("/bai/A", page.Html);
        Assert.Equal(HttpStatusCode.NotFound, (await pupil.GetAsync($"/thi/{contest.Code}/bai/A")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await pupil.GetAsync($"/thi/{contest.Code}/bai/A?phan=1")).Status);
        arena.Clock.SetUtcNow(start);
        Assert.Contains("Tổng hai số", (await pupil.GetAsync($"/thi/{contest.Code}?phan=1")).Html);
        Assert.Equal(HttpStatusCode.OK, (await pupil.GetAsync($"/thi/{contest.Code}/bai/A")).Status);
    }

    [Fact]
    public async Task The_clock_is_the_servers()
    {
        var contest = await arena.AddContestAsync();
        var clock = (await (await arena.PupilAsync(contest)).GetAsync($"/thi/{contest.Code}")).Document.QuerySelector(
            "[data-island=clock]"
        )!;
        Assert.Equal($"{arena.Clock.GetUtcNow().ToUnixTimeMilliseconds()}", clock.GetAttribute("data-now"));
        Assert.Equal($"{contest.End.ToUnixTimeMilliseconds()}", clock.GetAttribute("data-ends"));
    }

    [Fact]
    public async Task Every_problem_shows_the_best_try_and_the_total_never_passes_the_maximum()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        foreach (
            var judgement in new[] { SomeJudgements.HalfRight, SomeJudgements.Accepted, SomeJudgements.Wrong, SomeJudgements.Accepted }
        )
        {
            await pupil.SubmitAsync($"/thi/{contest.Code}/bai/A", new() { ["language"] = "pascal", ["source"] = "begin end." });
            await arena.JudgeAllAsync(_ => judgement);
        }
        var page = await pupil.GetAsync($"/thi/{contest.Code}");
        Assert.Contains("Tổng 100/150 điểm", page.Text);
        var card = page.Document.QuerySelectorAll("article.card")[0];
        Assert.Contains("Đúng", card.TextContent);
        Assert.Contains("4 lần nộp", card.TextContent);
        Assert.Equal(3, card.QuerySelectorAll(".square.v-ac").Length);
        Assert.Contains("Chưa nộp", page.Document.QuerySelectorAll("article.card")[1].TextContent);
    }

    [Fact]
    public async Task A_contest_that_keeps_results_back_shows_none_anywhere_until_it_is_over()
    {
        var contest = await arena.AddContestAsync(contest => contest with { Feedback = Feedback.None });
        var pupil = await arena.PupilAsync(contest);
        var own = (await pupil.SubmitAsync($"/thi/{contest.Code}/bai/A", new() { ["language"] = "pascal", ["source"] = "x" })).Location!;
        await arena.JudgeAllAsync(_ => SomeJudgements.NotCompiled);
        string[] pages = [$"/thi/{contest.Code}", $"/thi/{contest.Code}/bai/A", $"/thi/{contest.Code}/bai-nop", own];
        foreach (var path in pages)
        {
            var page = await pupil.GetAsync(path);
            Assert.Contains("Đã nhận bài", page.Text);
            Assert.DoesNotContain("Lỗi biên dịch", page.Html);
            Assert.DoesNotContain("Identifier not found", page.Html);
        }
        arena.Clock.SetUtcNow(contest.End);
        Assert.Contains("Identifier not found", (await pupil.GetAsync(own)).Html);
    }

    [Fact]
    public async Task When_it_is_over_the_problems_can_be_read_but_nothing_sent()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        arena.Clock.SetUtcNow(contest.End);
        Assert.Contains("Đã hết giờ làm bài", (await pupil.GetAsync($"/thi/{contest.Code}")).Text);
        var page = await pupil.GetAsync($"/thi/{contest.Code}/bai/A");
        Assert.True(page.Document.QuerySelector(".editor-submit button")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task Another_contest_looks_as_if_there_were_none()
    {
        var (own, other) = (await arena.AddContestAsync(), await arena.AddContestAsync());
        var pupil = await arena.PupilAsync(own);
        foreach (var path in new[] { "", "/bai/A", "/bai-nop", "/bai-nop/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await pupil.GetAsync($"/thi/{other.Code}{path}")).Status);
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_comes_to_the_door()
    {
        var contest = await arena.AddContestAsync();
        foreach (var path in new[] { "", "/bai/A", "/bai-nop", "/bai-nop/1" })
        {
            Assert.StartsWith("/dang-nhap?", (await arena.Browser().GetAsync($"/thi/{contest.Code}{path}")).Location);
        }
    }

    [Fact]
    public async Task In_english_no_word_is_vietnamese()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        pupil.Client.DefaultRequestHeaders.Add("Cookie", "lang=en");
        var page = await pupil.GetAsync($"/thi/{contest.Code}");
        Assert.Contains("The Sum", page.Text);
        Assert.DoesNotMatch("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", page.Text);
    }
}
