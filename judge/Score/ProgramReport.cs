namespace Judge.Score;

/// <summary>What a program was like that was compiled and run.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record ProgramReport
{
    /// <summary>Slowest test.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>Largest test.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Why there is no program, when the verdict is CompileError; else None.</summary>
    public CompileFault CompileFault { get; init; }

    /// <summary>The compiler's own words, scrubbed of paths, at most 8 KB; empty: it had none.</summary>
    public string CompilerMessage { get; init; } = "";
}

/// <summary>Why what was handed in did not become a program; shown in the reader's language, before the compiler's own words.</summary>
public enum CompileFault
{
    None,

    /// <summary>The compiler found errors.</summary>
    Errors,

    /// <summary>It took more than the compiler's limits give it; <c>OutputLimit</c>: the program would be too large.</summary>
    TimeLimit,
    MemoryLimit,
    OutputLimit,

    /// <summary>The compiler had more to say than anybody reads.</summary>
    MessageLimit,

    /// <summary>It was content, but made nothing that can be run (a Pascal unit, say).</summary>
    NoProgram,

    /// <summary>It crashed on this source.</summary>
    Crashed,

    /// <summary>A zip that cannot be read: damaged, encrypted, or of a rare kind.</summary>
    BadArchive,

    /// <summary>A zip with more files or bytes in it than may be handed in.</summary>
    ArchiveTooLarge,

    /// <summary>A zip with folders, links, equal names or names with other signs than letters, digits, dots, lines.</summary>
    BadFileNames,

    /// <summary>A zip of which nobody can tell which file is the program.</summary>
    NoMainFile,

    /// <summary>The author's program calls functions that are not there, or have another name, other parameters or results.</summary>
    FunctionMismatch,

    /// <summary>Outputs were asked for, and none is called as a test.</summary>
    NoOutputs,
}
