using System.Globalization;
using System.Text;
using Judge.Kodu;
using Judge.Kodu.Model;
using Judge.Kodu.Tasks;
using Judge.Kodu.Text;

namespace Judge.Tests.Kodu.Reading;

/// <summary>Worlds spoilt in any way: each ends with a report or with a sentence, and nothing is thrown.</summary>
public sealed class HostileWorldTests
{
    /// <summary>How many files to spoil; a few thousand where it is not set.</summary>
    private const string Variable = "KODU_FUZZ";

    private const int Usual = 3000;

    /// <summary>What one file may have allocated; the peak of the process is far lower.</summary>
    private const long MostAllocated = 256L << 20;

    private static readonly (string Name, byte[] Bytes)[] Parts = SampleWorlds.City().Parts();

    private static readonly byte[][] Files =
    [
        SampleWorlds.City().Zip(),
        SampleWorlds.City().Cabinet(),
        SampleWorlds.Apples().Zip(),
        CabinetWriter.Write(SampleWorlds.Apples().Parts(), packed: false, reserve: 4),
    ];

    [Fact]
    public void Every_spoilt_file_ends_with_a_report_or_with_a_sentence()
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable(Variable) ?? $"{Usual}", CultureInfo.InvariantCulture);
        var seed = Environment.TickCount;
        for (var i = 0; i < cases; i++)
        {
            var file = Spoilt(new Random(seed + i));
            var before = GC.GetAllocatedBytesForCurrentThread();
            Use(file, $"seed {seed + i}");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostAllocated, $"seed {seed + i} takes too much memory");
        }
    }

    [Fact]
    public void Every_shortened_file_ends_so_as_well()
    {
        foreach (var file in Files)
        {
            for (var length = 0; length < file.Length; length += 1 + length / 40)
            {
                Use(file[..length], $"the first {length} bytes");
            }
        }
    }

    [Theory]
    [InlineData("WHEN [bumped] [apple] DO [eat]")]
    [InlineData("WHEN [see] [apple] DO [say] \"Táo\"")]
    [InlineData("WHEN DO [vanish] [me]")]
    [InlineData("WHEN [see] [red] DO [color] [red]")]
    [InlineData("WHEN [timer] DO [switch] [page 1]")]
    public void The_longest_page_that_is_taken_ends_with_a_report(string rule)
    {
        var page = Enumerable.Repeat(WorldBuilder.Rules(rule)[0], KoduLimits.Usual.Rules).ToList();
        var pages = new Actor
        {
            Type = "BokuBot",
            Name = "Kodu",
            Pages = [page],
        };
        Use(new WorldBuilder().With(pages).With(pages with { Pages = [] }).Zip(), rule);
    }

    /// <summary>Reads it and does with it whatever is done with a world.</summary>
    private static void Use(byte[] file, string what)
    {
        try
        {
            var report = KoduReport.Of(file);
            Assert.All(report.Findings, finding => Assert.NotEmpty(Sentences.InVietnamese[finding.Said]));
            if (report.World is not { } world)
            {
                Assert.Equal(FindingLevel.Refused, Assert.Single(report.Findings).Level);
                return;
            }

            var printed = RuleText.Program(world.First.Actors, "vi");
            Assert.Equal(printed, RuleText.Program(RuleParser.Program(printed), "vi"));
            Assert.All(
                report.Measures.Values.SelectMany(measure => measure.Places),
                place => Assert.NotEmpty(KoduWords.Of(place, world).Key)
            );
            Assert.All(world.First.Head.Steps, step => TutorialTest.Of(step));
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {e}");
        }
    }

    private static byte[] Spoilt(Random random) =>
        random.Next(8) switch
        {
            0 => Bits(Files[random.Next(Files.Length)], random),
            1 => Cut(Files[random.Next(Files.Length)], random),
            2 => Packed(Replaced(1, Bits(Parts[1].Bytes, random)), random),
            3 => Packed(Replaced(2, Bits(Parts[2].Bytes, random)), random),
            4 => Packed(Replaced(0, Bits(Parts[0].Bytes, random)), random),
            5 => Packed(Replaced(1, Encoding.UTF8.GetBytes(Xml(random))), random),
            6 => Packed([.. Parts, (Names[random.Next(Names.Length)], Parts[random.Next(Parts.Length)].Bytes)], random),
            _ => Packed([.. Parts.OrderBy(_ => random.Next()).Take(random.Next(4))], random),
        };

    private static readonly string[] Names =
    [
        Parts[0].Name,
        Parts[1].Name.ToUpperInvariant(),
        Parts[1].Name.Replace('/', '\\'),
        "..\\..\\Level\\evil.Xml",
        "/etc/passwd",
        "Level/",
        "Level/x.Xml",
        "Thumbnail/a.Jpg",
        "Stuff/",
        new string('a', 300) + "/b",
        "[Content_Types].xml",
    ];

    private static byte[] Bits(byte[] file, Random random)
    {
        var bytes = file.ToArray();
        for (var times = 1 + random.Next(6); times > 0; times--)
        {
            var at = random.Next(bytes.Length);
            bytes[at] = random.Next(3) switch
            {
                0 => (byte)(bytes[at] ^ (1 << random.Next(8))),
                1 => (byte)random.Next(256),
                _ => 0xFF,
            };
        }

        return bytes;
    }

    private static byte[] Cut(byte[] file, Random random) => file[..random.Next(file.Length)];

    private static (string, byte[])[] Replaced(int part, byte[] bytes) =>
        [.. Parts.Select((one, index) => index == part ? (one.Name, bytes) : one)];

    private static byte[] Packed((string Name, byte[] Bytes)[] parts, Random random) =>
        random.Next(2) == 0 ? WorldBuilder.Zip(parts) : CabinetWriter.Write(parts, sums: random.Next(2) == 0);

    /// <summary>A part that is wrong in itself: deep, endless, with a DTD, with odd numbers, or with elements in wrong places.</summary>
    private static string Xml(Random random)
    {
        var stuff = Encoding.UTF8.GetString(Parts[1].Bytes);
        var tags = new[]
        {
            "actor",
            "Reflex",
            "upid",
            "tasks",
            "Task",
            "paths",
            "nodes",
            "X",
            "typename",
            "Indentation",
            "filterUpids",
            "brain",
        };
        var (one, other) = (tags[random.Next(tags.Length)], tags[random.Next(tags.Length)]);
        return random.Next(8) switch
        {
            0 => string.Concat(Enumerable.Repeat($"<{one}>", 1 + random.Next(20_000))),
            1 => "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;'>]>" + stuff.Replace("Xe 1", "&c;"),
            2 => stuff.Replace($"<{one}>", $"<{other}>").Replace($"</{one}>", $"</{other}>"),
            3 => stuff.Replace("<Indentation>0", "<Indentation>" + random.NextInt64(-3_000_000_000, 3_000_000_000)),
            4 => stuff.Replace("<X>0", "<X>" + new[] { "NaN", "1e999", "-INF", "0x7", "1,5", new string('9', 5000) }[random.Next(6)]),
            5 => stuff.Replace("</XmlLevelData>", string.Concat(Enumerable.Repeat($"<{one}/>", random.Next(25_000))) + "</XmlLevelData>"),
            6 => stuff.Replace(
                "filter.light",
                new string((char)random.Next(32, 0xD7FF), 1 + random.Next(400)).Replace('<', ' ').Replace('&', ' ')
            ),
            _ => stuff.Replace("Xe 1", $"&#x{random.Next(1, 0x20):x};" + new string('x', random.Next(100_000))),
        };
    }
}
