using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Trees;

namespace Judge.Tests.Worlds;

/// <summary>Levels for tests, from little.</summary>
internal static class Somewhere
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="win">Rules with a comma between them.</param>
    /// <param name="more">Further keys of the world, such as <c>"bag": 3</c>.</param>
    /// <param name="level">Further keys of the level.</param>
    public static Level Level(string map, string win = "goal", string more = "", string level = "") =>
        LevelReader.Read(Encoding.UTF8.GetBytes(Json(map, win, more, level)), "test/level.json");

    /// <inheritdoc cref="Level"/>
    public static string Json(string map, string win, string more = "", string level = "") =>
        $$"""
            {"v": 1, "strand": "a", "theme": "market", "tools": [], "win": {{Texts(win, ',')}}{{Further(level)}},
             "worlds": [{"id": 1, "map": {{Texts(map, '/')}}{{Further(more)}}}]}
            """;

    public static Trace Run(this Level level, BlockProgram program) => WorldEngine.Run(level, level.Worlds[0], program);

    public static Trace Run(this Level level, string main, params string[] procedures) => level.Run(Code.Of(main, procedures));

    private static string Texts(string text, char between) =>
        JsonSerializer.Serialize(text.Split(between, StringSplitOptions.RemoveEmptyEntries), Plain);

    private static string Further(string keys) => keys.Length > 0 ? $", {keys}" : "";
}
