using System.Net;
using ArenaWeb.Contests;
using Judge.Contests;

namespace ArenaWeb.Tests.Contests;

/// <summary>Choosing problems of a large library on the forms of a contest, without script.</summary>
public sealed class ProblemPicksPagesTests : IClassFixture<ProblemPicksPagesTests.LargeLibrary>
{
    private const string Create = "/btc/cuoc-thi/tao";

    private readonly ArenaFixture _arena;

    public ProblemPicksPagesTests(LargeLibrary library) => _arena = library.Arena;

    [Fact]
    public async Task A_library_of_five_hundred_is_shown_by_twenty()
    {
        var staff = await _arena.StaffAsync();
        var page = await staff.GetAsync(Create);
        Assert.Equal(ContestFormPage.PageSize, Names(page).Length);
        Assert.InRange(page.Html.Length, 1, 60_000);
        var second = await PressAsync(staff, page, "page:2");
        Assert.Equal(ContestFormPage.PageSize, Names(second).Except(Names(page)).Count());
        var chosen = await PressAsync(staff, second, "add", new() { ["Form.Problems[3].Chosen"] = "true" });
        Assert.Equal((Names(second)[3], Names(second)[0]), (Names(chosen)[0], Names(chosen)[1]));

        var library = await staff.GetAsync("/btc/kho-bai");
        Assert.InRange(library.Document.QuerySelectorAll("main tbody tr").Length, 1, 50);
        Assert.InRange(library.Html.Length, 1, 100_000);
        Assert.Equal(
            ["dosau"],
            (await staff.GetAsync("/btc/kho-bai?tim=do+sau"))
                .Document.QuerySelectorAll("main tbody tr small.soft")
                .Select(name => name.TextContent.Split(' ')[0])
                .Where(name => name == "dosau")
        );
    }

    [Theory]
    [InlineData("do sau")]
    [InlineData("ĐỘ SÂU")]
    [InlineData("Độ sâu")]
    [InlineData("dosau")]
    [InlineData("depth")]
    public async Task A_problem_is_found_by_its_titles_its_folder_and_without_marks(string words)
    {
        var staff = await _arena.StaffAsync();
        var page = await PressAsync(staff, await staff.GetAsync(Create), "find", new() { ["Form.Find"] = words });
        Assert.Equal(["dosau"], Names(page));
        Assert.Equal(words, page.Document.QuerySelector("#find-problem")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Looking_for_problems_keeps_all_that_was_typed_and_the_contest_is_made_of_what_was_chosen()
    {
        var staff = await _arena.StaffAsync();
        var fields = new Dictionary<string, string>
        {
            ["Form.Code"] = "tin-500",
            ["Form.NameVi"] = "Kỳ thi <lớn>",
            ["Form.Start"] = "1/12/2026 7g30",
            ["Form.End"] = "10:00 1/12/2026",
            ["Form.Scoring"] = "Points",
            ["Form.Feedback"] = "Tests",
            ["Form.Find"] = "do sau",
        };
        var found = await PressAsync(staff, await staff.GetAsync(Create), "find", fields);
        Assert.Equal("Kỳ thi <lớn>", Value(found, "Form.NameVi"));
        Assert.Equal("1/12/2026 7g30", Value(found, "Form.Start"));
        Assert.Contains("Thứ Ba, ngày 1 tháng 12 năm 2026, 07:30, giờ Việt Nam", found.Text);

        (fields["Form.Problems[0].Chosen"], fields["Form.Find"]) = ("true", "bai 499");
        var chosen = await PressAsync(staff, found, "find", fields);
        Assert.Equal(("dosau", "BAI1", "100"), Line(chosen, 0));
        Assert.Equal(["dosau", "p499"], Names(chosen));

        fields.Remove("Form.Problems[0].Chosen");
        fields["Form.Problems[1].Chosen"] = "true";
        var both = await PressAsync(staff, chosen, "add", fields);
        var turned = await PressAsync(staff, both, "up:1", WithLines(fields, both));
        Assert.Equal([("p499", "BAI1", "100"), ("dosau", "BAI2", "100")], [Line(turned, 0), Line(turned, 1)]);

        fields.Remove("Form.Problems[1].Chosen");
        var answer = await staff.SendAsync(Create, Browser.HiddenFields(turned), WithLines(fields, turned));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var contest = (await _arena.Get<IContests>().FindAsync("TIN-500", CancellationToken.None))!;
        Assert.Equal([new("BAI1", "p499", 100), new ContestProblem("BAI2", "dosau", 100)], contest.Problems);

        var shown = await staff.GetAsync(answer.Location!);
        Assert.Equal(2 + ContestFormPage.PageSize, Names(shown).Length);
        var less = await PressAsync(staff, shown, "remove:0", WithLines(fields, shown), $"{answer.Location}?handler=Problems");
        Assert.Equal("dosau", Names(less)[0]);
        Assert.Equal(2, (await _arena.Get<IContests>().FindAsync("TIN-500", CancellationToken.None))!.Problems.Count);
    }

    [Fact]
    public async Task The_Enter_key_in_the_search_looks_for_problems_and_makes_no_contest()
    {
        var staff = await _arena.StaffAsync();
        var fields = new Dictionary<string, string> { ["Form.Find"] = "do sau", ["act"] = ContestFormPage.EnterKey };
        var page = await staff.SendAsync(Create, Browser.HiddenFields(await staff.GetAsync(Create)), fields);
        Assert.Equal((HttpStatusCode.OK, "dosau"), (page.Status, Assert.Single(Names(page))));
        Assert.DoesNotContain("Chưa lưu được", page.Text);
        Assert.Contains("Chưa lưu được", (await staff.SendAsync(Create, Browser.HiddenFields(page), fields)).Text);
    }

    [Fact]
    public async Task A_chosen_problem_whose_package_is_gone_is_warned_of_at_its_line()
    {
        var staff = await _arena.StaffAsync();
        var fields = new Dictionary<string, string> { ["Form.Problems[0].Chosen"] = "true" };
        var hidden = Browser.HiddenFields(await staff.GetAsync(Create));
        hidden["Form.Problems[0].Name"] = "../gone";
        var page = await staff.SendAsync($"{Create}?handler=Problems", hidden, fields);
        Assert.Contains("không còn trong kho hoặc bị hỏng", page.Document.QuerySelector("table.picks")!.TextContent);
    }

    [Fact]
    public async Task A_moment_that_has_passed_is_asked_back_and_taken_when_it_is_meant()
    {
        var staff = await _arena.StaffAsync();
        var fields = new Dictionary<string, string>
        {
            ["Form.Code"] = "tin-cu",
            ["Form.NameVi"] = "Kỳ thi cũ",
            ["Form.Start"] = "1/12/2025 7:30",
            ["Form.End"] = "1/12/2025 10:00",
            ["Form.Scoring"] = "Points",
            ["Form.Feedback"] = "Tests",
            ["Form.Problems[0].Chosen"] = "true",
        };
        var asked = await staff.SubmitAsync(Create, fields);
        Assert.Contains("Bắt đầu: thời điểm này đã qua (01/12/2025 07:30)", asked.Text);
        var box = asked.Document.QuerySelector("input[name='Form.Sure']")!;
        fields["Form.Sure"] = box.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(Create, fields)).Status);
    }

    private static async Task<Answer> PressAsync(
        Browser staff,
        Answer page,
        string act,
        Dictionary<string, string>? fields = null,
        string path = $"{Create}?handler=Problems"
    )
    {
        var answer = await staff.SendAsync(path, Browser.HiddenFields(page), new(fields ?? []) { ["act"] = act });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }

    private static string[] Names(Answer page) =>
        [.. page.Document.QuerySelectorAll("input[name$='.Name']").Select(input => input.GetAttribute("value")!)];

    private static string? Value(Answer page, string name) => page.Document.QuerySelector($"[name='{name}']")?.GetAttribute("value");

    private static (string?, string?, string?) Line(Answer page, int at) =>
        (Value(page, $"Form.Problems[{at}].Name"), Value(page, $"Form.Problems[{at}].Label"), Value(page, $"Form.Problems[{at}].Points"));

    /// <summary>Labels and points as a browser sends them.</summary>
    private static Dictionary<string, string> WithLines(Dictionary<string, string> fields, Answer page)
    {
        var all = new Dictionary<string, string>(fields);
        foreach (var input in page.Document.QuerySelectorAll("input[name$='.Label'], input[name$='.Points']"))
        {
            all[input.GetAttribute("name")!] = input.GetAttribute("value") ?? "";
        }

        return all;
    }

    /// <summary>An arena with five hundred problems beside its own.</summary>
    public sealed class LargeLibrary : IAsyncLifetime
    {
        public ArenaFixture Arena { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Arena.InitializeAsync();
            TestProblems.Write(Path.Combine(Arena.ProblemsFolder, "dosau"), "Độ sâu", "Depth", "Đo.", null);
            for (var number = 1; number < 500; number++)
            {
                var folder = Path.Combine(Arena.ProblemsFolder, $"p{number}");
                TestProblems.Write(folder, $"Bài {number}", $"Problem {number}", "Tính.", null);
            }
        }

        public ValueTask DisposeAsync() => Arena.DisposeAsync();
    }
}
