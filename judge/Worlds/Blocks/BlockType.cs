using System.Text.Json;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Blocks;

/// <summary>Where a block can stand.</summary>
internal enum BlockKind
{
    Hat,
    Statement,
    Number,
    Condition,
}

/// <param name="Kind"><c>choice</c>, <c>number</c> or <c>variable</c>.</param>
/// <param name="Values">What can be chosen; empty where nothing is.</param>
/// <param name="VariableType">Of the variables it can name: empty, <c>procedure</c> or <c>parameter</c>.</param>
internal sealed record BlockField(string Name, string Kind, IReadOnlyList<string> Values, string VariableType, int Least, int Most);

/// <param name="Holds">Kind of what is plugged in; a stack of statements is Statement.</param>
/// <param name="Shadow">Type of its shadow; null: it has none.</param>
internal sealed record BlockInput(string Name, BlockKind Holds, string? Shadow);

/// <summary>A type of blocks, as blocks.json describes it.</summary>
/// <param name="Tool">Key of a level that brings it; null: it is always there.</param>
/// <param name="Counts">Whether it counts against the goal.</param>
/// <param name="Parameters">How many, where it is the hat of a procedure; null: it is none.</param>
internal sealed record BlockType(
    string Name,
    BlockKind Kind,
    string? Tool,
    bool Counts,
    int? Parameters,
    IReadOnlyList<BlockField> Fields,
    IReadOnlyList<BlockInput> Inputs
)
{
    public const string Start = "sc_start";
    public const string StartRobot = "sc_start_robot";
    public const string Literal = "sc_number";

    /// <summary>Begins what a robot does.</summary>
    public bool IsMain => Kind == BlockKind.Hat && Parameters is null;
}

/// <summary>All types of blocks there are, from the one file that the editor is made of as well.</summary>
internal static class BlockTypes
{
    /// <summary>Field of a block in which its condition is chosen.</summary>
    public const string When = "WHEN";

    private static readonly Lazy<(Dictionary<string, BlockType> Types, Dictionary<string, JsonElement> Whens)> Read = new(() => Parse());

    public static BlockType? Find(string name) => Read.Value.Types.GetValueOrDefault(name);

    /// <summary>The condition behind a choice: an object with its key <c>k</c>, and its side where it has one.</summary>
    public static JsonElement Chosen(string value) => Read.Value.Whens[value];

    /// <summary>Keys of tools that a level can name.</summary>
    public static IReadOnlySet<string> Tools => Read.Value.Types.Values.Select(type => type.Tool).OfType<string>().ToHashSet();

    /// <summary>Conditions that a level can name.</summary>
    public static IReadOnlyCollection<string> Conditions => Read.Value.Whens.Keys;

    private static (Dictionary<string, BlockType>, Dictionary<string, JsonElement>) Parse()
    {
        var lists = BlocksFile.Root.GetProperty("lists");
        var types = BlocksFile.Root.GetProperty("blocks").EnumerateArray().Select(block => Type(block, lists));
        return (
            types.ToDictionary(type => type.Name),
            lists.GetProperty("whens").EnumerateArray().ToDictionary(when => Text(when, "value")!, when => when.GetProperty("condition"))
        );
    }

    private static BlockType Type(JsonElement block, JsonElement lists) =>
        new(
            Text(block, "type")!,
            Enum.Parse<BlockKind>(Text(block, "kind")!, ignoreCase: true),
            Text(block, "tool"),
            block.GetProperty("counts").GetBoolean(),
            block.TryGetProperty("procedure", out var parameters) ? parameters.GetInt32() : null,
            [.. List(block, "fields").Select(field => Field(field, lists))],
            [.. List(block, "inputs").Select(Input)]
        );

    private static BlockField Field(JsonElement field, JsonElement lists)
    {
        var options = Text(field, "list") is { } list ? lists.GetProperty(list).EnumerateArray() : List(field, "options");
        return new BlockField(
            Text(field, "name")!,
            Text(field, "kind")!,
            [.. options.Select(option => Text(option, "value")!)],
            Text(field, "variable") ?? "",
            field.TryGetProperty("min", out var least) ? least.GetInt32() : 0,
            field.TryGetProperty("max", out var most) ? most.GetInt32() : 0
        );
    }

    private static BlockInput Input(JsonElement input) =>
        new(
            Text(input, "name")!,
            Text(input, "kind") == "statements" ? BlockKind.Statement : Enum.Parse<BlockKind>(Text(input, "kind")!, ignoreCase: true),
            input.TryGetProperty("shadow", out var shadow) ? Text(shadow, "type") : null
        );

    private static JsonElement.ArrayEnumerator List(JsonElement one, string key) =>
        one.TryGetProperty(key, out var list) ? list.EnumerateArray() : default;

    private static string? Text(JsonElement one, string key) => one.TryGetProperty(key, out var value) ? value.GetString() : null;
}
