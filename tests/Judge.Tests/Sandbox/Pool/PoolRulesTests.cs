using Judge.Sandbox.Pool;

namespace Judge.Tests.Sandbox.Pool;

public class PoolRulesTests
{
    [Theory]
    [InlineData(null, 1, null)]
    [InlineData(null, 24, null)]
    [InlineData(null, 25, "used_up")]
    [InlineData("oom", 1, "oom")]
    [InlineData("oom", 25, "oom")]
    public void A_box_is_thrown_away_after_anything_unusual_or_enough_uses(string? anomaly, int uses, string? expected) =>
        Assert.Equal(expected, RecyclingRule.Reason(anomaly, uses, 25));

    [Theory]
    [InlineData(0, 512)]
    [InlineData(256, 512)]
    [InlineData(288, 512)]
    [InlineData(289, 1024)]
    [InlineData(1024, 1536)]
    public void Memory_of_a_box_leaves_room_and_comes_in_steps(long limit, long expected) =>
        Assert.Equal(expected << 20, MemoryClass.For(limit << 20));

    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("\t0-3,8", new[] { 0, 1, 2, 3, 8 })]
    [InlineData("1,3", new[] { 1, 3 })]
    public void Lists_of_cores_are_read(string list, int[] expected) => Assert.Equal(expected, Cores.Parse(list));

    [Fact]
    public void This_process_may_use_a_core() => Assert.NotEmpty(Cores.Usable());
}
