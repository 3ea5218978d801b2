using System.Text.Json.Nodes;
using Support;

namespace Judge.Tests.Kodu;

/// <summary>Worlds of the game's makers with counted values, beside the project; whoever has none skips the tests that need them.</summary>
internal static class SharedWorlds
{
    /// <summary>Another folder with worlds and <c>expected.json</c>.</summary>
    private const string Variable = "KODU_WORLDS";

    private static readonly string Folder =
        Environment.GetEnvironmentVariable(Variable) ?? Path.Combine(Repository.Root, "..", "shared", "kodu", "worlds");

    /// <summary>The counted values; the test is skipped where there are none.</summary>
    public static JsonNode Expected()
    {
        var file = Path.Combine(Folder, "expected.json");
        Assert.SkipUnless(File.Exists(file), $"No worlds with counted values beside the project; {Variable} names their folder.");
        return JsonNode.Parse(File.ReadAllText(file))!;
    }

    public static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Folder, file));
}
