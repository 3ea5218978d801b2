using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Tests.Puzzles;
using Judge.Problems.Package;

namespace ArenaWeb.Tests.Workshop;

/// <summary>A teacher makes a level, a second one lets it in.</summary>
public sealed class WorkshopPagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string TwoSteps = """
        {"blocks":{"languageVersion":0,"blocks":[{"type":"sc_start","id":"b1","deletable":false,"movable":false,
          "next":{"block":{"type":"sc_forward","id":"s1","next":{"block":{"type":"sc_forward","id":"s2"}}}}}]}}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_level_is_made_proved_handed_in_approved_and_played_by_everybody()
    {
        var (author, other) = (await arena.StaffAsync(), await arena.StaffAsync(Roles.Juror));
        var path = await BeginAsync(author);
        Assert.Contains("Trước khi gửi", (await SaveAsync(author, path)).Text);
        var play = await Pupil.OpenAsync(author, $"{path}/choi");
        Assert.Equal("Đi chợ", play.Level.GetProperty("title").GetString());
        var (_, lost) = await play.RunAsync();
        Assert.Equal(0, lost.GetProperty("stars").GetInt32());
        var (_, won) = await play.RunAsync(program: TwoSteps);
        Assert.Equal(3, won.GetProperty("stars").GetInt32());
        Assert.Contains("Đã có lời giải 2 khối", (await author.GetAsync(path)).Text);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        Assert.Equal(path, (await DoAsync(author, path, "HandIn")).Location);
        Assert.Contains("Đi chợ", (await other.GetAsync("/btc/man-choi")).Text);
        Assert.Null((await DoAsync(other, path, "GiveBack")).Location);
        Assert.Equal(path, (await DoAsync(other, path, "GiveBack", ("note", "Thêm gợi ý nhé"))).Location);
        Assert.Contains("Thêm gợi ý nhé", (await author.GetAsync(path)).Text);
        Assert.Equal(path, (await DoAsync(author, path, "HandIn")).Location);
        Assert.Null((await DoAsync(author, path, "Approve")).Location);
        Assert.Equal(path, (await DoAsync(other, path, "Approve")).Location);

        var name = $"man{path.Split('/')[^1]}";
        Assert.Equal(2, arena.Get<ProblemLibrary>().Look(name)?.Problem?.Level?.Goal.Blocks);
        var shared = await arena.Browser().GetAsync($"/gio-lap-trinh/{name}");
        Assert.Contains("Đi chợ", shared.Text);
        Assert.Contains("Duyệt màn chơi", (await (await arena.StaffAsync()).GetAsync("/btc/nhat-ky")).Text);
    }

    [Fact]
    public async Task What_cannot_be_played_is_told_by_map_and_nothing_that_was_typed_is_lost()
    {
        var author = await arena.StaffAsync();
        var path = await BeginAsync(author);
        var answer = await SaveAsync(author, path, rows: "...G", title: "");
        Assert.Contains("Bản đồ 1: cần đúng một robot", answer.Text);
        Assert.Contains("Tên màn cần từ 1 đến 60", answer.Text);
        Assert.Equal("...G", answer.Document.QuerySelector("textarea[name='Form.Drawn.Maps[0].Rows']")!.TextContent.Trim());
        Assert.Contains("Trước khi gửi", (await DoAsync(author, path, "HandIn")).Text);
    }

    [Fact]
    public async Task Drawing_a_map_anew_asks_for_a_new_proof_and_a_longer_program_replaces_none()
    {
        var author = await arena.StaffAsync();
        var path = await BeginAsync(author);
        await SaveAsync(author, path);
        await (await Pupil.OpenAsync(author, $"{path}/choi")).RunAsync(program: TwoSteps);
        await SaveAsync(author, path, title: "Tên khác");
        Assert.Contains("Đã có lời giải 2 khối", (await author.GetAsync(path)).Text);
        await SaveAsync(author, path, rows: ">..G");
        Assert.Contains("Trước khi gửi", (await author.GetAsync(path)).Text);
    }

    [Fact]
    public async Task A_pupil_and_a_stranger_find_no_workshop()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        Assert.NotEqual(HttpStatusCode.OK, (await pupil.GetAsync("/btc/man-choi")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await arena.Browser().GetAsync("/btc/man-choi")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await arena.StaffAsync()).GetAsync("/btc/man-choi/999999")).Status);
    }

    private static async Task<string> BeginAsync(Browser author) => (await author.SubmitAsync("/btc/man-choi", [])).Location!;

    private static async Task<Answer> SaveAsync(Browser author, string path, string rows = ">.G", string title = "Đi chợ")
    {
        var page = await author.GetAsync(path);
        var answer = await author.SendAsync(
            $"{path}?handler=Save",
            Browser.HiddenFields(page),
            new()
            {
                ["Form.TitleVi"] = title,
                ["Form.TitleEn"] = "",
                ["Form.StoryEn"] = "",
                ["Form.Drawn.Hint"] = "",
                ["Form.Drawn.Maps[0].Told"] = "",
                ["Form.StoryVi"] = "Robot Gạo đi chợ.",
                ["Form.Drawn.Strand"] = "a",
                ["Form.Drawn.Theme"] = "market",
                ["Form.Drawn.Tools"] = "forward",
                ["Form.Drawn.Win"] = "goal",
                ["Form.Drawn.Maps[0].Rows"] = rows,
            }
        );
        return answer.Location is null ? answer : await author.GetAsync(answer.Location);
    }

    private static async Task<Answer> DoAsync(Browser browser, string path, string act, params (string Name, string Value)[] fields)
    {
        var page = await browser.GetAsync(path);
        return await browser.SendAsync(
            $"{path}?handler={act}",
            Browser.HiddenFields(page),
            fields.ToDictionary(field => field.Name, field => field.Value)
        );
    }
}
