using System.Text;
using Judge.Worlds.Levels;
using Judge.Worlds.Trees;

namespace Judge.Tests.Worlds;

/// <summary>
/// A level and a program from a seed. Another language makes the same pairs from the same seeds: whatever is drawn is drawn in the order
/// that stands here, so no two draws may stand in one expression whose order a language leaves open.
/// </summary>
internal static class RandomPair
{
    private const string CellSigns = ".........##****23ooooRrx-G=~O";
    private const string RobotSigns = ">v<^";
    private static readonly string[] Wins =
    [
        "",
        "things_picked",
        "colour_picked(red)",
        "houses_served",
        "drawing(cells)",
        "drawing(edges)",
        "told",
        "at_start",
        "ticks<=9",
    ];

    /// <returns>The level as its JSON is written, the same read, and the program.</returns>
    public static (string Json, Level Level, BlockProgram Program) Of(int seed)
    {
        var random = new SplitMix((ulong)seed);
        var json = LevelOf(random);
        var level = LevelReader.Read(Encoding.UTF8.GetBytes(json), "random/level.json");
        return (json, level, new RandomProgram(random).Draw(level.RobotCount));
    }

    private static string LevelOf(SplitMix random)
    {
        var width = 1 + random.Below(8);
        var height = 1 + random.Below(8);
        var robots = random.Below(4) == 0 ? 1 + random.Below(4) : 1;
        var cells = new char[width * height];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = CellSigns[random.Below(CellSigns.Length)];
        }

        for (var robot = 0; robot < Math.Min(robots, cells.Length); robot++)
        {
            var at = random.Below(cells.Length);
            while (RobotSigns.Contains(cells[at]))
            {
                at = (at + 1) % cells.Length;
            }

            cells[at] = RobotSigns[random.Below(RobotSigns.Length)];
        }

        var bag = random.Below(4) == 0 ? 1 + random.Below(3) : 99;
        var carries = Math.Min(bag, random.Below(5));
        var power = random.Below(4) == 0 ? random.Below(60) : -1;
        var told = random.Below(5) - 1;
        var phase = random.Below(5);
        var drawn = random.Below(2) == 0 && width > 1;
        var win =
            random.Below(14) is var drawnWin && drawnWin < Wins.Length ? Wins[drawnWin]
            : cells.Contains('G') ? "goal"
            : "colour_picked(red)";
        var ticks = 1 + random.Below(120);
        var rows = cells.Chunk(width).Select(row => new string(row));
        var rules = win.Length > 0 ? [win] : Array.Empty<string>();
        return $"{{\"v\":1,\"strand\":\"b\",\"theme\":\"market\",\"tools\":[],\"win\":{Json(rules)},"
            + FormattableString.Invariant($"\"ticks\":{ticks},\"worlds\":[{{\"id\":1,\"map\":{Json(rows)},")
            + FormattableString.Invariant($"\"signs\":{{\"=\":{{\"gate\":{{\"phase\":{phase}}}}}}},\"told\":{told},")
            + FormattableString.Invariant($"\"bag\":{bag},\"carries\":{carries},")
            + (power < 0 ? "" : FormattableString.Invariant($"\"power\":{power},"))
            + "\"costs\":{\"forward\":1,\"turn\":2,\"pick\":1}"
            + (drawn ? $",\"drawing\":[{{\"from\":[0,0],\"walk\":\"{new string('E', width - 1)}\"}}]" : "")
            + "}]}";
    }

    private static string Json(IEnumerable<string> texts) => "[" + string.Join(',', texts.Select(text => $"\"{text}\"")) + "]";
}
