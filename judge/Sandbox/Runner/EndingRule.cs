namespace Judge.Sandbox.Runner;

/// <summary>How a run ended, from what the runner measured.</summary>
internal static class EndingRule
{
    private const int FileSizeSignal = 25;
    private const int SystemCallSignal = 31;

    /// <summary>Several limits passed: memory is told first, then output, CPU time, wall time.</summary>
    public static Ending Decide(Answer answer, Limits limits) =>
        answer["oom"] > 0 || answer["rss"] * 1024 > limits.MemoryBytes ? Ending.MemoryLimit
        : answer.Has("passed", "output") || answer["signal"] == FileSizeSignal ? Ending.OutputLimit
        : answer.Has("passed", "cpu") ? Ending.CpuLimit
        : answer.Has("passed", "wall") ? Ending.WallLimit
        : answer["signal"] != 0 ? Ending.Signaled
        : Ending.Exited;

    /// <summary>
    /// Why no other submission should use the box after this run, or null. Nothing is known to survive a wipe; this is for
    /// what is not known.
    /// </summary>
    public static string? Anomaly(Answer answer) =>
        answer["oom"] > 0 ? "oom"
        : answer["signal"] == SystemCallSignal ? "system_call"
        : answer.Has("passed", "wall") ? "wall"
        : answer["reaped"] > 1 ? "processes"
        : null;
}
