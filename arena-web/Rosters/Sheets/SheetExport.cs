namespace ArenaWeb.Rosters.Sheets;

/// <summary>A list that somebody takes away: a heading, and rows as long as it.</summary>
/// <param name="Name">Of its sheet: 31 letters at most, none of <c>[]:*?/\</c>.</param>
internal sealed record SheetExport(string Name, IReadOnlyList<string> Heading, IReadOnlyList<IReadOnlyList<SheetValue>> Rows)
{
    /// <summary>As a spreadsheet in Vietnam opens it, whatever the language of the page.</summary>
    public byte[] ToBytes(SheetFormat format) => format == SheetFormat.Csv ? CsvExport.Write(this) : XlsxExport.Write(this);
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
}

internal static class SheetFormats
{
    /// <returns>Null: it is the extension of none.</returns>
    public static SheetFormat? Find(string? extension) =>
        extension switch
        {
            "xlsx" => SheetFormat.Xlsx,
            "csv" => SheetFormat.Csv,
            _ => null,
        };

    public static string Extension(this SheetFormat format) => format == SheetFormat.Csv ? "csv" : "xlsx";

    public static string ContentType(this SheetFormat format) =>
        format == SheetFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
