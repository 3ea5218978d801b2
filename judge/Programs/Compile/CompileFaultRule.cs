using System.Text;
using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Programs.Compile;

/// <summary>
/// Why a compile left no program. A driver outlives the compiler, assembler or linker that a limit has stopped, and ends as if the source
/// were wrong: the limit is read from its words then.
/// </summary>
internal static class CompileFaultRule
{
    public static CompileFault Of(Execution execution, CompilerSigns signs) =>
        execution switch
        {
            { Ending: Ending.MemoryLimit } => CompileFault.MemoryLimit,
            { Ending: Ending.OutputLimit, Stdout.Length: >= (int)Compiler.OutputBytes } => CompileFault.MessageLimit,
            { Ending: Ending.OutputLimit } => CompileFault.OutputLimit,
            { Ending: Ending.CpuLimit or Ending.WallLimit } => CompileFault.TimeLimit,
            { Ending: Ending.Exited, ExitCode: 0 } => CompileFault.None,
            { Ending: Ending.Exited } => OfWords(Encoding.UTF8.GetString(execution.Stdout.Span), signs),
            _ => CompileFault.Crashed,
        };

    private static CompileFault OfWords(string words, CompilerSigns signs)
    {
        var lines = words.Split('\n').Where(IsOwn).ToList();
        return Says(signs.Output) ? CompileFault.OutputLimit
            : Says(signs.Memory) ? CompileFault.MemoryLimit
            : Says(signs.Crash) ? CompileFault.Crashed
            : CompileFault.Errors;

        bool Says(IReadOnlyList<string> words) => lines.Exists(line => words.Any(line.Contains));
    }

    /// <summary>Not of a place in the source and not quoted from it: those words are the pupil's.</summary>
    private static bool IsOwn(string line) => line.Length > 0 && line[0] != ' ' && !line.StartsWith("/prog/", StringComparison.Ordinal);
}
