using Judge.Sandbox;

namespace Judge.Compile;

/// <summary>What came of compiling.</summary>
/// <param name="Program">What can be run; null when there is a fault.</param>
/// <param name="Message">The compiler's own words, cleaned; warnings too; may be empty.</param>
internal sealed record Compilation(CompiledProgram? Program, CompileFault Fault, string Message)
{
    /// <summary>Outputs need none.</summary>
    public static Compilation None { get; } = new(null, CompileFault.None, "");

    /// <summary>Nothing came to the compiler.</summary>
    public static Compilation Refused(CompileFault fault) => new(null, fault, "");
}

/// <summary>A program as it can be put into any box of its image.</summary>
/// <param name="Files">What lies in /prog.</param>
/// <param name="Command">How it is started; the arguments of a test follow.</param>
/// <param name="StaticBytes">Memory it takes before its first instruction; 0: not known.</param>
internal sealed record CompiledProgram(IReadOnlyDictionary<string, Content> Files, IReadOnlyList<string> Command, long StaticBytes);

/// <summary>Why what was handed in did not become a program; shown in the reader's language, before the compiler's own words.</summary>
public enum CompileFault
{
    None,

    /// <summary>The compiler found errors.</summary>
    Errors,

    /// <summary>It took more than <see cref="Compiler.Limits"/> give it.</summary>
    TimeLimit, MemoryLimit, OutputLimit,

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

    /// <summary>Outputs were asked for, and none is called as a test.</summary>
    NoOutputs
}
