namespace ArenaWeb.Rosters.Sheets;

/// <summary>What came of reading a file: the table, or why it is none.</summary>
internal readonly record struct SheetReading(SheetTable? Table, Issue? Refusal);

/// <summary>Any bytes to a table or a refusal. Pure: nothing in a file is run, opened or fetched.</summary>
internal static class SheetReader
{
    public static SheetReading Read(byte[] file, SheetChoice choice)
    {
        try
        {
            return new(Table(file, choice), null);
        }
        catch (SheetRefusedException refused)
        {
            return new(null, refused.Issue);
        }
    }

    private static SheetTable Table(byte[] file, SheetChoice choice)
    {
        if (file.Length > SheetLimits.MostBytes)
        {
            throw new SheetRefusedException(Flaw.TooLarge);
        }

        // The container of .xls, and of every workbook with a password (MS-CFB 2.2).
        if (file is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new SheetRefusedException(Flaw.OldExcel);
        }

        if (file is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            return XlsxSheet.Read(file, choice);
        }

        var (text, form) = TextDecoder.Decode(file, choice.Form);
        return string.IsNullOrWhiteSpace(text) ? throw new SheetRefusedException(Flaw.Empty) : CsvSheet.Read(text, form);
    }
}
