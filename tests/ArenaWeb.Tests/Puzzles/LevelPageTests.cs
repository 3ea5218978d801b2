using System.Net;
using System.Text.Json;

namespace ArenaWeb.Tests.Puzzles;

public sealed class LevelPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private readonly Hour _hour = new(arena);

    [Fact]
    public async Task A_level_comes_in_the_pages_language_without_hidden_maps_and_solutions()
    {
        var contest = await _hour.AddAsync();
        var (_, browser) = await _hour.PupilAsync(contest);
        var pupil = await Pupil.OpenAsync(browser, $"/thi/{contest.Code}/man/A1");
        Assert.Equal("Đường tới trường a01", pupil.Level.GetProperty("title").GetString());
        Assert.Equal("Em dừng khi nào?", pupil.Level.GetProperty("hints")[0].GetString());
        Assert.Equal((1, 1), (pupil.Level.GetProperty("worlds").GetArrayLength(), pupil.Level.GetProperty("hidden").GetInt32()));
        Assert.StartsWith("Ở bước {0} Gạo", pupil.Level.GetProperty("sentences").GetProperty("hit_wall").GetString());
        Assert.True(pupil.Level.GetProperty("sentences").TryGetProperty("out_of_ticks", out _));
        Assert.Equal($"/thi/{contest.Code}/man/A2", pupil.Level.GetProperty("paths").GetProperty("next").GetString());
        var text = pupil.Level.GetRawText();
        Assert.DoesNotContain(TestLevels.OfHidden, text);
        Assert.DoesNotContain("three-steps", text);
        Assert.DoesNotContain("saved", text);
        Assert.Equal($"/thi/{contest.Code}/man/A1", (await browser.GetAsync($"/thi/{contest.Code}/bai/A1")).Location);
    }

    [Fact]
    public async Task Before_the_press_there_is_no_level()
    {
        var contest = await _hour.AddAsync();
        var browser = await arena.PupilAsync(contest);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/thi/{contest.Code}/man/A1")).Status);
    }

    [Fact]
    public async Task What_a_page_saved_never_ends_the_element_that_it_stands_in()
    {
        var contest = await _hour.AddAsync();
        var (_, browser) = await _hour.PupilAsync(contest);
        var path = $"/thi/{contest.Code}/man/A1";
        const string Forged = """{"blocks":{"</script><h1>":"</script><h1>Bẫy</h1>"}}""";
        await (await Pupil.OpenAsync(browser, path)).SaveAsync(1, Forged);
        var page = await browser.GetAsync(path);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        var saved = JsonDocument.Parse(page.Document.QuerySelector("#level")!.TextContent).RootElement.GetProperty("saved");
        Assert.Equal("</script><h1>Bẫy</h1>", saved.GetProperty("program").GetProperty("blocks").GetProperty("</script><h1>").GetString());
    }

    [Fact]
    public async Task Another_pc_goes_on_where_the_last_save_was_and_an_older_save_never_wins()
    {
        var contest = await _hour.AddAsync();
        var (card, browser) = await _hour.PupilAsync(contest);
        var path = $"/thi/{contest.Code}/man/A1";
        var here = await Pupil.OpenAsync(browser, path);
        var there = await Pupil.OpenAsync(await arena.SignInAsync(contest, card), path);
        Assert.Equal(1, (await SavedAsync(here.SaveAsync(1, Named("one")))).GetProperty("savedSeq").GetInt64());
        Assert.Equal(7, (await SavedAsync(there.SaveAsync(7, Named("seven")))).GetProperty("savedSeq").GetInt64());
        var late = await SavedAsync(here.SaveAsync(6, Named("six")));
        Assert.Equal(
            (7, Named("seven")),
            (late.GetProperty("savedSeq").GetInt64(), late.GetProperty("saved").GetProperty("program").GetRawText())
        );
        var third = await Pupil.OpenAsync(await arena.SignInAsync(contest, card), path);
        var saved = third.Level.GetProperty("saved");
        Assert.Equal((7, Named("seven")), (saved.GetProperty("seq").GetInt64(), saved.GetProperty("program").GetRawText()));
    }

    /// <summary>Drafts are written every two seconds of the arena's clock.</summary>
    private async Task<JsonElement> SavedAsync(Task<(HttpStatusCode Status, JsonElement Answer)> asked)
    {
        while (!asked.IsCompleted)
        {
            await Task.WhenAny(asked, Task.Delay(20, Hour.Ct));
            arena.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var (status, answer) = await asked;
        Assert.Equal(HttpStatusCode.OK, status);
        return answer;
    }

    private static string Named(string id) => Pupil.Program.Replace("s1", id);
}
