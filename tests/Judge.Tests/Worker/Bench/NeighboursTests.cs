using Judge.Worker.Bench;

namespace Judge.Tests.Worker.Bench;

public sealed class NeighboursTests
{
    [Theory]
    [InlineData(20, 100)]
    [InlineData(2, 500)]
    [InlineData(1, 500)]
    public void Neighbours_fill_half_of_the_free_memory_all_together(int count, long share) =>
        Assert.Equal(share, Neighbours.Share(count, 1000));

    [Fact]
    public void Free_memory_is_what_programs_can_still_get() =>
        Assert.Equal(2048L << 10, Neighbours.FreeBytes("MemTotal:  4096 kB\nMemFree:  1 kB\nMemAvailable:    2048 kB\n"));
}
