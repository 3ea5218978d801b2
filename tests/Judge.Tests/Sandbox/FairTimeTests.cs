using Judge.Programs.Run;
using Judge.Sandbox;

namespace Judge.Tests.Sandbox;

public sealed class FairTimeTests
{
    private static readonly Limits Limits = RunLimits.Of(Some.Problem(), Some.Language());

    [Theory]
    [InlineData(Ending.Exited, 3, 3, null)]
    [InlineData(Ending.Signaled, 3, 3, null)]
    [InlineData(Ending.MemoryLimit, 3, 3, null)]
    [InlineData(Ending.OutputLimit, 3, 3, null)]
    [InlineData(Ending.WallLimit, 1, 0, 12.5)]
    [InlineData(Ending.WallLimit, 0, 3, null)]
    [InlineData(Ending.CpuLimit, 0, 1, 2.5)]
    [InlineData(Ending.CpuLimit, 3, 0, null)]
    internal void Only_who_was_stopped_by_time_runs_again_and_only_a_few_times(Ending first, int waiting, int working, double? wall)
    {
        var again = FairTime.Again(first, Limits, new Chances(waiting, working));
        Assert.Equal(wall, again?.Wall.TotalSeconds);
        Assert.Equal(again is null ? null : Limits.Cpu, again?.Cpu);
    }

    [Theory]
    [InlineData(Ending.CpuLimit, Ending.CpuLimit, 3, 2)]
    [InlineData(Ending.CpuLimit, Ending.Exited, 3, 2)]
    [InlineData(Ending.WallLimit, Ending.Exited, 2, 3)]
    [InlineData(Ending.WallLimit, Ending.CpuLimit, 2, 3)]
    [InlineData(Ending.WallLimit, Ending.WallLimit, 0, 3)]
    internal void Who_surely_waits_is_not_waited_for_again(Ending first, Ending second, int waiting, int working) =>
        Assert.Equal(new Chances(waiting, working), FairTime.After(first, second, Chances.OfOneSubmission));

    [Theory]
    [InlineData(Ending.CpuLimit, Ending.CpuLimit, Ending.CpuLimit)]
    [InlineData(Ending.CpuLimit, Ending.WallLimit, Ending.CpuLimit)]
    [InlineData(Ending.CpuLimit, Ending.Exited, Ending.Exited)]
    [InlineData(Ending.CpuLimit, Ending.Signaled, Ending.Signaled)]
    [InlineData(Ending.WallLimit, Ending.CpuLimit, Ending.CpuLimit)]
    [InlineData(Ending.WallLimit, Ending.WallLimit, Ending.WallLimit)]
    internal void The_faster_run_counts(Ending first, Ending second, Ending counting) =>
        Assert.Equal(
            counting,
            FairTime.Counting(Some.Execution() with { Ending = first }, Some.Execution() with { Ending = second }).Ending
        );
}
