namespace Judge.Problems;

/// <summary>A problem as its package says it, with the tests still on disk.</summary>
public sealed record Problem
{
    /// <summary>Folder name of the package, <c>[a-z0-9]+</c>.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 over all that decides a verdict, in hex; a changed test set is another version.</summary>
    public required string Version { get; init; }

    /// <summary>Title by language code (<c>vi</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>CPU time a test, before a language's factor.</summary>
    public required TimeSpan TimeLimit { get; init; }

    public required long MemoryBytes { get; init; }

    /// <summary>Greatest output of a test, in bytes.</summary>
    public required long OutputBytes { get; init; }

    /// <summary>Names of the input and output file in the Vietnamese school way; null: standard streams.</summary>
    public FileNames? Files { get; init; }

    /// <summary>Samples first, then secret tests, each in ordinal order of their names.</summary>
    public required IReadOnlyList<Test> Tests { get; init; }

    /// <summary>Folder of the package.</summary>
    public required string Folder { get; init; }

    public string Title(string language) => Titles.GetValueOrDefault(language) ?? Titles.Values.First();

    /// <summary>The statement as Markdown, in that language or else in the first there is.</summary>
    public string Statement(string language) =>
        File.ReadAllText(Path.Combine(Folder, StatementFile(Titles.ContainsKey(language) ? language : Titles.Keys.First())));

    internal static string StatementFile(string language) => $"statement/problem.{language}.md";
}

/// <summary>File input and output, such as <c>BAI1.INP</c> and <c>BAI1.OUT</c>; compared without letter case.</summary>
public sealed record FileNames(string Input, string Output);

/// <summary>One test: name without extension, and where its input and answer are.</summary>
public sealed record Test(string Name, bool IsSample, string InputPath, string AnswerPath);
