namespace ArenaWeb.Rosters.Sheets;

/// <summary>A list that somebody takes away: a heading, and rows as long as it.</summary>
/// <param name="Name">Of its sheet: 31 letters at most, none of <c>[]:*?/\</c>.</param>
internal sealed record SheetExport(string Name, IReadOnlyList<string> Heading, IReadOnlyList<IReadOnlyList<SheetValue>> Rows)
{
    /// <summary>As a spreadsheet in Vietnam opens it, whatever the language of the page; or as programs read it.</summary>
    public byte[] ToBytes(SheetFormat format) =>
        format switch
        {
            SheetFormat.Csv => CsvExport.Write(this, CsvForm.OfVietnam),
            SheetFormat.MachineCsv => CsvExport.Write(this, CsvForm.OfMachines),
            _ => XlsxExport.Write(this),
        };
}

/// <summary>A number is written as one: in a CSV file with a decimal comma, in a workbook as the value itself.</summary>
/// <param name="Text">Null: it is a number.</param>
internal readonly record struct SheetValue(string? Text, decimal Number)
{
    public static readonly SheetValue Empty = "";

    public static implicit operator SheetValue(string text) => new(text, 0);

    public static implicit operator SheetValue(decimal number) => new(null, number);

    public static implicit operator SheetValue(int number) => new(null, number);
}

internal enum SheetFormat
{
    Xlsx,
    Csv,

    /// <summary>Commas, decimal dots, plain UTF-8, as RFC 4180 has it.</summary>
    MachineCsv,
}

internal static class SheetFormats
{
    /// <returns>Null: it is the name of none.</returns>
    public static SheetFormat? Find(string? name) =>
        name switch
        {
            "xlsx" => SheetFormat.Xlsx,
            "csv" => SheetFormat.Csv,
            "csv-may" => SheetFormat.MachineCsv,
            _ => null,
        };

    public static string Extension(this SheetFormat format) => format == SheetFormat.Xlsx ? "xlsx" : "csv";

    public static string ContentType(this SheetFormat format) =>
        format != SheetFormat.Xlsx ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
