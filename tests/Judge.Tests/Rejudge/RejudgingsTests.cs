using Dapper;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Queue;
using Judge.Rejudge;
using Judge.Score;
using Judge.Submit;
using Judge.Tests.Queue;
using Judge.Tests.Storage;
using Support;

namespace Judge.Tests.Rejudge;

public sealed class RejudgingsOnSqliteTests() : RejudgingsContract(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class RejudgingsOnPostgresTests(PostgresFixture server) : RejudgingsContract(new OnPostgres(server));

public abstract class RejudgingsContract(DatabaseKind kind) : StoreTest(kind)
{
    private static readonly Judgement Right = new()
    {
        Verdict = Verdict.Accepted,
        Share = 1,
        ProblemVersion = "v2",
    };
    private static readonly Judgement Wrong = new()
    {
        Verdict = Verdict.WrongAnswer,
        Share = 0.25m,
        ProblemVersion = "v1",
    };
    private static readonly Judgement Failed = new() { Verdict = Verdict.JudgeError, Share = 0 };

    [Fact]
    public async Task Judging_again_changes_nothing_that_counts_before_it_is_applied()
    {
        var (contest, id) = await OneJudgedAsync(Wrong);
        var before = (await Here.Events.LastSequenceAsync(Ct), await FactsAsync(contest));
        var rejudging = await StartAsync(contest);
        Assert.Equal((RejudgingState.Running, 1, 0), (rejudging.State, rejudging.Total, rejudging.Judged));
        await JudgeAsync(Right);

        var ready = (await Here.Rejudgings.FindAsync(rejudging.Id, Ct))!;
        Assert.Equal((RejudgingState.Ready, 1), (ready.State, ready.Judged));
        Assert.Equivalent(before, (await Here.Events.LastSequenceAsync(Ct), await FactsAsync(contest)), strict: true);
        Assert.Equal(Verdict.WrongAnswer, (await Here.Judgements.FindAsync(id, Ct))!.Verdict);
        Assert.Equal(Verdict.WrongAnswer, (await Here.Judgements.OfAsync([id], Ct))[id].Verdict);
        Assert.Equal(
            (id, Verdict.WrongAnswer, Verdict.Accepted),
            Assert.Single((await ChangesAsync(rejudging)).SelectMany(change => change.Submissions)) is var only
                ? (only.Submission, only.Before, only.After)
                : default
        );
    }

    [Fact]
    public async Task Applied_its_judgements_count_everywhere_and_those_who_changed_are_told()
    {
        var (contest, entrants) = await RunningAsync(2);
        var (changes, stays) = (await SubmitAsync(contest, entrants[0]), await SubmitAsync(contest, entrants[1]));
        await JudgeAsync(Wrong, Right);
        var rejudging = await StartAsync(contest);
        await JudgeAsync(Right, Right);
        Assert.Equal(RejudgeEnd.Granted, await Here.Rejudgings.ApplyAsync(rejudging.Id, "lan", Ct));

        Assert.Equal("v2", (await Here.Judgements.FindAsync(changes, Ct))!.ProblemVersion);
        Assert.All(await FactsAsync(contest), fact => Assert.Equal(Verdict.Accepted, fact.Verdict));
        Assert.Equal([stays, changes], (await Here.Submissions.ListAsync(new() { Verdict = Verdict.Accepted }, Ct)).Select(one => one.Id));
        Assert.Empty(await Here.Submissions.ListAsync(new() { Verdict = Verdict.WrongAnswer }, Ct));
        var told = Assert.Single(await Here.Events.AfterAsync(0, 100, Ct), e => e.Kind == EventKind.Rejudged);
        Assert.Equal((changes.Value, entrants[0]), (told.Subject, told.Entrant));
        Assert.Equal((await FactsAsync(contest))[0], Judged.From(told));
        var ended = (await Here.Rejudgings.FindAsync(rejudging.Id, Ct))!;
        Assert.Equal((RejudgingState.Applied, "lan", Clock.GetUtcNow()), (ended.State, ended.EndedBy, ended.EndedAt));
        Assert.Equal(changes, Assert.Single((await ChangesAsync(rejudging)).SelectMany(change => change.Submissions)).Submission);
    }

    [Fact]
    public async Task Every_judgement_stays_in_the_history()
    {
        var (contest, id) = await OneJudgedAsync(Wrong);
        var first = await StartAsync(contest);
        await JudgeAsync(Right);
        await Here.Rejudgings.DiscardAsync(first.Id, "lan", Ct);
        var second = await StartAsync(contest);
        await JudgeAsync(Right);
        await Here.Rejudgings.ApplyAsync(second.Id, "lan", Ct);
        Assert.Equal(
            [(second.Id, "v2", true), (first.Id, "v2", false), (default, "v1", false)],
            (await Here.Judgements.HistoryAsync(id, Ct)).Select(one => (one.Rejudging, one.Judgement.ProblemVersion, one.Counts))
        );
    }

    [Fact]
    public async Task Discarded_it_leaves_all_as_it_was_and_takes_its_places_out_of_line()
    {
        var (contest, entrants) = await RunningAsync(1);
        await SubmitAsync(contest, entrants[0]);
        await SubmitAsync(contest, entrants[0]);
        await JudgeAsync(Wrong, Wrong);
        var before = (await Here.Events.LastSequenceAsync(Ct), await FactsAsync(contest));
        var rejudging = await StartAsync(contest);
        var held = await Here.Queue.TakeAsync("n", Ct);
        Assert.Equal(RejudgeEnd.Granted, await Here.Rejudgings.DiscardAsync(rejudging.Id, "lan", Ct));

        Assert.False(await held!.RenewAsync(Ct));
        await held.CompleteAsync(Right, Ct);
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
        Assert.Equivalent(before, (await Here.Events.LastSequenceAsync(Ct), await FactsAsync(contest)), strict: true);
        Assert.Single(await Here.Judgements.HistoryAsync(held.Submission, Ct));
        Assert.Equal(RejudgingState.Discarded, (await Here.Rejudgings.FindAsync(rejudging.Id, Ct))!.State);
    }

    [Fact]
    public async Task Official_results_are_taken_back_with_a_reason_before_a_rejudging_counts()
    {
        var (contest, id) = await OneJudgedAsync(Wrong);
        var rejudging = await StartAsync(contest);
        await JudgeAsync(Right);
        Clock.SetUtcNow(contest.End.AddHours(1));
        await MoveAsync(LifeAct.Provisional);
        await MoveAsync(LifeAct.Official);
        Assert.Equal(RejudgeEnd.Official, await Here.Rejudgings.ApplyAsync(rejudging.Id, "lan", Ct));
        Assert.Equal(Verdict.WrongAnswer, (await Here.Judgements.FindAsync(id, Ct))!.Verdict);
        Assert.Equal(RejudgingState.Ready, (await Here.Rejudgings.FindAsync(rejudging.Id, Ct))!.State);

        await MoveAsync(LifeAct.Withdraw);
        Assert.Equal(RejudgeEnd.Granted, await Here.Rejudgings.ApplyAsync(rejudging.Id, "lan", Ct));
        Assert.Equal(Verdict.Accepted, (await Here.Judgements.FindAsync(id, Ct))!.Verdict);

        async Task MoveAsync(LifeAct act) =>
            Assert.Equal(LifeBar.None, await Here.Acts.MoveAsync(contest.Id, act, new("lan", "Đính chính test 3"), Ct));
    }

    [Fact]
    public async Task It_ends_once_and_not_before_all_is_judged()
    {
        var (contest, _) = await OneJudgedAsync(Wrong);
        var rejudging = await StartAsync(contest);
        Assert.Equal(RejudgeEnd.NotReady, await Here.Rejudgings.ApplyAsync(rejudging.Id, "lan", Ct));
        await JudgeAsync(Right);
        var ends = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(i =>
                    Task.Run(
                        () =>
                            i % 2 == 0
                                ? OpenAgain().Rejudgings.ApplyAsync(rejudging.Id, "lan", Ct)
                                : OpenAgain().Rejudgings.DiscardAsync(rejudging.Id, "lan", Ct),
                        Ct
                    )
                )
        );
        Assert.Single(ends, RejudgeEnd.Granted);
        Assert.Equal(3, ends.Count(end => end == RejudgeEnd.AlreadyEnded));
        Assert.Equal(RejudgeEnd.Unknown, await Here.Rejudgings.ApplyAsync(new RejudgingId(404), "lan", Ct));
    }

    [Fact]
    public async Task Only_what_fits_and_has_a_verdict_is_taken()
    {
        var (contest, entrants) = await RunningAsync(1);
        var (other, strangers) = await RunningAsync(1, same => same with { Code = "OTHER" });
        var wrong = await SubmitAsync(contest, entrants[0]);
        await SubmitAsync(contest, entrants[0], "B");
        await SubmitAsync(other, strangers[0]);
        await JudgeAsync(Wrong, Wrong, Right); // fair turns: the stranger before the second of one entrant
        await SubmitAsync(contest, entrants[0]); // waits for its first verdict

        var scope = new RejudgeScope(contest.Id);
        Assert.Equal(2, await Here.Rejudgings.CountAsync(scope, Ct));
        Assert.Equal(1, await Here.Rejudgings.CountAsync(scope with { Label = "B" }, Ct));
        Assert.Equal(1, await Here.Rejudgings.CountAsync(scope with { Verdict = Verdict.WrongAnswer }, Ct));
        Assert.Equal(0, await Here.Rejudgings.CountAsync(scope with { Label = "B", Verdict = Verdict.WrongAnswer }, Ct));
        Assert.Equal(0, await Here.Rejudgings.CountAsync(new RejudgeScope(other.Id) { Submission = wrong }, Ct));
        Assert.Null(await Here.Rejudgings.StartAsync(scope with { Verdict = Verdict.TimeLimit }, "", "lan", Ct));

        var asked = scope with { Label = "A", Verdict = Verdict.WrongAnswer, Submission = wrong };
        var started = (await Here.Rejudgings.StartAsync(asked, "Test 3 sai", "lan", Ct))!;
        Assert.Equal(
            (asked, "Test 3 sai", "lan", 1, Clock.GetUtcNow()),
            (started.Scope, started.Reason, started.By, started.Total, started.At)
        );
        Assert.Equal(started, Assert.Single(await Here.Rejudgings.ListAsync(contest.Id, Ct)));
        Assert.Empty(await Here.Rejudgings.ListAsync(other.Id, Ct));
    }

    [Fact]
    public async Task A_judge_error_is_made_good_and_a_new_one_takes_nothing_away()
    {
        var (contest, entrants) = await RunningAsync(2);
        var (failed, right) = (await SubmitAsync(contest, entrants[0]), await SubmitAsync(contest, entrants[1]));
        await JudgeAsync(Failed, Right);
        var rejudging = await StartAsync(contest);
        await JudgeAsync(Right, Failed);
        Assert.Equal([right], (await Here.Rejudgings.PreviewAsync(rejudging.Id, Ct))!.Failed);
        Assert.Equal(1, (await Here.Rejudgings.FindAsync(rejudging.Id, Ct))!.Failed);
        await Here.Rejudgings.ApplyAsync(rejudging.Id, "lan", Ct);
        Assert.Equal(Verdict.Accepted, (await Here.Judgements.FindAsync(failed, Ct))!.Verdict);
        Assert.Equal(Verdict.Accepted, (await Here.Judgements.FindAsync(right, Ct))!.Verdict);
        Assert.Equal(
            [failed.Value],
            (await Here.Events.AfterAsync(0, 100, Ct)).Where(e => e.Kind == EventKind.Rejudged).Select(e => e.Subject)
        );
    }

    [Fact]
    public async Task Three_failed_tries_of_judging_again_are_an_error_of_the_rejudging_and_no_alarm()
    {
        var (contest, id) = await OneJudgedAsync(Wrong);
        var rejudging = await StartAsync(contest);
        for (var attempt = 1; attempt <= Scheduler.MostTries; attempt++)
        {
            await (await Here.Queue.TakeAsync("n", Ct))!.DisposeAsync();
            Clock.Advance(attempt * Scheduler.RestAfterFailure);
        }

        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
        Assert.Equal(
            (RejudgingState.Ready, 1),
            (await Here.Rejudgings.FindAsync(rejudging.Id, Ct))! is var now ? (now.State, now.Failed) : default
        );
        Assert.Equal(Verdict.WrongAnswer, (await Here.Judgements.FindAsync(id, Ct))!.Verdict);
        Assert.DoesNotContain(await Here.Events.AfterAsync(0, 100, Ct), e => e.Kind == EventKind.JudgeFailed);
    }

    [Fact]
    public async Task What_a_later_rejudging_has_decided_an_earlier_one_leaves_alone()
    {
        var (contest, entrants) = await RunningAsync(1);
        var (both, one) = (await SubmitAsync(contest, entrants[0]), await SubmitAsync(contest, entrants[0], "B"));
        await JudgeAsync(Wrong, Wrong);
        var (early, late) = (await StartAsync(contest), await StartAsync(contest, both));
        await JudgeByAsync(lease => lease.Rejudging == late.Id ? Right : Wrong with { Share = 0.5m });
        await Here.Rejudgings.ApplyAsync(late.Id, "lan", Ct);
        Assert.Equal([one], (await ChangesAsync(early)).SelectMany(change => change.Submissions).Select(change => change.Submission));
        await Here.Rejudgings.ApplyAsync(early.Id, "lan", Ct);
        Assert.Equal([1m, 0.5m], (await FactsAsync(contest)).Select(fact => fact.Share));
    }

    [Fact]
    public async Task What_a_dead_judge_held_is_judged_again_by_another_and_lost_places_come_back()
    {
        var (contest, entrants) = await RunningAsync(3);
        foreach (var entrant in entrants)
        {
            await SubmitAsync(contest, entrant);
        }

        await JudgeAsync(Wrong, Wrong, Wrong);
        var rejudging = await StartAsync(contest);
        var dead = await Here.Queue.TakeAsync("dead", Ct);
        await JudgeAsync(Right);
        Here.Queue.Forget();
        Assert.Equal(2, (await Here.Queue.StateAsync(Ct)).Waiting);
        Clock.Advance(Scheduler.Silence);
        await JudgeByAsync(_ => Right);
        await dead!.CompleteAsync(Wrong, Ct);

        await Here.Rejudgings.ApplyAsync(rejudging.Id, "lan", Ct);
        Assert.All(await FactsAsync(contest), fact => Assert.Equal(Verdict.Accepted, fact.Verdict));
    }

    [Fact]
    public async Task A_submission_of_the_contest_goes_before_all_that_is_judged_again()
    {
        var (contest, entrants) = await RunningAsync(2);
        for (var i = 0; i < 10; i++)
        {
            await SubmitAsync(contest, entrants[0]);
        }

        await JudgeByAsync(_ => Wrong);
        var large = await StartAsync(contest);
        Assert.Equal((10, 10, null), await Here.Queue.StateAsync(Ct) is var line ? (line.Waiting, line.Again, line.OldestAt) : default);
        Assert.Equal(large.Id, await RejudgingOfNextAsync());
        var live = await SubmitAsync(contest, entrants[1]);
        await using (var next = await Here.Queue.TakeAsync("n", Ct))
        {
            Assert.Equal((live, true), (next!.Submission, next.Rejudging.IsFirst));
            await next.CompleteAsync(Right, Ct);
        }

        var small = await StartAsync(contest, live);
        Assert.Contains(small.Id, new[] { await RejudgingOfNextAsync(), await RejudgingOfNextAsync() });
    }

    [Fact]
    public async Task What_has_to_be_decided_and_what_failed_is_known_of_all_contests_at_once()
    {
        var (first, _) = await OneJudgedAsync(Failed);
        var (second, entrants) = await RunningAsync(1, contest => contest with { Code = "SECOND" });
        await SubmitAsync(second, entrants[0]);
        await SubmitAsync(second, entrants[0]);
        await JudgeAsync(Failed, Right);
        await RunningAsync(1, contest => contest with { Code = "EMPTY" });
        Assert.Equivalent(
            new Dictionary<ContestId, int> { [first.Id] = 1, [second.Id] = 1 },
            await Here.Judgements.FailuresAsync(Ct),
            strict: true
        );
        Assert.Empty(await Here.Rejudgings.ReadyAsync(Ct));

        var (earlier, later) = (await StartAsync(first), await StartAsync(second));
        Assert.Empty(await Here.Rejudgings.ReadyAsync(Ct));
        await JudgeByAsync(_ => Right);
        Assert.Equal([later.Id, earlier.Id], (await Here.Rejudgings.ReadyAsync(Ct)).Select(rejudging => rejudging.Id));

        await Here.Rejudgings.ApplyAsync(earlier.Id, "lan", Ct);
        await Here.Rejudgings.DiscardAsync(later.Id, "lan", Ct);
        Assert.Empty(await Here.Rejudgings.ReadyAsync(Ct));
        Assert.Equal(second.Id, Assert.Single(await Here.Judgements.FailuresAsync(Ct)).Key);
    }

    [Fact]
    public async Task Twenty_thousand_are_put_in_line_and_applied_at_once()
    {
        const int Many = 20_000;
        var (contest, entrants) = await RunningAsync(1);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Here.Database.WriteAsync(
            (c, t) =>
                c.ExecuteAsync(
                    """
                    INSERT INTO submissions (contest, entrant, label, problem, language, source, size, at, handin_key)
                    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < @Many)
                    SELECT @contest, @entrant, 'A', 'aplusb', 'pascal', '', 1, 0, CAST(n AS text) FROM numbers;
                    INSERT INTO judgements (submission, rejudging, verdict, share, cpu_us, memory, compile_fault, compiler_message,
                      tests, problem_version, judge, at)
                    SELECT id, 0, 'WrongAnswer', '0', 0, 0, 'None', '', '[]', 'v1', 'n', 0 FROM submissions;
                    """,
                    new
                    {
                        Many,
                        contest = contest.Id.Value,
                        entrant = entrants[0].Value,
                    },
                    t
                ),
            Ct
        );
        var told = await Here.Events.LastSequenceAsync(Ct);
        watch.Restart();
        var rejudging = await StartAsync(contest);
        TestContext.Current.TestOutputHelper?.WriteLine($"Put in line in {watch.ElapsedMilliseconds} ms");
        Assert.Equal(Many, rejudging.Total);
        await Here.Database.WriteAsync(
            (c, t) =>
                c.ExecuteAsync(
                    """
                    INSERT INTO judgements (submission, rejudging, verdict, share, cpu_us, memory, compile_fault, compiler_message,
                      tests, problem_version, judge, at)
                    SELECT id, @id, 'Accepted', '1', 0, 0, 'None', '', '[]', 'v2', 'n', 0 FROM submissions;
                    """,
                    new { id = rejudging.Id.Value },
                    t
                ),
            Ct
        );
        watch.Restart();
        Assert.Equal(Many, (await Here.Rejudgings.PreviewAsync(rejudging.Id, Ct))!.Submissions);
        TestContext.Current.TestOutputHelper?.WriteLine($"Looked at in {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        Assert.Equal(RejudgeEnd.Granted, await Here.Rejudgings.ApplyAsync(rejudging.Id, "lan", Ct));
        TestContext.Current.TestOutputHelper?.WriteLine($"Applied in {watch.ElapsedMilliseconds} ms");
        Assert.Equal(told + Many, await Here.Events.LastSequenceAsync(Ct));
        Assert.Equal(Enumerable.Range(1, 3).Select(i => told + i), (await Here.Events.AfterAsync(told, 3, Ct)).Select(e => e.Sequence));
    }

    private async Task<(Contest Contest, SubmissionId Id)> OneJudgedAsync(Judgement judgement)
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await SubmitAsync(contest, entrants[0]);
        await JudgeAsync(judgement);
        return (contest, id);
    }

    private async Task<Rejudging> StartAsync(Contest contest, SubmissionId? submission = null) =>
        (await Here.Rejudgings.StartAsync(new RejudgeScope(contest.Id) { Submission = submission }, "", "lan", Ct))!;

    private async Task<RejudgingId> RejudgingOfNextAsync()
    {
        await using var lease = await Here.Queue.TakeAsync("n", Ct);
        await lease!.CompleteAsync(Right, Ct);
        return lease.Rejudging;
    }

    private async Task JudgeAsync(params Judgement[] judgements)
    {
        foreach (var judgement in judgements)
        {
            await using var lease = await Here.Queue.TakeAsync("n", Ct);
            await lease!.CompleteAsync(judgement, Ct);
        }
    }

    private async Task JudgeByAsync(Func<LocalQueue.Lease, Judgement> judge)
    {
        while (await Here.Queue.TakeAsync("n", Ct) is { } lease)
        {
            await lease.CompleteAsync(judge(lease), Ct);
        }
    }

    private Task<IReadOnlyList<Judged>> FactsAsync(Contest contest) => Here.Judgements.OfContestAsync(contest.Id, Ct);

    private async Task<IReadOnlyList<EntrantChange>> ChangesAsync(Rejudging rejudging) =>
        (await Here.Rejudgings.PreviewAsync(rejudging.Id, Ct))!.Entrants;
}
