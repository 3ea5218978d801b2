using System.Globalization;
using System.Net;
using ArenaWeb.Live;
using ArenaWeb.Tests.Judgements;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Queue;
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
        Assert.Equal("contest", name);
        Assert.Equal($$"""{"now":{{Ms(arena.Clock.GetUtcNow())}},"starts":{{Ms(contest.Start)}},"ends":{{Ms(contest.End)}}}""", data);
    }

    [Fact]
    public async Task A_pupil_hears_of_the_own_submission_and_its_verdict_and_nobody_else_does()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest, "HS1");
        await using var own = await OpenAsync(pupil, contest);
        await using var other = await OpenAsync(await arena.PupilAsync(contest, "HS2"), contest);
        await own.NextAsync();
        await other.NextAsync();
        var sent = await pupil.SubmitAsync($"/thi/{contest.Code}/bai/A", new() { ["language"] = "pascal", ["source"] = "begin end." });
        var id = sent.Location!.Split('/')[^1];
        Assert.Equal(("submission", $$"""{"id":{{id}}}"""), await own.NamedAsync());
        await arena.JudgeAllAsync(_ => SomeJudgements.Accepted);
        Assert.Equal(("submission", $$"""{"id":{{id}}}"""), await own.NamedAsync());
        arena.Get<LiveFeed>().PublishBoard(contest.Id, "v1");
        Assert.Equal(("board", "v1"), await other.NamedAsync());
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
            await first.NextAsync();
            await SubmitAsync(pupil, contest, "begin end.");
            last = (await first.NextAsync()).Id;
        }
        await SubmitAsync(pupil, contest, "begin  end.");
        await using var again = await OpenAsync(pupil, contest, last);
        await again.NextAsync();
        var (name, _, id) = await again.NextAsync();
        Assert.Equal("submission", name);
        Assert.True(long.Parse(id!) > long.Parse(last!));
    }

    [Fact]
    public async Task What_happened_between_the_page_and_its_stream_is_told()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var own = (await SubmitAsync(pupil, contest, "begin end.")).Location!;
        var page = await pupil.GetAsync(own);
        await arena.JudgeAllAsync(_ => SomeJudgements.NotCompiled);
        var address = page.Document.QuerySelector("[data-island=live]")!.GetAttribute("data-src")!;
        await using var stream = await EventStream.OpenAsync(pupil.Client, address, null, null, Ct);
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
        do
        {
            var next = stream.LineAsync();
            while (!next.IsCompleted)
            {
                arena.Clock.Advance(TimeSpan.FromSeconds(15));
                await Task.WhenAny(next, Task.Delay(20, Ct)); // or the contest would be over years ago before the line is read
            }
            line = await next;
        } while (line is not (":" or null));
        Assert.Equal(":", line);
    }

    [Fact]
    public async Task It_is_an_event_stream_that_nobody_keeps_or_compresses()
    {
        var contest = await arena.AddContestAsync();
        await using var stream = await OpenAsync(arena.Browser(), contest, accept: "br");
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType!.MediaType);
        Assert.True(stream.Response.Headers.CacheControl!.NoStore);
        Assert.Empty(stream.Response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task There_is_no_stream_of_a_contest_that_does_not_exist() =>
        Assert.Equal(HttpStatusCode.NotFound, (await arena.Browser().GetAsync("/su-kien/NO-SUCH")).Status);

    private static Task<Answer> SubmitAsync(Browser pupil, Contest contest, string source) =>
        pupil.SubmitAsync($"/thi/{contest.Code}/bai/A", new() { ["language"] = "pascal", ["source"] = source });

    private async Task<EventStream> OpenAsync(Browser browser, Contest contest, string? last = null, string? accept = null)
    {
        await arena.Get<LiveFeed>().Following.WaitAsync(Ct);
        return await EventStream.OpenAsync(browser.Client, $"/su-kien/{contest.Code}", last, accept, Ct);
    }

    private static long Ms(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();
}
