using System.Collections.Concurrent;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Queue;
using Judge.Rejudge;
using Judge.Sandbox;
using Judge.Score;
using Judge.Settings;
using Judge.Storage;
using Judge.Submit;
using Judge.Tests.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Support;

namespace Judge.Tests.Queue;

public sealed class JudgeNodeOnSqliteTests() : JudgeNodeContract(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class JudgeNodeOnPostgresTests(PostgresFixture server) : JudgeNodeContract(new OnPostgres(server));

public abstract class JudgeNodeContract(DatabaseKind kind) : StoreTest(kind)
{
    private static readonly ProblemLibrary Problems = new(
        [Path.Combine(Repository.Root, "problems")],
        TimeProvider.System,
        NullLogger<ProblemLibrary>.Instance
    );

    private readonly HeardProgress _progress = new();

    [Fact]
    public async Task What_is_handed_in_gets_its_verdict_and_the_way_there_is_told()
    {
        var judge = new ScriptedJudge();
        var told = new ConcurrentQueue<JudgingProgress>();
        using var following = _progress.Follow(told.Enqueue);
        await using var node = await NodeAsync(judge);
        var (contest, entrants) = await RunningAsync();
        var id = await SubmitAsync(contest, entrants[0]);
        await EventAsync(EventKind.Judged, id);

        var judgement = await Here.Judgements.FindAsync(id, Ct);
        Assert.Equal(Verdict.Accepted, judgement!.Verdict);
        while (told.IsEmpty)
        {
            await Task.Delay(10, Ct);
        }

        Assert.True(told.TryPeek(out var first));
        Assert.Equal((id, entrants[0], judgement.Tests.Count, 1), (first.Submission, first.Entrant, first.Total, first.Tests.Count));
    }

    [Fact]
    public async Task While_the_sandbox_does_not_answer_submissions_wait_and_are_judged_when_it_does()
    {
        var judge = new ScriptedJudge { Trouble = "No engine answers." };
        await using var node = await NodeAsync(judge);
        var (contest, entrants) = await RunningAsync();
        var id = await SubmitAsync(contest, entrants[0]);
        await SeenAsync(judges => judges is [{ Trouble: "No engine answers.", Sandbox: SandboxKind.None }]);
        Assert.Equal(1, (await Here.Queue.StateAsync(Ct)).Waiting);
        Assert.Equal(0, judge.Calls);

        judge.Trouble = null;
        await EventAsync(EventKind.Judged, id);
        await SeenAsync(judges => judges is [{ Trouble: "", Sandbox: SandboxKind.Docker }]);
    }

    [Fact]
    public async Task A_sandbox_that_breaks_while_judging_costs_the_submission_no_try()
    {
        var judge = new ScriptedJudge();
        var broke = 0;
        judge.Before = _ =>
        {
            if (++broke > 3)
            {
                return Task.CompletedTask;
            }

            judge.Trouble = "It broke.";
            Cure(judge);
            throw new SandboxException("It broke.");
        };
        await using var node = await NodeAsync(judge);
        var (contest, entrants) = await RunningAsync();
        var id = await SubmitAsync(contest, entrants[0]);
        await EventAsync(EventKind.Judged, id);
        Assert.True(judge.Calls > QueueStore.MostAttempts);
        Assert.Equal(Verdict.Accepted, (await Here.Judgements.FindAsync(id, Ct))!.Verdict);
    }

    [Fact]
    public async Task What_breaks_every_try_ends_as_a_judge_error_and_others_are_judged()
    {
        var judge = new ScriptedJudge();
        judge.Before = _ => judge.Calls <= QueueStore.MostAttempts ? throw new InvalidDataException("spoilt") : Task.CompletedTask;
        await using var node = await NodeAsync(judge);
        var (contest, entrants) = await RunningAsync();
        var id = await SubmitAsync(contest, entrants[0]);
        await UntilAsync(async () =>
        {
            Clock.Advance(QueueStore.RestAfterFailure);
            return await Here.Judgements.FindAsync(id, Ct) is { Verdict: Verdict.JudgeError };
        });
        Assert.Equal(QueueStore.MostAttempts, judge.Calls);
        await EventAsync(EventKind.Judged, await SubmitAsync(contest, entrants[0]));
    }

    [Fact]
    public async Task A_hand_in_of_which_the_hint_was_lost_is_judged_by_a_node_that_runs()
    {
        await using var node = await NodeAsync(new ScriptedJudge(), Clock);
        var (contest, entrants) = await RunningAsync();
        var lost = (await Here.SubmissionsOver(new DeafQueue()).AddAsync(AHandin(contest, entrants[0]), Ct)).Id;
        await UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            return await Here.Judgements.FindAsync(lost, Ct) is not null;
        });
    }

    [Fact]
    public async Task A_node_that_is_stopped_finishes_what_it_holds_and_takes_no_more()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var judge = new ScriptedJudge
        {
            Before = async ct =>
            {
                begun.TrySetResult();
                await go.Task.WaitAsync(ct);
            },
        };
        var node = await NodeAsync(judge);
        var (contest, entrants) = await RunningAsync();
        var first = await SubmitAsync(contest, entrants[0]);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        var second = await SubmitAsync(contest, entrants[0]);
        var stopping = node.Node.StopAsync(Ct);
        go.SetResult();
        await stopping;
        Assert.NotNull(await Here.Judgements.FindAsync(first, Ct));
        Assert.Null(await Here.Judgements.FindAsync(second, Ct));
        Assert.Contains("stopped", Assert.Single(await Here.Heartbeats.SeenAsync(Ct)).Trouble);
        await node.DisposeAsync();
    }

    [Fact]
    public async Task What_is_not_finished_within_the_grace_goes_back_in_line_as_if_untried()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var judge = new ScriptedJudge
        {
            Before = ct =>
            {
                begun.TrySetResult();
                return Task.Delay(Timeout.Infinite, ct);
            },
        };
        var node = await NodeAsync(judge, Clock);
        var (contest, entrants) = await RunningAsync();
        var id = await SubmitAsync(contest, entrants[0]);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        var stopping = node.Node.StopAsync(Ct);
        Clock.Advance(TimeSpan.FromSeconds(10));
        await stopping.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        var lease = await Here.Queue.TakeAsync("other", Ct);
        Assert.Equal((id, 1), (lease!.Submission, lease.Attempt));
        await node.DisposeAsync();
    }

    [Fact]
    public async Task A_long_judging_keeps_its_lease_and_a_lost_one_is_left()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var judge = new ScriptedJudge
        {
            Before = async ct =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                left.TrySetResult();
                ct.ThrowIfCancellationRequested();
            },
        };
        await using var node = await NodeAsync(judge, Clock);
        var (contest, entrants) = await RunningAsync();
        await SubmitAsync(contest, entrants[0]);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        var before = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromSeconds(10));
        await UntilAsync(async () => await LeaseUntilAsync() > before + QueueStore.LeaseTime);

        await Here.Queue.ReleaseAsync("node", Ct);
        await Here.Queue.TakeAsync("other", Ct);
        Clock.Advance(TimeSpan.FromSeconds(10));
        await left.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
    }

    [Fact]
    public async Task Judging_again_gives_way_to_a_contest_at_once_and_goes_on_afterwards_as_if_untried()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var judge = new ScriptedJudge();
        await using var node = await NodeAsync(judge);
        var (contest, entrants) = await RunningAsync();
        var old = await SubmitAsync(contest, entrants[0]);
        await EventAsync(EventKind.Judged, old);

        judge.Before = ct =>
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.Infinite, ct);
        };
        var rejudging = (await Here.Rejudgings.StartAsync(new RejudgeScope(contest.Id), "", "lan", Ct))!;
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        judge.Before = _ => Task.CompletedTask;
        var live = await SubmitAsync(contest, entrants[0]);
        await EventAsync(EventKind.Judged, live);
        await UntilAsync(async () => (await Here.Rejudgings.FindAsync(rejudging.Id, Ct))!.State == RejudgingState.Ready);
        Assert.Empty((await Here.Rejudgings.PreviewAsync(rejudging.Id, Ct))!.Entrants);
        Assert.Equal(4, judge.Calls);
    }

    [Fact]
    public async Task Of_judging_again_nobody_is_told_how_far_it_is()
    {
        var told = new ConcurrentQueue<JudgingProgress>();
        using var following = _progress.Follow(told.Enqueue);
        await using var node = await NodeAsync(new ScriptedJudge());
        var (contest, entrants) = await RunningAsync();
        var old = await SubmitAsync(contest, entrants[0]);
        await EventAsync(EventKind.Judged, old);
        await UntilAsync(() => Task.FromResult(!told.IsEmpty));
        told.Clear();
        var rejudging = (await Here.Rejudgings.StartAsync(new RejudgeScope(contest.Id), "", "lan", Ct))!;
        await UntilAsync(async () => (await Here.Rejudgings.FindAsync(rejudging.Id, Ct))!.State == RejudgingState.Ready);
        var next = await SubmitAsync(contest, entrants[0]);
        await UntilAsync(() => Task.FromResult(told.Any(progress => progress.Submission == next)));
        Assert.DoesNotContain(told, progress => progress.Submission == old);
    }

    [Fact]
    public async Task A_step_that_fails_is_named_in_the_log()
    {
        var log = new StepLog("take", "beat");
        var (judge, away) = (new ScriptedJudge(), new DeafQueue());
        using var node = new JudgeNode(away, new NoHeartbeats(), judge, Judging(judge, Clock), Options, Clock, log);
        await node.StartAsync(Ct);
        await log.AllNamed.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        await node.StopAsync(Ct);
    }

    private static void Cure(ScriptedJudge judge) =>
        _ = Task.Run(async () =>
        {
            await Task.Delay(50);
            judge.Trouble = null;
        });

    private static JudgeOptions Options { get; } =
        new()
        {
            DataFolder = "",
            ProblemsFolder = "",
            LanguagesFolder = "",
            ImagesFolder = "",
            Node = "node",
            Slots = 1,
        };

    private async Task<Running> NodeAsync(ScriptedJudge judge, TimeProvider? clock = null)
    {
        var time = clock ?? TimeProvider.System;
        var judging = Judging(judge, time);
        var node = new JudgeNode(Here.Queue, Here.Heartbeats, judge, judging, Options, time, NullLogger<JudgeNode>.Instance);
        await node.StartAsync(Ct);
        return new Running(node);
    }

    private LeasedJudging Judging(ScriptedJudge judge, TimeProvider time) =>
        new(
            Here.Submissions,
            Here.Contests,
            Problems,
            Here.Blobs,
            new Evaluators([judge]),
            _progress,
            time,
            NullLogger<LeasedJudging>.Instance
        );

    private Task<(Contest Contest, IReadOnlyList<EntrantId> Entrants)> RunningAsync() =>
        RunningAsync(1, contest => contest with { Problems = [new ContestProblem("A", Problems.Names()[0], 100)] });

    private async Task EventAsync(EventKind kind, SubmissionId submission)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        await foreach (var e in Here.Events.FollowAsync(0, limit.Token))
        {
            if (e.Subject == submission.Value && e.Kind == kind)
            {
                return;
            }
        }

        Assert.Fail($"No event {kind} of {submission}");
    }

    private Task SeenAsync(Func<IReadOnlyList<JudgeState>, bool> wanted) =>
        UntilAsync(async () => wanted(await Here.Heartbeats.SeenAsync(Ct)));

    private async Task<DateTimeOffset> LeaseUntilAsync() =>
        DateTimeOffset.FromUnixTimeMilliseconds(
            await Here.Database.ReadAsync(
                connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, "SELECT coalesce(max(lease_until), 0) FROM queue"),
                Ct
            )
        );

    private static async Task UntilAsync(Func<Task<bool>> wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await wanted())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>Hears which steps failed.</summary>
    private sealed class StepLog(params string[] steps) : ILogger<JudgeNode>
    {
        private readonly ConcurrentDictionary<string, bool> _missing = new(steps.ToDictionary(step => step, _ => true));
        private readonly TaskCompletionSource _allNamed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task AllNamed => _allNamed.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (
                state is IEnumerable<KeyValuePair<string, object?>> values
                && values.FirstOrDefault(v => v.Key == "Step").Value is string step
            )
            {
                _missing.TryRemove(step, out _);
            }

            if (_missing.IsEmpty)
            {
                _allNamed.TrySetResult();
            }
        }
    }

    private sealed class NoHeartbeats : IJudgeHeartbeats
    {
        public Task BeatAsync(JudgeState state, CancellationToken ct) => Task.FromException(new InvalidOperationException("Away."));

        public Task<IReadOnlyList<JudgeState>> SeenAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<JudgeState>>([]);
    }

    private sealed record Running(JudgeNode Node) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Node.StopAsync(CancellationToken.None);
            Node.Dispose();
        }
    }
}
