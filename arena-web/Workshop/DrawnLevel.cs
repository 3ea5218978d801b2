using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Judge.Messages;
using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;

namespace ArenaWeb.Workshop;

/// <summary>
/// A puzzle as its form has it, and as the file <c>level.json</c> has it: the part of that file which can be drawn without knowing it.
/// </summary>
internal sealed class DrawnLevel
{
    public const int MostMaps = 6;

    /// <summary>Of a map's side.</summary>
    public const int MostSide = 16;

    public const int LongestHint = 300;

    /// <summary>Signs that can be drawn, in the order of the palette.</summary>
    public const string Signs = ".#>v<^G*23456789orR~O";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly IReadOnlyList<string> Themes = ["market", "warehouse", "tet", "city"];

    /// <summary>What can be asked for here; other rules are written into files.</summary>
    public static IReadOnlyList<string> Wins { get; } =
    ["goal", "things_picked", "houses_served", "at_start", "told", "drawing(edges)", "drawing(cells)"];

    public static IReadOnlyList<string> Concepts { get; } = ["repeat", "until", "while", "for", "nested", "if", "call", "variable"];

    public string Strand { get; set; } = "a";

    public string Theme { get; set; } = "market";

    public List<string> Tools { get; set; } = [];

    public List<string> Conditions { get; set; } = [];

    public List<string> Win { get; set; } = ["goal"];

    /// <summary>What must have been used for two stars.</summary>
    public List<string> Asked { get; set; } = [];

    /// <summary>Of the shortest program that has proved it; <see cref="Level.MostBlocks"/>: none has.</summary>
    public int Blocks { get; private init; } = Level.MostBlocks;

    public string Hint { get; set; } = "";

    public List<DrawnMap> Maps { get; set; } = [];

    /// <summary>What a level begins with: a small map that can be won at once, to draw on.</summary>
    public static string Beginning { get; } =
        new DrawnLevel
        {
            Tools = ["forward", "left", "right", "repeat"],
            Maps = [new DrawnMap { Rows = ".....\n.....\n>...G\n.....\n....." }],
        }
            .Write(Level.MostBlocks)
            .File!;

    public static IReadOnlyList<string> AllThemes => Themes;

    /// <summary>The file, or what is wrong, each with the map it is about (from 1; 0: the whole).</summary>
    /// <param name="blocks">As <see cref="Blocks"/>.</param>
    public (string? File, IReadOnlyList<Said> Flaws) Write(int blocks)
    {
        var tools = BlockPalette.Tools(Strand, "vi").Select(tool => tool.Key).ToHashSet();
        var conditions = BlockPalette.Conditions("vi").Select(when => when.Key).ToHashSet();
        List<Said> flaws =
        [
            .. Strand is "a" or "b" && Themes.Contains(Theme) ? Array.Empty<Said>() : [new("workshop.flaw.form")],
            .. Tools.Count > 0 && Tools.All(tools.Contains) ? Array.Empty<Said>() : [new("workshop.flaw.tools")],
            .. Conditions.All(conditions.Contains) ? Array.Empty<Said>() : [new("workshop.flaw.form")],
            .. Win.Count > 0 && Win.All(Wins.Contains) ? Array.Empty<Said>() : [new("workshop.flaw.win")],
            .. Asked.All(Concepts.Contains) && Hint.Length <= LongestHint ? Array.Empty<Said>() : [new("workshop.flaw.form")],
            .. MapFlaws(),
        ];
        return flaws.Count > 0 ? (null, flaws) : (JsonSerializer.Serialize(File(blocks), Json), []);
    }

    /// <summary>The form of a file that was written here.</summary>
    public static DrawnLevel Read(string file)
    {
        using var document = JsonDocument.Parse(file);
        var level = document.RootElement;
        return new DrawnLevel
        {
            Strand = level.GetProperty("strand").GetString()!,
            Theme = level.GetProperty("theme").GetString()!,
            Tools = Texts(level, "tools"),
            Conditions = Texts(level, "conditions"),
            Win = Texts(level, "win"),
            Asked = Texts(level.GetProperty("goal"), "concepts"),
            Blocks = level.GetProperty("goal").GetProperty("blocks").GetInt32(),
            Hint = level.TryGetProperty("hints", out var hints) ? hints[0].GetProperty("vi").GetString()! : "",
            Maps = [.. level.GetProperty("worlds").EnumerateArray().Select(DrawnMap.Read)],
        };
    }

    private IEnumerable<Said> MapFlaws()
    {
        if (Maps.Count is 0 or > MostMaps || Maps.All(map => map.Hidden))
        {
            yield return new("workshop.flaw.maps", MostMaps);
        }

        foreach (var (index, map) in Maps.Index())
        {
            if (map.Flaw(Win) is { } flaw)
            {
                yield return new(flaw, index + 1, MostSide);
            }
        }
    }

    private object File(int blocks) =>
        new
        {
            V = 1,
            Strand,
            Theme,
            Tools,
            Conditions = Conditions.Count > 0 ? Conditions : null,
            Goal = new { Blocks = blocks, Concepts = Asked },
            Win,
            Hints = Hint.Trim() is { Length: > 0 } hint
                ? new[]
                {
                    new Dictionary<string, string> { ["vi"] = hint, ["en"] = hint },
                }
                : null,
            Worlds = Maps.Select((map, index) => map.Write(index + 1, Win)).ToList(),
        };

    private static List<string> Texts(JsonElement map, string key) =>
        map.TryGetProperty(key, out var list) ? [.. list.EnumerateArray().Select(text => text.GetString()!)] : [];
}
