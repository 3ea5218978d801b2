using System.Collections.Concurrent;
using Dapper;
using Judge.Contests;
using Judge.Events;
using Judge.Queue;
using Judge.Storage;
using Judge.Submit;
using Judge.Worker.Bench;
using Judge.Worker.Trial;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Support;

namespace Judge.Tests.Queue;

/// <summary>The dispatcher in a real silo, with its database and its nodes, before and after it lives elsewhere.</summary>
public sealed class AwakeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contest-awake-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 180_000)]
    public async Task A_flood_delays_another_by_at_most_one_turn_before_and_after_the_dispatcher_moves()
    {
        const int Flood = 1_000;
        var (contest, flooding, other) = (default(Contest)!, default(EntrantId), default(EntrantId));
        await using (var arena = await StartAsync())
        {
            (contest, (flooding, other)) = await arena.AddContestAsync();
            var waiting = await arena.FloodAsync(contest, flooding, Flood);
            var late = await arena.HandInAsync(contest, other);
            var taken = await arena.TakeAsync(20, TimeSpan.FromMilliseconds(20));
            Assert.Contains(late, taken.Take(2));
            Assert.Equal(waiting.Take(18), taken.Where(waiting.Contains).Take(18));
        }

        await using (var arena = await StartAsync())
        {
            var late = await arena.HandInAsync(contest, other);
            Assert.Contains(late, (await arena.TakeAsync(20, TimeSpan.FromMilliseconds(20))).Take(2));
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task A_submission_that_kills_its_judge_each_time_is_a_judge_error_after_three_tries()
    {
        await using var arena = await StartAsync();
        var (contest, (_, other)) = await arena.AddContestAsync();
        var deadly = await arena.HandInAsync(contest, other);
        for (var life = 1; life <= 3; life++)
        {
            Assert.Equal(deadly, Assert.Single(await arena.TakeAsync(1, TimeSpan.FromDays(1))));
        }

        var harmless = await arena.HandInAsync(contest, other);
        Assert.Equal(harmless, Assert.Single(await arena.TakeAsync(1, TimeSpan.FromDays(1))));
        await foreach (var told in arena.Events.FollowAsync(0, Ct))
        {
            if (told.Kind == EventKind.JudgeFailed)
            {
                Assert.Equal(deadly.Value, told.Subject);
                return;
            }
        }
    }

    private async Task<Arena> StartAsync()
    {
        var problems = Path.Combine(_folder, "packages");
        BenchProblem.Write(problems, 1);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddJudge(
            new()
            {
                DataFolder = _folder,
                ProblemsFolder = problems,
                LanguagesFolder = Path.Combine(Repository.Root, "sandbox-images"),
                ImagesFolder = _folder,
            }
        );
        var host = builder.Build();
        await host.StartAsync(Ct);
        return new Arena(host);
    }

    /// <summary>An arena without pages, and a node of one slot that is killed and comes back.</summary>
    private sealed class Arena(IHost host) : IAsyncDisposable
    {
        public IEvents Events => Get<IEvents>();

        public async Task<(Contest Contest, (EntrantId, EntrantId) Entrants)> AddContestAsync()
        {
            var now = TimeProvider.System.GetUtcNow();
            var contest = await Get<IContests>()
                .AddAsync(
                    new Contest
                    {
                        Code = "AWAKE",
                        Names = new Dictionary<string, string> { ["vi"] = "Thử" },
                        Scoring = ScoringStyle.Points,
                        Start = now.AddHours(-1),
                        End = now.AddHours(1),
                        Problems = [new("A", BenchProblem.Name(1), 100)],
                    },
                    Ct
                );
            return await Get<IContests>().AddEntrantsAsync(contest.Id, 2, Ct) is [var one, var other]
                ? (contest, (one, other))
                : throw new InvalidOperationException();
        }

        public async Task<SubmissionId> HandInAsync(Contest contest, EntrantId entrant)
        {
            var handin = new Handin(contest.Id, entrant, "A", "pascal", "begin end."u8.ToArray(), Guid.NewGuid());
            return (await Get<ISubmissions>().AddAsync(handin, Ct)).Id;
        }

        /// <summary>More than the door lets anybody wait with, all with the source of one that came in by it.</summary>
        public async Task<IReadOnlyList<SubmissionId>> FloodAsync(Contest contest, EntrantId entrant, int count)
        {
            var first = await HandInAsync(contest, entrant);
            await Get<Database>()
                .WriteAsync(
                    (connection, transaction) =>
                        connection.ExecuteAsync(
                            """
                            INSERT INTO submissions (contest, entrant, label, problem, language, source, size, at, handin_key)
                            SELECT contest, entrant, label, problem, language, source, size, at, @key FROM submissions WHERE id = @first
                            """,
                            Enumerable.Range(1, count - 1).Select(key => new { key = $"{key}", first = first.Value }),
                            transaction
                        ),
                    Ct
                );
            return [.. Enumerable.Range(0, count).Select(at => new SubmissionId(first.Value + at))];
        }

        /// <summary>What a node takes until it has taken so many and is killed.</summary>
        public async Task<IReadOnlyList<SubmissionId>> TakeAsync(int count, TimeSpan judging)
        {
            using var killed = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            var watch = new Taken(count);
            var desk = Get<IClusterClient>().GetGrain<IJudgeDesk>(0);
            var node = new SimulatedNode(desk, new("node", 1, judging, ["pascal"]), watch, TimeProvider.System).RunAsync(killed.Token);
            await watch.Enough.WaitAsync(Ct);
            await killed.CancelAsync();
            await node;
            return [.. watch.All.Take(count)];
        }

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync(CancellationToken.None);
            await ((IAsyncDisposable)host).DisposeAsync();
        }

        private T Get<T>()
            where T : notnull => host.Services.GetRequiredService<T>();
    }

    private sealed class Taken(int count) : ISimulatedNodeListener
    {
        private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<SubmissionId> All { get; } = new();

        public Task Enough => _enough.Task;

        public void Ordered(string node, OrdersNumber number) { }

        public void Took(string node, Ticket ticket)
        {
            All.Enqueue(ticket.Judging.Submission);
            if (All.Count == count)
            {
                _enough.TrySetResult();
            }
        }

        public void Settled(string node, Outcome outcome) { }
    }
}
