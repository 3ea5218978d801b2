namespace ArenaWeb.Rosters.Sheets;

/// <summary>What a list may have at most: enough for the largest school, too little to keep a server busy.</summary>
internal static class SheetLimits
{
    /// <summary>Of the file as it is sent.</summary>
    public const int MostBytes = 2 << 20;

    /// <summary>Of all parts of a workbook together, as they are unpacked.</summary>
    public const int MostUnpackedBytes = 48 << 20;

    /// <summary>Parts of a workbook: sheets, styles, pictures.</summary>
    public const int MostParts = 500;

    /// <summary>Rows below the heading.</summary>
    public const int MostPeople = 5000;

    /// <summary>Rows with anything in them: people, and what stands above and below.</summary>
    public const int MostRows = MostPeople + 100;

    public const int MostColumns = 100;

    /// <summary>Of all cells together: a text that a workbook holds once may stand in each of its cells.</summary>
    public const int MostLetters = 8 << 20;

    /// <summary>A heading stands among the first rows, below the titles.</summary>
    public const int MostHeadingRows = 15;
}
