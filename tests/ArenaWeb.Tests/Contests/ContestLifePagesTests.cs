using System.Net;
using System.Text.RegularExpressions;
using ArenaWeb.Tests.Judgements;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Tests.Contests;

/// <summary>The life and the time of a contest over HTTP, as staff, pupils and the public meet them.</summary>
public sealed class ContestLifePagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_the_same_not_found_as_a_contest_that_never_was()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        await MoveAsync(await arena.StaffAsync(), await BeforeItsStartAsync(contest), LifeAct.Draft);
        foreach (var path in new[] { $"/bang/{contest.Code}", $"/bang/{contest.Code}/rows" })
        {
            var (hidden, absent) = (
                await arena.Browser().GetAsync(path),
                await arena.Browser().GetAsync(path.Replace(contest.Code, "KHONGCO"))
            );
            Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
            Assert.Equal(Plain(absent.Html.Replace("KHONGCO", contest.Code)), Plain(hidden.Html));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await pupil.GetAsync($"/thi/{contest.Code}")).Status);
        Assert.DoesNotContain(contest.Code, (await arena.Browser().GetAsync("/")).Html);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await arena.Browser().GetAsync($"/su-kien?nghe=contest:{contest.Id.Value}&mot-lan=1")).Status
        );
        Assert.Contains("Nháp", (await (await arena.StaffAsync()).GetAsync($"/btc/cuoc-thi/{contest.Id.Value}")).Text);
    }

    [Fact]
    public async Task A_contest_goes_from_its_end_to_official_results_and_each_step_is_in_the_log()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        await PostAsync(staff, $"/btc/cuoc-thi/{contest.Id.Value}/thoi-gian", "Stop", new() { ["reason"] = "Xong" });
        foreach (var act in new[] { LifeAct.Provisional, LifeAct.Appeal, LifeAct.Official })
        {
            await MoveAsync(staff, contest, act);
        }

        var page = await staff.GetAsync($"/btc/cuoc-thi/{contest.Id.Value}");
        Assert.Contains("Kết quả chính thức", page.Text);
        Assert.Contains("Kết quả đã chính thức; muốn xem lại thì thu hồi trước.", page.Text);
        Assert.Contains("Đổi trạng thái", (await staff.GetAsync("/btc/nhat-ky")).Text);
        var late = await staff.SendAsync(
            $"/btc/cuoc-thi/{contest.Id.Value}/thoi-gian?handler=Extend",
            Browser.HiddenFields(page),
            new() { ["minutes"] = "5", ["reason"] = "Muộn" }
        );
        Assert.Contains("Kết quả đã công bố nên không đổi thời gian được", late.Text);
    }

    [Fact]
    public async Task More_time_for_some_is_asked_by_candidate_number_and_an_unknown_one_costs_nothing_typed()
    {
        var contest = await arena.AddContestAsync();
        await arena.PupilAsync(contest);
        var staff = await arena.StaffAsync();
        var path = $"/btc/cuoc-thi/{contest.Id.Value}/thoi-gian";
        var token = Browser.HiddenFields(await staff.GetAsync(path));
        var refused = await staff.SendAsync(
            $"{path}?handler=Extend",
            token,
            new()
            {
                ["minutes"] = "10",
                ["who"] = "hs999",
                ["reason"] = "Máy hỏng",
            }
        );
        Assert.Contains("HS999", refused.Text);
        Assert.Equal("hs999", refused.Document.QuerySelector("#who-Extend")!.GetAttribute("value"));
        Assert.Empty((await FindAsync(contest)).Times);
    }

    [Fact]
    public async Task A_pause_is_shown_to_the_pupil_with_an_own_clock_that_stands_still()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var staff = await arena.StaffAsync();
        var path = $"/btc/cuoc-thi/{contest.Id.Value}/thoi-gian";
        await PostAsync(staff, path, "Pause", new() { ["reason"] = "Mất điện" });
        var part = await pupil.GetAsync($"/thi/{contest.Code}?phan=dong-ho");
        Assert.Contains("Tạm dừng. Em không mất phút nào", part.Text);
        Assert.NotNull(part.Document.QuerySelector(".clock[data-still][data-own]"));
        var fact = (await staff.GetAsync(path)).Document.QuerySelector(".notice [name=fact]")!.GetAttribute("value")!;
        await PostAsync(staff, path, "GoOn", new() { ["fact"] = fact });
        Assert.Null((await pupil.GetAsync($"/thi/{contest.Code}?phan=dong-ho")).Document.QuerySelector("[data-still]"));
    }

    [Fact]
    public async Task With_own_times_problems_open_with_the_press_and_the_board_with_the_end_of_all()
    {
        var contest = await arena.AddContestAsync();
        await arena.Get<IContests>().ChangeAsync(contest with { Duration = TimeSpan.FromMinutes(20) }, Ct);
        var pupil = await arena.PupilAsync(contest);
        var path = $"/thi/{contest.Code}";
        var label = contest.Problems[0].Label;
        Assert.Equal(HttpStatusCode.NotFound, (await pupil.GetAsync($"{path}/bai/{label}")).Status);
        await arena.Get<IContestActs>().PauseAsync(contest.Id, [], new("an", "Mất điện"), Ct);
        var waiting = await pupil.GetAsync(path);
        Assert.Contains("Em đã sẵn sàng chưa?", waiting.Text);
        Assert.Contains("Thầy cô đang tạm dừng cuộc thi", waiting.Document.QuerySelector(".begin .notice")!.TextContent);
        Assert.NotNull(waiting.Document.QuerySelector(".contest-bar .clock[data-still]"));
        await arena.Get<IContestActs>().GoOnAsync(contest.Id, [], Ct);
        await PostAsync(pupil, path, "Begin", []);
        Assert.Equal(HttpStatusCode.OK, (await pupil.GetAsync($"{path}/bai/{label}")).Status);
        Assert.DoesNotContain("Em đã sẵn sàng chưa?", (await pupil.GetAsync(path)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await arena.Browser().GetAsync($"/bang/{contest.Code}/rows")).Status);
    }

    [Fact]
    public async Task A_pupil_of_a_contest_that_is_over_goes_on_in_its_copy_and_has_one_place_there()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var staff = await arena.StaffAsync();
        var page = $"/btc/cuoc-thi/{contest.Id.Value}";
        await PostAsync(staff, page, "Copy", new() { ["kind"] = "Practice" });
        Assert.Null(await arena.Get<IContests>().FindAsync($"{contest.Code}-LT", Ct));
        await PostAsync(staff, $"{page}/thoi-gian", "Stop", new() { ["reason"] = "Xong" });
        await PostAsync(staff, page, "Copy", new() { ["kind"] = "Practice" });
        await PostAsync(staff, page, "Copy", new() { ["kind"] = "Virtual" });
        var copy = (await arena.Get<IContests>().FindAsync($"{contest.Code}-LT", Ct))!;
        Assert.Equal((contest.Id, Feedback.Tests, contest.Problems.Count), (copy.CopyOf, copy.Feedback, copy.Problems.Count));
        var again = (await arena.Get<IContests>().FindAsync($"{contest.Code}-AO", Ct))!;
        Assert.Equal(contest.End - contest.Start, again.Duration);

        var home = await pupil.GetAsync($"/thi/{contest.Code}");
        var fields = new Dictionary<string, string> { ["copy"] = $"{copy.Id.Value}" };
        var entered = await pupil.SendAsync($"/thi/{contest.Code}?handler=Repeat", Token(home), fields);
        Assert.Equal($"/thi/{copy.Code}", entered.Location);
        Assert.Equal(HttpStatusCode.OK, (await pupil.GetAsync($"/thi/{copy.Code}")).Status);
        Assert.Single(await arena.Get<IContests>().EntrantsAsync(copy.Id, Ct));
    }

    [Fact]
    public async Task Who_takes_part_afterwards_is_never_on_the_official_board()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var staff = await arena.StaffAsync();
        var page = $"/btc/cuoc-thi/{contest.Id.Value}";
        await PostAsync(staff, $"{page}/thoi-gian", "Stop", new() { ["reason"] = "Xong" });
        await PostAsync(staff, page, "Copy", new() { ["kind"] = "Virtual" });
        var copy = (await arena.Get<IContests>().FindAsync($"{contest.Code}-AO", Ct))!;
        var official = (await arena.Browser().GetAsync($"/bang/{contest.Code}/rows")).Html;

        var home = await pupil.GetAsync($"/thi/{contest.Code}");
        await pupil.SendAsync($"/thi/{contest.Code}?handler=Repeat", Token(home), new() { ["copy"] = $"{copy.Id.Value}" });
        await PostAsync(pupil, $"/thi/{copy.Code}", "Begin", []);
        Dictionary<string, string> typed = new() { ["language"] = "pascal", ["source"] = "begin writeln(7); end." };
        Assert.NotNull((await pupil.SubmitAsync($"/thi/{copy.Code}/bai/A", typed)).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await pupil.GetAsync($"/thi/{contest.Code}/bai/A")).Status);
        await arena.JudgeAllAsync(_ => SomeJudgements.Accepted);

        Assert.Equal(official, (await arena.Browser().GetAsync($"/bang/{contest.Code}/rows")).Html);
        Assert.Single(await arena.Get<IContests>().EntrantsAsync(contest.Id, Ct));
        Assert.Contains("HS001", (await arena.Browser().GetAsync($"/bang/{copy.Code}/rows")).Html);
    }

    [Fact]
    public async Task With_published_results_a_name_may_change_and_no_rule_that_they_follow_from()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        var page = $"/btc/cuoc-thi/{contest.Id.Value}";
        await PostAsync(staff, $"{page}/thoi-gian", "Stop", new() { ["reason"] = "Xong" });
        await MoveAsync(staff, contest, LifeAct.Provisional);
        var shown = Shown(await staff.GetAsync(page));
        var refused = await staff.SendAsync(page, [], new(shown) { ["Form.End"] = VietnamTime.ForInput(contest.End.AddMinutes(5)) });
        Assert.Contains("Kết quả đã công bố, nên giờ thi", refused.Text);
        Assert.Equal(contest.End, (await FindAsync(contest)).End);
        var saved = await staff.SendAsync(page, [], new(shown) { ["Form.NameVi"] = "Tên mới" });
        Assert.Equal(page, saved.Location);
        Assert.Equal("Tên mới", (await FindAsync(contest)).Name("vi"));
    }

    private async Task<Contest> FindAsync(Contest contest) => (await arena.Get<IContests>().FindAsync(contest.Id, Ct))!;

    private async Task<Contest> BeforeItsStartAsync(Contest contest)
    {
        var start = arena.Clock.GetUtcNow().AddHours(1);
        await arena.Get<IContests>().ChangeAsync(contest with { Start = start, End = start.AddHours(2), FreezeAt = null }, Ct);
        return contest;
    }

    private static Task MoveAsync(Browser staff, Contest contest, LifeAct act) =>
        PostAsync(staff, $"/btc/cuoc-thi/{contest.Id.Value}", "Move", new() { ["move"] = $"{act}" });

    private static async Task PostAsync(Browser browser, string page, string handler, Dictionary<string, string> fields)
    {
        var answer = await browser.SendAsync($"{page}?handler={handler}", Token(await browser.GetAsync(page)), fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    /// <summary>What a browser sends of the contest's form when nothing was touched.</summary>
    private static Dictionary<string, string> Shown(Answer page) =>
        page
            .Document.QuerySelectorAll("form.form-wide input[name]:not([type=radio],[type=checkbox]), form.form-wide input:checked")
            .Concat(page.Document.QuerySelectorAll("form.form-wide select"))
            .DistinctBy(field => field.GetAttribute("name"))
            .ToDictionary(
                field => field.GetAttribute("name")!,
                field => (field.QuerySelector("option[selected]") ?? field).GetAttribute("value") ?? ""
            );

    private static Dictionary<string, string> Token(Answer page) =>
        Browser.HiddenFields(page).Where(field => field.Key == "__RequestVerificationToken").ToDictionary();

    /// <summary>Without what differs at each request.</summary>
    private static string Plain(string html) => Regex.Replace(html, "[A-Za-z0-9_-]{24,}|[0-9]{10,}", "");
}
