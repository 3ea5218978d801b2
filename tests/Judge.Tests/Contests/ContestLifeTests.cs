using Judge.Contests;

namespace Judge.Tests.Contests;

public sealed class ContestLifeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);

    private static readonly Contest Contest = new()
    {
        Code = "TIN",
        Names = new Dictionary<string, string> { ["vi"] = "Tin" },
        Scoring = ScoringStyle.Points,
        Start = Start,
        End = Start.AddMinutes(120),
        FreezeAt = Start.AddMinutes(90),
        Problems = [new ContestProblem("A", "aplusb", 1)],
    };

    [Theory]
    [InlineData(-1, ContestState.Registration)]
    [InlineData(-1, ContestState.Draft, LifeAct.Draft)]
    [InlineData(-1, ContestState.Registration, LifeAct.Draft, LifeAct.Publish)]
    [InlineData(-1, ContestState.Ready, LifeAct.CloseRegistration)]
    [InlineData(-1, ContestState.Registration, LifeAct.CloseRegistration, LifeAct.OpenRegistration)]
    [InlineData(0, ContestState.Running)]
    [InlineData(0, ContestState.Running, LifeAct.CloseRegistration)]
    [InlineData(90, ContestState.Frozen)]
    [InlineData(120, ContestState.Ended)]
    [InlineData(130, ContestState.Provisional, LifeAct.Provisional)]
    [InlineData(130, ContestState.Appeal, LifeAct.Provisional, LifeAct.Appeal)]
    [InlineData(130, ContestState.Official, LifeAct.Provisional, LifeAct.Appeal, LifeAct.Official)]
    [InlineData(130, ContestState.Ended, LifeAct.Provisional, LifeAct.Withdraw)]
    [InlineData(130, ContestState.Provisional, LifeAct.Provisional, LifeAct.Withdraw, LifeAct.Provisional)]
    [InlineData(130, ContestState.Archived, LifeAct.Provisional, LifeAct.Official, LifeAct.Archive)]
    [InlineData(130, ContestState.Official, LifeAct.Provisional, LifeAct.Official, LifeAct.Archive, LifeAct.Restore)]
    [InlineData(130, ContestState.Draft, LifeAct.Draft)]
    public void Its_state_follows_from_the_clock_and_from_what_was_decided(int minute, ContestState state, params LifeAct[] acts) =>
        Assert.Equal(state, View(minute, acts).State);

    [Theory]
    [InlineData(-1, "Draft CloseRegistration")]
    [InlineData(-1, "Publish", LifeAct.Draft)]
    [InlineData(-1, "Draft OpenRegistration", LifeAct.CloseRegistration)]
    [InlineData(10, "")]
    [InlineData(130, "Provisional Archive")]
    [InlineData(130, "Appeal Official Withdraw Archive", LifeAct.Provisional)]
    [InlineData(130, "Official Withdraw Archive", LifeAct.Provisional, LifeAct.Appeal)]
    [InlineData(130, "Withdraw Archive", LifeAct.Provisional, LifeAct.Official)]
    [InlineData(130, "Restore", LifeAct.Archive)]
    public void Each_state_allows_these_moves(int minute, string moves, params LifeAct[] acts) =>
        Assert.Equal(moves, string.Join(' ', View(minute, acts).Moves.Where(move => move.Bar == LifeBar.None).Select(move => move.Act)));

    [Theory]
    [InlineData(10, LifeAct.Provisional, LifeBar.StillRuns)]
    [InlineData(10, LifeAct.Draft, LifeBar.HasBegun)]
    [InlineData(130, LifeAct.Official, LifeBar.NoResults)]
    [InlineData(130, LifeAct.Restore, LifeBar.NotArchived)]
    public void A_move_that_is_not_allowed_says_why(int minute, LifeAct act, LifeBar bar) => Assert.Equal(bar, View(minute).BarOf(act));

    [Fact]
    public void A_pupil_who_got_more_time_keeps_results_back()
    {
        var contest = Contest with { Times = [ClockTests.Extend(60, 30, new EntrantId(1))] };
        Assert.Equal(LifeBar.StillRuns, ContestLife.At(contest, [], Start.AddMinutes(140)).BarOf(LifeAct.Provisional));
        Assert.Equal(LifeBar.None, ContestLife.At(contest, [], Start.AddMinutes(150)).BarOf(LifeAct.Provisional));
    }

    private static LifeView View(int minute, params LifeAct[] acts)
    {
        LifeFact[] facts = [.. acts.Select(act => new LifeFact { Act = act, At = Start })];
        return ContestLife.At(Contest with { Life = facts }, facts, Start.AddMinutes(minute));
    }
}
