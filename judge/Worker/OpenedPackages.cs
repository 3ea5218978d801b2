using System.Globalization;
using Judge.Formats;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Worker;

/// <summary>
/// The packages at a path, for every command that takes one. Ours are read where they lie; those of another format are read as an import
/// reads them, in a temporary folder that is gone when this is disposed.
/// </summary>
internal sealed class OpenedPackages : IDisposable
{
    private const int MostOfAKind = 6;
    private static readonly string[] Archives = [".zip", ".kpp"];

    /// <summary>Tests of a contest to come are nobody else's business.</summary>
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly Places _places;
    private readonly Words _words;
    private readonly TextWriter _told;
    private readonly List<Problem> _all = [];
    private readonly string _within;
    private string? _temp;
    private int _sources;

    private OpenedPackages(Places places, Words words, TextWriter told, string within) =>
        (_places, _words, _told, _within) = (places, words, told, within);

    public IReadOnlyList<Problem> All => _all;

    /// <summary>Whether every problem of a source could be brought in; always so without a trial.</summary>
    public bool IsWhole { get; private set; } = true;

    private Func<Problem, IReadOnlyList<ImportLine>>? Trial { get; init; }

    /// <param name="path">A package's name or folder, a zip or file of another format, or a folder of any of these.</param>
    /// <param name="told">Told what was understood and left out of a foreign package.</param>
    /// <param name="within">Where a temporary folder is made; null: where the system has them.</param>
    /// <param name="trial">Tries programs of foreign packages; those that fail are passed over. Null: nothing is tried.</param>
    /// <exception cref="PackageException">A package of ours is wrong.</exception>
    /// <exception cref="CommandFailure">No foreign one can be brought in, or without a trial not all; the reasons were told.</exception>
    public static OpenedPackages Open(
        string path,
        Places places,
        Words words,
        TextWriter told,
        CancellationToken ct,
        string? within = null,
        Func<Problem, IReadOnlyList<ImportLine>>? trial = null
    )
    {
        var opened = new OpenedPackages(places, words, told, within ?? Path.GetTempPath()) { Trial = trial };
        try
        {
            opened.Add(places.Package(path), ct);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <exception cref="CommandFailure">There are several, and only one is meant.</exception>
    public Problem Only() =>
        _all is [var only]
            ? only
            : throw new CommandFailure(ExitCode.BadInput, _words.SeveralPackages(_all.Select(problem => problem.Name)));

    public void Dispose()
    {
        if (_temp is not null)
        {
            Directory.Delete(_temp, recursive: true);
        }
    }

    private void Add(string path, CancellationToken ct)
    {
        if (Parts(path) is { Count: > 0 } parts)
        {
            parts.ForEach(part => Add(part, ct));
        }
        else if (IsOurs(path))
        {
            _all.Add(ProblemPackage.Load(path));
        }
        else if (TryLoad(path) is { } problem)
        {
            _all.Add(problem);
        }
        else
        {
            Import(path, ct);
        }
    }

    /// <summary>The packages in a folder, or its archives where it holds nothing else; empty: it is a source by itself.</summary>
    private static List<string> Parts(string path)
    {
        if (!Directory.Exists(path) || File.Exists(Path.Combine(path, "problem.yaml")))
        {
            return [];
        }

        List<string> entries =
        [
            .. Directory.EnumerateFileSystemEntries(path).Where(entry => Path.GetFileName(entry)[0] != '.').Order(StringComparer.Ordinal),
        ];
        List<string> packages = [.. entries.Where(entry => File.Exists(Path.Combine(entry, "problem.yaml")))];
        return packages.Count > 0 ? packages
            : entries.TrueForAll(entry => File.Exists(entry) && Archives.Contains(Path.GetExtension(entry).ToLowerInvariant())) ? entries
            : [];
    }

    /// <summary>Certainly ours, so that a mistake in it is told and nothing in it passed over.</summary>
    private bool IsOurs(string path) =>
        File.Exists(Path.Combine(path, SchoolSettings.File))
        || (!File.Exists(path) && _places.IsOfLibrary(Path.TrimEndingDirectorySeparator(path)));

    private static Problem? TryLoad(string folder)
    {
        try
        {
            return ProblemPackage.Load(folder);
        }
        catch (PackageException)
        {
            return null;
        }
    }

    private void Import(string path, CancellationToken ct)
    {
        _temp ??= Directory.CreateDirectory(Path.Combine(_within, $"contest-package-{Guid.NewGuid():n}"), OwnerOnly).FullName;
        var into = Path.Combine(_temp, (_sources++).ToString(CultureInfo.InvariantCulture));
        var report = Importers.Run(new ImportRequest(path, into) { Trial = Trial }, ct);
        ImportCommand.Write(Shortened(report), _told, _words);
        _told.WriteLine();
        var stored = report.Packages.Where(package => package.Outcome == ImportOutcome.Stored).ToList();
        if (stored.Count == 0 || (!report.IsGood && Trial is null))
        {
            throw new CommandFailure(ExitCode.BadInput, _words.UnreadPackage(path));
        }

        IsWhole &= report.IsGood;
        _all.AddRange(stored.Select(package => ProblemPackage.Load(Path.Combine(into, package.Name))));
    }

    private static ImportReport Shortened(ImportReport report) =>
        report with
        {
            Lines = Shortened(report.Lines),
            Packages = [.. report.Packages.Select(package => package with { Lines = Shortened(package.Lines) })],
        };

    /// <summary>The first few of each kind, and how many more there are; errors all.</summary>
    internal static IReadOnlyList<ImportLine> Shortened(IReadOnlyList<ImportLine> lines) =>
        [
            .. lines
                .GroupBy(line => line.Kind)
                .SelectMany(kind =>
                    kind.Key == ImportLineKind.Error || kind.Count() <= MostOfAKind
                        ? kind
                        : kind.Take(MostOfAKind)
                            .Append(new ImportLine(kind.Key, new Messages.Said("import.moreLines", kind.Count() - MostOfAKind)))
                ),
        ];
}
