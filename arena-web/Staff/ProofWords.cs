using ArenaWeb.Words;
using Judge.Verify;

namespace ArenaWeb.Staff;

/// <summary>How far a package is proved, as staff see it on every page.</summary>
internal static class ProofWords
{
    /// <summary>In a word or two.</summary>
    public static string Word(this ProofState state, Phrases words) => words[$"proof.chip.{state}"];

    /// <summary>Class of the chip.</summary>
    public static string Chip(this ProofState state) =>
        state switch
        {
            ProofState.Proved => "chip chip-on",
            ProofState.Failed => "chip chip-off",
            ProofState.Differs => "chip chip-soon",
            _ => "chip",
        };

    /// <summary>Kind of the notice.</summary>
    public static string Notice(this ProofState state) =>
        state switch
        {
            ProofState.Proved => "success",
            ProofState.Failed => "error",
            ProofState.Differs => "warning",
            _ => "info",
        };
}
