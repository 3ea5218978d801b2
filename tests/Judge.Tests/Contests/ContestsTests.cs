using Judge.Contests;
using Judge.Tests.Storage;
using Support;

namespace Judge.Tests.Contests;

public sealed class ContestsOnSqliteTests() : ContestsContract(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class ContestsOnPostgresTests(PostgresFixture server) : ContestsContract(new OnPostgres(server));

public abstract class ContestsContract(DatabaseKind kind) : StoreTest(kind)
{
    [Fact]
    public async Task A_contest_comes_back_as_it_was_added()
    {
        var given = AContest() with
        {
            Counting = Counting.BestPerSubtask,
            FreezeAt = Clock.GetUtcNow().AddHours(1),
            Languages = ["pascal", "python"],
            Feedback = Feedback.Verdict,
            AttemptsLimit = 50,
            PenaltyMinutes = 5,
        };
        var added = await Here.Contests.AddAsync(given, Ct);
        Assert.NotEqual(default, added.Id);
        Assert.Equivalent(given with { Id = added.Id }, await Here.Contests.FindAsync(added.Id, Ct), strict: true);
        Assert.Equal(added.Id, (await Here.Contests.FindAsync(" tinhoc-9 ", Ct))?.Id);
        Assert.Null(await Here.Contests.FindAsync("NONE", Ct));
        Assert.Null(await Here.Contests.FindAsync(new ContestId(99), Ct));
    }

    [Fact]
    public async Task A_change_replaces_rules_window_and_problems()
    {
        var added = await Here.Contests.AddAsync(AContest(), Ct);
        var changed = added with
        {
            End = added.End.AddMinutes(15),
            Scoring = ScoringStyle.PointsWithPenalty,
            Counting = Counting.BestPerSubtask,
            Problems = [added.Problems[1], new ContestProblem("C", "dayso", 40)],
        };
        await Here.Contests.ChangeAsync(changed, Ct);
        Assert.Equivalent(changed, await Here.Contests.FindAsync(added.Id, Ct), strict: true);
    }

    [Fact]
    public async Task The_newest_start_is_listed_first()
    {
        var late = await Here.Contests.AddAsync(AContest() with { Code = "LATE" }, Ct);
        var early = await Here.Contests.AddAsync(AContest() with { Code = "EARLY", Start = late.Start.AddDays(-1) }, Ct);
        Assert.Equal([late.Id, early.Id], (await Here.Contests.ListAsync(Ct)).Select(contest => contest.Id));
    }

    [Fact]
    public async Task A_code_that_is_taken_or_a_flaw_is_refused()
    {
        await Here.Contests.AddAsync(AContest(), Ct);
        var taken = await Assert.ThrowsAsync<ContestException>(() => Here.Contests.AddAsync(AContest(), Ct));
        Assert.Equal([ContestFlaw.CodeTaken], taken.Flaws);
        var flawed = await Assert.ThrowsAsync<ContestException>(() =>
            Here.Contests.AddAsync(AContest() with { Code = "X", Problems = [] }, Ct)
        );
        Assert.Equal([ContestFlaw.NoProblems], flawed.Flaws);
    }

    [Fact]
    public async Task Entrants_are_listed_in_the_order_they_were_added()
    {
        var (contest, first) = await RunningAsync(3);
        var more = await Here.Contests.AddEntrantsAsync(contest.Id, 2, Ct);
        Assert.Equal([.. first, .. more], await Here.Contests.EntrantsAsync(contest.Id, Ct));
    }

    [Fact]
    public async Task Entrants_whose_introduction_fails_are_not_added()
    {
        var (contest, entrants) = await RunningAsync(1);
        var told = await Here.Events.LastSequenceAsync(Ct);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Here.Contests.AddEntrantsAsync(contest.Id, 2, (_, _) => throw new ArgumentException("Nobody knows them."), Ct)
        );
        Assert.Equal(entrants, await Here.Contests.EntrantsAsync(contest.Id, Ct));
        Assert.Equal(told, await Here.Events.LastSequenceAsync(Ct));
    }
}
