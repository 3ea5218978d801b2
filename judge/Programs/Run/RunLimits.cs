using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Run;

/// <summary>What a program may use in one test.</summary>
internal static class RunLimits
{
    /// <summary>
    /// The clock runs on for twice the CPU time and half a second: a program that only waits holds up a core that others wait
    /// for, while one that works is never stopped by it.
    /// </summary>
    public static Limits Of(Problem problem, Language language, Test? test = null)
    {
        var cpu = (test?.TimeLimit ?? problem.TimeLimit) * language.TimeFactor;
        return new Limits(
            Cpu: cpu,
            Wall: 2 * cpu + TimeSpan.FromSeconds(0.5),
            MemoryBytes: WithExtra(test?.MemoryBytes ?? problem.MemoryBytes, language),
            OutputBytes: problem.OutputBytes
        );
    }

    /// <summary>The memory of the most generous test.</summary>
    public static long MostMemory(Problem problem, Language language) =>
        WithExtra(problem.Tests.Select(test => test.MemoryBytes ?? 0).Append(problem.MemoryBytes).Max(), language);

    private static long WithExtra(long bytes, Language language) => bytes + ((long)language.MemoryExtraMb << 20);
}
