using Judge.Contests;
using Judge.Submit;
using Judge.Tests.Storage;
using Support;

namespace Judge.Tests.Contests;

public sealed class ContestActsOnSqliteTests() : ContestActsContract(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class ContestActsOnPostgresTests(PostgresFixture server) : ContestActsContract(new OnPostgres(server));

public abstract class ContestActsContract(DatabaseKind kind) : StoreTest(kind)
{
    private static readonly Grounds Why = new("thay-an", "Mất điện phòng 2");

    [Fact]
    public async Task A_decision_comes_back_as_it_was_taken()
    {
        var (contest, entrants) = await RunningAsync(3);
        Assert.Equal(TimeFlaw.None, await Here.Acts.ExtendAsync(contest.Id, [entrants[1], entrants[0]], 15, Why, Ct));
        var fact = Assert.Single((await Here.Contests.FindAsync(contest.Id, Ct))!.Times);
        Assert.Equal(
            (TimeKind.Extension, TimeSpan.FromMinutes(15), "thay-an", "Mất điện phòng 2", Clock.GetUtcNow()),
            (fact.Kind, fact.Amount, fact.Actor, fact.Reason, fact.At)
        );
        Assert.Equal([entrants[1], entrants[0]], fact.Entrants);
    }

    [Fact]
    public async Task Intake_closes_by_each_entrants_own_clock()
    {
        var (contest, entrants) = await RunningAsync(2);
        await Here.Acts.ExtendAsync(contest.Id, [entrants[0]], 15, Why, Ct);
        Clock.Advance(TimeSpan.FromMinutes(141));
        Assert.Equal(SubmitResult.Accepted, await HandInAsync(contest, entrants[0]));
        Assert.Equal(SubmitResult.Ended, await HandInAsync(contest, entrants[1]));
        Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(SubmitResult.Ended, await HandInAsync(contest, entrants[0]));
    }

    [Fact]
    public async Task Nothing_is_taken_while_the_clock_stands_still()
    {
        var (contest, entrants) = await RunningAsync(2);
        Assert.Equal(TimeFlaw.None, await Here.Acts.PauseAsync(contest.Id, [entrants[0]], Why, Ct));
        Assert.Equal(TimeFlaw.Paused, await Here.Acts.PauseAsync(contest.Id, [entrants[0]], Why, Ct));
        Assert.Equal(SubmitResult.Paused, await HandInAsync(contest, entrants[0]));
        Assert.Equal(SubmitResult.Accepted, await HandInAsync(contest, entrants[1]));
        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(TimeFlaw.None, await Here.Acts.GoOnAsync(contest.Id, [entrants[0]], Ct));
        Assert.Equal(TimeFlaw.NotPaused, await Here.Acts.GoOnAsync(contest.Id, [entrants[0]], Ct));
        Clock.Advance(TimeSpan.FromMinutes(125));
        Assert.Equal(SubmitResult.Accepted, await HandInAsync(contest, entrants[0]));
        Assert.Equal(SubmitResult.Ended, await HandInAsync(contest, entrants[1]));
    }

    [Fact]
    public async Task An_own_clock_starts_once_with_the_first_press()
    {
        var (contest, entrants) = await RunningAsync(2, one => one with { Duration = TimeSpan.FromMinutes(30) });
        Assert.Equal(SubmitResult.NotStarted, await HandInAsync(contest, entrants[0]));
        Assert.Equal(TimeFlaw.None, await Here.Acts.BeginAsync(contest.Id, entrants[0], Ct));
        var begun = await Here.Acts.BegunAsync(entrants[0], Ct);
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeFlaw.None, await Here.Acts.BeginAsync(contest.Id, entrants[0], Ct));
        Assert.Equal(begun, await Here.Acts.BegunAsync(entrants[0], Ct));
        Assert.Equal([entrants[0]], (await Here.Acts.BegunAsync(contest.Id, Ct)).Keys);
        Assert.Equal(SubmitResult.Accepted, await HandInAsync(contest, entrants[0]));
        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(SubmitResult.Ended, await HandInAsync(contest, entrants[0]));
        Assert.Equal(TimeFlaw.None, await Here.Acts.BeginAsync(contest.Id, entrants[1], Ct));
    }

    /// <summary>Each arena here is gone before the next one is asked: what an hour follows from is in no arena's memory.</summary>
    [Fact]
    public async Task An_own_hour_that_one_arena_started_is_kept_by_any_other_with_its_pauses_its_minutes_and_its_grace()
    {
        var (contest, entrants) = await RunningAsync(1, one => one with { Duration = TimeSpan.FromMinutes(60), End = one.End.AddHours(4) });
        var pupil = entrants[0];
        Assert.Equal(TimeFlaw.None, await Here.Acts.BeginAsync(contest.Id, pupil, Ct));
        var begun = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(TimeFlaw.None, await OpenAgain().Acts.PauseAsync(contest.Id, [pupil], Why, Ct));
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SubmitResult.Paused, (await OpenAgain().Submissions.AddAsync(AHandin(contest, pupil), Ct)).Result);
        Assert.Equal(TimeFlaw.None, await OpenAgain().Acts.GoOnAsync(contest.Id, [pupil], Ct));
        Assert.Equal(TimeFlaw.None, await OpenAgain().Acts.ExtendAsync(contest.Id, [pupil], 5, Why, Ct));

        var other = OpenAgain();
        var end = Judge.Contests.Clock.Of((await other.Contests.FindAsync(contest.Id, Ct))!, pupil, await other.Acts.BegunAsync(pupil, Ct));
        Assert.Equal(begun.AddMinutes(75), end.EndAt(Clock.GetUtcNow()));
        Clock.Advance(begun.AddMinutes(75).AddSeconds(60) - Clock.GetUtcNow());
        Assert.Equal(SubmitResult.Ended, (await other.Submissions.AddAsync(AHandin(contest, pupil), Ct)).Result);
        Assert.NotNull(await LateAsync(TimeSpan.FromSeconds(90)));
        Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Null(await LateAsync(TimeSpan.FromSeconds(150)));

        async Task<LateHandin?> LateAsync(TimeSpan ago)
        {
            var any = OpenAgain();
            var handed = await any.Submissions.AddAsync(AHandin(contest, pupil) with { MadeAgo = ago }, Ct);
            Assert.Equal(SubmitResult.Accepted, handed.Result);
            return (await any.Submissions.FindAsync(handed.Id, Ct))!.Late;
        }
    }

    [Fact]
    public async Task Own_clocks_that_are_set_start_by_themselves_and_move_until_something_is_handed_in()
    {
        var (contest, entrants) = await RunningAsync(3, one => one with { Duration = TimeSpan.FromMinutes(30) });
        var now = Clock.GetUtcNow();
        await SetAsync(now, now.AddMinutes(60));
        Assert.Equal(SubmitResult.Accepted, await HandInAsync(contest, entrants[0]));
        Assert.Equal(SubmitResult.NotStarted, await HandInAsync(contest, entrants[1]));
        Assert.Equal(TimeFlaw.None, await Here.Acts.BeginAsync(contest.Id, entrants[1], Ct));
        Assert.Equal(TimeFlaw.None, await Here.Acts.BeginAsync(contest.Id, entrants[2], Ct));
        await SetAsync(now.AddMinutes(5), now.AddMinutes(10));
        Dictionary<EntrantId, DateTimeOffset> told = new()
        {
            [entrants[0]] = now,
            [entrants[1]] = now.AddMinutes(10),
            [entrants[2]] = now,
        };
        Assert.Equivalent(told, await Here.Acts.BegunAsync(contest.Id, Ct));
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SubmitResult.Accepted, await HandInAsync(contest, entrants[1]));
        Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(SubmitResult.Ended, await HandInAsync(contest, entrants[0]));
        Assert.Equal(SubmitResult.Accepted, await HandInAsync(contest, entrants[1]));

        Task SetAsync(DateTimeOffset first, DateTimeOffset second) =>
            Here.Acts.ScheduleAsync(
                contest.Id,
                new Dictionary<EntrantId, DateTimeOffset> { [entrants[0]] = first, [entrants[1]] = second },
                Ct
            );
    }

    [Fact]
    public async Task A_start_that_is_not_said_any_more_waits_for_the_press_again()
    {
        var (contest, entrants) = await RunningAsync(1, one => one with { Duration = TimeSpan.FromMinutes(30) });
        var later = Clock.GetUtcNow().AddMinutes(60);
        await Here.Acts.ScheduleAsync(contest.Id, new Dictionary<EntrantId, DateTimeOffset> { [entrants[0]] = later }, Ct);
        await Here.Acts.ScheduleAsync(contest.Id, new Dictionary<EntrantId, DateTimeOffset>(), Ct);
        Assert.Empty(await Here.Acts.BegunAsync(contest.Id, Ct));
    }

    [Fact]
    public async Task A_press_during_a_pause_has_to_wait_and_then_has_the_whole_own_time()
    {
        var (contest, entrants) = await RunningAsync(2, one => one with { Duration = TimeSpan.FromMinutes(30) });
        await Here.Acts.PauseAsync(contest.Id, [], Why, Ct);
        Assert.Equal(TimeFlaw.Paused, await Here.Acts.BeginAsync(contest.Id, entrants[0], Ct));
        Assert.Null(await Here.Acts.BegunAsync(entrants[0], Ct));
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Here.Acts.GoOnAsync(contest.Id, [], Ct);
        Assert.Equal(TimeFlaw.None, await Here.Acts.BeginAsync(contest.Id, entrants[0], Ct));
        Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(SubmitResult.Accepted, await HandInAsync(contest, entrants[0]));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SubmitResult.Ended, await HandInAsync(contest, entrants[0]));
        var now = Clock.GetUtcNow();
        Assert.Equal(contest.End.AddMinutes(10), Judge.Contests.Clock.OfAll((await Here.Contests.FindAsync(contest.Id, Ct))!).EndAt(now));
    }

    [Fact]
    public async Task Rules_that_published_results_follow_from_are_kept_until_the_results_are_withdrawn()
    {
        var (contest, entrants) = await RunningAsync(1);
        await SubmitAsync(contest, entrants[0]);
        await Here.Acts.CloseAsync(contest.Id, Why, Ct);
        await Here.Acts.MoveAsync(contest.Id, LifeAct.Provisional, Why, Ct);
        foreach (
            var changed in new[]
            {
                contest with
                {
                    Start = contest.Start.AddMinutes(-5),
                },
                contest with
                {
                    End = contest.End.AddMinutes(5),
                },
                contest with
                {
                    FreezeAt = contest.Start,
                },
                contest with
                {
                    Scoring = ScoringStyle.PointsWithPenalty,
                },
                contest with
                {
                    PenaltyMinutes = 7,
                },
                contest with
                {
                    Problems = [.. contest.Problems.Select(problem => problem with { Points = problem.Points + 1 })],
                },
            }
        )
        {
            var refused = await Assert.ThrowsAsync<ContestException>(() => Here.Contests.ChangeAsync(changed, Ct));
            Assert.Equal([ContestFlaw.ResultsAreOut], refused.Flaws);
        }

        await Here.Contests.ChangeAsync(contest with { Names = new Dictionary<string, string> { ["vi"] = "Tên mới" } }, Ct);
        await Here.Acts.MoveAsync(contest.Id, LifeAct.Withdraw, Why, Ct);
        await Here.Contests.ChangeAsync(contest with { End = contest.End.AddMinutes(5) }, Ct);
    }

    [Fact]
    public async Task An_entrant_of_another_contest_starts_and_is_extended_nowhere()
    {
        var (contest, _) = await RunningAsync(1, one => one with { Duration = TimeSpan.FromMinutes(30) });
        var (_, others) = await RunningAsync(1, one => one with { Code = "OTHER" });
        Assert.Equal(TimeFlaw.UnknownEntrant, await Here.Acts.BeginAsync(contest.Id, others[0], Ct));
        Assert.Equal(TimeFlaw.UnknownEntrant, await Here.Acts.ExtendAsync(contest.Id, others, 5, Why, Ct));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_leaves_nothing_behind()
    {
        var (contest, _) = await RunningAsync(1);
        var now = Clock.GetUtcNow();
        Assert.Equal(TimeFlaw.Amount, await Here.Acts.ExtendAsync(contest.Id, [], 0, Why, Ct));
        Assert.Equal(TimeFlaw.Amount, await Here.Acts.ExtendAsync(contest.Id, [], 601, Why, Ct));
        Assert.Equal(TimeFlaw.Reason, await Here.Acts.ExtendAsync(contest.Id, [], 5, Why with { Reason = " " }, Ct));
        Assert.Equal(TimeFlaw.Interval, await Here.Acts.RemoveAsync(contest.Id, now, now.AddMinutes(-5), Why, Ct));
        Assert.Equal(TimeFlaw.Interval, await Here.Acts.RemoveAsync(contest.Id, now, now.AddMinutes(5), Why, Ct));
        Assert.Equal(TimeFlaw.NotPaused, await Here.Acts.GoOnAsync(contest.Id, [], Ct));
        Assert.Equal(TimeFlaw.TakenBack, await Here.Acts.TakeBackAsync(contest.Id, 99, Ct));
        Assert.Empty((await Here.Contests.FindAsync(contest.Id, Ct))!.Times);
    }

    [Fact]
    public async Task More_time_after_the_end_opens_again_for_so_long_from_now()
    {
        var (contest, entrants) = await RunningAsync(1);
        Clock.Advance(TimeSpan.FromMinutes(200));
        Assert.Equal(TimeFlaw.Over, await Here.Acts.CloseAsync(contest.Id, Why, Ct));
        await Here.Acts.ExtendAsync(contest.Id, [], 10, Why, Ct);
        Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(SubmitResult.Accepted, await HandInAsync(contest, entrants[0]));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SubmitResult.Ended, await HandInAsync(contest, entrants[0]));
    }

    [Fact]
    public async Task A_life_goes_its_way_and_results_stop_the_clock_for_good()
    {
        var (contest, _) = await RunningAsync(1);
        Assert.Equal(LifeBar.StillRuns, await Here.Acts.MoveAsync(contest.Id, LifeAct.Provisional, Why, Ct));
        await Here.Acts.CloseAsync(contest.Id, Why, Ct);
        Assert.Equal(LifeBar.None, await Here.Acts.MoveAsync(contest.Id, LifeAct.Provisional, Why, Ct));
        Assert.Equal(TimeFlaw.ResultsAreOut, await Here.Acts.ExtendAsync(contest.Id, [], 5, Why, Ct));
        Assert.Equal(LifeBar.NoReason, await Here.Acts.MoveAsync(contest.Id, LifeAct.Withdraw, new("thay-an", ""), Ct));
        Assert.Equal(LifeBar.None, await Here.Acts.MoveAsync(contest.Id, LifeAct.Withdraw, Why, Ct));
        Assert.Equal(TimeFlaw.None, await Here.Acts.ExtendAsync(contest.Id, [], 5, Why, Ct));
        var found = (await Here.Contests.FindAsync(contest.Id, Ct))!;
        Assert.Equal([LifeAct.Provisional, LifeAct.Withdraw], found.Life.Select(fact => fact.Act));
    }

    [Fact]
    public async Task A_draft_does_not_exist_for_the_public()
    {
        var draft = AContest() with
        {
            Life =
            [
                new LifeFact
                {
                    Act = LifeAct.Draft,
                    At = Clock.GetUtcNow(),
                    Actor = "thay-an",
                },
            ],
        };
        var added = await Here.Contests.AddAsync(draft, Ct);
        Assert.Null(await Here.Contests.FindPublishedAsync(added.Code, Ct));
        Assert.NotNull(await Here.Contests.FindAsync(added.Code, Ct));
        await Here.Acts.MoveAsync(added.Id, LifeAct.Publish, Why, Ct);
        Assert.NotNull(await Here.Contests.FindPublishedAsync(added.Code, Ct));
    }

    [Fact]
    public async Task A_window_that_leaves_out_what_was_handed_in_is_refused()
    {
        var (contest, entrants) = await RunningAsync(1);
        await SubmitAsync(contest, entrants[0]);
        var now = Clock.GetUtcNow();
        var refused = await Assert.ThrowsAsync<ContestException>(() =>
            Here.Contests.ChangeAsync(contest with { Start = now.AddMinutes(1) }, Ct)
        );
        Assert.Equal([ContestFlaw.WindowHandedIn], refused.Flaws);
        await Here.Contests.ChangeAsync(contest with { Start = now.AddMinutes(-1), End = now.AddMinutes(1) }, Ct);
    }

    private async Task<SubmitResult> HandInAsync(Contest contest, EntrantId entrant) =>
        (await Here.Submissions.AddAsync(AHandin(contest, entrant), Ct)).Result;
}
