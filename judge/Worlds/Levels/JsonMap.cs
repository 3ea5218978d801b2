using System.Text.Json;

namespace Judge.Worlds.Levels;

/// <summary>An object in a JSON file, whose every complaint names the file and the key.</summary>
/// <param name="file">Name for people, such as <c>a01/level.json</c>.</param>
/// <param name="path">Keys that lead to it, each with a dot behind it; empty at the root.</param>
internal sealed class JsonMap(string file, string path, JsonElement node)
{
    public IEnumerable<string> Keys => node.EnumerateObject().Select(entry => entry.Name);

    public static JsonMap Of(string file, string path, JsonElement node) =>
        node.ValueKind == JsonValueKind.Object
            ? new JsonMap(file, path, node)
            : throw new LevelException(file, $"'{path.TrimEnd('.')}' must be an object.");

    /// <exception cref="LevelException">There is a key that is not in the list.</exception>
    public void Allow(params ReadOnlySpan<string> known)
    {
        foreach (var key in Keys)
        {
            if (!known.Contains(key))
            {
                throw Wrong(key, $"is unknown here; known are {string.Join(", ", known)}");
            }
        }
    }

    public bool Has(string key) => node.TryGetProperty(key, out _);

    /// <summary>What is under a key, of any kind; null: there is no such key.</summary>
    public JsonElement? Node(string key) => node.TryGetProperty(key, out var value) ? value : null;

    /// <summary>The object under a key; null: there is no such key.</summary>
    public JsonMap? Map(string key) => Node(key) is { } value ? Of(file, $"{path}{key}.", value) : null;

    /// <summary>The objects of the list under a key; empty: there is no such key.</summary>
    public IReadOnlyList<JsonMap> Maps(string key, int most) =>
        [.. List(key, most).Select((value, at) => Of(file, $"{path}{key}[{at}].", value))];

    public string RequiredText(string key) => Text(key) is { Length: > 0 } text ? text : throw Wrong(key, "is missing");

    /// <summary>The text under a key; null: there is no such key.</summary>
    public string? Text(string key) => Node(key) is { } value ? Text(key, value) : null;

    /// <summary>The texts of the list under a key; empty: there is no such key.</summary>
    public IReadOnlyList<string> Texts(string key, int most) => [.. List(key, most).Select(value => Text(key, value))];

    /// <summary>The whole numbers of the list under a key; empty: there is no such key.</summary>
    public IReadOnlyList<int> Integers(string key, int most, int least, int greatest) =>
        [.. List(key, most).Select(value => Integer(key, value, least, greatest))];

    /// <summary>The whole number under a key; null: there is no such key.</summary>
    public int? Integer(string key, int least, int greatest) => Node(key) is { } value ? Integer(key, value, least, greatest) : null;

    public bool Flag(string key) =>
        Node(key)?.ValueKind switch
        {
            null or JsonValueKind.False => false,
            JsonValueKind.True => true,
            _ => throw Wrong(key, "must be true or false"),
        };

    /// <summary>Sentences by language: Vietnamese and English, both at most 400 signs.</summary>
    public IReadOnlyDictionary<string, string> Sentences()
    {
        Allow("vi", "en");
        return new Dictionary<string, string> { ["vi"] = Sentence("vi"), ["en"] = Sentence("en") };
    }

    public LevelException Wrong(string key, string sentence) => new(file, $"'{path}{key}' {sentence}.");

    private string Sentence(string language) =>
        RequiredText(language) is { Length: <= 400 } text ? text : throw Wrong(language, "is longer than 400 signs");

    private IEnumerable<JsonElement> List(string key, int most) =>
        Node(key) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() <= most => list.EnumerateArray(),
            _ => throw Wrong(key, $"must be a list of at most {most}"),
        };

    private string Text(string key, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(key, "must be a text");

    private int Integer(string key, JsonElement value, int least, int greatest) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= greatest
            ? number
            : throw Wrong(key, $"must be a whole number from {least} to {greatest}");
}
