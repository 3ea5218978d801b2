using Judge.Messages;

namespace Judge.Formats.Draft;

/// <summary>What came of an import: a line for everything that was read, assumed, left out or cannot be done.</summary>
/// <param name="Format">Name of the format, as <c>--format</c> takes it; empty: none was found.</param>
/// <param name="Lines">About the whole source; those about one problem are with its package.</param>
public sealed record ImportReport(string Format, IReadOnlyList<ImportedPackage> Packages, IReadOnlyList<ImportLine> Lines)
{
    /// <summary>Whether everything in the source was taken, or would be.</summary>
    public bool IsGood =>
        Packages.Count > 0
        && Lines.All(line => line.Kind != ImportLineKind.Error)
        && Packages.All(package => package.Outcome != ImportOutcome.Refused);

    /// <summary>Whether some tests could be converted, and are not.</summary>
    public bool OffersText => Packages.Any(package => package.Lines.Any(line => line.Text.Key == TextNotes.Offer));
}

/// <summary>One problem of the source.</summary>
/// <param name="Name">The package's folder name.</param>
/// <param name="Source">The problem's name in the source.</param>
public sealed record ImportedPackage(string Name, string Source, ImportOutcome Outcome, IReadOnlyList<ImportLine> Lines);

/// <summary>Sound: it would be stored, had the import not been a trial. Refused: nothing of it is stored, an error line says why.</summary>
public enum ImportOutcome
{
    None,
    Stored,
    Replaced,
    Sound,
    Refused,
}

/// <summary>One sentence for people.</summary>
public sealed record ImportLine(ImportLineKind Kind, Said Text);

/// <summary>
/// Understood: read from the source. Default: the source does not say, so this was taken. LeftOut: not taken, harmless to judging.
/// Warning: taken otherwise than it stands there. Error: cannot be honoured, so the package is not stored.
/// </summary>
public enum ImportLineKind
{
    None,
    Understood,
    Default,
    LeftOut,
    Warning,
    Error,
}

/// <summary>A source, or one problem in it, cannot be imported; the sentence says why and what to do.</summary>
public sealed class ImportException(string key, params IReadOnlyList<object> arguments)
    : Exception($"{key}: {string.Join(", ", arguments)}")
{
    public Said Said { get; } = new(key, arguments);

    internal ImportLine Line => new(ImportLineKind.Error, Said);
}
