using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Sandbox;

namespace Judge.Programs.Check;

/// <summary>What programs of the author may use.</summary>
internal static class AuthorLimits
{
    /// <summary>
    /// CPU time for first touching a byte of memory, in nanoseconds: 33 µs a page of 4 KB, twice what the slowest machines take.
    /// </summary>
    private const double TouchNanoseconds = 8;

    /// <summary>To compile one: a checker with testlib takes a while.</summary>
    public static Limits Compilation { get; } = Compiler.LimitsOf(TimeSpan.FromSeconds(60), memoryBytes: 1L << 30);

    /// <summary>
    /// One run of a checker, interactor or validator; the package may ask for more than is usual. Time to fill all its memory is added, so
    /// that one that takes too much of it is told so even where memory is slow.
    /// </summary>
    public static Limits Of(Problem problem, Language language)
    {
        var (time, memory, output) = problem.Validation;
        var cpu = time + TimeSpan.FromMicroseconds(memory * TouchNanoseconds / 1000);
        return new Limits(cpu, Wall: 2 * cpu + TimeSpan.FromSeconds(2), memory, output);
    }
}
