using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>Reading the parts of a workbook as they come, without building them in memory.</summary>
internal static partial class XlsxReading
{
    /// <param name="name">Of an attribute, without its prefix.</param>
    /// <returns>Null: there is none.</returns>
    public static string? Text(this OpenXmlReader reader, string name) =>
        reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == name).Value;

    public static int? Number(this OpenXmlReader reader, string name) =>
        int.TryParse(reader.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool IsTrue(this OpenXmlReader reader, string name) => reader.Text(name) is "1" or "true" or "on";

    /// <summary><c>_x000D_</c> is the escape of a sign that XML cannot hold (ECMA-376, 22.9.2.19).</summary>
    public static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? EscapePattern().Replace(text, escape => ((char)Convert.ToUInt16(escape.Groups[1].Value, 16)).ToString())
            : text;

    /// <summary>The column of a place such as <c>AB12</c>, from 1; null: it names none.</summary>
    public static int? ColumnOf(string? place)
    {
        var column = 0;
        foreach (var letter in (place ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = 26 * column + letter - 'A' + 1;
        }

        return column == 0 ? null : column;
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex EscapePattern();
}
