using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;
using Judge.Worlds.Texts;
using Judge.Worlds.Trees;
using Support;

namespace Judge.Tests.Worlds.Texts;

/// <summary>
/// <c>tests/Vectors/world-texts.json</c>: programs, and how they are said. The page's twin reads the same file. A line is
/// <c>[number of its block, text]</c>.
/// </summary>
public sealed class TextVectorsTests
{
    private static readonly string Vectors = Path.Combine(Repository.Root, "tests", "Vectors", "world-texts.json");

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A change that is meant: take the file that the failure names.</summary>
    [Fact]
    public void Programs_are_said_as_the_vectors_have_it()
    {
        var before = File.ReadAllText(Vectors);
        var cases = JsonNode.Parse(before)!["cases"]!.AsArray().Select(one => Said(one!.AsObject()).ToJsonString(Plain));
        var now = "{\"v\":1,\"cases\":[\n" + string.Join(",\n", cases) + "\n]}\n";
        if (now != before)
        {
            var file = Path.Combine(Path.GetTempPath(), Path.GetFileName(Vectors));
            File.WriteAllText(file, now);
            Assert.Fail($"Programs are said otherwise now; see {file}");
        }
    }

    [Fact]
    public void The_ideal_program_of_each_level_is_among_the_vectors() =>
        Assert.Equal(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "problems", "worlds"), LevelReader.File, SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(Path.GetDirectoryName(file)))
                .Order(StringComparer.Ordinal),
            JsonNode.Parse(File.ReadAllText(Vectors))!["cases"]!
                .AsArray()
                .Where(one => one!["file"] is not null)
                .Select(one => (string?)one!["name"])
                .Order(StringComparer.Ordinal)
        );

    private static JsonObject Said(JsonObject one)
    {
        var bytes = one["file"] is { } file
            ? File.ReadAllBytes(Path.Combine(Repository.Root, (string)file!))
            : Encoding.UTF8.GetBytes(one["program"]!.ToJsonString());
        var reading = BlockReader.Read(bytes, Anything((int)one["robots"]!));
        Assert.True(reading.Program is not null, $"{one["name"]}: {reading.Refusal}");
        one["lines"] = new JsonObject
        {
            ["pascal"] = Both(reading.Program!.Program, TextKind.Pascal),
            ["python"] = Both(reading.Program!.Program, TextKind.Python),
        };
        return one;
    }

    private static JsonObject Both(BlockProgram program, TextKind kind) =>
        new() { ["vi"] = Lines(program, kind, "vi"), ["en"] = Lines(program, kind, "en") };

    private static JsonArray Lines(BlockProgram program, TextKind kind, string language) =>
        [.. ProgramText.Of(program, kind, language).Select(line => new JsonArray(line.Block, line.Text))];

    /// <summary>A level with all tools.</summary>
    private static Level Anything(int robots) =>
        new()
        {
            Strand = "b",
            Theme = "market",
            Tools = [.. BlockTypes.Tools],
            Recursion = true,
            Worlds =
            [
                new World
                {
                    Id = 1,
                    Width = robots,
                    Height = 1,
                    Cells = [.. Enumerable.Repeat(new Cell(), robots)],
                    Robots = [.. Enumerable.Range(0, robots).Select(x => new RobotStart(new Place(x, 0), Direction.East))],
                },
            ],
        };
}
