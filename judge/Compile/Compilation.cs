using Judge.Sandbox;

namespace Judge.Compile;

/// <summary>What came of compiling.</summary>
/// <param name="Program">What can be run; null exactly when there is a fault.</param>
/// <param name="Message">The compiler's own words, cleaned; warnings too; may be empty.</param>
internal sealed record Compilation(CompiledProgram? Program, CompileFault Fault, string Message);

/// <summary>A program as it goes into /prog.</summary>
/// <param name="StaticBytes">Memory it takes before its first instruction; 0: not known.</param>
internal sealed record CompiledProgram(string Name, Content Content, long StaticBytes);

/// <summary>Why a source did not become a program; shown in the reader's language, before the compiler's own words.</summary>
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
    Crashed
}
