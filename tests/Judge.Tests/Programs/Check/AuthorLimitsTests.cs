using Judge.Problems;
using Judge.Programs.Check;

namespace Judge.Tests.Programs.Check;

public sealed class AuthorLimitsTests
{
    /// <summary>CPU time to touch a page of 4 KB first on the slowest machines known, in microseconds.</summary>
    private const double SlowPage = 17;

    [Theory]
    [InlineData(1, 64)]
    [InlineData(1, 1024)]
    [InlineData(10, 1024)]
    [InlineData(10, 2048)]
    public void Time_enough_is_left_to_fill_all_memory_on_a_slow_machine(int seconds, long megabytes)
    {
        var time = TimeSpan.FromSeconds(seconds);
        var problem = Some.Problem() with { Validation = new ValidationLimits(time, megabytes << 20, 1 << 20) };
        var limits = AuthorLimits.Of(problem, Some.Language());
        var filling = TimeSpan.FromMicroseconds(limits.MemoryBytes / 4096 * SlowPage);
        Assert.InRange(limits.Cpu, time + 1.5 * filling, time + 2 * filling);
        Assert.True(limits.Wall > 2 * limits.Cpu);
    }
}
