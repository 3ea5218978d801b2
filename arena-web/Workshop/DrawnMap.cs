using System.Text.Json;

namespace ArenaWeb.Workshop;

/// <summary>One map of a puzzle as its form has it.</summary>
internal sealed class DrawnMap
{
    private const string Robots = "><^v";

    /// <summary>Rows of signs, one a line.</summary>
    public string Rows { get; set; } = "";

    /// <summary>What the robot must draw, as <see cref="DrawnStrokes"/> reads it, where that is asked for.</summary>
    public string Drawing { get; set; } = "";

    /// <summary>Never shown to pupils.</summary>
    public bool Hidden { get; set; }

    /// <summary>What the robot must say, where that is asked for.</summary>
    public int? Told { get; set; }

    /// <summary>Rows of one length, where none is too long; what is missing of one is wall.</summary>
    public IReadOnlyList<string> Even()
    {
        List<string> rows = [.. Rows.Split('\n').Select(row => row.Trim()).Where(row => row.Length > 0)];
        // Never wider than allowed: many short rows and a long one would fill the memory.
        var width = Math.Min(rows.Select(row => row.Length).DefaultIfEmpty().Max(), DrawnLevel.MostSide);
        return [.. rows.Select(row => row.PadRight(width, '#'))];
    }

    /// <summary>Key of the sentence on what is wrong; null: nothing.</summary>
    /// <param name="win">What is asked for.</param>
    public string? Flaw(IReadOnlyCollection<string> win)
    {
        var rows = Even();
        var signs = string.Concat(rows);
        return rows.Count is 0 or > DrawnLevel.MostSide || rows.Any(row => row.Length > DrawnLevel.MostSide) ? "workshop.flaw.size"
            : !signs.All(DrawnLevel.Signs.Contains) ? "workshop.flaw.sign"
            : signs.Count(Robots.Contains) != 1 ? "workshop.flaw.robot"
            : win.Contains("goal") && !signs.Contains('G') ? "workshop.flaw.goal"
            : win.Contains("told") && Told is not (>= -9999 and <= 9999) ? "workshop.flaw.told"
            : win.Any(IsDrawing) && DrawnStrokes.Read(Drawing, rows) is null ? "workshop.flaw.drawing"
            : null;
    }

    /// <summary>A rule that compares drawings.</summary>
    public static bool IsDrawing(string win) => win.StartsWith("drawing(", StringComparison.Ordinal);

    /// <param name="win">What is asked for.</param>
    public Dictionary<string, object> Write(int number, IReadOnlyCollection<string> win)
    {
        var rows = Even();
        var world = new Dictionary<string, object> { ["id"] = number, ["map"] = rows };
        if (Hidden)
        {
            world["hidden"] = true;
        }

        if (win.Contains("told") && Told is { } told)
        {
            world["told"] = told;
        }

        if (win.Any(IsDrawing) && DrawnStrokes.Read(Drawing, rows) is { } strokes)
        {
            world["drawing"] = strokes;
        }

        return world;
    }

    public static DrawnMap Read(JsonElement world) =>
        new()
        {
            Rows = string.Join('\n', world.GetProperty("map").EnumerateArray().Select(row => row.GetString())),
            Hidden = world.TryGetProperty("hidden", out var hidden) && hidden.GetBoolean(),
            Drawing = world.TryGetProperty("drawing", out var drawing) ? DrawnStrokes.Text(drawing) : "",
            Told = world.TryGetProperty("told", out var told) ? told.GetInt32() : null,
        };
}
