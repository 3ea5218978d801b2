using System.Globalization;
using System.Text;
using CsvHelper;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>
/// A list as the Excel of Vietnam reads it without questions: UTF-8 with its mark, semicolons, decimal commas. An apostrophe stands before
/// a text that a spreadsheet would take for a formula.
/// </summary>
internal static class CsvExport
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("vi-VN");

    public static byte[] Write(SheetExport sheet)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = CsvWriter.Create(text, new() { Separator = ';', Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            writer.WriteRecord(sheet.Heading.ToArray());
            foreach (var row in sheet.Rows)
            {
                foreach (var value in row)
                {
                    Write(writer, value);
                }

                writer.EndRecord();
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Write(CsvWriter writer, SheetValue value)
    {
        if (value.Text is { } text)
        {
            writer.WriteField(text);
        }
        else
        {
            writer.WriteField(value.Number, default, Culture);
        }
    }
}
