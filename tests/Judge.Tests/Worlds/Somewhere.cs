using System.Text;
using System.Text.Json;
using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Trees;

namespace Judge.Tests.Worlds;

/// <summary>Levels for tests, from little.</summary>
internal static class Somewhere
{
    /// <param name="win">Rules with a comma between them.</param>
    /// <param name="more">Further keys of the world, such as <c>"bag": 3</c>.</param>
    /// <param name="level">Further keys of the level.</param>
    public static Level Level(string map, string win = "goal", string more = "", string level = "") =>
        LevelReader.Read(
            Encoding.UTF8.GetBytes(
                $$"""
                {"v": 1, "strand": "a", "theme": "market", "tools": [], "win": {{JsonSerializer.Serialize(
                    win.Split(',', StringSplitOptions.RemoveEmptyEntries)
                )}}{{Further(level)}},
                 "worlds": [{"id": 1, "map": {{JsonSerializer.Serialize(map.Split('/'))}}{{Further(more)}}}]}
                """
            ),
            "test/level.json"
        );

    public static Trace Run(this Level level, BlockProgram program) => WorldEngine.Run(level, level.Worlds[0], program);

    public static Trace Run(this Level level, string main, params string[] procedures) => level.Run(Code.Of(main, procedures));

    private static string Further(string keys) => keys.Length > 0 ? $", {keys}" : "";
}
