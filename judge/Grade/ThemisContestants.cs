using System.Globalization;
using Judge.Formats.Archive;
using Judge.Formats.Draft;
using Judge.Messages;
using Judge.Submit.Intake;

namespace Judge.Grade;

/// <summary>One contestant of a Themis contest.</summary>
/// <param name="Name">Name of the folder or zip, Unicode form C.</param>
/// <param name="Sources">One a problem at most, in order of the problems' names.</param>
public sealed record Contestant(string Name, IReadOnlyList<ContestantSource> Sources)
{
    /// <summary>Files without a source's ending: whoever has no source for a problem may have meant one of them.</summary>
    public IReadOnlyList<ContestantSource> Others { get; init; } = [];
}

/// <summary>A contestant's work on one problem.</summary>
/// <param name="Problem">The file's name without its ending, or endings, in upper case.</param>
/// <param name="File">The file's name as it stands there.</param>
/// <param name="Bytes">Its content, cut off after <see cref="ThemisContestants.MostBytes"/> and one.</param>
public sealed record ContestantSource(string Problem, string File, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Name that an import gives to the package of that problem.</summary>
    public string Package => ImportNames.OfPackage(Problem);
}

/// <summary>
/// A contestants root as Themis has it: a folder (or a zip of it) that holds a folder or a zip for each contestant, with
/// <c>PROBLEM.EXT</c> directly in it. Names compare without letter case.
/// </summary>
public sealed class ThemisContestants
{
    public const int MostBytes = 1 << 20;

    /// <summary>What one contestant may bring.</summary>
    private static readonly ImportLimits OfOne = new()
    {
        Entries = 1000,
        Bytes = 64 << 20,
        FreeBytes = 16 << 20,
    };

    private readonly IReadOnlyList<string> _extensions;
    private readonly List<ImportLine> _lines = [];

    private ThemisContestants(IReadOnlyList<string> extensions) => _extensions = extensions;

    /// <summary>In natural order of their names.</summary>
    public IReadOnlyList<Contestant> All { get; private set; } = [];

    /// <summary>A line for whatever was passed over, and why; an error names what may be somebody's work.</summary>
    public IReadOnlyList<ImportLine> Lines => _lines;

    /// <param name="extensions">Endings of sources with their dot; of several files for a problem the one whose ending comes first here
    /// counts.</param>
    /// <param name="temp">Folder for unpacked zips; the caller deletes it.</param>
    /// <exception cref="ImportException">There is no such folder or zip, or it holds too much.</exception>
    public static ThemisContestants Read(string path, IReadOnlyList<string> extensions, string temp, CancellationToken ct)
    {
        var reading = new ThemisContestants(extensions);
        var all = Directory.Exists(path)
            ? new DirectoryInfo(path)
                .EnumerateFileSystemInfos()
                .Where(reading.IsContestant)
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                .Select((entry, at) => reading.Open(entry, Path.Combine(temp, $"{at}"), ct))
            : reading.Of(ImportArchive.Open(path, temp, ImportLimits.Usual, ct));
        List<Contestant> read = [.. all.OfType<Contestant>().OrderBy(one => one.Name, TestNaming.Natural)];
        var taken = read.Select(one => one.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        reading.All =
        [
            .. read.GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
                .SelectMany(same => same.Take(1).Concat(same.Skip(1).Select(one => reading.Renamed(one, taken)))),
        ];
        return reading;
    }

    /// <summary>Who is there twice stays so, under two names, so that whoever looks at both decides.</summary>
    private Contestant Renamed(Contestant one, HashSet<string> taken)
    {
        var name = Enumerable
            .Range(2, taken.Count + 1)
            .Select(n => $"{one.Name} ({n.ToString(CultureInfo.InvariantCulture)})")
            .First(taken.Add);
        Say(ImportLineKind.Error, "grade.twice", one.Name, name);
        return one with { Name = name };
    }

    /// <summary>What is none is told, but for what systems put there.</summary>
    private bool IsContestant(FileSystemInfo entry)
    {
        var name = ImportNames.Shown(entry.Name);
        var holdsFiles = entry is DirectoryInfo || entry.Extension.Equals(".zip", StringComparison.OrdinalIgnoreCase);
        if (holdsFiles && entry.Name[0] != '.')
        {
            return true;
        }

        if (!new HandedFile(entry.Name, default).IsNoise)
        {
            TellOf(IsPacked(entry.Name) ? "grade.packed" : "grade.outside", IsPacked(entry.Name) || IsSource(entry.Name), name);
        }

        return false;
    }

    private Contestant? Open(FileSystemInfo entry, string temp, CancellationToken ct)
    {
        try
        {
            var name = ImportNames.Path(entry is DirectoryInfo ? entry.Name : Path.GetFileNameWithoutExtension(entry.Name));
            if (entry.LinkTarget is not null)
            {
                throw ImportArchive.Link(name);
            }

            if (name.Contains('/'))
            {
                throw new ImportException("grade.slash");
            }

            return Of(name, ImportArchive.Open(entry.FullName, temp, OfOne, ct), "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Say(ImportLineKind.Error, "grade.unreadable", ImportNames.Shown(entry.Name), e.Message);
            return null;
        }
        catch (ImportException e)
        {
            Say(ImportLineKind.Error, "grade.unreadable", ImportNames.Shown(entry.Name), e.Said);
            return null;
        }
    }

    private IEnumerable<Contestant> Of(ImportTree tree)
    {
        foreach (var file in tree.In(""))
        {
            var isWork = IsPacked(file.Name) || IsSource(file.Name);
            TellOf(IsPacked(file.Name) ? "grade.packed" : "grade.outside", isWork, ImportNames.Shown(file.Name));
        }

        return tree.Folders("").Select(name => Of(name, tree, name));
    }

    private Contestant Of(string name, ImportTree tree, string folder)
    {
        var (sources, others) = (new List<ContestantSource>(), new List<ContestantSource>());
        var files = tree.In(folder);
        foreach (var deeper in tree.Below(folder).Except(files))
        {
            TellOf("grade.deeper", IsSource(deeper.Name) || IsPacked(deeper.Name), name, ImportNames.Shown(deeper.Path));
        }

        foreach (var same in files.GroupBy(file => file.Stem.ToUpperInvariant()).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            List<ImportFile> known = [.. same.Where(file => Rank(file) >= 0).OrderBy(Rank)];
            if (known.Count > 0)
            {
                sources.Add(new ContestantSource(same.Key, known[0].Name, Begin(known[0])));
            }

            foreach (var file in same.Except(known.Take(1)))
            {
                var packed = IsPacked(file.Name) && known.Count == 0;
                TellOf(packed ? "grade.packedOf" : "grade.fileUnused", packed, name, ImportNames.Shown(file.Name));
                if (known.Count == 0 && !packed)
                {
                    others.Add(new ContestantSource(file.Name.Split('.')[0].ToUpperInvariant(), file.Name, Begin(file)));
                }
            }
        }

        return new Contestant(name, sources) { Others = others };
    }

    private bool IsSource(string name) => _extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static bool IsPacked(string name) => new HandedFile(name, default).IsPacked;

    private int Rank(ImportFile file)
    {
        for (var at = 0; at < _extensions.Count; at++)
        {
            if (file.Extension.Equals(_extensions[at], StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return -1;
    }

    private static byte[] Begin(ImportFile file)
    {
        using var input = File.OpenRead(file.FullPath);
        var bytes = new byte[(int)Math.Min(file.Length, MostBytes + 1)];
        return bytes[..input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <param name="isWork">It may be what somebody wanted to be graded.</param>
    private void TellOf(string key, bool isWork, params IReadOnlyList<object> arguments) =>
        Say(isWork ? ImportLineKind.Error : ImportLineKind.LeftOut, key, arguments);

    private void Say(ImportLineKind kind, string key, params IReadOnlyList<object> arguments) =>
        _lines.Add(new ImportLine(kind, new Said(key, arguments)));
}
