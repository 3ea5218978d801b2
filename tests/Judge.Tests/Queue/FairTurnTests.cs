using Judge.Queue;

namespace Judge.Tests.Queue;

public sealed class FairTurnTests
{
    [Theory]
    [InlineData(0, null, 0)]
    [InlineData(7, null, 7)]
    [InlineData(7, 3L, 7)]
    [InlineData(7, 6L, 7)]
    [InlineData(7, 7L, 8)]
    [InlineData(7, 500L, 501)]
    public void The_next_turn_is_behind_ones_own_and_never_before_the_clock(long clock, long? last, long expected) =>
        Assert.Equal(expected, FairTurn.Next(clock, last));
}
