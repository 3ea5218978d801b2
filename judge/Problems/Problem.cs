using Judge.Worlds.Levels;

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

    /// <summary>What checkers, interactors and validators may use in one run.</summary>
    public ValidationLimits Validation { get; init; } = ValidationLimits.Usual;

    /// <summary>Names of the input and output file in the Vietnamese school way; null: standard streams.</summary>
    public FileNames? Files { get; init; }

    /// <summary>What is handed in, and how it is run.</summary>
    public TaskKind Kind { get; init; } = TaskKind.Batch;

    public HandinKind Handin =>
        Kind switch
        {
            TaskKind.OutputOnly => HandinKind.Outputs,
            TaskKind.Blocks => HandinKind.Blocks,
            _ => HandinKind.Program,
        };

    /// <summary>The worlds that blocks are run in; null: it is no level of puzzles.</summary>
    public Level? Level { get; init; }

    /// <summary>Greatest number of runs a test; more than 1: multi-pass, each further input made by the checker.</summary>
    public int Passes { get; init; } = 1;

    /// <summary>Whether the author gave marks or subtasks; else every secret test weighs the same.</summary>
    public bool Scores { get; init; }

    /// <summary>Samples first, then secret tests, each in ordinal order of their names.</summary>
    public required IReadOnlyList<Test> Tests { get; init; }

    /// <summary>All tests in their groups, in order: the samples (if any), then the subtasks, or one group without a name.</summary>
    public IReadOnlyList<TestGroup> Groups { get; init; } = [];

    /// <summary>From the points of the groups to the points of the problem; the same rule as of groups in a group.</summary>
    public Aggregation Total { get; init; } = Aggregation.Sum;

    /// <summary>Greatest number of points, in the package's own scale; above 0.</summary>
    public decimal FullScore { get; init; } = 1;

    /// <summary>
    /// What compares outputs. In interactive problems it looks at what the interactor wrote down, if <see cref="ChecksTalk"/>.
    /// </summary>
    public Checker Checker { get; init; } = new Checker.BuiltIn(BuiltInChecker.Tokens);

    /// <summary>What the program talks with, in interactive problems only; it decides, and after it the checker if there is one.</summary>
    public AuthorProgram? Interactor { get; init; }

    public CheckerContract InteractorContract { get; init; } = CheckerContract.Kattis;

    /// <summary>Whether the checker decides after an interactor that was content.</summary>
    public bool ChecksTalk { get; init; }

    /// <summary>
    /// Whether the program finds its partner behind two named pipes (its arguments: to read, to write), not on its standard streams.
    /// </summary>
    public bool HasFifos { get; init; }

    /// <summary>All of them must accept every input; programs, or C# scripts (<c>.csx</c>).</summary>
    public IReadOnlyList<AuthorProgram> InputValidators { get; init; } = [];

    /// <summary>The author's files beside the entrant's, by language id.</summary>
    public IReadOnlyDictionary<string, MainProgram> Mains { get; init; } = new Dictionary<string, MainProgram>();

    /// <summary>Whether entrants write functions that a program of the author calls.</summary>
    public bool IsFunctionStyle => Mains.Values.Any(main => main.Main is not null);

    /// <summary>Languages the author admits, by their ids; empty: all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>C# script that makes points of the test results instead of the groups; null: none.</summary>
    public string? ScoringScript { get; init; }

    /// <summary>Greatest size of what is handed in, in bytes; null: what the judge allows.</summary>
    public int? SourceBytes { get; init; }

    /// <summary>
    /// Sample talks of interactive problems: lines that begin with <c>&lt;</c> (judge) or <c>&gt;</c> (entrant). Full paths.
    /// </summary>
    public IReadOnlyList<string> Interactions { get; init; } = [];

    /// <summary>Folder of the package.</summary>
    public required string Folder { get; init; }

    public string Title(string language) => Titles.GetValueOrDefault(language) ?? Titles.Values.First();

    /// <summary>The statement as Markdown, in that language or else in the first there is; empty: there is only a PDF.</summary>
    public string Statement(string language) =>
        Path.Combine(Folder, StatementFile(Spoken(language))) is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    /// <summary>The statement as a PDF file, in that language or else in the first there is; null: there is none.</summary>
    public string? StatementPdf(string language) =>
        Path.Combine(Folder, StatementFile(Spoken(language), "pdf")) is var file && File.Exists(file) ? file : null;

    internal static string StatementFile(string language, string extension = "md") => $"statement/problem.{language}.{extension}";

    private string Spoken(string language) => Titles.ContainsKey(language) ? language : Titles.Keys.First();
}

/// <summary>File input and output, such as <c>BAI1.INP</c> and <c>BAI1.OUT</c>; compared without letter case.</summary>
/// <param name="Streams">A program may use the standard streams instead: the input is there as well, and without an output file its
/// standard output counts.</param>
public sealed record FileNames(string Input, string Output, bool Streams = false);

/// <summary>
/// Batch: a program reads an input and writes an output. Interactive: it talks with the interactor. OutputOnly: the outputs themselves are
/// handed in, one a test. Blocks: a program of blocks moves robots, in one world a test.
/// </summary>
public enum TaskKind
{
    None,
    Batch,
    Interactive,
    OutputOnly,
    Blocks,
}

/// <summary>What a program of the author may use in one run.</summary>
/// <param name="Time">CPU time.</param>
/// <param name="OutputBytes">Standard output, and all files it leaves.</param>
public sealed record ValidationLimits(TimeSpan Time, long MemoryBytes, long OutputBytes)
{
    public static ValidationLimits Usual { get; } = new(TimeSpan.FromSeconds(10), 1L << 30, 8L << 20);
}

/// <summary>The author's files for one language. A running program cannot read them, where it does not need them itself.</summary>
/// <param name="Source">Name that the entrant's file gets beside them; null: the language's own.</param>
/// <param name="Main">Which of the files is the program, the entrant's then being a unit or module of it; null: the entrant's file is the
/// program.</param>
/// <param name="Files">Full paths; laid over what the entrant handed in.</param>
public sealed record MainProgram(string? Source, string? Main, IReadOnlyList<string> Files);
