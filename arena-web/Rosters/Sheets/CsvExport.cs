using System.Globalization;
using System.Text;
using CsvHelper;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>How a CSV file is written.</summary>
/// <param name="Culture">Of its decimals.</param>
/// <param name="HasMark">It begins with the mark of UTF-8.</param>
internal sealed record CsvForm(char Separator, CultureInfo Culture, bool HasMark)
{
    /// <summary>As the Excel of Vietnam reads it without questions.</summary>
    public static CsvForm OfVietnam { get; } = new(';', CultureInfo.GetCultureInfo("vi-VN"), true);

    /// <summary>As programs read it.</summary>
    public static CsvForm OfMachines { get; } = new(',', CultureInfo.InvariantCulture, false);
}

/// <summary>
/// A list in UTF-8. An apostrophe stands before a text that a spreadsheet would take for a formula, also in a file for programs: somebody
/// will open it by a double click.
/// </summary>
internal static class CsvExport
{
    public static byte[] Write(SheetExport sheet, CsvForm form)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = CsvWriter.Create(text, new() { Separator = form.Separator, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            writer.WriteRecord(sheet.Heading.ToArray());
            foreach (var row in sheet.Rows)
            {
                foreach (var value in row)
                {
                    Write(writer, value, form);
                }

                writer.EndRecord();
            }
        }

        return [.. form.HasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Write(CsvWriter writer, SheetValue value, CsvForm form)
    {
        if (value.Text is { } text)
        {
            writer.WriteField(text);
        }
        else
        {
            writer.WriteField(value.Number, default, form.Culture);
        }
    }
}
