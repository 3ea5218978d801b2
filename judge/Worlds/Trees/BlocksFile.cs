using System.Text.Json;

namespace Judge.Worlds.Trees;

/// <summary>The one file that says which blocks there are, here and in the editor.</summary>
internal static class BlocksFile
{
    private static readonly Lazy<JsonElement> Read = new(Parse);

    public static JsonElement Root => Read.Value;

    private static JsonElement Parse()
    {
        using var stream = typeof(BlocksFile).Assembly.GetManifestResourceStream("blocks.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
