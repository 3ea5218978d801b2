namespace ArenaWeb.Rosters.Sheets;

/// <summary>What is wrong, and where.</summary>
/// <param name="Line">From 1, as spreadsheets and editors count; 0: the file as a whole.</param>
/// <param name="Column">From 1; 0: the line as a whole.</param>
/// <param name="Detail">What stands there, or what it clashes with.</param>
internal sealed record Issue(int Line, int Column, Flaw Flaw, string Detail = "")
{
    /// <summary>Worth a look, but no reason to refuse.</summary>
    public bool IsWarning => Flaw is Flaw.SamePerson or Flaw.TwoClasses or Flaw.GradeDiffers;
}

/// <summary>What can be wrong with a list of people; each has a sentence <c>roster.flaw.{name}</c>.</summary>
internal enum Flaw
{
    None,

    // The file.
    Empty,
    TooLarge,
    OldExcel,
    Macros,
    Damaged,
    NoSheet,
    Utf32,
    NotUtf8,
    UnknownLetters,
    Nul,
    BadQuotes,
    TooWide,
    TooManyRows,

    // The heading.
    NoHeading,
    MissingColumn,
    DoubleColumn,
    NoRows,

    // A cell.
    Missing,
    TooLong,
    BadSigns,
    Formula,
    CellError,
    BadNumber,
    BadSbd,
    BadPin,
    BadConsent,
    BadGrade,
    BadBirth,
    BadKey,
    PersonalNumber,

    // Rows beside one another.
    DoubleSbd,
    KnownSbd,
    DoubleKey,
    SamePerson,
    TwoClasses,
    GradeDiffers,
}
