using CsvHelper;

namespace ArenaWeb.Privacy;

/// <summary>
/// A table as a Vietnamese Excel opens it by a double click: UTF-8 with its mark, semicolons, and no cell that becomes a formula.
/// </summary>
internal static class CsvFile
{
    /// <summary>Writes row by row, so that a table of any length costs no memory.</summary>
    /// <param name="heading">Parted by semicolons.</param>
    public static async Task WriteAsync(Stream stream, string heading, IAsyncEnumerable<string[]> rows, CancellationToken ct)
    {
        var form = new CsvWriterOptions
        {
            Separator = ';',
            Injection = CsvInjection.Escape,
            WriteByteOrderMark = true,
        };
        await using var csv = CsvWriter.Create(stream, form, leaveOpen: true);
        await csv.WriteRecordAsync(heading.Split(';'), ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            await csv.WriteRecordAsync(row, ct);
        }
    }
}
