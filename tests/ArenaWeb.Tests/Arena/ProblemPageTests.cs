using System.Net;
using ArenaWeb.Tests.Judgements;
using Judge.Submit;

namespace ArenaWeb.Tests.Arena;

public sealed class ProblemPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task The_statement_is_shown_without_anything_that_could_act()
    {
        var contest = await arena.AddContestAsync();
        var page = await (await arena.PupilAsync(contest)).GetAsync($"/thi/{contest.Code}/bai/a");
        var statement = page.Document.QuerySelector(".prose")!;
        Assert.Equal(3, statement.QuerySelectorAll("math").Length);
        Assert.Empty(statement.QuerySelectorAll("script, img"));
        Assert.Equal(["https://example.org/"], statement.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("A. Tổng hai số", page.Document.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Limits_and_samples_stand_beside_the_statement()
    {
        var contest = await arena.AddContestAsync();
        var page = await (await arena.PupilAsync(contest)).GetAsync($"/thi/{contest.Code}/bai/A");
        Assert.Contains("1 giây · Python: 3 giây", page.Text);
        Assert.Contains("64 MB", page.Text);
        Assert.Equal(["3 4\n", "7\n"], page.Document.QuerySelectorAll(".sample pre").Select(sample => sample.TextContent));
        Assert.Equal(2, page.Document.QuerySelectorAll(".sample [data-island=copy]").Length);
    }

    [Fact]
    public async Task The_editor_is_told_how_large_a_source_may_be()
    {
        var contest = await arena.AddContestAsync();
        var page = await (await arena.PupilAsync(contest)).GetAsync($"/thi/{contest.Code}/bai/A");
        Assert.Equal($"{SubmitRule.MostBytes}", page.Document.QuerySelector("[data-island=editor]")!.GetAttribute("data-largest"));
    }

    [Fact]
    public async Task Names_of_files_are_told_plainly()
    {
        var contest = await arena.AddContestAsync();
        var page = await (await arena.PupilAsync(contest)).GetAsync($"/thi/{contest.Code}/bai/B");
        Assert.Contains("Bài này đọc tệp BAI1.INP và ghi tệp BAI1.OUT", page.Text);
    }

    [Fact]
    public async Task Where_a_function_is_asked_for_the_page_says_so_and_names_the_languages()
    {
        var folder = Path.Combine(arena.ProblemsFolder, "vietham");
        TestProblems.Write(folder, "Viết hàm", "A Function", "Viết hàm.", null);
        Directory.CreateDirectory(Path.Combine(folder, "include/pascal"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "include/pascal/chinh.pas"),
            "uses giai; begin giaibai end.",
            TestContext.Current.CancellationToken
        );
        var contest = await arena.AddContestAsync(contest => contest with { Problems = [.. contest.Problems, new("C", "vietham", 10)] });
        var pupil = await arena.PupilAsync(contest);
        var page = await pupil.GetAsync($"/thi/{contest.Code}/bai/C");
        Assert.Contains("không có chương trình chính, bằng một trong các ngôn ngữ: Pascal.", page.Text);
        Assert.DoesNotContain("chinh.pas", page.Text);
        Assert.Equal(["pascal"], page.Document.QuerySelectorAll("select[name=language] option").Select(one => one.GetAttribute("value")));
        Assert.DoesNotContain("Em chỉ viết hàm", (await pupil.GetAsync($"/thi/{contest.Code}/bai/A")).Text);
    }

    [Fact]
    public async Task A_problem_that_is_not_in_the_contest_is_not_found()
    {
        var contest = await arena.AddContestAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await arena.PupilAsync(contest)).GetAsync($"/thi/{contest.Code}/bai/Z")).Status);
    }

    [Fact]
    public async Task A_broken_package_says_so_and_closes_no_other_page()
    {
        var contest = await arena.AddContestAsync(contest => contest with { Problems = [.. contest.Problems, new("C", "khongco", 10)] });
        var pupil = await arena.PupilAsync(contest);
        Assert.Contains("tạm thời chưa xem được", (await pupil.GetAsync($"/thi/{contest.Code}/bai/C")).Text);
        Assert.Contains("Tổng hai số", (await pupil.GetAsync($"/thi/{contest.Code}")).Text);
    }

    [Fact]
    public async Task An_own_submission_can_be_gone_on_from_and_nobody_elses()
    {
        var contest = await arena.AddContestAsync();
        var (pupil, other) = (await arena.PupilAsync(contest, "HS1"), await arena.PupilAsync(contest, "HS2"));
        var location = (
            await pupil.SubmitAsync($"/thi/{contest.Code}/bai/A", new() { ["language"] = "python", ["source"] = "print(7)" })
        ).Location!;
        var path = $"/thi/{contest.Code}/bai/A?tu={location.Split('/')[^1]}";
        var page = await pupil.GetAsync(path);
        Assert.Equal("print(7)", page.Document.QuerySelector("textarea[name=source]")!.TextContent);
        Assert.Equal("python", page.Document.QuerySelector("select[name=language] option[selected]")!.GetAttribute("value"));
        Assert.Equal("", (await other.GetAsync(path)).Document.QuerySelector("textarea[name=source]")!.TextContent);
    }

    [Fact]
    public async Task The_last_tries_stand_below_the_editor()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        await pupil.SubmitAsync($"/thi/{contest.Code}/bai/A", new() { ["language"] = "pascal", ["source"] = "begin end." });
        Assert.Contains("Chờ chấm", (await pupil.GetAsync($"/thi/{contest.Code}/bai/A")).Text);
        await arena.JudgeAllAsync(_ => SomeJudgements.HalfRight);
        var part = await pupil.GetAsync($"/thi/{contest.Code}/bai/A?phan=1");
        Assert.Contains("Đúng một phần (50/100)", part.Html);
        Assert.DoesNotContain("<html", part.Html);
    }
}
