using Dapper;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Queue;
using Judge.Rejudge;
using Judge.Score;
using Judge.Submit;
using Judge.Tests.Storage;

namespace Judge.Tests.Queue;

/// <summary>What any queue keeps to, whether it is a table or not; the facts lie in a database.</summary>
public abstract partial class JudgeQueueContract(DatabaseKind kind) : StoreTest(kind)
{
    private protected static readonly Judgement Right = new() { Verdict = Verdict.Accepted, Share = 1 };
    private static readonly Judgement Wrong = new() { Verdict = Verdict.WrongAnswer, Share = 0.25m };

    [Fact]
    public async Task A_verdict_takes_the_submission_out_of_line_and_is_told()
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await SubmitAsync(contest, entrants[0]);
        await using var lease = await Here.Queue.TakeAsync("n", Ct);
        Assert.Equal((id, 1), (lease!.Submission, lease.Attempt));
        var judgement = new Judgement
        {
            Verdict = Verdict.WrongAnswer,
            Share = 1m / 3,
            ProblemVersion = "v",
            Program = new ProgramReport
            {
                Cpu = TimeSpan.FromMilliseconds(12.5),
                MemoryBytes = 3 << 20,
                CompilerMessage = "Hint: x",
                CompileFault = CompileFault.Crashed,
            },
            Tests =
            [
                new TestOutcome("01", true, Verdict.WrongAnswer, 0, TimeSpan.FromMilliseconds(1), 5, TestMessage.ExitCode, 7)
                {
                    Group = "nhỏ",
                },
            ],
            Groups = [new GroupResult("nhỏ", 1, 1m / 3, Verdict.Accepted), new GroupResult("lớn", 0, 2m / 3, Verdict.None)],
            Puzzle = new PuzzleReport(2, false, 7, ["if"], [new WorldEnd(1, false, "hit_wall", 4, 0, 3, 2, 5, 0)]),
            StaffMessage = "checker: exit 3",
        };
        await lease.CompleteAsync(judgement, Ct);

        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
        Assert.Equivalent(judgement, await Here.Judgements.FindAsync(id, Ct), strict: true);
        var listed = (await Here.Judgements.OfAsync([id, new SubmissionId(999)], Ct)).Single().Value;
        Assert.Equal((1m / 3, 2, judgement.Puzzle), (listed.Share, listed.Groups.Count, listed.Puzzle));
        var told = (await Here.Events.AfterAsync(0, 100, Ct))[^1];
        Assert.Equal((EventKind.Judged, id.Value, entrants[0]), (told.Kind, told.Subject, told.Entrant));
        var fact = Assert.Single(await Here.Judgements.OfContestAsync(contest.Id, Ct));
        Assert.Equal([1m / 3, 0], fact.Groups);
        Assert.Equal(fact, Judged.From(told));
    }

    [Fact]
    public async Task Nobody_gets_what_another_holds()
    {
        var (contest, entrants) = await RunningAsync(3);
        foreach (var entrant in entrants)
        {
            await SubmitAsync(contest, entrant);
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(judge => Task.Run(() => Here.Queue.TakeAsync($"n{judge}", Ct), Ct)));
        Assert.Equal(3, taken.Count(lease => lease is not null));
        Assert.Equal(3, taken.Where(lease => lease is not null).Select(lease => lease!.Submission).Distinct().Count());
        Assert.Equal((0, 3), ((await Here.Queue.StateAsync(Ct)).Waiting, (await Here.Queue.StateAsync(Ct)).Leased));
    }

    [Fact]
    public async Task A_lease_left_without_a_verdict_counts_as_a_try_and_rests_so_that_a_short_trouble_uses_up_no_tries()
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await SubmitAsync(contest, entrants[0]);
        await (await Here.Queue.TakeAsync("n", Ct))!.DisposeAsync();
        Clock.Advance(Scheduler.RestAfterFailure - TimeSpan.FromMilliseconds(1));
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var again = await Here.Queue.TakeAsync("n", Ct);
        Assert.Equal((id, 2), (again!.Submission, again.Attempt));
    }

    [Fact]
    public async Task A_lease_given_back_does_not_count_as_a_try()
    {
        var (contest, entrants) = await RunningAsync(1);
        await SubmitAsync(contest, entrants[0]);
        for (var i = 0; i < 10; i++)
        {
            await using var lease = await Here.Queue.TakeAsync("n", Ct);
            Assert.Equal(1, lease!.Attempt);
            await lease.GiveBackAsync(Ct);
        }
    }

    [Fact]
    public async Task What_a_dead_judge_held_is_taken_again_when_it_was_silent_for_six_seconds_and_not_before()
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await SubmitAsync(contest, entrants[0]);
        var dead = await Here.Queue.TakeAsync("dead", Ct);
        Clock.Advance(Scheduler.Silence - TimeSpan.FromMilliseconds(1));
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var again = await Here.Queue.TakeAsync("n", Ct);
        Assert.Equal((id, 2), (again!.Submission, again.Attempt));
        Assert.False(await dead!.RenewAsync(Ct));
        await dead.DisposeAsync();
        Assert.True(await again.RenewAsync(Ct));
    }

    [Fact]
    public async Task What_a_judge_says_it_is_at_is_kept_for_it()
    {
        var (contest, entrants) = await RunningAsync(1);
        await SubmitAsync(contest, entrants[0]);
        await using var lease = await Here.Queue.TakeAsync("n", Ct);
        for (var i = 0; i < 10; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(5));
            Assert.True(await lease!.RenewAsync(Ct));
            Assert.Null(await Here.Queue.TakeAsync("other", Ct));
        }
    }

    [Fact]
    public async Task A_judge_that_was_only_cut_off_goes_on_with_what_nobody_else_has()
    {
        var (contest, entrants) = await RunningAsync(1);
        await SubmitAsync(contest, entrants[0]);
        await using var lease = await Here.Queue.TakeAsync("n", Ct);
        Clock.Advance(10 * Scheduler.Silence);
        Assert.Equal((1, 0), (await Here.Queue.StateAsync(Ct)) is var line ? (line.Waiting, line.Leased) : default);
        Assert.True(await lease!.RenewAsync(Ct));
        Assert.Null(await Here.Queue.TakeAsync("other", Ct));
    }

    [Fact]
    public async Task After_the_dispatcher_moved_a_judge_goes_on_with_what_it_holds_and_the_rest_waits_for_its_judge_a_while()
    {
        var (contest, entrants) = await RunningAsync(3);
        foreach (var entrant in entrants)
        {
            await SubmitAsync(contest, entrant);
        }

        await using var held = await Here.Queue.TakeAsync("n", Ct);
        var lost = await Here.Queue.TakeAsync("dead", Ct);
        Here.Queue.Forget();
        Assert.Equal(1, (await Here.Queue.TakeAsync("other", Ct))!.Attempt);
        Assert.Null(await Here.Queue.TakeAsync("other", Ct));
        Assert.True(await held!.RenewAsync(Ct));
        Clock.Advance(Scheduler.Adoption);
        var again = await Here.Queue.TakeAsync("other", Ct);
        Assert.Equal((lost!.Submission, 2), (again!.Submission, again.Attempt));
        Assert.True(await held.RenewAsync(Ct));
    }

    [Fact]
    public async Task Of_two_dispatchers_only_the_one_that_woke_up_last_gives_anything_out()
    {
        var (contest, entrants) = await RunningAsync(2);
        await Here.Queue.StateAsync(Ct);
        var cutOff = await Dispatching.AwakeAsync(Here.Facts, Clock, Ct);
        await OpenAgain().Queue.StateAsync(Ct);
        var id = await SubmitAsync(contest, entrants[0]);
        cutOff.PutInLine([id]);
        await Assert.ThrowsAsync<OutdatedEpochException>(() => cutOff.FollowAsync(Ct));
        cutOff.Scheduler.Hear(new SomeReport("n").Of(1));
        await Assert.ThrowsAsync<OutdatedEpochException>(() => cutOff.WriteAsync(Ct));
        Assert.Null(cutOff.Scheduler.OrdersFor("n"));
        Assert.Equal(1, (await OpenAgain().Queue.TakeAsync("n", Ct))!.Attempt);
    }

    [Fact]
    public async Task A_judge_that_was_never_given_it_brings_no_verdict()
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await SubmitAsync(contest, entrants[0]);
        var lease = await Here.Queue.TakeAsync("n", Ct);
        var outcome = new Outcome(lease!.Ticket, Ending.Judged, Right, "");
        Assert.Equal([Keeping.Refused], (await Here.Verdicts.StoreAsync([("stranger", outcome)], Ct)).Select(one => one.Keeping));
        Assert.Null(await Here.Judgements.FindAsync(id, Ct));
        await lease.CompleteAsync(Right, Ct);
        Assert.Equal(
            [Keeping.NotWanted, Keeping.NotWanted],
            (await Here.Verdicts.StoreAsync([("n", outcome), ("stranger", outcome)], Ct)).Select(one => one.Keeping)
        );
    }

    [Fact]
    public async Task A_drained_judge_gets_nothing_wherever_the_dispatcher_wakes_up_until_it_is_resumed()
    {
        var (contest, entrants) = await RunningAsync(1);
        await Here.Facts.DrainAsync("n", true, Ct);
        var id = await SubmitAsync(contest, entrants[0]);
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
        await Here.Facts.DrainAsync("n", false, Ct);
        Here.Queue.Forget();
        Assert.Equal(id, (await Here.Queue.TakeAsync("n", Ct))!.Submission);
    }

    [Fact]
    public async Task The_first_verdict_stays_whoever_brings_a_second()
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await SubmitAsync(contest, entrants[0]);
        var slow = await Here.Queue.TakeAsync("slow", Ct);
        Clock.Advance(Scheduler.Silence);
        var quick = await Here.Queue.TakeAsync("quick", Ct);
        await quick!.CompleteAsync(Right, Ct);
        await slow!.CompleteAsync(Wrong, Ct);
        Assert.Equal(Verdict.Accepted, (await Here.Judgements.FindAsync(id, Ct))!.Verdict);
        Assert.Single(await Here.Events.AfterAsync(0, 100, Ct), e => e.Kind == EventKind.Judged);
    }

    [Fact]
    public async Task After_three_tries_without_a_verdict_it_is_a_judge_error_with_an_alarm()
    {
        var (contest, entrants) = await RunningAsync(2);
        var poison = await SubmitAsync(contest, entrants[0]);
        var next = await SubmitAsync(contest, entrants[1]);
        for (var attempt = 1; attempt <= Scheduler.MostTries; attempt++)
        {
            Assert.Equal(
                (poison, attempt),
                ((await Here.Queue.TakeAsync("n", Ct))! is var lease ? (lease.Submission, lease.Attempt) : default)
            );
            await lease.DisposeAsync();
            Clock.Advance(attempt * Scheduler.RestAfterFailure);
        }

        Assert.Equal(next, (await Here.Queue.TakeAsync("n", Ct))!.Submission);
        Assert.Equal(Verdict.JudgeError, (await Here.Judgements.FindAsync(poison, Ct))!.Verdict);
        Assert.Equal(poison.Value, Assert.Single(await Here.Events.AfterAsync(0, 100, Ct), e => e.Kind == EventKind.JudgeFailed).Subject);
    }

    [Fact]
    public async Task A_flood_of_a_thousand_by_one_delays_nobody_else()
    {
        var (contest, entrants) = await RunningAsync(3);
        await EnqueueAsync(contest, entrants[0], 1_000);
        for (var i = 0; i < 10; i++)
        {
            await JudgeOneAsync(Here.Queue);
        }

        var second = await SubmitAsync(contest, entrants[1]);
        var third = await SubmitAsync(contest, entrants[2]);
        var taken = new[] { await JudgeOneAsync(Here.Queue), await JudgeOneAsync(Here.Queue) };
        Assert.Equal([second, third], taken);

        var again = await SubmitAsync(contest, entrants[1]);
        Assert.Contains(again, new[] { await JudgeOneAsync(Here.Queue), await JudgeOneAsync(Here.Queue) });
    }

    [Fact]
    public async Task Two_floods_are_taken_in_turn()
    {
        var (contest, entrants) = await RunningAsync(2);
        var first = await EnqueueAsync(contest, entrants[0], 20);
        await EnqueueAsync(contest, entrants[1], 20);
        var ofFirst = 0;
        for (var taken = 1; taken <= 40; taken++)
        {
            ofFirst += first.Contains(await JudgeOneAsync(Here.Queue)) ? 1 : 0;
            Assert.InRange((2 * ofFirst) - taken, -2, 2);
        }
    }

    [Fact]
    public async Task The_contest_goes_before_judging_again()
    {
        var (contest, entrants) = await RunningAsync(2);
        var again = new[] { await JudgedAsync(contest, entrants[0]), await JudgedAsync(contest, entrants[0]) };
        await StartAsync(contest);
        var inContest = new[] { await SubmitAsync(contest, entrants[1]), await SubmitAsync(contest, entrants[1]) };
        foreach (var expected in inContest.Concat(again))
        {
            Assert.Equal(expected, await JudgeOneAsync(Here.Queue));
        }
    }

    [Fact]
    public async Task The_state_tells_the_line()
    {
        var (contest, entrants) = await RunningAsync(2);
        var came = Clock.GetUtcNow();
        await SubmitAsync(contest, entrants[0]);
        Clock.Advance(TimeSpan.FromSeconds(50));
        await SubmitAsync(contest, entrants[1]);
        await Here.Queue.TakeAsync("n", Ct);
        Assert.Equal(new QueueState(1, 1, came), await Here.Queue.StateAsync(Ct));
    }

    [Fact]
    public async Task A_hundred_judged_by_three_of_which_one_dies_in_the_middle_get_a_hundred_verdicts()
    {
        var (contest, entrants) = await RunningAsync(10);
        foreach (var i in Enumerable.Range(0, 100))
        {
            await SubmitAsync(contest, entrants[i % 10], i % 2 == 0 ? "A" : "B");
        }

        foreach (var _ in Enumerable.Range(0, 5))
        {
            await JudgeOneAsync(Here.Queue);
            await Here.Queue.TakeAsync("dying", Ct); // held and never finished
        }

        await Task.WhenAll(DrainAsync("a"), DrainAsync("b"));
        Clock.Advance(Scheduler.Silence);
        await Task.WhenAll(DrainAsync("a"), DrainAsync("b"));

        var facts = await Here.Judgements.OfContestAsync(contest.Id, Ct);
        Assert.Equal(100, facts.Count(fact => fact.Verdict == Verdict.Accepted));
        Assert.Equal(100, (await Here.Events.AfterAsync(0, 1_000, Ct)).Count(e => e.Kind == EventKind.Judged));

        Task DrainAsync(string judge) =>
            Task.Run(
                async () =>
                {
                    while (await Here.Queue.TakeAsync(judge, Ct) is { } lease)
                    {
                        await lease.CompleteAsync(Right, Ct);
                    }
                },
                Ct
            );
    }

    private protected async Task<SubmissionId> JudgeOneAsync(LocalQueue queue)
    {
        var lease = await queue.TakeAsync("n", Ct);
        Assert.NotNull(lease);
        await lease.CompleteAsync(Right, Ct);
        return lease.Submission;
    }

    private protected async Task<SubmissionId> JudgedAsync(Contest contest, EntrantId entrant)
    {
        await SubmitAsync(contest, entrant);
        return await JudgeOneAsync(Here.Queue);
    }

    private protected async Task<Rejudging> StartAsync(Contest contest) =>
        (await Here.Rejudgings.StartAsync(new RejudgeScope(contest.Id), "", "lan", Ct))!;

    /// <summary>Puts submissions in line past the limit of those that may wait.</summary>
    private async Task<List<SubmissionId>> EnqueueAsync(Contest contest, EntrantId entrant, int count)
    {
        var ids = await Here.Database.WriteAsync(
            async (connection, transaction) =>
            {
                var ids = new List<SubmissionId>();
                for (var i = 0; i < count; i++)
                {
                    ids.Add(
                        new SubmissionId(
                            await connection.ExecuteScalarAsync<long>(
                                """
                                INSERT INTO submissions (contest, entrant, label, problem, language, source, size, at, handin_key)
                                VALUES (@contest, @entrant, 'A', 'aplusb', 'pascal', '', 1, 0, @key) RETURNING id
                                """,
                                new
                                {
                                    contest = contest.Id.Value,
                                    entrant = entrant.Value,
                                    key = $"{i}",
                                },
                                transaction
                            )
                        )
                    );
                }

                return ids;
            },
            Ct
        );
        foreach (var id in ids)
        {
            await Here.Queue.OfferAsync(id);
        }

        return ids;
    }
}
