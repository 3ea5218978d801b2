using Judge.Formats.Archive;
using Judge.Formats.Cms;
using Judge.Formats.Draft;
using Judge.Formats.Hustoj;
using Judge.Formats.Kattis;
using Judge.Formats.Plain;
using Judge.Formats.Polygon;
using Judge.Formats.Qduoj;
using Judge.Formats.Themis;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats;

/// <summary>Finds the format of a source and brings its problems in, each whole or not at all.</summary>
public static class Importers
{
    private const int MostProblems = 500;

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
            var tree = ImportArchive.Open(request.Path, writer.Unpacked, limits, ct);
            var importer = Choose(tree, importers, request.Format);
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
                [
                    .. notes.Lines,
                    new ImportLine(ImportLineKind.Error, $"Không đọc được: có chỗ sai trong {e.File}.", e.Message)
                    {
                        Remark = (e.Message, ""),
                    },
                ]
            );
        }
    }

    private static Importer Choose(ImportTree tree, IReadOnlyList<Importer> importers, string? format)
    {
        var importer = format is null
            ? importers.FirstOrDefault(known => known.Recognises(tree))
                ?? throw new ImportException(
                    "Không nhận ra định dạng nào: không có tệp mô tả bài và cũng không có cặp tệp dữ liệu vào, kết quả.",
                    "No format is recognised: there is neither a file that describes a problem nor pairs of input and answer files."
                )
            : importers.FirstOrDefault(known => known.Format == format)
                ?? throw new ImportException(
                    $"Không có định dạng “{ImportNames.Shown(format)}”; có: {string.Join(", ", importers.Select(known => known.Format))}.",
                    $"There is no format '{ImportNames.Shown(format)}'; there are "
                        + $"{string.Join(", ", importers.Select(known => known.Format))}."
                );
        return tree.Twins is { } twins && !importer.FoldsCase ? throw ImportTree.Clash(twins.First, twins.Second) : importer;
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
            throw new ImportException($"Nguồn có quá {MostProblems} bài.", $"The source holds more than {MostProblems} problems.");
        }

        if (items.Count == 0)
        {
            throw new ImportException("Nguồn không có bài nào.", "There is no problem in the source.");
        }

        if (request.Name is { } wanted && (items.Count > 1 || !ProblemPackage.IsName(wanted)))
        {
            throw new ImportException(
                $"Tên “{ImportNames.Shown(wanted)}” không dùng được: tên gói chỉ gồm chữ a–z và chữ số, và chỉ đặt "
                    + "được khi nguồn có một bài.",
                $"The name '{ImportNames.Shown(wanted)}' cannot be used: it is of the letters a to z and digits, and for a "
                    + "source of one problem only."
            );
        }

        var used = new HashSet<string>();
        var staged = new List<ImportedPackage>();
        foreach (var item in items)
        {
            ct.ThrowIfCancellationRequested();
            var name = ImportNames.Unused(request.Name ?? ImportNames.OfPackage(item.Source), used);
            used.Add(name);
            staged.Add(
                Stage(new PackageDraft(name, item.Source) { TimeLimit = request.TimeLimit, Points = request.Points }, item, request, writer)
            );
        }

        return staged;
    }

    private static ImportedPackage Stage(PackageDraft draft, ImportItem item, ImportRequest request, PackageWriter writer)
    {
        try
        {
            item.Fill(draft);
            if (request.TimeLimit is { } seconds)
            {
                draft.Settings.Map("limits").Set("time_limit", draft.Seconds(seconds));
            }

            if (!request.Replace && writer.Has(draft.Name))
            {
                draft.Error(
                    $"Đã có gói {draft.Name}; hãy cho phép thay hoặc đặt tên khác.",
                    $"There is a package {draft.Name} already; allow to replace it or give another name.",
                    ("--replace, --name", "--replace, --name")
                );
            }

            if (request.Beside.Any(folder => Directory.Exists(Path.Combine(folder, draft.Name))))
            {
                draft.Error(
                    $"Tên {draft.Name} đã thuộc một bài có sẵn; hãy đặt tên khác.",
                    $"The name {draft.Name} belongs to a problem of the house; give another one.",
                    ("--name", "--name")
                );
            }

            if (!draft.HasError)
            {
                ImportSummary.Tell(writer.Stage(draft), draft);
            }
        }
        catch (ImportException e)
        {
            draft.Say(e.Line);
        }
        catch (PackageException e)
        {
            draft.Error(
                $"Gói dựng ra không dùng được: có chỗ sai trong {e.File}.",
                $"The package made of it cannot be used: {e.Message}",
                (e.Message, "")
            );
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
