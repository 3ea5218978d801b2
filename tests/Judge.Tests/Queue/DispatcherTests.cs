using System.Text;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Queue;
using Judge.Rejudge;
using Judge.Score;
using Judge.Storage;
using Judge.Submit;
using Judge.Tests.Storage;
using Support;
using Ending = Judge.Queue.Ending;

namespace Judge.Tests.Queue;

public sealed class DispatcherOnSqliteTests() : DispatcherContract(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class DispatcherOnPostgresTests(PostgresFixture server) : DispatcherContract(new OnPostgres(server));

/// <summary>Dispatcher and desk as judge nodes meet them, in a silo; what is decided is tried in <see cref="SchedulerTests"/>.</summary>
public abstract class DispatcherContract(DatabaseKind kind) : StoreTest(kind)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string AProblem = new ProblemLibrary(
        [Path.Combine(Repository.Root, "problems")],
        TimeProvider.System,
        Microsoft.Extensions.Logging.Abstractions.NullLogger<ProblemLibrary>.Instance
    ).Names()[0];

    [Fact]
    public async Task What_is_handed_in_comes_to_a_node_with_all_that_it_needs_and_its_verdict_is_stored_and_told()
    {
        await using var arena = await ArenaAsync();
        var (contest, entrants) = await RunningAsync(contest => contest with { Scoring = ScoringStyle.Icpc });
        var waits = arena.Desk.ReportAsync(new SomeReport("n").Of(1));
        var id = (await arena.Submissions.AddAsync(AHandin(contest, entrants[0]), Ct)).Id;
        var orders = await waits.WaitAsync(Patience, Ct);

        var job = Assert.Single(orders.Jobs);
        Assert.Equal((id, 1, true), (job.Ticket.Judging.Submission, job.Ticket.Attempt, job.StopAtFirstFailure));
        Assert.Equal(("begin end.", $"hash of {AProblem}"), (Encoding.UTF8.GetString(job.Source.Span), job.Package));
        Assert.Equal((0, 1), (await arena.Nodes.ViewAsync(Ct)).Queue is var line ? (line.Waiting, line.Leased) : default);

        await arena.Desk.TellAsync(VerdictOf("n", job.Ticket)).WaitAsync(Patience, Ct);
        await arena.Desk.TellAsync(VerdictOf("n", job.Ticket)).WaitAsync(Patience, Ct);
        Assert.Equal(Verdict.Accepted, (await Here.Judgements.FindAsync(id, Ct))!.Verdict);
        Assert.Single(await Here.Events.AfterAsync(0, 100, Ct), e => e.Kind == EventKind.Judged);
        var view = await arena.Nodes.ViewAsync(Ct);
        Assert.Equal((0, 0, "n", 0), (view.Queue.Waiting, view.Queue.Leased, Assert.Single(view.Nodes).Node, view.Nodes[0].Busy));
    }

    [Fact]
    public async Task What_no_hint_told_is_found_and_an_outdated_dispatcher_makes_way_for_its_successor()
    {
        await using var arena = await ArenaAsync();
        var (contest, entrants) = await RunningAsync();
        var first = await arena.TakeAsync(await SubmitAsync(arena, contest, entrants[0]));
        await Here.Facts.BeginAsync(Ct); // another arena thinks that this one is gone

        var lost = (await Here.SubmissionsOver(new DeafQueue(), arena.Blobs).AddAsync(AHandin(contest, entrants[0]), Ct)).Id;
        var second = await arena.TakeAsync(lost, turn: true);
        Assert.True(second.Epoch > first.Epoch + 1);
    }

    [Fact]
    public async Task While_nothing_can_be_written_nothing_is_given_out_and_afterwards_nothing_is_lost()
    {
        await using var arena = await ArenaAsync();
        var (contest, entrants) = await RunningAsync();
        await arena.TakeAsync(await SubmitAsync(arena, contest, entrants[0]));
        arena.Away = true;
        var id = await SubmitAsync(arena, contest, entrants[0]);
        var waits = arena.Dispatcher.ReportAsync(new SomeReport("other").Of(1));
        await arena.FailedAsync.WaitAsync(Patience, Ct);
        Assert.False(waits.IsCompleted);
        arena.Away = false;
        await arena.TurnUntilAsync(waits);
        var job = (await waits).Jobs is [var only] ? only : await arena.NextAsync("other");
        Assert.Equal((id, 1), (job.Judging.Submission, job.Attempt));
    }

    [Fact]
    public async Task A_problem_that_is_not_there_is_a_failed_try_and_no_answer_is_a_matter_of_two_seconds()
    {
        await using var arena = await ArenaAsync();
        var (contest, entrants) = await RunningAsync(contest => contest with { Problems = [new ContestProblem("A", "nowhere", 100)] });
        var id = (await Here.SubmissionsOver(arena.Queue, arena.Blobs).AddAsync(AHandin(contest, entrants[0]), Ct)).Id;
        while (await Here.Judgements.FindAsync(id, Ct) is null)
        {
            var waits = arena.Desk.ReportAsync(new SomeReport("n").Of(1));
            await arena.TurnUntilAsync(waits);
            Assert.Empty((await waits).Jobs);
        }

        Assert.Equal(Verdict.JudgeError, (await Here.Judgements.FindAsync(id, Ct))!.Verdict);
    }

    [Fact]
    public async Task A_verdict_that_the_database_refuses_keeps_no_other_from_being_stored()
    {
        await using var arena = await ArenaAsync();
        var (contest, entrants) = await RunningAsync();
        SubmissionId[] ids = [await SubmitAsync(arena, contest, entrants[0]), await SubmitAsync(arena, contest, entrants[0])];
        var tickets = new List<Ticket>();
        while (tickets.Count < 2)
        {
            tickets.AddRange(
                (await arena.Dispatcher.ReportAsync(new SomeReport("n").Of(2, tickets)).WaitAsync(Patience, Ct)).Jobs.Except(tickets)
            );
        }

        var unstorable = new Judgement { Verdict = (Verdict)(-1), Share = 1 };
        arena.Refused = unstorable;
        var bad = new Outcome(tickets[0], Ending.Judged, unstorable, "");
        var good = new Outcome(tickets[1], Ending.Judged, Right, "");
        await arena.Desk.TellAsync(new News("n", [bad, good], [])).WaitAsync(Patience, Ct);
        Assert.Null(await Here.Judgements.FindAsync(tickets[0].Judging.Submission, Ct));
        Assert.NotNull(await Here.Judgements.FindAsync(tickets[1].Judging.Submission, Ct));
        Assert.Equal((1, 0), (await arena.Nodes.ViewAsync(Ct)).Queue is var line ? (line.Waiting, line.Leased) : default);
        Assert.Equal(ids.ToHashSet(), tickets.Select(ticket => ticket.Judging.Submission).ToHashSet());
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_is_a_failed_try_and_keeps_no_other_from_its_node()
    {
        await using var arena = await ArenaAsync();
        var (contest, entrants) = await RunningAsync();
        var id = await SubmitAsync(arena, contest, entrants[0]);
        var other = (await arena.Submissions.AddAsync(AHandin(contest, entrants[0], source: "begin end. { }"), Ct)).Id;
        await Here.SpoilBlobAsync((await Here.Submissions.FindAsync(id, Ct))!.Source);
        var jobs = new List<Job>();
        while (jobs.Count == 0)
        {
            jobs.AddRange((await arena.Desk.ReportAsync(new SomeReport("n").Of(2)).WaitAsync(Patience, Ct)).Jobs);
        }

        Assert.Equal(other, Assert.Single(jobs).Ticket.Judging.Submission);
    }

    [Fact]
    public async Task While_a_package_is_read_its_node_is_answered_and_gets_the_job_afterwards_as_the_same_try()
    {
        await using var arena = await ArenaAsync();
        var reads = new TaskCompletionSource();
        arena.Listed = reads.Task;
        var (contest, entrants) = await RunningAsync();
        var id = await SubmitAsync(arena, contest, entrants[0]);
        var waits = arena.Desk.ReportAsync(new SomeReport("n").Of(1));
        await arena.Asked.WaitAsync(Patience, Ct);
        Clock.Advance(TimeSpan.FromSeconds(2));
        var nothing = await waits.WaitAsync(Patience, Ct);
        Assert.Equal((default, 0), (nothing.Number, nothing.Jobs.Count));

        reads.SetResult();
        var job = Assert.Single((await arena.Desk.ReportAsync(new SomeReport("n").Of(1)).WaitAsync(Patience, Ct)).Jobs);
        Assert.Equal((id, 1), (job.Ticket.Judging.Submission, job.Ticket.Attempt));
    }

    [Fact]
    public async Task A_verdict_without_a_judgement_ends_nothing()
    {
        await using var arena = await ArenaAsync();
        var (contest, entrants) = await RunningAsync();
        await SubmitAsync(arena, contest, entrants[0]);
        var waits = arena.Dispatcher.ReportAsync(new SomeReport("n").Of(1));
        var ticket = Assert.Single((await waits.WaitAsync(Patience, Ct)).Jobs);
        await arena.Desk.TellAsync(new News("n", [new Outcome(ticket, Ending.Judged, null, "")], [])).WaitAsync(Patience, Ct);
        Assert.Equal((1, 0), (await arena.Nodes.ViewAsync(Ct)).Queue is var line ? (line.Waiting, line.Leased) : default);
    }

    [Fact]
    public async Task A_node_that_has_stopped_need_not_wait_for_an_answer()
    {
        await using var arena = await ArenaAsync();
        var orders = await arena.Dispatcher.ReportAsync(new SomeReport("n").Of(1) with { Stopping = true }).WaitAsync(Patience, Ct);
        Assert.Empty(orders.Jobs);
    }

    [Fact]
    public async Task A_node_that_judges_again_is_asked_to_give_way_at_once()
    {
        await using var arena = await ArenaAsync();
        var (contest, entrants) = await RunningAsync();
        var old = await SubmitAsync(arena, contest, entrants[0]);
        var orders = await arena.Dispatcher.ReportAsync(new SomeReport("n").Of(1)).WaitAsync(Patience, Ct);
        await arena.Desk.TellAsync(VerdictOf("n", orders.Jobs.Single())).WaitAsync(Patience, Ct);
        await new RejudgingStore(Here.Database, arena.Queue, Clock).StartAsync(new RejudgeScope(contest.Id), "", "lan", Ct);
        var again = await arena.Dispatcher.ReportAsync(new SomeReport("n").Of(1) with { Seen = orders.Number }).WaitAsync(Patience, Ct);
        Assert.Equal(old, again.Jobs.Single().Judging.Submission);

        var holds = new SomeReport("n").Of(1, again.Jobs) with { Seen = again.Number };
        var waits = arena.Dispatcher.ReportAsync(holds);
        await SubmitAsync(arena, contest, entrants[0]);
        Assert.Equal([again.Jobs.Single().Judging], (await waits.WaitAsync(Patience, Ct)).GiveWay);
    }

    private static Judgement Right => new() { Verdict = Verdict.Accepted, Share = 1 };

    private static News VerdictOf(string node, Ticket ticket) => new(node, [new Outcome(ticket, Ending.Judged, Right, "")], []);

    private Task<TestArena> ArenaAsync() => TestArena.StartAsync(Here, Clock, Ct);

    private async Task<SubmissionId> SubmitAsync(TestArena arena, Contest contest, EntrantId entrant) =>
        (await arena.Submissions.AddAsync(AHandin(contest, entrant), Ct)).Id;

    private Task<(Contest Contest, IReadOnlyList<EntrantId> Entrants)> RunningAsync(Func<Contest, Contest>? change = null) =>
        RunningAsync(1, contest => (change ?? (same => same))(contest with { Problems = [new ContestProblem("A", AProblem, 100)] }));
}
