using System.Data.Common;
using System.IO.Pipelines;
using System.Reflection;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Live;
using Judge.Contests;
using Judge.Events;
using Judge.Progress;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

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
        Assert.Contains(Ends(contest), (await stream.NextAsync()).Data);
        using var quick = feed.Look(LiveTopic.Board(contest.Id), LiveTopic.Clock(contest.Id));
        var longer = contest with { End = contest.End.AddMinutes(15) };
        await arena.Get<IContests>().ChangeAsync(longer, Ct);
        var changed = await arena.Get<IEvents>().LastSequenceAsync(Ct);
        while ((await quick.Waiting.ReadAsync(Ct)).Sequence != changed) { }
        for (var version = 1; version <= 100; version++)
        {
            feed.PublishBoard(contest.Id, $"v{version}");
        }
        var heard = new List<string>();
        while (!heard.Any(data => data.Contains(Ends(longer), StringComparison.Ordinal)))
        {
            heard.Add((await stream.NextAsync()).Data);
        }
        Assert.DoesNotContain(heard, data => data.Contains("\"v1\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_database_could_not_say_at_first_is_told_afterwards()
    {
        var contest = await arena.AddContestAsync();
        var (contests, events) = (UnreadableOnce.Of(arena.Get<IContests>()), arena.Get<IEvents>());
        var trouble = NullLogger<LiveFeed>.Instance;
        using var feed = new LiveFeed(events, arena.Get<IJudgingProgress>(), contests, new Departures(), new NoPause(), trouble);
        await feed.StartAsync(Ct);
        await feed.Following.WaitAsync(Ct);
        using var view = feed.Look(LiveTopic.Board(contest.Id), LiveTopic.Clock(contest.Id));
        await arena.Get<IContests>().ChangeAsync(contest with { End = contest.End.AddMinutes(15) }, Ct);
        var changed = await events.LastSequenceAsync(Ct);
        var told = await view.Waiting.ReadAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Ct);
        await feed.StopAsync(Ct);
        Assert.Equal(changed, told.Sequence);
    }

    /// <summary>A stream that is read as fast as the test reads it.</summary>
    private ReadStream Open(Contest contest, IContests contests, PipeOptions speed)
    {
        var stream = new LiveStream(
            arena.Get<LiveFeed>(),
            new StreamLimits(),
            arena.Get<IEvents>(),
            contests,
            arena.Get<Askers>(),
            arena.Clock
        );
        var (pipe, left) = (new Pipe(speed), new CancellationTokenSource());
        var http = new DefaultHttpContext { RequestAborted = left.Token };
        http.Request.QueryString = new QueryString($"?nghe=contest:{contest.Id.Value}+board:{contest.Id.Value}");
        http.Response.Body = pipe.Writer.AsStream();
        var running = stream.RunAsync(http, arena.Get<IHostApplicationLifetime>());
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

    /// <summary>Every pause ends at once.</summary>
    private sealed class NoPause : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    /// <summary>The first question fails as in a database that is away for a moment.</summary>
    public class UnreadableOnce : DispatchProxy
    {
        private IContests _real = null!;
        private bool _failed;

        public static IContests Of(IContests real)
        {
            var proxy = Create<IContests, UnreadableOnce>();
            ((UnreadableOnce)(object)proxy)._real = real;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (_failed)
            {
                return targetMethod!.Invoke(_real, args);
            }

            _failed = true;
            return Task.FromException<Contest?>(new IOException());
        }
    }

    /// <summary>A contest is changed as soon as somebody has found it.</summary>
    private sealed class ChangedOnceFound(IContests real, Contest changed) : IContests
    {
        private bool _isChanged;

        public async Task<Contest?> FindAsync(ContestId id, CancellationToken ct)
        {
            var found = await real.FindAsync(id, ct);
            if (!_isChanged)
            {
                _isChanged = true;
                await real.ChangeAsync(changed, ct);
            }
            return found;
        }

        public Task<Contest?> FindAsync(string code, CancellationToken ct) => real.FindAsync(code, ct);

        public Task<IReadOnlyList<Contest>> ListAsync(CancellationToken ct) => real.ListAsync(ct);

        public Task<Contest> AddAsync(Contest contest, CancellationToken ct) => real.AddAsync(contest, ct);

        public Task ChangeAsync(Contest contest, CancellationToken ct) => real.ChangeAsync(contest, ct);

        public Task<IReadOnlyList<EntrantId>> AddEntrantsAsync(
            ContestId contest,
            int count,
            Func<IReadOnlyList<EntrantId>, DbTransaction, Task> introduce,
            CancellationToken ct
        ) => real.AddEntrantsAsync(contest, count, introduce, ct);

        public Task<IReadOnlyCollection<ContestId>> ChangeEntrantsAsync(
            Func<DbConnection, DbTransaction, Task<IReadOnlyCollection<ContestId>>> change,
            CancellationToken ct
        ) => real.ChangeEntrantsAsync(change, ct);

        public Task<IReadOnlyList<EntrantId>> EntrantsAsync(ContestId contest, CancellationToken ct) => real.EntrantsAsync(contest, ct);
    }
}
