using Judge.Messages;
using Judge.Problems;

namespace Judge.Formats.Draft;

/// <summary>What to import, and where to.</summary>
/// <param name="Path">A folder, a zip (also <c>.kpp</c>), or one XML file.</param>
/// <param name="Into">The folder of problem packages.</param>
public sealed record ImportRequest(string Path, string Into)
{
    /// <summary>Do everything but the last step: nothing is stored.</summary>
    public bool DryRun { get; init; }

    /// <summary>Packages of the same names give way.</summary>
    public bool Replace { get; init; }

    /// <summary>Name of the package, where the source holds one problem; null: made of the problem's own name.</summary>
    public string? Name { get; init; }

    /// <summary>Other folders that problems are read from; a name that is taken there cannot be used.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>One of <c>Importers.Formats</c>; null: as the files look.</summary>
    public string? Format { get; init; }

    /// <summary>CPU seconds a test, instead of what the source says; null: what it says.</summary>
    public decimal? TimeLimit { get; init; }

    /// <summary>Write tests as programs expect them: UTF-8 without a mark, LF, plain blanks. Else their bytes stay as they are.</summary>
    public bool ConvertText { get; init; }

    /// <summary>Tries out a package before it is stored, and says what is wrong with it; null: it is not tried.</summary>
    public Func<Problem, IReadOnlyList<ImportLine>>? Trial { get; init; }

    /// <summary>How points are read where a format leaves that open (Kattis' "legacy"); None: as its numbers fit.</summary>
    public PointsDialect Points { get; init; }
}

/// <summary>A format that can be imported.</summary>
/// <param name="Format">Its short name.</param>
/// <param name="FoldsCase">Folders whose names differ in letter case are one.</param>
/// <param name="Problems">The problems in the source, in order.</param>
internal sealed record Importer(
    string Format,
    bool FoldsCase,
    Func<ImportTree, bool> Recognises,
    Func<ImportTree, ImportNotes, IEnumerable<ImportItem>> Problems
);

/// <summary>One problem in the source.</summary>
/// <param name="Source">Its name there.</param>
/// <param name="Fill">Reads it; an <see cref="ImportException"/> refuses this problem and no other.</param>
internal sealed record ImportItem(string Source, Action<PackageDraft> Fill);

/// <summary>Lines about the source as a whole.</summary>
internal sealed class ImportNotes
{
    public List<ImportLine> Lines { get; } = [];

    public void LeftOut(string key, params IReadOnlyList<object> arguments) =>
        Lines.Add(new ImportLine(ImportLineKind.LeftOut, new Said(key, arguments)));

    public void Warning(string key, params IReadOnlyList<object> arguments) =>
        Lines.Add(new ImportLine(ImportLineKind.Warning, new Said(key, arguments)));
}
