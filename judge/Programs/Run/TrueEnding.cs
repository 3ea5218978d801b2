using System.Text;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Run;

/// <summary>
/// Names the limit behind an ending that only looks like a crash, like a good end or like another limit. Memory comes first: how long a
/// program takes to fill its memory is the machine's doing, how much it takes is the program's.
/// </summary>
internal static class TrueEnding
{
    private const int SegmentationFault = 11;
    private const int FileSizeExceeded = 25;

    /// <param name="staticBytes"><see cref="Compile.CompiledProgram.StaticBytes"/>.</param>
    public static Execution Of(Execution execution, Limits limits, Language language, long staticBytes) =>
        execution with
        {
            Ending = EndingOf(execution, limits, language, staticBytes),
        };

    private static Ending EndingOf(Execution e, Limits limits, Language language, long staticBytes)
    {
        if (
            e.Ending is Ending.MemoryLimit
            || e.MemoryBytes > limits.MemoryBytes
            || HadNoMemory(e, language.OutOfMemory)
            || (e.Signal == SegmentationFault && staticBytes > limits.MemoryBytes)
        )
        {
            return Ending.MemoryLimit;
        }

        if (e.Ending is Ending.OutputLimit || e.Signal == FileSizeExceeded)
        {
            return Ending.OutputLimit;
        }

        return e.Cpu > limits.Cpu ? Ending.CpuLimit : e.Ending;
    }

    private static bool HadNoMemory(Execution e, OutOfMemory? sign) =>
        sign is not null && e.ExitCode == sign.ExitCode && e.Stderr.Span.IndexOf(Encoding.UTF8.GetBytes(sign.Stderr)) >= 0;
}
