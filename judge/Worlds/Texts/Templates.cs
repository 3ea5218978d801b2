using System.Text.Json;
using System.Text.RegularExpressions;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Texts;

/// <summary>How each block is said in Pascal, in Python and on itself, as blocks.json has it.</summary>
internal sealed partial class Templates
{
    private static readonly string[] Keys = ["pascal", "python", "text"];
    private static readonly string[] Languages = ["vi", "en"];
    private static readonly Lazy<Templates> Read = new(() => new Templates(BlocksFile.Root));

    private readonly Dictionary<string, JsonElement> _blocks;
    private readonly JsonElement _lists;

    private Templates(JsonElement file)
    {
        _blocks = file.GetProperty("blocks").EnumerateArray().ToDictionary(block => block.GetProperty("type").GetString()!);
        _lists = file.GetProperty("lists");
        Identifiers =
        [
            .. _blocks
                .Values.Concat(_blocks.Values.SelectMany(Options))
                .SelectMany(Said)
                .SelectMany(template => Identifier().Matches(Placeholder().Replace(template, " ")))
                .Select(match => match.Value),
        ];
    }

    public static Templates All => Read.Value;

    /// <summary>Whatever the templates call by a name, which no variable of a pupil may bear.</summary>
    public HashSet<string> Identifiers { get; }

    /// <summary>The text of a block, with placeholders such as <c>{TIMES}</c>.</summary>
    public string Of(string type, TextKind kind, string language) => Said(_blocks[type], kind, language)!;

    /// <summary>The text of what is chosen in a field, which may have placeholders of its own.</summary>
    public string Of(string type, string field, string value, TextKind kind, string language) =>
        Said(Options(Fields(_blocks[type]).First(one => Is(one, "name", field))).First(one => Is(one, "value", value)), kind, language)!;

    private static IEnumerable<string> Said(JsonElement one) =>
        from kind in (TextKind[])[TextKind.Pascal, TextKind.Python]
        from language in Languages
        let template = Said(one, kind, language)
        where template is not null
        select template;

    /// <summary>Null: it has no text, such as the hats.</summary>
    private static string? Said(JsonElement one, TextKind kind, string language) =>
        one.TryGetProperty(Keys[(int)kind], out var texts) && texts.ValueKind == JsonValueKind.Object
            ? texts.GetProperty(language).GetString()
            : null;

    private static IEnumerable<JsonElement> Fields(JsonElement block) =>
        block.TryGetProperty("fields", out var fields) ? fields.EnumerateArray() : [];

    /// <summary>What can be chosen in a field, or in any field of a block.</summary>
    private IEnumerable<JsonElement> Options(JsonElement one) =>
        one.TryGetProperty("options", out var options) ? options.EnumerateArray()
        : one.TryGetProperty("list", out var list) ? _lists.GetProperty(list.GetString()!).EnumerateArray()
        : Fields(one).SelectMany(Options);

    private static bool Is(JsonElement one, string key, string value) => one.GetProperty(key).ValueEquals(value);

    [GeneratedRegex(@"\{\w+!?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[A-Za-z_][A-Za-z_0-9]*")]
    private static partial Regex Identifier();
}
