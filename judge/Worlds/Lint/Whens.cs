using Judge.Worlds.Trees;

namespace Judge.Worlds.Lint;

/// <summary>Conditions that are chosen inside a block, by their values in blocks.json.</summary>
internal static class Whens
{
    private static readonly IReadOnlyList<(string Value, Condition Condition)> All =
    [
        ("goal", new Here(0, HereKind.Goal)),
        ("thing", new Here(0, HereKind.Thing)),
        ("free_front", new Look(0, LookKind.Free, Side.Front)),
        ("free_left", new Look(0, LookKind.Free, Side.Left)),
        ("free_right", new Look(0, LookKind.Free, Side.Right)),
        ("house", new Here(0, HereKind.House)),
        ("line_front", new Look(0, LookKind.Line, Side.Front)),
        ("line_left", new Look(0, LookKind.Line, Side.Left)),
        ("line_right", new Look(0, LookKind.Line, Side.Right)),
    ];

    /// <param name="values">Those of a level; empty: all.</param>
    public static IEnumerable<Condition> Of(IReadOnlyList<string> values) =>
        All.Where(when => values.Count == 0 || values.Contains(when.Value)).Select(when => when.Condition);
}
