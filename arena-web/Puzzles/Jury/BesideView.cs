using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Words;
using Judge.Problems;
using Judge.Worlds.Texts;

namespace ArenaWeb.Puzzles.Jury;

/// <summary>Two programs of one level, to be played side by side; <c>_Beside.cshtml</c> draws them and the client steps both.</summary>
/// <param name="Group">All that the two are chosen from.</param>
/// <param name="Sides">Places in the group, from 0.</param>
/// <param name="Texts">Both programs in Pascal; empty: it cannot be read.</param>
/// <param name="LevelJson">As <see cref="LevelView.LevelJson"/>.</param>
/// <param name="ProgramsJson">Both programs as the editor saved them, for a script element.</param>
internal sealed record BesideView(
    IReadOnlyList<SolvedProgram> Group,
    IReadOnlyList<int> Sides,
    IReadOnlyList<string> Texts,
    string LevelJson,
    string ProgramsJson
)
{
    /// <summary>Nothing is sent from there.</summary>
    private static readonly LevelAddresses Nowhere = new("", null, null, null, null, "");

    public static BesideView Of(
        Problem level,
        IReadOnlyList<SolvedProgram> group,
        (int Place, byte[] Program) left,
        (int Place, byte[] Program) right,
        Phrases words
    ) =>
        new(
            group,
            [left.Place, right.Place],
            [.. new[] { left, right }.Select(side => Trial.TextOf(side.Program, level, TextKind.Pascal, words))],
            Puzzles.LevelJson.Of(level, group[0].Label, level.Statement(words.Language.Code), null, Nowhere, "", "", words),
            Puzzles.LevelJson.Programs(left.Program, right.Program)
        );
}
