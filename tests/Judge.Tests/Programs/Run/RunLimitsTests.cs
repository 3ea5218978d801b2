using Judge.Programs.Run;

namespace Judge.Tests.Programs.Run;

public sealed class RunLimitsTests
{
    [Fact]
    public void A_languages_factor_stretches_the_time_and_its_own_memory_comes_on_top()
    {
        var problem = Some.Problem() with { TimeLimit = TimeSpan.FromSeconds(0.5), MemoryBytes = 64 << 20, OutputBytes = 123 };
        var limits = RunLimits.Of(problem, Some.Language() with { TimeFactor = 3, MemoryExtraMb = 16 });

        Assert.Equal(TimeSpan.FromSeconds(1.5), limits.Cpu);
        Assert.Equal(TimeSpan.FromSeconds(3.5), limits.Wall);
        Assert.Equal((80L << 20, 123L), (limits.MemoryBytes, limits.OutputBytes));
    }
}
