using System.Net;
using System.Text.Json;
using Judge.Contests;
using Judge.Drafts;

namespace ArenaWeb.Tests.Arena;

public sealed class DraftTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task What_was_typed_on_one_pc_is_there_on_another()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var (first, second) = (await arena.SignInAsync(contest, card), await arena.SignInAsync(contest, card));
        Assert.Equal(JsonValueKind.Null, (await NewestAsync(first, contest)).ValueKind);
        await SaveAsync(first, contest, "{ Tổng }\r\nbegin\u001a");
        var found = await NewestAsync(second, contest);
        Assert.Equal("{ Tổng }\r\nbegin\u001a", found.GetProperty("text").GetString());
        Assert.Equal("pascal", found.GetProperty("language").GetString());
        Assert.StartsWith("Đã lưu lúc ", found.GetProperty("said").GetString());
    }

    [Fact]
    public async Task Two_pcs_at_once_keep_both_texts()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var (first, second) = (await arena.SignInAsync(contest, card), await arena.SignInAsync(contest, card));
        await SaveAsync(first, contest, "first", writer: "a");
        var later = SaveAsync(second, contest, "second", writer: "b");
        await PassAsync(later);
        var answer = JsonDocument.Parse((await later).Html).RootElement;
        Assert.Equal("second", answer.GetProperty("newest").GetProperty("text").GetString());
        Assert.Equal("first", answer.GetProperty("other").GetProperty("text").GetString());
    }

    [Fact]
    public async Task The_next_pupil_at_a_pc_neither_sees_nor_replaces_the_draft_of_the_one_before()
    {
        var contest = await arena.AddContestAsync();
        var (first, second) = (await arena.PupilAsync(contest), await arena.PupilAsync(contest, "HS002"));
        await SaveAsync(first, contest, "mine");
        Assert.Equal(JsonValueKind.Null, (await NewestAsync(second, contest)).ValueKind);
        var token = await TokenAsync(first, contest);
        Assert.Equal(HttpStatusCode.BadRequest, (await SaveAsync(second, contest, "of a page left open", token: token)).Status);
        Assert.Equal(JsonValueKind.Null, (await NewestAsync(second, contest)).ValueKind);
    }

    [Fact]
    public async Task A_draft_goes_with_the_accepted_hand_in_and_stays_with_a_refused_one()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        await SaveAsync(pupil, contest, "begin end.");
        var path = $"/thi/{contest.Code}/bai/A";
        await pupil.SubmitAsync(path, new() { ["language"] = "pascal", ["source"] = " " });
        Assert.Equal(JsonValueKind.Object, (await NewestAsync(pupil, contest)).ValueKind);
        Assert.NotNull((await pupil.SubmitAsync(path, new() { ["language"] = "pascal", ["source"] = "begin end." })).Location);
        Assert.Equal(JsonValueKind.Null, (await NewestAsync(pupil, contest)).ValueKind);
    }

    [Fact]
    public async Task What_is_no_draft_is_refused()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        Assert.Equal(HttpStatusCode.BadRequest, (await SaveAsync(pupil, contest, "x", token: "")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SaveAsync(pupil, contest, "x", language: "klingon")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SaveAsync(pupil, contest, "x", writer: new string('w', 65))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SaveAsync(pupil, contest, "x", label: "Z")).Status);
        var large = new string('x', IDraftGrain.MostBytes + 1);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SaveAsync(pupil, contest, large)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SaveAsync(pupil, contest, large + large)).Status);
        Assert.Equal(HttpStatusCode.Found, (await arena.Browser().GetAsync(PathOf(contest))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await arena.StaffAsync()).GetAsync(PathOf(contest))).Status);
        Assert.Equal(JsonValueKind.Null, (await NewestAsync(pupil, contest)).ValueKind);
    }

    [Fact]
    public async Task Who_saves_without_pause_is_told_to_wait()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var token = await TokenAsync(pupil, contest);
        await SaveAsync(pupil, contest, "first", token: token);
        var flood = Enumerable.Range(0, 12).Select(i => SaveAsync(pupil, contest, $"{i}", token: token)).ToList();
        await PassAsync([.. flood]);
        var answers = await Task.WhenAll(flood);
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests);
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    private static string PathOf(Contest contest, string label = "A") => $"/thi/{contest.Code}/bai/{label}/nhap";

    /// <summary>A second save waits for the clock, which stands still.</summary>
    private async Task PassAsync(params Task[] saves)
    {
        while (!saves.All(save => save.IsCompleted))
        {
            arena.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(Task.WhenAll(saves), Task.Delay(20, TestContext.Current.CancellationToken));
        }
    }

    private static async Task<JsonElement> NewestAsync(Browser pupil, Contest contest) =>
        JsonDocument.Parse((await pupil.GetAsync(PathOf(contest))).Html).RootElement.GetProperty("newest");

    private static async Task<string> TokenAsync(Browser pupil, Contest contest) =>
        ArenaWeb.Tests.Browser.HiddenFields(await pupil.GetAsync($"/thi/{contest.Code}/bai/A"))["__RequestVerificationToken"];

    private static async Task<Answer> SaveAsync(
        Browser pupil,
        Contest contest,
        string text,
        string language = "pascal",
        string writer = "page",
        string label = "A",
        string? token = null
    ) =>
        await pupil.SendAsync(
            PathOf(contest, label),
            new() { ["__RequestVerificationToken"] = token ?? await TokenAsync(pupil, contest) },
            new()
            {
                ["language"] = language,
                ["text"] = text,
                ["writer"] = writer,
                ["seen"] = "0",
            }
        );
}
