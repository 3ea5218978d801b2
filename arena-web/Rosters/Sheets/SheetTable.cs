namespace ArenaWeb.Rosters.Sheets;

/// <summary>A table of texts as a file gives it, with the place of each.</summary>
/// <param name="Rows">Rows with anything in them, in the order of the file.</param>
/// <param name="Form">How its letters were read.</param>
internal sealed record SheetTable(IReadOnlyList<SheetRow> Rows, TextForm Form)
{
    /// <summary>Between the fields of a CSV file; null: it is a workbook.</summary>
    public char? Separator { get; init; }

    /// <summary>Sheets of a workbook that can be seen; empty: it is a CSV file.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The sheet that was read; null: it is a CSV file.</summary>
    public string? Sheet { get; init; }

    /// <summary>What was passed over or taken otherwise than it looks.</summary>
    public IReadOnlyList<SheetNote> Notes { get; init; } = [];
}

/// <param name="Line">Of the file, from 1; the first of several.</param>
/// <param name="Cells">As they are written; the last one is not empty.</param>
internal sealed record SheetRow(int Line, string[] Cells)
{
    /// <param name="column">From 1.</param>
    /// <returns>Empty: there is no such cell.</returns>
    public string this[int column] => column <= Cells.Length ? Cells[column - 1] : "";
}

/// <summary>What a person chose about the reading of a file; null: it is found out.</summary>
internal sealed record SheetChoice(TextForm? Form = null, string? Sheet = null);

/// <param name="Detail">Lines, columns, names or a count.</param>
internal sealed record SheetNote(NoteKind Kind, string Detail);

/// <summary>What a person should know of the reading; each has a sentence <c>roster.note.{name}</c>.</summary>
internal enum NoteKind
{
    HiddenSheets,
    HiddenRows,
    HiddenColumns,
    Formulas,
    Titles,
    Repeated,
    Totals,
}

/// <summary>How the letters of a file are written; each has a word <c>roster.form.{name}</c>.</summary>
internal enum TextForm
{
    Utf8,
    Utf16,
    Utf16BigEndian,
    Windows1258,

    /// <summary>The fonts .VnTime and the like (ABC): Latin-1 letters that look like Vietnamese ones.</summary>
    Tcvn3,

    /// <summary>The fonts VNI-Times and the like: a plain letter, then one that looks like its marks.</summary>
    Vni,
}

/// <summary>A file that is no table.</summary>
internal sealed class SheetRefusedException(Flaw flaw, int line = 0, string detail = "") : Exception
{
    public Issue Issue { get; } = new(line, 0, flaw, detail);
}
