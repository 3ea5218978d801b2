using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Check;

/// <summary>What programs of the author may use.</summary>
internal static class AuthorLimits
{
    /// <summary>To compile one: a checker with testlib takes a while.</summary>
    public static Limits Compilation { get; } =
        new(Cpu: TimeSpan.FromSeconds(60), Wall: TimeSpan.FromSeconds(120), MemoryBytes: 1L << 30, OutputBytes: 32L << 20);

    /// <summary>One run of a checker or validator; the package may ask for more than is usual.</summary>
    public static Limits Of(Problem problem, Language language) =>
        new(
            Cpu: problem.Validation.Time,
            Wall: 2 * problem.Validation.Time + TimeSpan.FromSeconds(2),
            MemoryBytes: problem.Validation.MemoryBytes,
            OutputBytes: problem.Validation.OutputBytes
        )
        {
            Processes = language.Processes,
        };
}
