using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>
/// A sheet of a workbook (ECMA-376) to a table: what can be seen of it. Sizes are counted while unpacking, parts are read as streams with
/// document types forbidden, formulas are never computed and links never followed.
/// </summary>
internal static class XlsxSheet
{
    /// <exception cref="SheetRefusedException">It is no workbook, or none that is safe to read.</exception>
    public static SheetTable Read(byte[] file, SheetChoice choice)
    {
        try
        {
            CheckSize(file);
            var settings = new OpenSettings { MaxCharactersInPart = SheetLimits.MostUnpackedBytes };
            using var document = SpreadsheetDocument.Open(new MemoryStream(file, writable: false), isEditable: false, settings);
            return document.WorkbookPart is not { } book ? throw new SheetRefusedException(Flaw.Damaged)
                : book.VbaProjectPart is not null || book.MacroSheetParts.Any() ? throw new SheetRefusedException(Flaw.Macros)
                : Read(book, choice);
        }
        catch (Exception e) when (e is not SheetRefusedException)
        {
            // Whatever the library makes of bytes that are no workbook, the file is at fault.
            throw new SheetRefusedException(Flaw.Damaged);
        }
    }

    /// <summary>Unpacks all of it once, so that whatever is read afterwards is known to be small.</summary>
    private static void CheckSize(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false));
        if (zip.Entries.Count > SheetLimits.MostParts)
        {
            throw new SheetRefusedException(Flaw.TooLarge);
        }

        var buffer = new byte[1 << 16];
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                total += read;
                if (total > SheetLimits.MostUnpackedBytes)
                {
                    throw new SheetRefusedException(Flaw.TooLarge);
                }
            }
        }
    }

    private static SheetTable Read(WorkbookPart book, SheetChoice choice)
    {
        var contents = XlsxContents.Of(book);
        var seen = contents
            .Sheets.Where(sheet => !sheet.IsHidden && PartOf(book, sheet) is not null)
            .DistinctBy(sheet => sheet.Name)
            .ToList();
        if (seen.Count == 0)
        {
            throw new SheetRefusedException(Flaw.NoSheet);
        }

        var strings = XlsxStrings.Of(book);
        var chosen = seen.Find(sheet => sheet.Name == choice.Sheet);
        var read = (chosen is null ? seen : [chosen]).Select(one => (Sheet: one, Grid: XlsxGrid.Of(PartOf(book, one)!, strings, contents)));
        // The first with anything in it; each is read once, when its turn comes.
        var (sheet, grid) = FirstOrLast(read, one => one.Grid.Rows.Count > 0);

        var form = TextDecoder.FontOf(string.Join('\n', grid.Rows.SelectMany(row => row.Cells)), choice.Form);
        return new(form == TextForm.Utf8 ? grid.Rows : [.. grid.Rows.Select(row => InFont(row, form))], form)
        {
            Sheets = [.. seen.Select(one => one.Name)],
            Sheet = sheet.Name,
            Notes = [.. HiddenOf(contents), .. grid.Notes],
        };
    }

    private static IEnumerable<SheetNote> HiddenOf(XlsxContents contents) =>
        string.Join(", ", contents.Sheets.Where(sheet => sheet.IsHidden).Select(sheet => sheet.Name)) is { Length: > 0 } hidden
            ? [new(NoteKind.HiddenSheets, hidden)]
            : [];

    /// <summary>Null: it is a diagram, or there is none.</summary>
    private static WorksheetPart? PartOf(WorkbookPart book, XlsxSheetName sheet) =>
        book.TryGetPartById(sheet.Id, out var part) ? part as WorksheetPart : null;

    private static T FirstOrLast<T>(IEnumerable<T> items, Predicate<T> isWanted)
    {
        T last = default!;
        foreach (var item in items)
        {
            last = item;
            if (isWanted(item))
            {
                break;
            }
        }

        return last;
    }

    private static SheetRow InFont(SheetRow row, TextForm form) =>
        row with
        {
            Cells = [.. row.Cells.Select(cell => FontLetters.Read(cell, form))],
        };
}
