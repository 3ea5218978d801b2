using ArenaWeb.Words;

namespace ArenaWeb.Workshop;

/// <summary>How states and signs are shown.</summary>
internal static class WorkshopWords
{
    private static readonly Dictionary<char, string> Names = new()
    {
        ['.'] = "floor",
        ['#'] = "wall",
        ['>'] = "east",
        ['v'] = "south",
        ['<'] = "west",
        ['^'] = "north",
        ['G'] = "goal",
        ['*'] = "thing",
        ['o'] = "house",
        ['r'] = "red",
        ['R'] = "redThing",
        ['~'] = "water",
        ['O'] = "hole",
    };

    public static string Chip(LevelState state) =>
        state switch
        {
            LevelState.Waiting => "chip-soon",
            LevelState.Approved => "chip-on",
            _ => "chip-off",
        };

    /// <summary>Names of the signs in the order of <see cref="DrawnLevel.Signs"/>, and that of the pen, one a line.</summary>
    public static string Palette(Phrases words) =>
        string.Join(
            '\n',
            DrawnLevel
                .Signs.Select(sign =>
                    Names.TryGetValue(sign, out var name) ? words[$"workshop.sign.{name}"] : words["workshop.sign.pile", sign.ToString()]
                )
                .Append(words["workshop.sign.pen"])
        );
}
