using System.Text.Json;
using Judge.Messages;

namespace Judge.Worlds.Blocks;

/// <summary>Reads the JSON of a block editor that nobody may trust. What the editor itself never writes is <see cref="Broken"/>.</summary>
internal static class StoredJson
{
    private const int MostIdSigns = 100;

    /// <summary>It is not what the editor saves.</summary>
    public static BlockFault Broken() => new(new Said("world.program.broken"), null);

    public static void Allow(JsonElement one, params ReadOnlySpan<string> known)
    {
        foreach (var entry in Object(one).EnumerateObject())
        {
            if (!known.Contains(entry.Name))
            {
                throw Broken();
            }
        }
    }

    public static JsonElement Object(JsonElement one) => one.ValueKind == JsonValueKind.Object ? one : throw Broken();

    public static JsonElement.ArrayEnumerator List(JsonElement one, int most) =>
        one.ValueKind == JsonValueKind.Array && one.GetArrayLength() <= most ? one.EnumerateArray() : throw Broken();

    public static string Text(JsonElement one, string key) =>
        Object(one).TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Broken();

    public static string Id(JsonElement one) => Text(one, "id") is { Length: > 0 and <= MostIdSigns } id ? id : throw Broken();
}
