using ArenaWeb.Layout;
using ArenaWeb.Rosters.Sheets;

namespace ArenaWeb.Rosters;

/// <summary>
/// A list as a form carries it from step to step: the file itself, because nothing is kept between the steps, and what the person chose
/// about its reading. Everything in it comes from a browser.
/// </summary>
public sealed class RosterForm
{
    /// <summary>Greatest request: a file as base 64, and what surrounds it.</summary>
    internal const long MostRequest = 4L * SheetLimits.MostBytes;

    /// <summary>Null: the list was sent before.</summary>
    public IFormFile? Upload { get; set; }

    /// <summary>The file in base 64; null: it comes as an upload.</summary>
    public string? File { get; set; }

    /// <summary>Name of a <see cref="TextForm"/>; null: it is found out.</summary>
    public string? Letters { get; set; }

    public string? Sheet { get; set; }

    /// <summary>Line of the heading; null: it is found.</summary>
    public int? Line { get; set; }

    /// <summary>Names of columns, one for each column of the file.</summary>
    public List<string?> Columns { get; set; } = [];

    /// <summary>Of the heading that <see cref="Columns"/> were chosen for.</summary>
    public string? Shape { get; set; }

    internal RosterChoice Choice =>
        new(
            new SheetChoice(Enum.TryParse<TextForm>(Letters, out var form) && Enum.IsDefined(form) ? form : null, Sheet),
            Line,
            ColumnMemory.Parse(Columns),
            Shape
        );

    /// <returns>A file that is too large comes one byte too long, and is refused as such.</returns>
    internal async Task<byte[]> BytesAsync(CancellationToken ct)
    {
        if (Upload is not null)
        {
            return Upload.Length > SheetLimits.MostBytes ? new byte[SheetLimits.MostBytes + 1] : await Upload.BytesAsync(ct);
        }

        var bytes = new byte[(File ?? "").Length];
        return Convert.TryFromBase64String(File ?? "", bytes, out var length) ? bytes[..length] : [];
    }
}

/// <summary>What the partial pages of a list need.</summary>
/// <param name="File">In base 64, to be handed back with the next step.</param>
internal sealed record RosterView(RosterList List, string File)
{
    /// <summary>What pages call their <see cref="RosterForm"/>.</summary>
    public const string Prefix = "Sent";

    /// <summary>Rows of the table that are shown as they were read.</summary>
    public const int ShownRows = 5;

    public static RosterView Of(RosterList list, byte[] file) =>
        new(list, list.Table is null && list.Issues[0].Flaw == Flaw.TooLarge ? "" : Convert.ToBase64String(file));
}
