using System.Data.Common;
using System.IO.Pipelines;
using ArenaWeb.Live;
using Judge.Contests;
using Judge.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ArenaWeb.Tests.Live;

/// <summary>No change falls between what a stream reads at its start, what it hears afterwards, and what it had to drop.</summary>
public sealed class LiveStreamRacesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contest_that_changes_while_a_stream_opens_is_told_by_its_new_end()
    {
        var contest = await arena.AddContestAsync();
        var longer = contest with { End = contest.End.AddMinutes(15) };
        var contests = new ChangedOnceFound(arena.Get<IContests>(), longer);
        await using var stream = Open(contest, contests, PipeOptions.Default);
        Assert.Contains(Ends(longer), (await stream.NextAsync()).Data);
    }

    [Fact]
    public async Task Who_is_too_slow_to_hear_of_a_new_end_is_told_it_afterwards()
    {
        var contest = await arena.AddContestAsync();
        var feed = arena.Get<LiveFeed>();
        await feed.Following.WaitAsync(Ct);
        await using var stream = Open(contest, arena.Get<IContests>(), new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 0));
        using var quick = feed.Look(contest.Id, entrant: null);
        var longer = contest with { End = contest.End.AddMinutes(15) };
        await arena.Get<IContests>().ChangeAsync(longer, Ct);
        var changed = await arena.Get<IEvents>().LastSequenceAsync(Ct);
        while ((await quick.Waiting.ReadAsync(Ct)).Sequence != changed) { }
        for (var version = 1; version <= 100; version++)
        {
            feed.PublishBoard(contest.Id, $"v{version}");
        }
        var heard = new List<string>();
        while (!heard.Contains("v100"))
        {
            heard.Add((await stream.NextAsync()).Data);
        }
        Assert.DoesNotContain("v1", heard);
        Assert.Contains(heard, data => data.Contains(Ends(longer), StringComparison.Ordinal));
    }

    /// <summary>A stream that is read as fast as the test reads it.</summary>
    private ReadStream Open(Contest contest, IContests contests, PipeOptions speed)
    {
        var stream = new LiveStream(arena.Get<LiveFeed>(), arena.Get<IEvents>(), contests, arena.Clock);
        var (pipe, left) = (new Pipe(speed), new CancellationTokenSource());
        var http = new DefaultHttpContext { RequestAborted = left.Token };
        http.Response.Body = pipe.Writer.AsStream();
        var running = stream.RunAsync(http, contest.Code, arena.Get<IHostApplicationLifetime>());
        return new ReadStream(new EventStream(new HttpResponseMessage(), new StreamReader(pipe.Reader.AsStream()), Ct), left, running);
    }

    private static string Ends(Contest contest) => $"\"ends\":{contest.End.ToUnixTimeMilliseconds()}";

    private sealed record ReadStream(EventStream Events, CancellationTokenSource Left, Task Running) : IAsyncDisposable
    {
        public Task<(string Name, string Data, string? Id)> NextAsync() => Events.NextAsync();

        public async ValueTask DisposeAsync()
        {
            await Left.CancelAsync();
            await Running;
            await Events.DisposeAsync();
            Left.Dispose();
        }
    }

    /// <summary>A contest is changed as soon as somebody has found it by its code.</summary>
    private sealed class ChangedOnceFound(IContests real, Contest changed) : IContests
    {
        public async Task<Contest?> FindAsync(string code, CancellationToken ct)
        {
            var found = await real.FindAsync(code, ct);
            await real.ChangeAsync(changed, ct);
            return found;
        }

        public Task<Contest?> FindAsync(ContestId id, CancellationToken ct) => real.FindAsync(id, ct);

        public Task<IReadOnlyList<Contest>> ListAsync(CancellationToken ct) => real.ListAsync(ct);

        public Task<Contest> AddAsync(Contest contest, CancellationToken ct) => real.AddAsync(contest, ct);

        public Task ChangeAsync(Contest contest, CancellationToken ct) => real.ChangeAsync(contest, ct);

        public Task<IReadOnlyList<EntrantId>> AddEntrantsAsync(
            ContestId contest,
            int count,
            Func<IReadOnlyList<EntrantId>, DbTransaction, Task> introduce,
            CancellationToken ct
        ) => real.AddEntrantsAsync(contest, count, introduce, ct);

        public Task<IReadOnlyList<EntrantId>> EntrantsAsync(ContestId contest, CancellationToken ct) => real.EntrantsAsync(contest, ct);
    }
}
