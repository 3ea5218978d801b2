using System.Globalization;
using System.Net;
using ArenaWeb.Live;
using ArenaWeb.Tests.Judgements;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Progress;
using Judge.Submit;

namespace ArenaWeb.Tests.Live;

public sealed class LiveStreamTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_word_is_the_clock()
    {
        var contest = await arena.AddContestAsync();
        await using var stream = await OpenAsync(arena.Browser(), contest);
        var (name, data, _) = await stream.NextAsync();
        Assert.Equal("clock", name);
        var window = $"\"now\":{Ms(arena.Clock.GetUtcNow())},\"starts\":{Ms(contest.Start)},\"ends\":{Ms(contest.End)}";
        Assert.Equal($"{{\"topic\":\"contest:{contest.Id.Value}\",{window}}}", data);
    }

    [Fact]
    public async Task A_pupil_hears_of_the_own_submission_and_its_verdict_and_nobody_else_does()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest, "HS1");
        await using var own = await OpenAsync(pupil, contest);
        await using var other = await OpenAsync(await arena.PupilAsync(contest, "HS2"), contest);
        await own.NextAsync();
        await own.NextAsync();
        await other.NextAsync();
        await other.NextAsync();
        var sent = await pupil.SubmitAsync($"/thi/{contest.Code}/bai/A", new() { ["language"] = "pascal", ["source"] = "begin end." });
        var id = sent.Location!.Split('/')[^1];
        Assert.Contains($"\"id\":{id}}}", await own.DataOfAsync("submission"));
        await arena.JudgeAllAsync(_ => SomeJudgements.Accepted);
        Assert.Contains($"\"id\":{id}}}", await own.DataOfAsync("submission"));
        arena.Get<LiveFeed>().PublishBoard(contest.Id, "v1");
        Assert.Equal(("board", $$"""{"topic":"board:{{contest.Id.Value}}","version":"v1"}"""), await other.NamedAsync());
    }

    [Fact]
    public async Task An_extended_contest_moves_every_clock()
    {
        var contest = await arena.AddContestAsync();
        await using var visitor = await OpenAsync(arena.Browser(), contest);
        await visitor.NextAsync();
        var longer = contest with { End = contest.End.AddMinutes(15) };
        await arena.Get<IContests>().ChangeAsync(longer, Ct);
        var changed = await arena.Get<IEvents>().LastSequenceAsync(Ct);
        var (name, data, id) = await visitor.NextAsync();
        while (id != changed.ToString(CultureInfo.InvariantCulture)) // the contest itself may have been news a moment ago
        {
            (name, data, id) = await visitor.NextAsync();
        }
        Assert.Equal("contest", name);
        Assert.Contains($"\"ends\":{Ms(longer.End)}", data);
    }

    [Fact]
    public async Task A_lost_connection_is_told_what_it_missed()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        string? last;
        await using (var first = await OpenAsync(pupil, contest))
        {
            await SubmitAsync(pupil, contest, "begin end.");
            (string Name, string Data, string? Id) heard;
            while ((heard = await first.NextAsync()).Name != "submission") { }
            last = heard.Id;
        }
        await SubmitAsync(pupil, contest, "begin  end.");
        await using var again = await OpenAsync(pupil, contest, last);
        (string Name, string Data, string? Id) next;
        while ((next = await again.NextAsync()).Name != "submission") { }
        Assert.True(long.Parse(next.Id!) > long.Parse(last!));
    }

    [Fact]
    public async Task What_happened_between_the_page_and_its_stream_is_told()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var own = (await SubmitAsync(pupil, contest, "begin end.")).Location!;
        var page = await pupil.GetAsync(own);
        await arena.JudgeAllAsync(_ => SomeJudgements.NotCompiled);
        var island = page.Document.QuerySelector("[data-island=live]")!;
        var topics = island.GetAttribute("data-topics")!.Replace(' ', '+');
        var query = $"?nghe={topics}&sau={island.GetAttribute("data-after")}";
        await using var stream = await EventStream.OpenAsync(pupil.Client, island.GetAttribute("data-src") + query, null, null, Ct);
        var heard = new List<string>();
        while (!heard.Contains("submission"))
        {
            heard.Add((await stream.NextAsync()).Name);
        }
    }

    [Fact]
    public async Task Tests_are_told_as_they_are_judged()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var own = (await SubmitAsync(pupil, contest, "begin end.")).Location!;
        await using var stream = await OpenAsync(pupil, contest);
        var submission = (await arena.Get<ISubmissions>().ListAsync(new SubmissionFilter { Contest = contest.Id }, Ct)).Single();
        await arena
            .Get<IJudgingProgress>()
            .TellAsync(new JudgingProgress(contest.Id, submission.Entrant, submission.Id, 3, [Verdict.Accepted, Verdict.WrongAnswer]), Ct);
        while ((await stream.NextAsync()).Name != "progress") { }
        var part = await pupil.GetAsync($"{own}?phan=1");
        Assert.Equal(["v-ac", "v-wa", "v-waiting"], part.Document.QuerySelectorAll(".square").Select(square => square.ClassList[1]));
        Assert.Contains("Đang chấm", part.Html);
        await arena.JudgeAllAsync(_ => SomeJudgements.Accepted);
        Assert.DoesNotContain("Đang chấm", (await pupil.GetAsync($"{own}?phan=1")).Html);
    }

    [Fact]
    public async Task Silence_is_broken_every_fifteen_seconds()
    {
        var contest = await arena.AddContestAsync();
        await using var stream = await OpenAsync(arena.Browser(), contest);
        string? line;
        var numbers = 0;
        do
        {
            var next = stream.LineAsync();
            while (!next.IsCompleted)
            {
                arena.Clock.Advance(TimeSpan.FromSeconds(15));
                await Task.WhenAny(next, Task.Delay(20, Ct)); // or the contest would be over years ago before the line is read
            }
            line = await next;
        } while (line?.StartsWith("id: ", StringComparison.Ordinal) == false || (line is not null && ++numbers < 2)); // one at the start
        Assert.StartsWith("id: ", line);
    }

    [Fact]
    public async Task It_is_an_event_stream_that_nobody_keeps_or_compresses()
    {
        var contest = await arena.AddContestAsync();
        await using var stream = await OpenAsync(await arena.PupilAsync(contest), contest, accept: "br");
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType!.MediaType);
        Assert.True(stream.Response.Headers.CacheControl is { NoStore: true, NoTransform: true });
        Assert.Equal(["no"], stream.Response.Headers.GetValues("X-Accel-Buffering"));
        Assert.Empty(stream.Response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task There_is_no_stream_of_a_contest_that_does_not_exist() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await arena.Browser().GetAsync("/su-kien?nghe=contest:999999999")).Status);

    [Theory]
    [InlineData("")]
    [InlineData("board:")]
    [InlineData("board:x")]
    [InlineData("board:-1")]
    [InlineData("board:99999999999999999999")]
    [InlineData("juror:1")]
    [InlineData("entrant:1")]
    public async Task Nothing_that_may_be_heard_is_no_stream(string topics)
    {
        var answer = await arena.Browser().GetAsync($"/su-kien?nghe={topics}");
        Assert.Equal((HttpStatusCode.Forbidden, ""), (answer.Status, answer.Html));
    }

    [Fact]
    public async Task Of_another_pupil_nothing_is_told_and_the_rest_is()
    {
        var contest = await arena.AddContestAsync();
        var other = await arena.AddPupilAsync(contest, "HS2");
        var pupil = await arena.PupilAsync(contest, "HS1");
        await using var stream = await AskAsync(pupil, $"contest:{contest.Id.Value}+entrant:{other.Entrant.Value}");
        Assert.Equal(("refused", $$"""{"topic":"entrant:{{other.Entrant.Value}}"}"""), await stream.NamedAsync());
        Assert.Equal("clock", (await stream.NextAsync()).Name);
    }

    [Fact]
    public async Task One_stream_bears_the_boards_of_several_contests()
    {
        var (first, second) = (await arena.AddContestAsync(), await arena.AddContestAsync());
        await using var stream = await AskAsync(arena.Browser(), $"board:{first.Id.Value}+board:{second.Id.Value}");
        await stream.NextAsync();
        await stream.NextAsync();
        arena.Get<LiveFeed>().PublishBoard(second.Id, "v2");
        arena.Get<LiveFeed>().PublishBoard(first.Id, "v1");
        Assert.Contains($"board:{second.Id.Value}", (await stream.NextAsync()).Data);
        Assert.Contains($"board:{first.Id.Value}", (await stream.NextAsync()).Data);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_ends_with_its_session(bool bySigningOut)
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest, "HS1");
        var next = await arena.AddPupilAsync(contest, "HS2");
        await using var stream = await OpenAsync(pupil, contest);
        await using var visitor = await OpenAsync(arena.Browser(), contest);
        if (bySigningOut)
        {
            await pupil.SubmitAsync("/ket-thuc", []);
        }
        else
        {
            // The pupils' door leads on who is inside, so the form comes from the staff's.
            var hidden = Browser.HiddenFields(await pupil.GetAsync("/dang-nhap/can-bo"));
            var fields = new Dictionary<string, string>
            {
                ["Code"] = contest.Code,
                ["Sbd"] = next.Sbd,
                ["Pin"] = next.Pin,
            };
            Assert.Equal($"/thi/{contest.Code}", (await pupil.SendAsync("/dang-nhap", hidden, fields)).Location);
        }
        while (await stream.LineAsync() is not null) { }
        arena.Get<LiveFeed>().PublishBoard(contest.Id, "v1");
        Assert.Contains("v1", await visitor.DataOfAsync("board", "v1"));
    }

    [Fact]
    public async Task Whoever_has_too_many_streams_may_still_ask()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var topics = await TopicsAsync(pupil, contest);
        var open = new List<EventStream>();
        for (var i = 0; i < StreamLimits.AnAccount; i++)
        {
            open.Add(await AskAsync(pupil, topics));
            Assert.Equal("clock", (await open[i].NextAsync()).Name);
        }
        var one = await pupil.GetAsync($"/su-kien?nghe={topics}");
        Assert.Equal((HttpStatusCode.TooManyRequests, ""), (one.Status, one.Html));
        var asked = await pupil.GetAsync($"/su-kien?nghe={topics}&mot-lan=1");
        Assert.Contains("event: clock\n", asked.Html);
        await using var others = await OpenAsync(await arena.PupilAsync(contest, "HS2"), contest);
        Assert.Equal("clock", (await others.NextAsync()).Name);
        foreach (var stream in open)
        {
            await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_question_is_answered_with_what_was_missed_and_the_number_to_ask_from()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var topics = await TopicsAsync(pupil, contest);
        var before = await arena.Get<IEvents>().LastSequenceAsync(Ct);
        await SubmitAsync(pupil, contest, "begin end.");
        var after = await arena.Get<IEvents>().LastSequenceAsync(Ct);
        var first = (await pupil.GetAsync($"/su-kien?nghe={topics}&sau={before}&mot-lan=1")).Html;
        Assert.Contains("event: submission\n", first);
        Assert.EndsWith($"id: {after}\n\n", first);
        var second = (await pupil.GetAsync($"/su-kien?nghe={topics}&sau={after}&mot-lan=1")).Html;
        Assert.DoesNotContain("event: submission\n", second);
        Assert.EndsWith($"id: {after}\n\n", second);
    }

    [Fact]
    public async Task A_number_from_a_later_day_than_the_database_brings_everything_anew()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        await using var stream = await AskAsync(pupil, await TopicsAsync(pupil, contest) + "&sau=900000000");
        await stream.DataOfAsync("submission");
        await SubmitAsync(pupil, contest, "begin end.");
        await stream.DataOfAsync("submission", "\"id\":");
    }

    private static Task<Answer> SubmitAsync(Browser pupil, Contest contest, string source) =>
        pupil.SubmitAsync($"/thi/{contest.Code}/bai/A", new() { ["language"] = "pascal", ["source"] = source });

    private async Task<EventStream> OpenAsync(Browser browser, Contest contest, string? last = null, string? accept = null)
    {
        await arena.Get<LiveFeed>().Following.WaitAsync(Ct);
        return await EventStream.OpenAsync(browser.Client, $"/su-kien?nghe={await TopicsAsync(browser, contest)}", last, accept, Ct);
    }

    private async Task<EventStream> AskAsync(Browser browser, string query)
    {
        await arena.Get<LiveFeed>().Following.WaitAsync(Ct);
        return await EventStream.OpenAsync(browser.Client, $"/su-kien?nghe={query}", null, null, Ct);
    }

    /// <summary>What the browser's visitor may hear of a contest.</summary>
    private static async Task<string> TopicsAsync(Browser browser, Contest contest)
    {
        var page = await browser.GetAsync($"/thi/{contest.Code}");
        var own = page.Status == HttpStatusCode.OK ? page.Document.QuerySelector("[data-island=live]")!.GetAttribute("data-topics") : null;
        return $"{own?.Replace(' ', '+') ?? $"contest:{contest.Id.Value}"}+board:{contest.Id.Value}";
    }

    private static long Ms(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();
}
