using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Staff;

/// <summary>Where a contest stands at a moment.</summary>
internal enum ContestPhase
{
    Upcoming,
    Running,
    Over,
}

internal static class ContestPhases
{
    public static ContestPhase PhaseAt(this Contest contest, DateTimeOffset now) =>
        now < contest.Start ? ContestPhase.Upcoming
        : now < contest.End ? ContestPhase.Running
        : ContestPhase.Over;

    /// <summary>Class of the chip that names the phase.</summary>
    public static string Chip(this ContestPhase phase) =>
        phase switch
        {
            ContestPhase.Running => "chip chip-on",
            ContestPhase.Upcoming => "chip chip-soon",
            _ => "chip chip-off",
        };

    public static string Word(this ContestPhase phase, Phrases words) => words[$"admin.phase.{phase.ToString().ToLowerInvariant()}"];
}
