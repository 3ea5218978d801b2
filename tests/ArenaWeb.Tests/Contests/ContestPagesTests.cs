using System.Net;
using ArenaWeb.Problems;
using Judge.Contests;

namespace ArenaWeb.Tests.Contests;

/// <summary>Making and changing a contest over HTTP.</summary>
public sealed class ContestPagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        var answer = await staff.SendAsync($"/btc/cuoc-thi/{contest.Id.Value}/thoi-gian?handler=Stop", [], new() { ["reason"] = "Thử" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(contest.End, await EndOfAsync(contest));
    }

    [Fact]
    public async Task A_contest_is_created_from_the_form_and_written_to_the_log()
    {
        var staff = await arena.StaffAsync();
        var answer = await staff.SubmitAsync("/btc/cuoc-thi/tao", Fields("tin-moi"));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var contest = (await arena.Get<IContests>().FindAsync("TIN-MOI", CancellationToken.None))!;
        Assert.Equal("Kỳ thi mới", contest.Name("vi"));
        Assert.Equal(new ContestProblem("A", TestProblems.Files, 12.5m), Assert.Single(contest.Problems));
        Assert.Contains("TIN-MOI", (await staff.GetAsync("/btc")).Text);
        Assert.Contains("Tạo cuộc thi", (await staff.GetAsync("/btc/nhat-ky")).Text);
    }

    [Fact]
    public async Task The_way_of_scoring_is_chosen_and_changed_by_the_form()
    {
        var staff = await arena.StaffAsync();
        var created = await staff.GetAsync("/btc/cuoc-thi/tao");
        var choices = created.Document.QuerySelectorAll("input[name='Form.Scoring']");
        Assert.Equal(ScoringWay.All.Select(way => way.Name), choices.Select(choice => choice.GetAttribute("value")));
        Assert.Equal("Points", Assert.Single(choices, choice => choice.HasAttribute("checked")).GetAttribute("value"));

        var fields = Fields("tin-phat");
        (fields["Form.Scoring"], fields["Form.PenaltyMinutes"]) = ("PointsWithPenalty.BestPerSubtask", "");
        await staff.SubmitAsync("/btc/cuoc-thi/tao", fields);
        var contest = (await arena.Get<IContests>().FindAsync("TIN-PHAT", CancellationToken.None))!;
        Assert.Equal(
            (ScoringStyle.PointsWithPenalty, Counting.BestPerSubtask, 5),
            (contest.Scoring, contest.Counting, contest.PenaltyMinutes)
        );

        var path = $"/btc/cuoc-thi/{contest.Id.Value}";
        Assert.Equal("5", (await staff.GetAsync(path)).Document.QuerySelector("[name='Form.PenaltyMinutes']")!.GetAttribute("value"));
        fields["Form.Scoring"] = "Points.Last";
        await staff.SubmitAsync(path, fields);
        Assert.Equal(
            (ScoringStyle.Points, Counting.Last),
            (await FindAsync(contest)) is { } changed ? (changed.Scoring, changed.Counting) : default
        );
        fields["Form.Scoring"] = "Icpc.Last";
        Assert.Contains("Hãy chọn một cách tính", (await staff.SubmitAsync(path, fields)).Text);
    }

    [Fact]
    public async Task A_mistake_costs_nothing_that_was_typed()
    {
        var fields = Fields("tin-hong");
        (fields["Form.End"], fields["Form.NameEn"], fields["Form.Problems[0].Points"]) = ("01/01/2020 00:00", "<b>New</b>", "nhiều");
        var page = await (await arena.StaffAsync()).SubmitAsync("/btc/cuoc-thi/tao", fields);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Giờ kết thúc phải sau giờ bắt đầu", page.Text);
        Assert.Contains("Cần một số, như 8,75", page.Text);
        Assert.Equal("Kỳ thi mới", page.Document.QuerySelector("[name='Form.NameVi']")!.GetAttribute("value"));
        Assert.Equal("<b>New</b>", page.Document.QuerySelector("[name='Form.NameEn']")!.GetAttribute("value"));
        Assert.Equal("nhiều", page.Document.QuerySelector("[name='Form.Problems[0].Points']")!.GetAttribute("value"));
        Assert.Equal("true", page.Document.QuerySelector("[type=hidden][name='Form.Problems[0].Chosen']")!.GetAttribute("value"));
        Assert.Null(await arena.Get<IContests>().FindAsync("TIN-HONG", CancellationToken.None));
    }

    [Fact]
    public async Task Choosing_a_template_fills_the_rules_in_and_leaves_names_start_and_problems()
    {
        var staff = await arena.StaffAsync();
        var fields = Fields("MAU-1");
        fields["mau"] = "Icpc";
        var hidden = Browser.HiddenFields(await staff.GetAsync("/btc/cuoc-thi/tao"));
        var page = await staff.SendAsync("/btc/cuoc-thi/tao?handler=Template", hidden, fields);
        string? Shown(string name) => page.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value");
        Assert.Equal(("MAU-1", "Kỳ thi mới", "a"), (Shown("Form.Code"), Shown("Form.NameVi"), Shown("Form.Problems[0].Label")));
        Assert.Equal(("01/12/2026 07:30", "01/12/2026 12:30"), (Shown("Form.Start"), Shown("Form.End")));
        Assert.Equal("Icpc", page.Document.QuerySelector("[name='Form.Scoring'][checked]")!.GetAttribute("value"));
        Assert.Contains("Mẫu ICPC đồng đội dựa vào đâu", page.Text);
        Assert.Null(await arena.Get<IContests>().FindAsync("MAU-1", CancellationToken.None));
    }

    [Fact]
    public async Task A_code_that_is_taken_is_said_at_its_field()
    {
        var contest = await arena.AddContestAsync();
        var page = await (await arena.StaffAsync()).SubmitAsync("/btc/cuoc-thi/tao", Fields(contest.Code));
        Assert.Contains("Đã có cuộc thi khác dùng mã này", page.Text);
    }

    [Fact]
    public async Task Extending_can_be_undone()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        var path = $"/btc/cuoc-thi/{contest.Id.Value}/thoi-gian";
        await PostAsync(staff, path, "Extend", new() { ["minutes"] = "30", ["reason"] = "Mất điện" });
        Assert.Equal(contest.End.AddMinutes(30), await EndOfAsync(contest));

        var page = await staff.GetAsync(path);
        var fact = page.Document.QuerySelector(".notice [name=fact]")!.GetAttribute("value")!;
        await PostAsync(staff, path, "TakeBack", new() { ["fact"] = fact });
        Assert.Equal(contest.End, await EndOfAsync(contest));
        Assert.Contains("Gia hạn", (await staff.GetAsync("/btc/nhat-ky")).Text);
    }

    [Fact]
    public async Task Stopping_closes_the_contest_and_foolish_minutes_change_nothing()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        var path = $"/btc/cuoc-thi/{contest.Id.Value}/thoi-gian";
        var token = Browser.HiddenFields(await staff.GetAsync(path));
        var foolish = new Dictionary<string, string> { ["minutes"] = "9999999999", ["reason"] = "Mất điện" };
        var refused = await staff.SendAsync($"{path}?handler=Extend", token, foolish);
        Assert.Equal(contest.End, await EndOfAsync(contest));
        Assert.Contains("Số phút phải từ 1 đến 600", refused.Text);
        Assert.Equal("Mất điện", refused.Document.QuerySelector("#reason-Extend")!.GetAttribute("value"));
        await PostAsync(staff, path, "Stop", new() { ["reason"] = "Xong sớm" });
        Assert.Equal(arena.Clock.GetUtcNow().ToUnixTimeMilliseconds(), (await EndOfAsync(contest)).ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task A_problem_that_was_handed_in_cannot_leave_the_contest()
    {
        var contest = await arena.AddContestAsync();
        await arena.HandInAsync(contest);
        var staff = await arena.StaffAsync();
        var fields = Fields(contest.Code);
        fields["Form.Problems[0].Label"] = "C";
        var page = await staff.SubmitAsync($"/btc/cuoc-thi/{contest.Id.Value}", fields);
        Assert.Contains("Đã có thí sinh nộp một bài", page.Text);
        Assert.Equal(2, (await FindAsync(contest)).Problems.Count);
    }

    [Fact]
    public async Task A_form_that_lay_open_while_the_contest_was_changed_takes_nothing_back()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        var path = $"/btc/cuoc-thi/{contest.Id.Value}";
        var open = Browser.HiddenFields(await staff.GetAsync(path));
        await PostAsync(staff, $"{path}/thoi-gian", "Extend", new() { ["minutes"] = "30", ["reason"] = "Mất điện" });
        var page = await staff.SendAsync(path, open, Fields(contest.Code));
        Assert.Contains("Cuộc thi đã được thay đổi ở nơi khác", page.Text);
        Assert.Equal(contest.End.AddMinutes(30), await EndOfAsync(contest));
        Assert.Contains(
            "Cuộc thi đã được thay đổi ở nơi khác",
            (await staff.SendAsync(path, Browser.HiddenFields(page), Fields(contest.Code))).Text
        );
    }

    [Fact]
    public async Task Saving_leaves_the_milliseconds_of_a_moment_that_was_not_touched()
    {
        var contest = await arena.AddContestAsync();
        var end = DateTimeOffset.FromUnixTimeMilliseconds(contest.End.ToUnixTimeMilliseconds() / 1000 * 1000 + 345);
        await arena.Get<IContests>().ChangeAsync(contest with { End = end }, CancellationToken.None);
        var staff = await arena.StaffAsync();
        var path = $"/btc/cuoc-thi/{contest.Id.Value}";
        var fields = Fields(contest.Code);
        var shown = await staff.GetAsync(path);
        foreach (var name in new[] { "Form.Start", "Form.End" })
        {
            fields[name] = shown.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value")!;
        }

        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(path, fields)).Status);
        Assert.Equal(("Kỳ thi mới", end), ((await FindAsync(contest)).Name("vi"), (await FindAsync(contest)).End));
    }

    private async Task<Contest> FindAsync(Contest contest) => (await arena.Get<IContests>().FindAsync(contest.Id, CancellationToken.None))!;

    private async Task<DateTimeOffset> EndOfAsync(Contest contest) => Clock.OfAll(await FindAsync(contest)).EndAt(arena.Clock.GetUtcNow());

    private static async Task PostAsync(Browser browser, string page, string handler, Dictionary<string, string> fields)
    {
        var hidden = Browser.HiddenFields(await browser.GetAsync(page));
        var token = hidden.Where(field => field.Key == "__RequestVerificationToken").ToDictionary();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync($"{page}?handler={handler}", token, fields)).Status);
    }

    /// <summary>Chooses the first problem of the library, which is <see cref="TestProblems.Files"/>.</summary>
    private static Dictionary<string, string> Fields(string code) =>
        new()
        {
            ["Form.Code"] = code,
            ["Form.NameVi"] = "Kỳ thi mới",
            ["Form.NameEn"] = "New",
            ["Form.Scoring"] = "Icpc",
            ["Form.Feedback"] = "Verdict",
            ["Form.Start"] = "01/12/2026 07:30",
            ["Form.End"] = "1-12-2026 10g00",
            ["Form.FreezeAt"] = "",
            ["Form.AttemptsLimit"] = "",
            ["Form.PenaltyMinutes"] = "20",
            ["Form.Problems[0].Chosen"] = "true",
            ["Form.Problems[0].Label"] = "a",
            ["Form.Problems[0].Points"] = "12,5",
        };
}
