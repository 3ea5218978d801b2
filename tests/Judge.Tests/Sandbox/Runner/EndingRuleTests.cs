using System.Text;
using Judge.Sandbox;
using Judge.Sandbox.Runner;

namespace Judge.Tests.Sandbox.Runner;

public class EndingRuleTests
{
    private static readonly Limits Limits = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), 64L << 20, 1000);

    [Theory]
    [InlineData("exit=0", "Exited")]
    [InlineData("exit=7", "Exited")]
    [InlineData("signal=11", "Signaled")]
    [InlineData("signal=9 passed=cpu", "CpuLimit")]
    [InlineData("signal=9 passed=wall", "WallLimit")]
    [InlineData("signal=9 passed=cpu passed=wall", "CpuLimit")]
    [InlineData("exit=0 passed=output", "OutputLimit")]
    [InlineData("signal=25", "OutputLimit")]
    [InlineData("signal=9 passed=cpu passed=output", "OutputLimit")]
    [InlineData("signal=9 oom=1 passed=cpu passed=output", "MemoryLimit")]
    [InlineData("exit=0 oom=1", "MemoryLimit")]
    [InlineData("exit=0 rss=65536", "Exited")]
    [InlineData("exit=0 rss=65537", "MemoryLimit")]
    [InlineData("signal=9 rss=65536 passed=cpu", "CpuLimit")]
    [InlineData("signal=9 rss=65537 passed=cpu", "MemoryLimit")]
    [InlineData("exit=0 rss=65537 passed=cpu passed=wall passed=output", "MemoryLimit")]
    public void The_first_limit_in_order_is_told(string words, string expected) =>
        Assert.Equal(Enum.Parse<Ending>(expected), EndingRule.Decide(Said(words), Limits));

    [Theory]
    [InlineData("exit=1 reaped=1", null)]
    [InlineData("signal=9 passed=cpu reaped=1", null)]
    [InlineData("exit=0 oom=1 reaped=1", "oom")]
    [InlineData("signal=31 reaped=1", "system_call")]
    [InlineData("signal=9 passed=wall reaped=1", "wall")]
    [InlineData("exit=0 reaped=2", "processes")]
    public void Anything_unusual_is_named(string words, string? expected) => Assert.Equal(expected, EndingRule.Anomaly(Said(words)));

    private static Answer Said(string words) => Answer.Parse(Encoding.UTF8.GetBytes("done\0" + words.Replace(' ', '\0') + "\0"));
}
