using Judge.Formats.Archive;
using Judge.Formats.Cms;
using Judge.Formats.Draft;
using Judge.Formats.Hustoj;
using Judge.Formats.Kattis;
using Judge.Formats.Plain;
using Judge.Formats.Polygon;
using Judge.Formats.Qduoj;
using Judge.Formats.Themis;
using Judge.Messages;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats;

/// <summary>Finds the format of a source and brings its problems in, each whole or not at all.</summary>
public static class Importers
{
    private const int MostProblems = 500;
    private const int MostWrappings = 8;

    /// <summary>In the order in which they are tried.</summary>
    private static readonly IReadOnlyList<Importer> All =
    [
        ImportKattis.Importer,
        ImportPolygon.Importer,
        ImportCms.Importer,
        ImportHustoj.Importer,
        ImportQduoj.Importer,
        ImportThemis.Importer,
        ImportPlain.Importer,
    ];

    /// <summary>Short names of the formats.</summary>
    public static IReadOnlyList<string> Formats => [.. All.Select(importer => importer.Format)];

    /// <summary>Imports; whatever is wrong with the source is in the report.</summary>
    public static ImportReport Run(ImportRequest request, CancellationToken ct) => Run(request, All, ImportLimits.Usual, ct);

    internal static ImportReport Run(ImportRequest request, IReadOnlyList<Importer> importers, ImportLimits limits, CancellationToken ct)
    {
        var notes = new ImportNotes();
        var format = "";
        try
        {
            using var writer = new PackageWriter(request.Into);
            var (importer, tree) = Choose(ImportArchive.Open(request.Path, writer.Unpacked, limits, ct), importers, request.Format);
            format = importer.Format;
            var staged = Stage(importer, tree, notes, request, writer, ct);
            return new ImportReport(format, [.. staged.Select(package => Store(package, request, writer))], notes.Lines);
        }
        catch (ImportException e)
        {
            return new ImportReport(format, [], [.. notes.Lines, e.Line]);
        }
        catch (PackageException e)
        {
            return new ImportReport(
                format,
                [],
                [.. notes.Lines, new ImportLine(ImportLineKind.Error, new Said("import.unreadable", e.File, e.Sentence))]
            );
        }
    }

    /// <summary>The format, and the source without folders around it that say nothing.</summary>
    private static (Importer, ImportTree) Choose(ImportTree whole, IReadOnlyList<Importer> importers, string? format)
    {
        List<ImportTree> trees = [.. Inside(whole)];
        var wanted = format is null ? importers : [.. importers.Where(known => known.Format == format)];
        if (wanted.Count == 0)
        {
            throw new ImportException(
                "import.unknownFormat",
                ImportNames.Shown(format!),
                string.Join(", ", importers.Select(known => known.Format))
            );
        }

        var found = wanted.SelectMany(known => trees.Where(known.Recognises).Select(tree => (known, tree))).Take(1).ToList();
        var (importer, chosen) =
            found is [var only] ? only
            : format is null ? throw new ImportException("import.noFormat")
            : (wanted[0], whole);
        return chosen.Twins is { } twins && !importer.FoldsCase ? throw ImportTree.Clash(twins.First, twins.Second) : (importer, chosen);
    }

    private static IEnumerable<ImportTree> Inside(ImportTree tree)
    {
        yield return tree;
        if (tree.Unstripped is { } unstripped)
        {
            yield return unstripped;
        }

        for (var depth = 1; depth < MostWrappings && tree.Inside is { } inner; depth++, tree = inner)
        {
            yield return inner;
        }
    }

    /// <summary>All are written aside before the first is stored, so that a source that breaks off half way stores nothing.</summary>
    private static List<ImportedPackage> Stage(
        Importer importer,
        ImportTree tree,
        ImportNotes notes,
        ImportRequest request,
        PackageWriter writer,
        CancellationToken ct
    )
    {
        List<ImportItem> items = [.. importer.Problems(tree, notes).Take(MostProblems + 1)];
        if (items.Count > MostProblems)
        {
            throw new ImportException("import.tooManyProblems", MostProblems);
        }

        if (items.Count == 0)
        {
            throw new ImportException("import.noProblem");
        }

        if (request.Name is { } wanted && (items.Count > 1 || !ProblemPackage.IsName(wanted)))
        {
            throw new ImportException("import.packageName", ImportNames.Shown(wanted));
        }

        var used = new HashSet<string>();
        var staged = new List<ImportedPackage>();
        foreach (var item in items)
        {
            ct.ThrowIfCancellationRequested();
            var name = ImportNames.Unused(request.Name ?? ImportNames.OfPackage(item.Source), used);
            used.Add(name);
            staged.Add(
                Stage(
                    new PackageDraft(name, item.Source)
                    {
                        TimeLimit = request.TimeLimit,
                        Points = request.Points,
                        ConvertsText = request.ConvertText,
                    },
                    item,
                    request,
                    writer
                )
            );
        }

        return staged;
    }

    private static ImportedPackage Stage(PackageDraft draft, ImportItem item, ImportRequest request, PackageWriter writer)
    {
        try
        {
            item.Fill(draft);
            draft.CountSamples();
            draft.Text.Tell(draft);
            if (request.TimeLimit is { } seconds)
            {
                draft.Settings.Map("limits").Set("time_limit", draft.Seconds(seconds));
            }

            if (!request.Replace && writer.Has(draft.Name))
            {
                draft.Error("import.packageExists", draft.Name);
            }

            if (request.Beside.Any(folder => Directory.Exists(Path.Combine(folder, draft.Name))))
            {
                draft.Error("import.packageOfHouse", draft.Name);
            }

            if (!draft.HasError)
            {
                var problem = writer.Stage(draft);
                ImportSummary.Tell(problem, draft);
                foreach (var line in request.Trial?.Invoke(problem) ?? [])
                {
                    draft.Say(line);
                }
            }
        }
        catch (ImportException e)
        {
            draft.Say(e.Line);
        }
        catch (PackageException e)
        {
            draft.Error("import.packageUnusable", e.File, e.Sentence);
        }

        return new ImportedPackage(draft.Name, draft.Source, draft.HasError ? ImportOutcome.Refused : ImportOutcome.Sound, draft.Lines);
    }

    private static ImportedPackage Store(ImportedPackage package, ImportRequest request, PackageWriter writer)
    {
        if (package.Outcome != ImportOutcome.Sound || request.DryRun)
        {
            return package;
        }

        var replaced = writer.Has(package.Name);
        writer.Put(package.Name);
        return package with { Outcome = replaced ? ImportOutcome.Replaced : ImportOutcome.Stored };
    }
}
