using System.Text;
using Judge.Messages;
using Judge.Problems;

namespace Judge.Formats.Draft;

/// <summary>One problem on its way into our layout: what an importer understood, and what it says about it.</summary>
/// <param name="name">The package's name, <c>[a-z0-9]+</c>.</param>
/// <param name="source">The problem's name in the source.</param>
internal sealed class PackageDraft(string name, string source)
{
    /// <summary>Longest CPU time of a test.</summary>
    public const decimal MostSeconds = 60;

    private const decimal LeastSeconds = 0.01m;
    private const decimal MostMegabytes = 2048;
    private const int MostNameBytes = 255;

    private readonly Dictionary<string, Action<Stream>> _files = [];
    private readonly HashSet<string> _folders = [];
    private readonly List<ImportLine> _lines = [];

    public string Name { get; } = name;

    public string Source { get; } = source;

    /// <summary>What the importer gives instead of the source, in seconds; null: nothing.</summary>
    public decimal? TimeLimit { get; init; }

    /// <summary>How the importer wants points to be read where a format leaves that open.</summary>
    public PointsDialect Points { get; init; }

    /// <summary>
    /// <c>problem.yaml</c>; the version of the format, a uuid, title, statement and limits are added where they are absent.
    /// </summary>
    public YamlDraft Settings { get; } = new();

    /// <summary><c>school.yaml</c>; not written when it stays empty.</summary>
    public YamlDraft School { get; } = new();

    public IReadOnlyList<ImportLine> Lines => _lines;

    public bool HasError => _lines.Any(line => line.Kind == ImportLineKind.Error);

    /// <summary>Path in the package to what writes its bytes.</summary>
    public IReadOnlyDictionary<string, Action<Stream>> Files => _files;

    /// <summary>Whether the importer asks for tests as programs expect them (<see cref="TextConversion"/>).</summary>
    public bool ConvertsText { get; init; }

    /// <summary>What is unusual about the tests' text.</summary>
    public TextNotes Text { get; } = new();

    /// <summary>Number of test files whose CR LF become LF.</summary>
    public int Converted { get; private set; }

    public void Understood(string key, params IReadOnlyList<object> arguments) => Say(ImportLineKind.Understood, new Said(key, arguments));

    public void Default(string key, params IReadOnlyList<object> arguments) => Say(ImportLineKind.Default, new Said(key, arguments));

    public void LeftOut(string key, params IReadOnlyList<object> arguments) => Say(ImportLineKind.LeftOut, new Said(key, arguments));

    public void Warning(string key, params IReadOnlyList<object> arguments) => Say(ImportLineKind.Warning, new Said(key, arguments));

    /// <summary>Something cannot be honoured: the package will not be stored.</summary>
    public void Error(string key, params IReadOnlyList<object> arguments) => Say(ImportLineKind.Error, new Said(key, arguments));

    public void Say(ImportLineKind kind, Said text) => Say(new ImportLine(kind, text));

    public void Say(ImportLine line) => _lines.Add(line);

    /// <param name="language">Such as <c>vi</c>.</param>
    public void Title(string language, string title) => Settings.Map("name").Set(language, OneLine(title));

    public void Statement(string language, string markdown) => Add(Problem.StatementFile(language), markdown.Trim() + "\n");

    public void StatementPdf(string language, ImportFile pdf) => Add(Problem.StatementFile(language, "pdf"), pdf);

    /// <summary>
    /// CPU seconds a test and MiB. A limit above what there is here is an error for time; memory is lowered to it, and said.
    /// </summary>
    public void Limits(decimal seconds, decimal megabytes)
    {
        Settings.Map("limits").Set("time_limit", Seconds(seconds)).Set("memory", Megabytes(megabytes));
    }

    /// <inheritdoc cref="Limits"/>
    public decimal Seconds(decimal seconds)
    {
        if (seconds is < LeastSeconds or > MostSeconds)
        {
            Error("import.draft.timeRange", seconds);
        }

        return Math.Clamp(seconds, LeastSeconds, MostSeconds);
    }

    /// <inheritdoc cref="Limits"/>
    public decimal Megabytes(decimal megabytes)
    {
        if (megabytes is >= 1 and <= MostMegabytes)
        {
            return megabytes;
        }

        if (megabytes < 1)
        {
            Error("import.draft.littleMemory", megabytes);
        }
        else
        {
            Warning("import.draft.muchMemory", megabytes);
        }

        return Math.Clamp(megabytes, 1, MostMegabytes);
    }

    /// <summary>Adds a test; its name is a path below <c>data/secret</c> (or <c>data/sample</c>) without ending.</summary>
    /// <param name="answer">Null: an empty one.</param>
    /// <param name="lineFeeds">Take CR LF as LF in files whose every line ends so.</param>
    public void AddTest(string test, ImportFile input, ImportFile? answer, bool isSample = false, bool lineFeeds = true)
    {
        var path = $"data/{(isSample ? "sample" : "secret")}/{test}";
        AddTestFile(path + ".in", input, lineFeeds);
        if (answer is null)
        {
            Add(path + ".ans", "");
        }
        else
        {
            AddTestFile(path + ".ans", answer, lineFeeds);
        }
    }

    /// <summary>A test, wherever its importer found it, is looked at as a text.</summary>
    public void Add(string path, ImportFile file)
    {
        if (Path.GetExtension(path) is ".in" or ".ans" && path.Split('/') is ["data", "sample" or "secret", ..])
        {
            AddTestFile(path, file, lineFeeds: false);
        }
        else
        {
            Put(path, file);
        }
    }

    public void Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public void Add(string path, byte[] bytes) => Put(path, output => output.Write(bytes));

    public void Add(string path, YamlDraft yaml) => Add(path, yaml.Text());

    /// <summary>A package whose only tests are its samples is judged by them: they count as secret tests as well.</summary>
    public void CountSamples()
    {
        const string sample = "data/sample/";
        List<string> shown = [.. _files.Keys.Where(path => path.StartsWith(sample, StringComparison.Ordinal))];
        if (shown.Any(path => path.EndsWith(".in", StringComparison.Ordinal)) && !_files.Keys.Any(IsSecretInput))
        {
            foreach (var path in shown.Where(path => "data/secret/" + path[sample.Length..] is var secret && !_files.ContainsKey(secret)))
            {
                Put("data/secret/" + path[sample.Length..], _files[path]);
            }

            Warning("import.samplesCount");
        }

        static bool IsSecretInput(string path) =>
            path.StartsWith("data/secret/", StringComparison.Ordinal) && path.EndsWith(".in", StringComparison.Ordinal);
    }

    private void AddTestFile(string path, ImportFile file, bool lineFeeds)
    {
        var odd = file.Length == 0 ? TextOddities.None : TextShape.OfFile(file.FullPath);
        var onlyCrLf = lineFeeds && odd.HasFlag(TextOddities.OnlyCrLf);
        Text.Add(file.IsSpilt ? path : file.Path, onlyCrLf ? odd & ~TextOddities.Returns : odd);
        if (ConvertsText && (odd & TextConversion.Curable) != 0)
        {
            Put(path, output => TextConversion.Copy(file.FullPath, odd, output));
        }
        else if (onlyCrLf)
        {
            Converted++;
            Put(path, output => LineEnds.CopyAsLf(file.FullPath, output));
        }
        else
        {
            Put(path, file);
        }
    }

    private void Put(string path, ImportFile file) =>
        Put(
            path,
            output =>
            {
                using var input = File.OpenRead(file.FullPath);
                input.CopyTo(output);
            }
        );

    private void Put(string path, Action<Stream> write)
    {
        if (path.Split('/').Any(part => Encoding.UTF8.GetByteCount(part) > MostNameBytes))
        {
            throw new ImportException("import.draft.longName", ImportNames.Shown(path));
        }

        List<string> folders = [.. FoldersOf(path)];
        if (_folders.Contains(path) || folders.Any(_files.ContainsKey) || !_files.TryAdd(path, write))
        {
            throw new ImportException("import.draft.twice", ImportNames.Shown(path));
        }

        _folders.UnionWith(folders);
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var at = path.IndexOf('/', StringComparison.Ordinal); at > 0; at = path.IndexOf('/', at + 1))
        {
            yield return path[..at];
        }
    }

    private static string OneLine(string text) =>
        string.Join(
            ' ',
            new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        )
            is { Length: > 0 } line
            ? line
            : "?";
}
