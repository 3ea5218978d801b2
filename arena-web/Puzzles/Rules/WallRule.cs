using System.Numerics;
using Judge.Contests;

namespace ArenaWeb.Puzzles.Rules;

/// <summary>Where a pupil's page was last seen.</summary>
/// <param name="Label">Of the level; empty: on no level.</param>
/// <param name="Since">When that level was opened.</param>
internal sealed record Sighting(string Label, DateTimeOffset Since, DateTimeOffset At);

/// <summary>Whether a pupil's page has a line to the arena.</summary>
internal enum Line
{
    /// <summary>It was never seen.</summary>
    Never,
    Here,

    /// <summary>Silent for more than half a minute.</summary>
    Silent,

    /// <summary>Silent for more than two minutes.</summary>
    Lost,
}

/// <summary>What is known of one pupil.</summary>
/// <param name="Runs">Of all levels, in the order they were made.</param>
/// <param name="Opened">Greatest hint that was opened, by label of the level.</param>
internal sealed record WallPupil(
    EntrantId Entrant,
    Clock Clock,
    IReadOnlyList<LevelRun> Runs,
    Sighting? Seen,
    IReadOnlyDictionary<string, int> Opened
);

/// <summary>A pupil's line on the wall of a class.</summary>
/// <param name="Path">By level, in the contest's order.</param>
/// <param name="Label">Of the level that the pupil is at; empty: none yet.</param>
/// <param name="Runs">Of that level.</param>
/// <param name="Minutes">By the pupil's clock since the level was opened or first run.</param>
/// <param name="End">Of the last run of that level that was judged; empty: none.</param>
/// <param name="Hint">Greatest hint that was opened there; 0: none.</param>
internal sealed record WallRow(
    EntrantId Entrant,
    ClockState State,
    IReadOnlyList<LevelMark> Path,
    string Label,
    int Runs,
    int Minutes,
    string End,
    Line Line,
    int Hint,
    Need Needs
)
{
    public int Stars => Path.Sum(mark => mark.Stars());

    public int Solved => Path.Count(mark => mark.Stars() > 0);
}

/// <summary>The wall of a class: where each pupil is, and whom to go to first. Pure.</summary>
internal static class WallRule
{
    private static readonly TimeSpan HereWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SilentWithin = TimeSpan.FromMinutes(2);

    /// <summary>Who needs somebody most comes first: more reasons, then longer at the level; others stay in their order.</summary>
    /// <param name="levels">Labels in the contest's order.</param>
    /// <param name="thresholds">Runs that most need, by label.</param>
    public static IReadOnlyList<WallRow> Of(
        IEnumerable<WallPupil> pupils,
        IReadOnlyList<string> levels,
        IReadOnlyDictionary<string, int> thresholds,
        DateTimeOffset now
    ) =>
        [
            .. pupils
                .Select(pupil => RowOf(pupil, levels, thresholds, now))
                .OrderByDescending(row => BitOperations.PopCount((uint)row.Needs))
                .ThenByDescending(row => row.Needs == Need.None ? 0 : row.Minutes),
        ];

    public static Line LineOf(Sighting? seen, DateTimeOffset now) =>
        seen is null ? Line.Never
        : now - seen.At <= HereWithin ? Line.Here
        : now - seen.At <= SilentWithin ? Line.Silent
        : Line.Lost;

    private static WallRow RowOf(
        WallPupil pupil,
        IReadOnlyList<string> levels,
        IReadOnlyDictionary<string, int> thresholds,
        DateTimeOffset now
    )
    {
        var byLevel = pupil.Runs.ToLookup(run => run.Label, StringComparer.OrdinalIgnoreCase);
        var label = LabelOf(pupil);
        IReadOnlyList<LevelRun> here = [.. byLevel[label]];
        var state = pupil.Clock.At(now);
        var opened = OpenedAt(pupil, label, here);
        var last = here.Count > 0 && here[^1].At > opened ? here[^1].At : opened;
        return new(
            pupil.Entrant,
            state,
            [.. levels.Select(level => LevelRun.Best(byLevel[level]))],
            label,
            here.Count,
            opened is { } at ? (int)Between(pupil.Clock, at, now).TotalMinutes : 0,
            here.LastOrDefault(run => run.Stars is not null)?.End ?? "",
            LineOf(pupil.Seen, now),
            pupil.Opened.GetValueOrDefault(label),
            state == ClockState.Running && last is { } since
                ? NeedRule.Of(here, Between(pupil.Clock, since, now), thresholds.GetValueOrDefault(label, NeedRule.UsualRuns))
                : Need.None
        );
    }

    /// <summary>The page was seen later than the last run, or nothing tells more than the run.</summary>
    private static string LabelOf(WallPupil pupil) =>
        pupil.Seen is { Label.Length: > 0 } seen && (pupil.Runs.Count == 0 || seen.At >= pupil.Runs[^1].At) ? seen.Label
        : pupil.Runs.Count > 0 ? pupil.Runs[^1].Label
        : "";

    private static DateTimeOffset? OpenedAt(WallPupil pupil, string label, IReadOnlyList<LevelRun> here) =>
        pupil.Seen is { } seen && seen.Label == label && (here.Count == 0 || seen.Since < here[0].At) ? seen.Since
        : here.Count > 0 ? here[0].At
        : pupil.Clock.Start;

    /// <summary>Pauses are nobody's fault.</summary>
    private static TimeSpan Between(Clock clock, DateTimeOffset from, DateTimeOffset to) => clock.ElapsedAt(to) - clock.ElapsedAt(from);
}
