using Judge.Contests;

namespace Judge.Tests.Contests;

public sealed class ClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Start.AddDays(30);
    private static readonly EntrantId Lan = new(1);
    private static readonly EntrantId Minh = new(2);

    private static readonly Contest Common = new()
    {
        Code = "TIN",
        Names = new Dictionary<string, string> { ["vi"] = "Tin" },
        Scoring = ScoringStyle.Points,
        Start = Start,
        End = Start.AddMinutes(120),
        FreezeAt = Start.AddMinutes(90),
        Problems = [new ContestProblem("A", "aplusb", 1)],
    };

    private static readonly Contest Personal = Common with { End = Start.AddDays(7), FreezeAt = null, Duration = TimeSpan.FromMinutes(60) };

    [Theory]
    [InlineData(-1, ClockState.Before)]
    [InlineData(0, ClockState.Running)]
    [InlineData(119, ClockState.Running)]
    [InlineData(120, ClockState.Over)]
    public void With_a_common_start_it_is_the_window(int minute, ClockState state) => Assert.Equal(state, Clock.Of(Common).At(At(minute)));

    [Theory]
    [InlineData(0, ClockState.Before)]
    [InlineData(89, ClockState.Before)]
    [InlineData(90, ClockState.Running)]
    [InlineData(149, ClockState.Running)]
    [InlineData(150, ClockState.Over)]
    public void An_own_start_that_is_set_ahead_is_waited_for(int minute, ClockState state) =>
        Assert.Equal(state, Clock.Of(Personal, Lan, At(90)).At(At(minute)));

    [Fact]
    public void More_time_for_one_is_for_that_one_only()
    {
        var contest = Common with { Times = [Extend(60, 15, Lan)] };
        Assert.Equal((135, 120), (EndOf(contest, Lan), EndOf(contest, Minh)));
        Assert.Equal(ContestPhase.Running, contest.PhaseAt(At(134)));
        Assert.Equal(ContestPhase.Over, contest.PhaseAt(At(135)));
        Assert.Equal(At(135), contest.LastEndAt(At(0)));
    }

    [Fact]
    public void More_time_for_all_and_for_one_adds_up() =>
        Assert.Equal(145, EndOf(Common with { Times = [Extend(60, 15, Lan), Extend(70, 10)] }, Lan));

    [Fact]
    public void A_pause_stops_the_clock_until_it_goes_on_and_its_length_is_given_back()
    {
        var paused = Common with { Times = [Pause(30, null)] };
        Assert.Equal(ClockState.Paused, Clock.Of(paused).At(At(50)));
        Assert.Equal(TimeSpan.FromMinutes(30), Clock.Of(paused).ElapsedAt(At(50)));
        Assert.Equal(At(140), Clock.Of(paused).EndAt(At(50)));
        var gone = Common with { Times = [Pause(30, 50)] };
        Assert.Equal(ClockState.Running, Clock.Of(gone).At(At(50)));
        Assert.Equal(140, EndOf(gone, Lan));
    }

    [Fact]
    public void Stretches_that_overlap_are_given_back_once() =>
        Assert.Equal(140, EndOf(Common with { Times = [Pause(30, 45, Lan), Remove(60, 40, 50), Pause(62, 62)] }, Lan));

    [Fact]
    public void A_pause_before_the_start_costs_nothing() => Assert.Equal(120, EndOf(Common with { Times = [Pause(-30, -10)] }, Lan));

    [Fact]
    public void A_close_ends_it_now_and_taken_back_it_never_was()
    {
        var closed = Common with { Times = [Close(40)] };
        Assert.Equal(ClockState.Over, Clock.Of(closed).At(At(40)));
        Assert.True(Clock.Of(closed).Counts(At(39)));
        Assert.Equal(120, EndOf(Common with { Times = [Close(40) with { TakenBack = At(45) }] }, Lan));
    }

    [Fact]
    public void What_was_lived_of_an_extension_stays_when_it_is_taken_back()
    {
        Assert.Equal(120, EndOf(Common with { Times = [Extend(60, 30) with { TakenBack = At(70) }] }, Lan));
        Assert.Equal(130, EndOf(Common with { Times = [Extend(60, 30) with { TakenBack = At(130) }] }, Lan));
        Assert.Equal(150, EndOf(Common with { Times = [Extend(60, 30) with { TakenBack = At(200) }] }, Lan));
    }

    [Fact]
    public void The_freeze_keeps_its_distance_from_the_end_until_it_comes()
    {
        Assert.Equal(TimeSpan.FromMinutes(105), Clock.Freeze(Common with { Times = [Extend(60, 15)] }));
        Assert.Equal(TimeSpan.FromMinutes(90), Clock.Freeze(Common with { Times = [Extend(95, 15)] }));
        Assert.Equal(TimeSpan.FromMinutes(90), Clock.Freeze(Common with { Times = [Extend(60, 15, Lan)] }));
        Assert.Equal(TimeSpan.FromMinutes(90), Clock.Freeze(Common with { Times = [Extend(60, 15) with { TakenBack = At(80) }] }));
        Assert.Null(Clock.Freeze(Personal));
    }

    [Fact]
    public void What_a_freeze_has_hidden_stays_hidden_when_time_before_it_is_removed()
    {
        Assert.Equal(TimeSpan.FromMinutes(90), Clock.Freeze(Common with { Times = [Remove(80, 40, 60)] }));
        var frozen = Common with { Times = [Extend(92, 15), Remove(95, 40, 60)] };
        Assert.Equal(TimeSpan.FromMinutes(70), Clock.Freeze(frozen));
        Assert.Equal(At(90), ContestLife.FrozenFrom(frozen, At(96)));
        Assert.Equal(155, EndOf(frozen, Lan));
    }

    [Fact]
    public void A_contest_that_is_closed_before_its_freeze_is_frozen_from_the_close_on()
    {
        var closed = Common with { Times = [Close(40)] };
        Assert.Equal(At(40), ContestLife.FrozenFrom(closed, At(50)));
        Assert.False(ContestLife.IsFrozen(closed, At(39)));
    }

    [Fact]
    public void An_own_clock_starts_with_the_entrants_press()
    {
        Assert.Equal(ClockState.Waiting, Clock.Of(Personal, Lan).At(At(600)));
        var clock = Clock.Of(Personal, Lan, At(600));
        Assert.Equal((ClockState.Running, ClockState.Over), (clock.At(At(659)), clock.At(At(660))));
        Assert.Equal((At(600), At(660)), (clock.Start, clock.EndAt(At(600))));
        Assert.Equal(TimeSpan.FromMinutes(10), clock.ElapsedAt(At(610)));
    }

    [Fact]
    public void An_own_clock_ends_with_the_window_at_the_latest()
    {
        var begun = Personal.End.AddMinutes(-20);
        Assert.Equal(Personal.End, Clock.Of(Personal, Lan, begun).EndAt(begun));
        var extended = Personal with { Times = [Extend(60, 15, Lan)] };
        Assert.Equal(Personal.End.AddMinutes(15), Clock.Of(extended, Lan, begun).EndAt(begun));
    }

    [Fact]
    public void Once_results_are_out_nothing_is_frozen()
    {
        var published = Common with { Life = [new LifeFact { Act = LifeAct.Provisional, At = At(130) }] };
        Assert.True(ContestLife.IsFrozen(Common, At(130)));
        Assert.False(ContestLife.IsFrozen(published, At(130)));
    }

    internal static DateTimeOffset At(double minute) => Start.AddMinutes(minute);

    internal static TimeFact Extend(int at, int minutes, params EntrantId[] entrants) =>
        Fact(TimeKind.Extension, at, entrants) with
        {
            Amount = TimeSpan.FromMinutes(minutes),
        };

    internal static TimeFact Pause(int from, int? to, params EntrantId[] entrants) =>
        Fact(TimeKind.Pause, from, entrants) with
        {
            To = to is { } end ? At(end) : null,
        };

    internal static TimeFact Remove(int at, int from, int to, params EntrantId[] entrants) =>
        Fact(TimeKind.Removal, at, entrants) with
        {
            From = At(from),
            To = At(to),
        };

    internal static TimeFact Close(int at) => Fact(TimeKind.Close, at);

    private static TimeFact Fact(TimeKind kind, int at, params EntrantId[] entrants) =>
        new()
        {
            Id = at,
            Kind = kind,
            Entrants = entrants,
            From = At(at),
            At = At(at),
            Reason = "?",
        };

    private static double EndOf(Contest contest, EntrantId entrant) => (Clock.Of(contest, entrant).EndAt(Later) - Start).TotalMinutes;
}
