using System.Net;
using System.Text.Json;
using Judge.Contests;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Tests.Puzzles;

/// <summary>What a page may send, and what comes of it. Nothing of the page's word makes a star.</summary>
public sealed class RunTests(ArenaFixture arena) : IClassFixture<ArenaFixture>, IDisposable
{
    private readonly Hour _hour = new(arena);

    /// <summary>Lets drafts be written that wait for the arena's clock.</summary>
    public void Dispose() => arena.Clock.Advance(TimeSpan.FromSeconds(5));

    [Fact]
    public async Task A_run_is_a_hand_in_whose_verdict_comes_with_the_answer()
    {
        var (contest, _, pupil) = await OpenAsync();
        var report = new PuzzleReport(
            0,
            true,
            3,
            ["until"],
            [Hour.End(1, "ok", 3), Hour.End(2, "hit_wall", 7, hidden: true) with { Block = 5 }]
        );
        var (status, answer) = await _hour.JudgedAsync(pupil.RunAsync(), report);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((0, true, 3), (Int(answer, "stars"), answer.GetProperty("almost").GetBoolean(), Int(answer, "blocks")));
        var hidden = answer.GetProperty("worlds")[1].GetProperty("end");
        Assert.Equal("Ở bước 7 Gạo chạm hàng rào.", hidden.GetProperty("said").GetString());
        Assert.False(hidden.TryGetProperty("cell", out _) || hidden.TryGetProperty("robot", out _));
        var stored = Assert.Single(await arena.Get<ISubmissions>().ListAsync(new() { Contest = contest.Id }, Hour.Ct));
        Assert.Equal(stored.Id.Value, answer.GetProperty("submission").GetInt64());
        Assert.Equal(
            answer.GetRawText().Replace("\"savedSeq\":1", "\"savedSeq\":0"),
            (await pupil.AskAsync(stored.Id.Value)).Answer.GetRawText()
        );
    }

    [Fact]
    public async Task Where_no_verdict_comes_in_three_seconds_the_page_hears_of_it_later()
    {
        var (_, _, pupil) = await OpenAsync();
        var asked = pupil.RunAsync();
        while (!asked.IsCompleted)
        {
            await Task.WhenAny(asked, Task.Delay(20, Hour.Ct));
            arena.Clock.Advance(TimeSpan.FromSeconds(0.5));
        }

        var (status, answer) = await asked;
        Assert.Equal(HttpStatusCode.Accepted, status);
        var id = answer.GetProperty("submission").GetInt64();
        Assert.Equal(HttpStatusCode.Accepted, (await pupil.AskAsync(id)).Status);
        await arena.JudgeAllAsync(_ => Hour.JudgementOf(Hour.Won));
        Assert.Equal((HttpStatusCode.OK, 3), await pupil.AskAsync(id) is var (later, told) ? (later, Int(told, "stars")) : default);
    }

    [Fact]
    public async Task A_run_id_that_is_sent_again_is_the_same_run_and_on_another_level_it_is_refused()
    {
        var (contest, _, pupil) = await OpenAsync();
        var run = Guid.NewGuid();
        var first = await _hour.JudgedAsync(pupil.RunAsync(run), Hour.Failed("not_at_goal"));
        var again = await _hour.JudgedAsync(pupil.RunAsync(run, seq: 2, program: Pupil.Program.Replace("s1", "won")), Hour.Won);
        Assert.Equal(Int(first.Answer, "submission"), Int(again.Answer, "submission"));
        Assert.Equal(0, Int(again.Answer, "stars"));
        var elsewhere = await Pupil.OpenAsync(pupil.Browser, $"/thi/{contest.Code}/man/A2");
        Said(HttpStatusCode.Conflict, again: false, await elsewhere.RunAsync(run));
        Assert.Single(await arena.Get<ISubmissions>().ListAsync(new() { Contest = contest.Id }, Hour.Ct));
    }

    [Fact]
    public async Task A_forged_win_is_refused_and_leaves_no_star()
    {
        var (contest, _, pupil) = await OpenAsync();
        var forged =
            $$$"""{"clientRunId":"{{{Guid.NewGuid()}}}","seq":1,"program":{{{Pupil.Program}}},"stars":3,"worlds":"""
            + """[{"id":1,"end":{"code":"ok"}}]}""";
        Said(HttpStatusCode.BadRequest, again: false, await pupil.SendAsync(HttpMethod.Post, "chay", forged));
        Assert.Empty(await arena.Get<ISubmissions>().ListAsync(new() { Contest = contest.Id }, Hour.Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("""{"clientRunId":"no","seq":1,"program":{}}""")]
    [InlineData("""{"clientRunId":"00000000-0000-0000-0000-000000000000","seq":1,"program":{}}""")]
    [InlineData("""{"clientRunId":"RUN","seq":0,"program":{}}""")]
    [InlineData("""{"clientRunId":"RUN","seq":1.5,"program":{}}""")]
    [InlineData("""{"clientRunId":"RUN","seq":99999999999999999999,"program":{}}""")]
    [InlineData("""{"clientRunId":"RUN","seq":1}""")]
    [InlineData("""{"clientRunId":"RUN","seq":1,"program":"text"}""")]
    [InlineData("""{"clientRunId":"RUN","seq":1,"seq":2,"program":{}}""")]
    [InlineData("""{"clientRunId":"RUN","seq":1,"program":{"a":1,"a":2}}""")]
    [InlineData("""{"clientRunId":"RUN","seq":1,"program":{},"ranAgo":"yesterday"}""")]
    [InlineData("""{"clientRunId":"RUN","seq":1,"program":DEEP}""")]
    public async Task What_no_page_of_ours_sends_is_answered_with_a_sentence(string body)
    {
        var (contest, _, pupil) = await OpenAsync();
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000);
        var sent = body.Replace("RUN", $"{Guid.NewGuid()}").Replace("DEEP", deep);
        Said(HttpStatusCode.BadRequest, again: false, await pupil.SendAsync(HttpMethod.Post, "chay", sent));
        Assert.Empty(await arena.Get<ISubmissions>().ListAsync(new() { Contest = contest.Id }, Hour.Ct));
    }

    [Theory]
    [InlineData("""{"blocks":{"languageVersion":0,"blocks":[]}}""")] // no hat
    [InlineData("""{"blocks":{"languageVersion":0,"blocks":[HAT]}}""")] // nothing under it
    [InlineData("""{"blocks":{"languageVersion":0,"blocks":[HAT,HAT]}}""")]
    [InlineData("""{"blocks":{"languageVersion":0,"blocks":[OVER{"type":"sc_bomb","id":"x"}}}]}}""")] // unknown
    [InlineData("""{"blocks":{"languageVersion":0,"blocks":[OVER{"type":"sc_pick","id":"x"}}}]}}""")] // not of this level
    [InlineData(
        """{"blocks":{"languageVersion":0,"blocks":[OVER{"type":"sc_repeat","inputs":{"TIMES":{"block":{"type":"sc_left"}}}}}}]}}"""
    )]
    public async Task A_forged_program_is_refused_at_the_door_and_nothing_is_stored(string program)
    {
        const string hat = """{"type":"sc_start","id":"b1","deletable":false,"movable":false""";
        var (contest, _, pupil) = await OpenAsync();
        var sent = program.Replace("HAT", hat + "}").Replace("OVER", hat + ",\"next\":{\"block\":");
        Said(HttpStatusCode.UnprocessableEntity, again: false, await pupil.RunAsync(program: sent));
        Assert.Empty(await arena.Get<ISubmissions>().ListAsync(new() { Contest = contest.Id }, Hour.Ct));
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_with_a_sentence()
    {
        var (_, _, pupil) = await OpenAsync();
        var large = $$$"""{"clientRunId":"{{{Guid.NewGuid()}}}","seq":9,"program":{"a":"{{{new string('x', 10 << 20)}}}"}}""";
        Said(HttpStatusCode.RequestEntityTooLarge, again: false, await pupil.SendAsync(HttpMethod.Post, "chay", large));
        Said(HttpStatusCode.RequestEntityTooLarge, again: false, await pupil.SaveAsync(9, $$"""{"a":"{{new string('x', 70_000)}}"}"""));
    }

    [Fact]
    public async Task A_page_of_somebody_else_cannot_run_here()
    {
        var (contest, _, pupil) = await OpenAsync();
        var (_, other) = await _hour.PupilAsync(contest, "HS002");
        var theirs = await Pupil.OpenAsync(other, $"/thi/{contest.Code}/man/A1");
        var body = $$"""{"clientRunId":"{{Guid.NewGuid()}}","seq":1,"program":{{Pupil.Program}}}""";
        var token = theirs.Level.GetProperty("token").GetString()!;
        Said(HttpStatusCode.BadRequest, again: false, await pupil.SendAsync(HttpMethod.Post, "chay", body, token));
        Said(HttpStatusCode.BadRequest, again: false, await pupil.SendAsync(HttpMethod.Put, "ban-nhap", body, "forged"));
        var run = await _hour.JudgedAsync(theirs.RunAsync(), Hour.Won);
        Said(HttpStatusCode.Conflict, again: false, await pupil.AskAsync(Int(run.Answer, "submission")));
    }

    [Fact]
    public async Task The_sixth_run_in_a_second_waits_and_is_taken_a_second_later()
    {
        var (_, _, pupil) = await OpenAsync();
        var run = Guid.NewGuid();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _hour.JudgedAsync(pupil.RunAsync(), Hour.Won)).Status);
        }

        Said(HttpStatusCode.TooManyRequests, again: true, await pupil.RunAsync(run));
        arena.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _hour.JudgedAsync(pupil.RunAsync(run), Hour.Won)).Status);
    }

    [Fact]
    public async Task In_a_pause_a_run_is_kept_by_the_page_and_taken_when_it_goes_on()
    {
        var (contest, card, pupil) = await OpenAsync();
        var acts = arena.Get<IContestActs>();
        var run = Guid.NewGuid();
        await acts.PauseAsync(contest.Id, [card.Entrant], new("test", "Mất điện"), Hour.Ct);
        Said(HttpStatusCode.Conflict, again: true, await pupil.RunAsync(run));
        await acts.GoOnAsync(contest.Id, [card.Entrant], Hour.Ct);
        Assert.Equal(HttpStatusCode.OK, (await _hour.JudgedAsync(pupil.RunAsync(run, ago: 5_000), Hour.Won)).Status);
    }

    [Theory]
    [InlineData(60, 61_000, "counted")]
    [InlineData(60, 86_400_000, "kept")] // a clock that is off by a day
    [InlineData(60, -86_400_000, "kept")]
    [InlineData(60, 30_000, "kept")]
    [InlineData(121, 200_000, "kept")]
    public async Task After_the_end_a_run_is_judged_and_counts_only_by_the_rule(int seconds, long ago, string late)
    {
        var (contest, card, pupil) = await OpenAsync();
        arena.Clock.Advance(TimeSpan.FromMinutes(60) + TimeSpan.FromSeconds(seconds));
        var (status, answer) = await _hour.JudgedAsync(pupil.RunAsync(ago: ago), Hour.Won);
        Assert.Equal((HttpStatusCode.OK, late, 3), (status, answer.GetProperty("late").GetString(), Int(answer, "stars")));
        var facts = await arena.Get<ISubmissions>().ListAsync(new() { Contest = contest.Id }, Hour.Ct);
        var clock = Clock.Of(contest, card.Entrant, await arena.Get<IContestActs>().BegunAsync(card.Entrant, Hour.Ct));
        Assert.Equal(late == "counted", clock.Counts(Assert.Single(facts).At));
        Assert.Equal(late == "counted", facts[0].Late is not null);
    }

    [Fact]
    public async Task Runs_that_come_in_another_order_than_they_were_made_all_count_and_the_last_program_is_kept()
    {
        var (contest, _, pupil) = await OpenAsync();
        foreach (var (seq, report) in new[] { (3, Hour.Won), (1, Hour.Failed("hit_wall")), (2, Hour.Failed("hit_wall")) })
        {
            var program = Pupil.Program.Replace("s1", $"n{seq}");
            Assert.Equal(HttpStatusCode.OK, (await _hour.JudgedAsync(pupil.RunAsync(seq: seq, program: program), report)).Status);
        }

        Assert.Equal(3, (await arena.Get<ISubmissions>().ListAsync(new() { Contest = contest.Id }, Hour.Ct)).Count);
        var anew = await Pupil.OpenAsync(pupil.Browser, $"/thi/{contest.Code}/man/A1");
        Assert.Equal(3, anew.Level.GetProperty("saved").GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task A_judges_failure_is_never_called_the_pupils()
    {
        var (_, _, pupil) = await OpenAsync();
        var asked = pupil.RunAsync();
        while (!asked.IsCompleted)
        {
            await arena.JudgeAllAsync(_ => new() { Verdict = Judge.Problems.Verdict.JudgeError, Share = 0 });
            await Task.WhenAny(asked, Task.Delay(10, Hour.Ct));
        }

        var (status, answer) = await asked;
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Contains("không phải lỗi của em", answer.GetProperty("said").GetString());
    }

    private async Task<(Contest Contest, ArenaWeb.Accounts.Card Card, Pupil Pupil)> OpenAsync()
    {
        var contest = await _hour.AddAsync();
        var (card, browser) = await _hour.PupilAsync(contest);
        return (contest, card, await Pupil.OpenAsync(browser, $"/thi/{contest.Code}/man/A1"));
    }

    private static void Said(HttpStatusCode status, bool again, (HttpStatusCode Status, JsonElement Answer) got)
    {
        Assert.Equal((status, again), (got.Status, got.Answer.GetProperty("again").GetBoolean()));
        Assert.True(got.Answer.GetProperty("said").GetString()!.Length > 20);
    }

    private static int Int(JsonElement answer, string key) => answer.GetProperty(key).GetInt32();
}
