using ArenaWeb.Puzzles.Rules;
using Judge.Contests;

namespace ArenaWeb.Tests.Puzzles;

public sealed class WallRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 7, 1, 0, 0, TimeSpan.Zero);
    private static readonly string[] Levels = ["A1", "A2", "A3"];

    private static readonly Contest Hour = new()
    {
        Code = "GIO",
        Names = new Dictionary<string, string> { ["vi"] = "Giờ lập trình" },
        Scoring = ScoringStyle.PointsWithPenalty,
        Start = Start,
        End = Start.AddDays(7),
        Duration = TimeSpan.FromMinutes(60),
        Problems = [.. Levels.Select(label => new ContestProblem(label, label.ToLowerInvariant(), 3))],
    };

    [Fact]
    public void Of_a_class_of_24_exactly_those_three_who_are_stuck_come_first_with_their_reasons()
    {
        var now = Start.AddMinutes(20);
        var pupils = Enumerable.Range(1, 24).Select(n => Pupil(n, Script(n), now)).ToList();
        var rows = WallRule.Of(pupils, Levels, new Dictionary<string, int>(), now);
        Assert.Equal(
            [(7, Need.ManyRuns), (13, Need.Idle), (20, Need.SameEnd)],
            rows.Where(row => row.Needs != Need.None).Select(row => ((int)row.Entrant.Value, row.Needs)).Order()
        );
        Assert.Equal([7, 13, 20], rows.Take(3).Select(row => (int)row.Entrant.Value).Order());
        Assert.Equal(rows.Skip(3).Select(row => row.Entrant.Value).Order(), rows.Skip(3).Select(row => row.Entrant.Value));
    }

    [Fact]
    public void A_pause_makes_nobody_idle_and_asks_for_nobody()
    {
        var pause = new TimeFact
        {
            Kind = TimeKind.Pause,
            From = Start.AddMinutes(5),
            To = Start.AddMinutes(30),
            At = Start.AddMinutes(5),
        };
        var paused = Hour with { Times = [pause] };
        var pupil = new WallPupil(new(1), Clock.Of(paused, new(1), Start), NeedRuleTests.Runs("a", from: Start.AddMinutes(4)), null, None);
        Assert.Equal((Need.None, ClockState.Paused), Seen(pupil, 20));
        Assert.Equal((Need.None, ClockState.Running), Seen(pupil, 34));
        Assert.Equal((Need.Idle, ClockState.Running), Seen(pupil, 36));

        (Need, ClockState) Seen(WallPupil one, int minute) =>
            WallRule.Of([one], Levels, new Dictionary<string, int>(), Start.AddMinutes(minute))[0] is var row
                ? (row.Needs, row.State)
                : default;
    }

    [Fact]
    public void A_row_tells_level_path_runs_minutes_end_line_and_hint()
    {
        var runs = NeedRuleTests.Runs("hit_wall ok", "A1").Concat(NeedRuleTests.Runs("not_at_goal", "A2", from: Start.AddMinutes(4)));
        var seen = new Sighting("A2", Start.AddMinutes(3), Start.AddMinutes(8));
        var pupil = new WallPupil(new(1), Clock.Of(Hour, new(1), Start), [.. runs], seen, new Dictionary<string, int> { ["A2"] = 1 });
        var row = WallRule.Of([pupil], Levels, new Dictionary<string, int>(), Start.AddMinutes(9))[0];
        Assert.Equal([LevelMark.Three, LevelMark.Tried, LevelMark.Untried], row.Path);
        Assert.Equal(("A2", 1, 6, "not_at_goal", 1), (row.Label, row.Runs, row.Minutes, row.End, row.Hint));
        Assert.Equal((Line.Silent, 3, 1), (row.Line, row.Stars, row.Solved));
    }

    [Theory]
    [InlineData(30, "Here")]
    [InlineData(31, "Silent")]
    [InlineData(120, "Silent")]
    [InlineData(121, "Lost")]
    public void A_line_is_good_for_half_a_minute_and_lost_after_two(int seconds, string expected) =>
        Assert.Equal(expected, $"{WallRule.LineOf(new("A1", Start, Start), Start.AddSeconds(seconds))}");

    private static readonly Dictionary<string, int> None = [];

    /// <summary>Runs of the level A2 that pupil n is at; all others get on.</summary>
    private static (string Ends, int LastMinutesAgo) Script(int n) =>
        n switch
        {
            7 => ("a b c d a b c d", 1),
            13 => ("a b", 8),
            20 => ("a c c c c", 1),
            _ when n % 3 == 0 => ("a b ok", 9),
            _ when n % 3 == 1 => ("c c c", 2),
            _ => ("a b a b", 5),
        };

    private static WallPupil Pupil(int n, (string Ends, int Ago) script, DateTimeOffset now)
    {
        var runs = NeedRuleTests.Runs(script.Ends, "A2", n);
        var moved = runs.Select(run => run with { At = run.At + (now.AddMinutes(-script.Ago) - runs[^1].At) });
        return new(new(n), Clock.Of(Hour, new(n), Start), [.. moved], null, None);
    }
}
