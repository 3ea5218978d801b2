using System.Text.Json;
using System.Text.Json.Nodes;
using Judge.Kodu.Measures;
using Judge.Kodu.Model;
using Judge.Kodu.Reading;
using Judge.Kodu.Text;

namespace Judge.Tests.Kodu.Measures;

public sealed class SharedWorldsTests
{
    [Fact]
    public void Counted_values_are_reproduced_exactly()
    {
        foreach (var expected in SharedWorlds.Expected()["worlds"]!.AsArray().OfType<JsonNode>())
        {
            var file = expected["file"]!.GetValue<string>();
            var world = Read(file);
            Assert.Equal(
                Head(expected),
                (file, world.First.Head.Id, world.First.Head.Name, world.First.Head.Version, world.First.Head.LanguageVersion)
            );
            Assert.Equal(
                expected["entries"]!.AsArray().Select(entry => ((string)entry!["name"]!, (int)entry["bytes"]!, (string)entry["sha256"]!)),
                world.Entries.Select(entry => (entry.Name, entry.Bytes, entry.Sha256))
            );
            var measures = Measured.Of(Census.Of(world));
            foreach (var (name, count) in expected["counts"]!.AsObject())
            {
                Assert.Equal((file, name, (int)count!), (file, name, measures[name].Value));
            }

            Assert.Equal((file, Ground(expected["terrain"]!)), (file, Ground(world.First.Terrain!)));
        }
    }

    [Fact]
    public void A_cabinet_of_the_game_is_equal_to_its_zip()
    {
        var expected = SharedWorlds.Expected()["cab"]!;
        var (cabinet, zip) = (Read((string)expected["file"]!), Read((string)expected["sameEntriesAs"]!));
        Assert.Equal(zip.Entries.OrderBy(entry => entry.Name), cabinet.Entries.OrderBy(entry => entry.Name));
        Assert.Equal(JsonSerializer.Serialize(Measured.Of(Census.Of(zip))), JsonSerializer.Serialize(Measured.Of(Census.Of(cabinet))));
    }

    [Fact]
    public void Programs_of_the_game_are_printed_and_parsed_again()
    {
        foreach (var file in SharedWorlds.Expected()["worlds"]!.AsArray().Select(world => (string)world!["file"]!))
        {
            var printed = RuleText.Program(Read(file).First.Actors, "vi");
            Assert.Equal(printed, RuleText.Program(RuleParser.Program(printed), "vi"));
        }
    }

    private static (string, string, string, string?, int?) Head(JsonNode expected) =>
        (
            (string)expected["file"]!,
            (string)expected["id"]!,
            (string)expected["name"]!,
            (string?)expected["bokuVersion"],
            (string?)expected["kcodeVersion"] is { } version ? int.Parse(version, System.Globalization.CultureInfo.InvariantCulture) : null
        );

    private static (int, int, int, int, int, int, double, int) Ground(JsonNode terrain) =>
        (
            (int)terrain["version"]!,
            (int)terrain["tilesX"]!,
            (int)terrain["tilesY"]!,
            (int)terrain["tilesPresent"]!,
            (int)terrain["landCells"]!,
            (int)terrain["materials"]!,
            (double)terrain["maxHeight"]!,
            (int)terrain["bytes"]!
        );

    private static (int, int, int, int, int, int, double, int) Ground(Terrain terrain) =>
        (
            terrain.Version,
            terrain.TilesX,
            terrain.TilesY,
            terrain.Tiles.Count,
            terrain.LandCells,
            terrain.Materials.Count,
            Math.Round(terrain.MaxHeight, 3),
            terrain.Bytes
        );

    private static World Read(string file) => WorldReader.Read(SharedWorlds.Read(file)).World!;
}
