using System.IO.Compression;
using System.Text;
using Judge.Formats;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Tests.Formats;

/// <summary>A source that a test writes, as a folder or as a zip, and a folder of problems to import it into.</summary>
internal sealed class ImportFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("import-").FullName;

    public ImportFolder(string name = "source") => Directory.CreateDirectory(Source = Path.Combine(_root, name));

    /// <summary>The source as a folder.</summary>
    public string Source { get; }

    public string Into => Path.Combine(_root, "problems");

    public ImportFolder Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public ImportFolder Write(string file, byte[] bytes)
    {
        var path = Path.Combine(Source, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    /// <summary>A path beside the source for a file of the test's own.</summary>
    public string Beside(string name) => Path.Combine(_root, name);

    /// <summary>A zip with these entries, exactly as named.</summary>
    public string Zip(params (string Name, string Text)[] entries) => Zip("source.zip", entries);

    public string Zip(string name, params (string Name, string Text)[] entries)
    {
        var path = Beside(name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var stream = zip.CreateEntry(entry, CompressionLevel.Fastest).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }

    /// <summary>The source folder as a zip.</summary>
    public string Zipped()
    {
        ZipFile.CreateFromDirectory(Source, Beside("source.zip"));
        return Beside("source.zip");
    }

    public ImportReport Import(Func<ImportRequest, ImportRequest>? change = null) => ImportFrom(Source, change);

    public ImportReport ImportFrom(string path, Func<ImportRequest, ImportRequest>? change = null)
    {
        var request = new ImportRequest(path, Into);
        return Importers.Run(change is null ? request : change(request), TestContext.Current.CancellationToken);
    }

    /// <summary>A package that was imported, as the judge reads it.</summary>
    public Problem Load(string name) => ProblemPackage.Load(Path.Combine(Into, name));

    public string Read(string file) => File.ReadAllText(Path.Combine(Into, file));

    /// <summary>All lines about problems of one kind, in English.</summary>
    public static string Lines(ImportReport report, ImportLineKind kind) =>
        string.Join(
            '\n',
            report
                .Lines.Concat(report.Packages.SelectMany(package => package.Lines))
                .Where(line => line.Kind == kind)
                .Select(line => line.English)
        );

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
