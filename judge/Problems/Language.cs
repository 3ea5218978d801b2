using System.Text.Json.Serialization;

namespace Judge.Problems;

/// <summary>A programming language as <c>sandbox-images/NAME/language.json</c> says it.</summary>
public sealed record Language
{
    /// <summary>Name of its folder, such as <c>pascal</c>.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";

    /// <summary>Our id for a language code of Kattis' package format.</summary>
    public static string IdOf(string code) => code == "python3" ? "python" : code;

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands in lists for people, the least first; those that do not say come last.</summary>
    public int Place { get; init; } = int.MaxValue;

    /// <summary>Compiler or interpreter with its version, for people.</summary>
    public required string Version { get; init; }

    /// <summary>Lower-case endings with the dot; no two languages share one.</summary>
    public required IReadOnlyList<string> Extensions { get; init; }

    /// <summary>Lower-case endings of files that sources include and that are no programs themselves, such as <c>.h</c>.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>
    /// Letter case means nothing in its names, and its compiler finds files called in small letters however a source spells them: so they
    /// are called then.
    /// </summary>
    public bool SmallNames { get; init; }

    /// <summary>Name of the highlighting in the editor.</summary>
    public required string Mode { get; init; }

    /// <summary>Folder under sandbox-images whose root file system it runs in.</summary>
    public required string Image { get; init; }

    /// <summary>File name that the source gets in /prog.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// The compiler's command, working in /box; <c>{source}</c> stands for the path of the source, <c>{sources}</c> as a word of its own
    /// for the paths of all files of the language, the source first.
    /// </summary>
    public required IReadOnlyList<string> Compile { get; init; }

    /// <summary>What the compiler leaves in /box and is put into /prog; null: the source itself is run.</summary>
    public required string? Artifact { get; init; }

    /// <summary>All sources become one program, so that none of them needs to be called the first.</summary>
    [JsonIgnore]
    public bool LinksAll => Artifact is not null && Compile.Contains("{sources}");

    /// <summary>The program's command; <c>{source}</c> stands for the path of the source.</summary>
    public required IReadOnlyList<string> Run { get; init; }

    /// <summary>NAME=VALUE pairs that the program finds in its environment beside the usual ones.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>Time limits are multiplied by it, 0.1 to 20.</summary>
    public required double TimeFactor { get; init; }

    /// <summary>
    /// Threads at once of a program whose sources hold one of <see cref="ThreadSigns"/>, 1 to 64; no program can start a process.
    /// </summary>
    public required int Threads { get; init; }

    /// <summary>Words, in any letter case, without which no source of the language starts a thread.</summary>
    public IReadOnlyList<string> ThreadSigns { get; init; } = [];

    /// <summary>
    /// Its interpreter can wait in a box, started, and each run is a child of it (<c>sandbox-images/runner/zygote.h</c>).
    /// </summary>
    public bool Forks { get; init; }

    /// <summary>Processes and threads of the compiler at once, 1 to 64.</summary>
    public required int CompileProcesses { get; init; }

    /// <summary>CPU time in seconds that one compile may take, 1 to 60.</summary>
    public required int CompileSeconds { get; init; }

    /// <summary>MB added to memory limits, for the interpreter itself.</summary>
    public required int MemoryExtraMb { get; init; }

    /// <summary>Words of the compiler that tell a pupil nothing: lines that contain one of them are left out of its message.</summary>
    public IReadOnlyList<string> Noise { get; init; } = [];

    /// <summary>How the compiler tells that it was stopped.</summary>
    public CompilerSigns Signs { get; init; } = new();

    /// <summary>
    /// What standard error holds when a program died of its own mistake; null: no sign is known. Tells a checker that crashed from one that
    /// says "wrong", for both may end with exit code 1.
    /// </summary>
    public string? Crash { get; init; }

    /// <summary>How a program ends that asked for memory and got none; null: no sign is known.</summary>
    public OutOfMemory? OutOfMemory { get; init; }
}

/// <summary>Words of a compiler that was stopped by a limit, or broke down, and ends as if it had found errors.</summary>
public sealed record CompilerSigns
{
    /// <summary>What it was writing became too large.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    public IReadOnlyList<string> Memory { get; init; } = [];

    public IReadOnlyList<string> Crash { get; init; } = [];
}

/// <param name="ExitCode">Exit code of the program.</param>
/// <param name="Stderr">What its standard error holds besides; empty: anything.</param>
public sealed record OutOfMemory(int ExitCode, string Stderr = "");
