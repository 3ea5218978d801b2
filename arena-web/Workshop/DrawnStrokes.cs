using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArenaWeb.Workshop;

/// <summary>
/// What a robot is to draw on a map, as its form has it: a stroke a line, row and column from 1 and then the sides it goes to, such as
/// <c>3 2 EESS</c>. Pure.
/// </summary>
internal static partial class DrawnStrokes
{
    /// <summary>Limits of the file (problems/worlds/README.md).</summary>
    private const int MostStrokes = 32;

    private const int MostSteps = 1_024;

    /// <summary>The strokes as the file has them; null: a line is none, or leaves the map.</summary>
    /// <param name="rows">Of one length.</param>
    public static IReadOnlyList<object>? Read(string text, IReadOnlyList<string> rows)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var strokes = lines.Take(MostStrokes).Select(line => StrokeOf(line, rows)).OfType<object>().ToList();
        return strokes.Count == 0 || strokes.Count < lines.Length ? null : strokes;
    }

    /// <summary>The text of strokes in a file.</summary>
    public static string Text(JsonElement strokes) =>
        string.Join(
            '\n',
            strokes.EnumerateArray().Select(stroke => Text(stroke.GetProperty("from"), stroke.GetProperty("walk").GetString()!))
        );

    private static string Text(JsonElement from, string walk) =>
        string.Create(CultureInfo.InvariantCulture, $"{from[1].GetInt32() + 1} {from[0].GetInt32() + 1} {walk}").TrimEnd();

    private static object? StrokeOf(string line, IReadOnlyList<string> rows)
    {
        if (line.Length > MostSteps || Line().Match(line) is not { Success: true } found)
        {
            return null;
        }

        var (x, y) = (Number(found.Groups[2]), Number(found.Groups[1]));
        var walk = found.Groups[3].Value.ToUpperInvariant();
        return Stays(x, y, walk, rows) ? new { From = new[] { x, y }, Walk = walk } : null;

        static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) - 1;
    }

    private static bool Stays(int x, int y, string walk, IReadOnlyList<string> rows)
    {
        foreach (var side in walk.Prepend(' '))
        {
            (x, y) = side switch
            {
                'E' => (x + 1, y),
                'W' => (x - 1, y),
                'S' => (x, y + 1),
                'N' => (x, y - 1),
                _ => (x, y),
            };
            if (y < 0 || y >= rows.Count || x < 0 || x >= rows[y].Length)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex("^([0-9]{1,2})\\s+([0-9]{1,2})\\s+([ESWNeswn]+)$")]
    private static partial Regex Line();
}
