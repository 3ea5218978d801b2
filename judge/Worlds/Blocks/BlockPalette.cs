using System.Text.Json;
using System.Text.RegularExpressions;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Blocks;

/// <summary>What whoever makes a level can choose from, in words.</summary>
public static partial class BlockPalette
{
    private const string ChosenInside = "_when";

    /// <summary>Tools of a strand with what their first block says.</summary>
    /// <param name="strand">As <see cref="Levels.Level.Strand"/>.</param>
    public static IReadOnlyList<(string Key, string Text)> Tools(string strand, string language) =>
        [
            .. BlocksFile
                .Root.GetProperty("blocks")
                .EnumerateArray()
                .Where(block => block.TryGetProperty("tool", out var tool) && tool.ValueKind == JsonValueKind.String && IsOf(strand, block))
                .Select(block => (Key: block.GetProperty("tool").GetString()!, Text: Plain(block, language)))
                .DistinctBy(tool => tool.Key),
        ];

    /// <summary>Conditions that can be chosen inside a block.</summary>
    public static IReadOnlyList<(string Key, string Text)> Conditions(string language) =>
        [
            .. BlocksFile
                .Root.GetProperty("lists")
                .GetProperty("whens")
                .EnumerateArray()
                .Select(when => (when.GetProperty("value").GetString()!, Plain(when, language))),
        ];

    /// <summary>The younger choose conditions inside a block and need no numbers to remember; the older plug them together.</summary>
    private static bool IsOf(string strand, JsonElement block)
    {
        var tool = block.GetProperty("tool").GetString()!;
        return strand == "a"
            ? tool.EndsWith(ChosenInside, StringComparison.Ordinal) || IsPlain(block)
            : !tool.EndsWith(ChosenInside, StringComparison.Ordinal);
    }

    private static bool IsPlain(JsonElement block) =>
        block.GetProperty("kind").GetString() is "statement" or "hat"
        && !Has(block, "inputs", input => input.GetProperty("kind").GetString() == "condition")
        && !Has(block, "fields", field => field.TryGetProperty("variable", out var kind) && kind.GetString() is "" or "parameter")
        && block.GetProperty("category").GetString() is not "variable";

    private static bool Has(JsonElement block, string list, Func<JsonElement, bool> what) =>
        block.TryGetProperty(list, out var all) && all.EnumerateArray().Any(what);

    private static string Plain(JsonElement said, string language) =>
        Space().Replace(Placeholder().Replace(said.GetProperty("text").GetProperty(language).GetString()!, "…"), " ").Trim();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
