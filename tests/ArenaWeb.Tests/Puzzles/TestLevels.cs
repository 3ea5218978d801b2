namespace ArenaWeb.Tests.Puzzles;

/// <summary>Small levels as packages: one map that is seen, and one that is hidden.</summary>
internal static class TestLevels
{
    /// <summary>A sign of the hidden map that stands nowhere else.</summary>
    public const string OfHidden = ">......G";

    public static void Write(string folder, params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Write(Path.Combine(folder, name), name, isFree: false);
        }
    }

    /// <summary>A level to play with.</summary>
    public static void WriteFree(string folder, string name) => Write(Path.Combine(folder, name), name, isFree: true);

    private static void Write(string folder, string name, bool isFree)
    {
        Directory.CreateDirectory(Path.Combine(folder, "statement"));
        File.WriteAllText(
            Path.Combine(folder, "problem.yaml"),
            $"""
            problem_format_version: 2025-09
            name:
              vi: Đường tới trường {name}
              en: The way to school {name}
            uuid: {Guid.NewGuid()}
            type: blocks
            limits:
              time_limit: 1
            """
        );
        File.WriteAllText(Path.Combine(folder, "statement/problem.vi.md"), "Robot Gạo đi tới trường.");
        File.WriteAllText(Path.Combine(folder, "statement/problem.en.md"), "Robot Gạo goes to school.");
        File.WriteAllText(
            Path.Combine(folder, "level.json"),
            """
            {
              "v": 1, "strand": "a", "theme": "market", "tools": ["forward", "left", "right", "repeat", "until_when"],
              "start": {"blocks": {"languageVersion": 0, "blocks": [
                {"type": "sc_start", "id": "b1", "deletable": false, "movable": false}]}},
              "goal": {"blocks": 2, "concepts": ["until"]}, "win": ["goal"],
              "hints": [{"vi": "Em dừng khi nào?", "en": "When do you stop?"}],
              "sentences": {"hit_wall": {"vi": "Ở bước {0} Gạo chạm hàng rào.", "en": "At step {0} Gạo meets the fence."}},
              "worlds": [{"id": 1, "map": [">..G"]}, {"id": 2, "hidden": true, "map": [">......G"]}],
              "wrong": {"three-steps": {"end": "not_at_goal", "world": 2}}
            }
            """.Replace("\"v\": 1", isFree ? "\"v\": 1, \"free\": true" : "\"v\": 1")
        );
    }
}
