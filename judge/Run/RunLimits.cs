using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Run;

/// <summary>What a program may use in one test.</summary>
internal static class RunLimits
{
    /// <summary>
    /// The clock runs on for twice the CPU time and half a second: a program that only waits holds up a core that others wait
    /// for, while one that works is never stopped by it.
    /// </summary>
    public static Limits Of(Problem problem, Language language)
    {
        var cpu = problem.TimeLimit * language.TimeFactor;
        return new Limits(
            Cpu: cpu,
            Wall: 2 * cpu + TimeSpan.FromSeconds(0.5),
            MemoryBytes: problem.MemoryBytes + ((long)language.MemoryExtraMb << 20),
            OutputBytes: problem.OutputBytes)
        { Processes = language.Processes };
    }
}
