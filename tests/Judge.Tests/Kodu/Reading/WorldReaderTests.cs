using System.Text;
using Judge.Kodu.Model;
using Judge.Kodu.Reading;

namespace Judge.Tests.Kodu.Reading;

public sealed class WorldReaderTests
{
    private static readonly WorldBuilder City = new WorldBuilder { Gamertags = ["Mai", "An"], Materials = [3, 9] }
        .With(
            "FastBot",
            "Xe \"1\"",
            """
            WHEN [see] [apple] DO [move] [toward]
            WHEN [bumped] [apple] DO [eat]
              WHEN DO [score] [red score] [1 point]
            """
        )
        .With(new Way("Red", "HiWayGen", [new(0, 0, 0), new(10, 0, 0)], [new(0, 1, 3)]))
        .Set("glassWalls", "true");

    [Fact]
    public void A_zip_and_a_cabinet_of_one_world_are_read_alike()
    {
        var zip = Read(City.Zip());
        Assert.Equal(WorldPacking.Zip, zip.Packing);
        foreach (
            var cabinet in new[]
            {
                City.Cabinet(),
                CabinetWriter.Write(City.Parts(), packed: false),
                CabinetWriter.Write(City.Parts(), reserve: 6),
                CabinetWriter.Write(City.Parts(), sums: false),
            }
        )
        {
            var other = Read(cabinet);
            Assert.Equal(WorldPacking.Cabinet, other.Packing);
            Assert.Equal(zip.Entries, other.Entries);
            Assert.Equivalent(zip.First with { Terrain = null }, other.First with { Terrain = null }, strict: true);
        }
    }

    [Fact]
    public void Everything_that_was_written_is_there()
    {
        var level = Read(City.Zip()).First;
        var actor = Assert.Single(level.Actors);
        Assert.Equal(("FastBot", "Xe \"1\"", 3), (actor.Type, actor.Name, actor.Pages[0].Count));
        Assert.Equal(["filter.fruit"], actor.Pages[0][0].Filters);
        Assert.Equal(1, actor.Pages[0][2].Indent);
        Assert.Equal(WayKind.Road, Assert.Single(level.Ways).Kind);
        Assert.Equal(("Thành phố nhỏ", 10, "true"), (level.Head.Name, level.Head.LanguageVersion, level.Head.Settings["glassWalls"]));
        Assert.Equal(["Mai", "An"], level.Head.Gamertags);
        Assert.Equal([3, 9], level.Terrain!.Materials);
        Assert.Equal(1024, level.Terrain.LandCells);
    }

    [Fact]
    public void A_file_is_known_by_its_first_bytes_only()
    {
        Refused(FindingKind.Format, "kodu.format.unknown", []);
        Refused(FindingKind.Format, "kodu.format.unknown", "<XmlLevelData/>"u8.ToArray());
        Refused(FindingKind.Format, "kodu.format.damaged", "PK\u0003\u0004 nothing more"u8.ToArray());
        Refused(FindingKind.Format, "kodu.format.damaged", "MSCF"u8.ToArray());
    }

    /// <summary>Once found by chance.</summary>
    [Fact]
    public void A_directory_behind_the_end_is_damage()
    {
        var file = City.Zip();
        file.AsSpan(file.Length - 6, 4).Fill(0xFE);
        Refused(FindingKind.Format, "kodu.format.damaged", file);
    }

    [Theory]
    [InlineData(@"Level\../evil.Xml")]
    [InlineData("../Level/a.Xml")]
    public void A_name_that_leads_out_is_refused(string name) =>
        Refused(FindingKind.Entries, "kodu.entries.name", WorldBuilder.Zip([.. City.Parts(), (name, [])]));

    [Fact]
    public void Backslashes_and_other_cases_name_the_same_folders()
    {
        var parts = City.Parts().Select(part => (part.Name.Replace('/', '\\').ToUpperInvariant(), part.Bytes)).ToArray();
        Assert.Single(Read(WorldBuilder.Zip(parts)).First.Actors);
    }

    [Fact]
    public void What_is_missing_or_twice_is_told()
    {
        var parts = City.Parts();
        Refused(FindingKind.Entries, "kodu.entries.noLevel", WorldBuilder.Zip(parts[1..]));
        Refused(FindingKind.Entries, "kodu.entries.noStuff", WorldBuilder.Zip(parts[0], parts[2]));
        Refused(FindingKind.Entries, "kodu.entries.twice", WorldBuilder.Zip([.. parts, (parts[0].Name.ToUpperInvariant(), [])]));
        var flat = WorldReader.Read(WorldBuilder.Zip(parts[0], parts[1]));
        Assert.Null(flat.World!.First.Terrain);
        Assert.Contains(flat.Findings, finding => finding.Said.Key == "kodu.terrain.none");
    }

    [Fact]
    public void A_terrain_with_bytes_too_many_or_too_few_is_found()
    {
        var parts = City.Parts();
        foreach (var bytes in new[] { parts[2].Bytes[..^1], [.. parts[2].Bytes, 0] })
        {
            var reading = WorldReader.Read(WorldBuilder.Zip(parts[0], parts[1], (parts[2].Name, bytes)));
            Assert.Contains(reading.Findings, finding => finding.Said.Key == "kodu.terrain.damaged");
        }
    }

    [Theory]
    [InlineData("<XmlLevelData>", "kodu.xml.broken")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><XmlLevelData>&e;</XmlLevelData>", "kodu.xml.broken")]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'eeee'>]><XmlLevelData>&e;</XmlLevelData>", "kodu.xml.broken")]
    [InlineData("<XmlWorldData/>", "kodu.xml.root")]
    [InlineData("<XmlLevelData/><more/>", "kodu.xml.broken")]
    [InlineData("", "kodu.xml.broken")]
    public void Xml_that_is_broken_or_more_than_data_is_refused(string stuff, string key) =>
        Refused(FindingKind.Xml, key, WithStuff(stuff));

    [Theory]
    [InlineData("kodu.limit.depth", "<a>", "</a>", 70)]
    [InlineData("kodu.limit.actors", "<actor/>", "", 1001)]
    [InlineData("kodu.limit.items", "<waypoints><paths/></waypoints>", "", 20_001)]
    public void Whatever_has_no_end_meets_a_limit(string key, string open, string close, int times)
    {
        var inside = string.Concat(Enumerable.Repeat(open, times)) + string.Concat(Enumerable.Repeat(close, times));
        Refused(FindingKind.Limits, key, WithStuff($"<XmlLevelData>{inside}</XmlLevelData>"));
    }

    [Theory]
    [InlineData("kodu.limit.rules", "<Reflex/>", 20_001)]
    [InlineData("kodu.limit.indent", "<Reflex><Indentation>65</Indentation></Reflex>", 1)]
    [InlineData("kodu.limit.tiles", "<Reflex><filterUpids><upid>a</upid></filterUpids></Reflex>", 65)]
    public void Rules_and_tiles_meet_limits(string key, string rule, int times)
    {
        var rules = key.EndsWith("tiles", StringComparison.Ordinal)
            ? rule.Replace("<upid>a</upid>", string.Concat(Enumerable.Repeat("<upid>a</upid>", times)))
            : string.Concat(Enumerable.Repeat(rule, times));
        var brain = $"<brain><tasks><Task><reflexes>{rules}</reflexes></Task></tasks></brain>";
        Refused(FindingKind.Limits, key, WithStuff($"<XmlLevelData><actor>{brain}</actor></XmlLevelData>"));
    }

    [Fact]
    public void A_bomb_goes_off_at_the_limit_and_not_behind_it() =>
        Refused(FindingKind.Limits, "kodu.limit.bytes", WorldBuilder.Zip([.. City.Parts(), ("Thumbnail/a.Jpg", new byte[20 << 20])]));

    [Fact]
    public void Too_many_entries_are_counted_before_they_are_read() =>
        Refused(
            FindingKind.Limits,
            "kodu.limit.entries",
            WorldBuilder.Zip([.. Enumerable.Range(0, 65).Select(i => ($"x{i}", Array.Empty<byte>()))])
        );

    [Fact]
    public void Old_files_lack_most_elements_and_are_read()
    {
        var stuff = """
            <XmlLevelData><actor><unknown><deep/></unknown>
              <brain><tasks><Task><reflexes><Reflex>
                <actuatorUpid> actuator.movement </actuatorUpid>
              </Reflex></reflexes></Task></tasks></brain>
              <position><X>NaN</X><Y>1e400</Y></position><typename>Boku.FastBot, Boku, Version=1.0.0.0, Culture=neutral</typename>
            </actor></XmlLevelData>
            """;
        var actor = Assert.Single(Read(WithStuff(stuff)).First.Actors);
        Assert.Equal(("FastBot", 0.0, 0.0, "actuator.movement"), (actor.Type, actor.X, actor.Y, actor.Pages[0][0].Actuator));
    }

    [Fact]
    public void Linked_levels_come_in_the_order_of_play()
    {
        const string Second = "0c0ffee0-0000-4000-8000-000000000002";
        var first = new WorldBuilder { LinkedTo = Second };
        var second = new WorldBuilder
        {
            Id = Second,
            Name = "2",
            LinkedFrom = WorldBuilder.DefaultId,
        };
        Assert.Equal(
            ["Thành phố nhỏ", "2"],
            Read(WorldBuilder.Zip([.. second.Parts(), .. first.Parts()])).Levels.Select(level => level.Head.Name)
        );
        var ring = new WorldBuilder
        {
            Id = Second,
            LinkedFrom = WorldBuilder.DefaultId,
            LinkedTo = WorldBuilder.DefaultId,
        };
        Assert.Equal(
            "kodu.chain.ring",
            Assert.Single(WorldReader.Read(WorldBuilder.Zip([.. first.Parts(), .. ring.Parts()])).Findings).Said.Key
        );
        Assert.Equal("kodu.chain.gap", Assert.Single(WorldReader.Read(first.Zip()).Findings).Said.Key);
    }

    [Fact]
    public void A_newer_language_of_tiles_and_another_id_are_told_and_read()
    {
        var parts = new WorldBuilder { Language = "11" }.Parts();
        var reading = WorldReader.Read(WorldBuilder.Zip([("Level/0.Xml", parts[0].Bytes), .. parts[1..]]));
        Assert.Equal(["kodu.entries.otherId", "kodu.newer"], reading.Findings.Select(finding => finding.Said.Key));
        Assert.NotNull(reading.World);
    }

    private static byte[] WithStuff(string stuff)
    {
        var parts = City.Parts();
        return WorldBuilder.Zip(parts[0], (parts[1].Name, Encoding.UTF8.GetBytes(stuff)), parts[2]);
    }

    private static World Read(byte[] file)
    {
        var reading = WorldReader.Read(file);
        Assert.Empty(reading.Findings.Where(finding => finding.Level == FindingLevel.Refused).Select(finding => finding.Said.Key));
        return reading.World!;
    }

    private static void Refused(FindingKind code, string key, byte[] file)
    {
        var reading = WorldReader.Read(file);
        Assert.Null(reading.World);
        Assert.Equal((code, key), (Assert.Single(reading.Findings).Code, reading.Findings[0].Said.Key));
    }
}
