using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Staff;

/// <summary>How pages show where a contest stands.</summary>
internal static class PhaseWords
{
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
