using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Trees;
using Support;

namespace Judge.Tests.Worlds;

/// <summary>
/// Traces that every engine must give, byte by byte. With CONTEST_VECTORS=write in the environment the files are written anew: only a new
/// version of the engine may change what stands in them.
/// </summary>
public sealed class VectorsTests
{
    private const int Seeds = 10_000;
    private const int SeedsInFull = 150;
    private const int SeedsPerLine = 32;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Vectors");
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Known_programs_give_the_known_traces() => AssertFile("worlds.json", Vectors());

    [Fact]
    public void Ten_thousand_random_programs_give_the_known_traces() => AssertFile("worlds-random.txt", Random());

    [Fact]
    public void The_vectors_come_to_every_end()
    {
        var made = VectorPrograms.All.Select(one => Read(one.Level).Run(one.Program));
        var ends = made.Concat(Enumerable.Range(0, Seeds).Select(Run)).Select(trace => trace.End.Code).ToHashSet();
        Assert.Empty(Enum.GetValues<EndCode>().Except(ends));
    }

    private static Trace Run(int seed)
    {
        var (_, level, program) = RandomPair.Of(seed);
        return level.Run(program);
    }

    private static string Vectors()
    {
        var made = VectorPrograms.All.Select((one, at) => Vector($"made {at}", one.Level, one.Program));
        var random = Enumerable
            .Range(0, SeedsInFull)
            .Select(seed => (Seed: seed, Pair: RandomPair.Of(seed)))
            .Select(one => Vector($"random {one.Seed}", one.Pair.Json, one.Pair.Program));
        return "[\n" + string.Join(",\n", made.Concat(random)) + "\n]\n";
    }

    private static string Vector(string name, string level, BlockProgram program) =>
        new JsonObject
        {
            ["name"] = name,
            ["level"] = JsonNode.Parse(level),
            ["program"] = TreeJson.Write(program),
            ["trace"] = JsonNode.Parse(TraceJson.Write(Read(level).Run(program))),
        }.ToJsonString(Plain);

    private static Level Read(string level) => LevelReader.Read(Encoding.UTF8.GetBytes(level), "vector/level.json");

    private static string Random() =>
        string.Concat(
            Enumerable
                .Range(0, Seeds)
                .Select(seed => Folded(TraceJson.Write(Run(seed))))
                .Chunk(SeedsPerLine)
                .Select(line => string.Concat(line) + "\n")
        );

    private static string Folded(string trace)
    {
        var hash = Fnv.Add(Fnv.Start, Encoding.UTF8.GetBytes(trace));
        return ((ushort)(hash ^ (hash >> 16) ^ (hash >> 32) ^ (hash >> 48))).ToString(
            "x4",
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private static void AssertFile(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("CONTEST_VECTORS") == "write")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, text);
        }

        var known = File.ReadAllText(path).Split('\n');
        var now = text.Split('\n');
        Assert.Equal(known.Length, now.Length);
        foreach (var (line, (one, other)) in known.Zip(now).Index())
        {
            Assert.True(one == other, $"Line {line + 1} of {name} is another.\nknown {one}\nnow   {other}");
        }
    }
}
