using System.Globalization;

namespace Judge.Worlds.Levels;

/// <summary>Win rules as levels write them.</summary>
public static class WinRules
{
    private const string Ticks = "ticks<=";
    private const string Colour = "colour_picked(";

    private static readonly Dictionary<string, WinKind> Plain = new()
    {
        ["goal"] = WinKind.Goal,
        ["things_picked"] = WinKind.ThingsPicked,
        ["houses_served"] = WinKind.HousesServed,
        ["drawing(cells)"] = WinKind.DrawingCells,
        ["drawing(edges)"] = WinKind.DrawingEdges,
        ["told"] = WinKind.Told,
        ["at_start"] = WinKind.AtStart,
    };

    /// <summary>Null: nobody knows the rule.</summary>
    public static WinRule? Of(string text) =>
        Plain.TryGetValue(text, out var kind) ? new WinRule(kind)
        : text.StartsWith(Colour, StringComparison.Ordinal) && text.EndsWith(')') && ColourOf(text[Colour.Length..^1]) is > 0 and var colour
            ? new WinRule(WinKind.ColourPicked, colour)
        : text.StartsWith(Ticks, StringComparison.Ordinal)
        && int.TryParse(text[Ticks.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks is > 0 and <= Level.MostTicks
            ? new WinRule(WinKind.Ticks, ticks)
        : null;

    /// <summary>The rule as a level writes it.</summary>
    public static string Text(this WinRule rule) =>
        rule.Kind switch
        {
            WinKind.Ticks => FormattableString.Invariant($"{Ticks}{rule.Number}"),
            WinKind.ColourPicked => $"{Colour}{Signs.Colours[rule.Number]})",
            var kind => Plain.First(pair => pair.Value == kind).Key,
        };

    private static int ColourOf(string name) => Signs.Colours.Index().FirstOrDefault(colour => colour.Item == name).Index;
}
