using System.Security.Cryptography;
using System.Text;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Draft;

/// <summary>
/// Writes packages into a folder of problems so that each is there whole or not at all: built and loaded in <c>.import</c> beside them,
/// then renamed into place. What a killed import left is put right by the next one. One import at a time works in a folder.
/// </summary>
internal sealed class PackageWriter : IDisposable
{
    private readonly string _into;
    private readonly string _temp;
    private readonly FileStream _lock;

    /// <param name="into">Folder of the packages; made if it is absent.</param>
    /// <exception cref="ImportException">Another import is at work there.</exception>
    public PackageWriter(string into)
    {
        _into = Path.GetFullPath(into);
        _temp = Path.Combine(_into, ".import");
        Directory.CreateDirectory(_into);
        _lock = Locked(Path.Combine(_into, ".import.lock"));
        Recover();
    }

    /// <summary>A folder on the same disk, gone when this is disposed.</summary>
    public string Unpacked => Path.Combine(_temp, "unpacked");

    public bool Has(string name) => Directory.Exists(Path.Combine(_into, name));

    /// <summary>Writes the package aside and loads it, which proves it.</summary>
    /// <exception cref="PackageException">The judge cannot read it.</exception>
    public Problem Stage(PackageDraft draft)
    {
        Complete(draft);
        var folder = Path.Combine(_temp, "new", draft.Name);
        foreach (var (path, write) in draft.Files)
        {
            var full = Path.GetFullPath(Path.Combine(folder, path));
            if (!full.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{path} leads out of the package.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using var file = new FileStream(full, FileMode.CreateNew);
            write(file);
        }

        return ProblemPackage.Load(folder);
    }

    /// <summary>Renames a staged package into place; one that was there is kept aside until then.</summary>
    public void Put(string name)
    {
        var (place, old) = (Path.Combine(_into, name), Old(name));
        if (Directory.Exists(place))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(old)!);
            Directory.Move(place, old);
        }

        Directory.Move(Path.Combine(_temp, "new", name), place);
    }

    public void Dispose()
    {
        Recover();
        _lock.Dispose();
    }

    private string Old(string name) => Path.Combine(_temp, "old", name);

    /// <summary>Gives back what was kept aside and not replaced, then clears the rest away.</summary>
    private void Recover()
    {
        var aside = Path.Combine(_temp, "old");
        foreach (var old in Directory.Exists(aside) ? Directory.GetDirectories(aside) : [])
        {
            if (!Has(Path.GetFileName(old)))
            {
                Directory.Move(old, Path.Combine(_into, Path.GetFileName(old)));
            }
        }

        if (Directory.Exists(_temp))
        {
            Directory.Delete(_temp, recursive: true);
        }
    }

    private static FileStream Locked(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new ImportException("import.writer.busy");
        }
    }

    /// <summary>Adds what the format demands and the source did not say.</summary>
    private static void Complete(PackageDraft draft)
    {
        draft.Settings.Set("problem_format_version", ProblemPackage.Format);
        if (!draft.Settings.Has("uuid"))
        {
            draft.Settings.Set("uuid", Uuid(draft).ToString());
        }

        CompleteWords(draft);
        if (!draft.Settings.Map("limits").Has("time_limit"))
        {
            draft.Settings.Map("limits").Set("time_limit", 1m);
            draft.Default("import.writer.noTimeLimit");
        }

        draft.Add("problem.yaml", draft.Settings);
        if (!draft.School.IsEmpty)
        {
            draft.Add(SchoolSettings.File, draft.School);
        }
    }

    /// <summary>Every title needs its statement, and every statement its title.</summary>
    private static void CompleteWords(PackageDraft draft)
    {
        var spoken = Spoken(draft);
        if (draft.Settings.Has("name") && !draft.Settings.IsMap("name"))
        {
            return;
        }

        List<string> titled = draft.Settings.IsMap("name") ? [.. draft.Settings.Map("name").Keys] : [];
        foreach (var language in spoken.Except(titled).ToList() is var untitled && titled.Count + untitled.Count > 0 ? untitled : ["vi"])
        {
            draft.Title(language, draft.Source);
        }

        foreach (var language in draft.Settings.Map("name").Keys.Except(spoken).ToList())
        {
            draft.Statement(language, StatementWords.HandedOut(language));
            draft.Default("import.writer.noStatement", language);
        }
    }

    /// <summary>Languages that there is a statement in.</summary>
    private static List<string> Spoken(PackageDraft draft) =>
        [
            .. draft
                .Files.Keys.Where(path => path.StartsWith("statement/problem.", StringComparison.Ordinal) && path[^3..] is ".md" or "pdf")
                .Select(path => path.Split('.')[1])
                .Distinct(),
        ];

    /// <summary>The same for the same names and files, so that importing again is no other problem (RFC 9562, version 8).</summary>
    private static Guid Uuid(PackageDraft draft)
    {
        var seed = string.Join('\n', draft.Files.Keys.Order(StringComparer.Ordinal).Prepend(draft.Source));
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
