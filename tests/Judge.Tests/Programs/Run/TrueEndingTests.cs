using Judge.Problems;
using Judge.Programs.Run;
using Judge.Sandbox;

namespace Judge.Tests.Programs.Run;

public sealed class TrueEndingTests
{
    private static readonly Limits Limits = RunLimits.Of(Some.Problem(), Some.Language());

    [Theory]
    [InlineData(Ending.Exited)]
    [InlineData(Ending.Signaled)]
    [InlineData(Ending.CpuLimit)]
    [InlineData(Ending.WallLimit)]
    [InlineData(Ending.OutputLimit)]
    [InlineData(Ending.MemoryLimit)]
    internal void Within_all_limits_the_ending_stays(Ending ending) => Assert.Equal(ending, Of(Some.Execution() with { Ending = ending }));

    [Theory]
    [InlineData(Ending.Exited)]
    [InlineData(Ending.Signaled)]
    [InlineData(Ending.CpuLimit)]
    [InlineData(Ending.OutputLimit)]
    internal void Memory_over_the_limit_wins_over_all(Ending ending) =>
        Assert.Equal(
            Ending.MemoryLimit,
            Of(Some.Execution() with { Ending = ending, MemoryBytes = Limits.MemoryBytes + 1, Cpu = Limits.Cpu * 2 })
        );

    [Fact]
    public void Exactly_the_limit_is_within_it() =>
        Assert.Equal(Ending.Exited, Of(Some.Execution() with { MemoryBytes = Limits.MemoryBytes, Cpu = Limits.Cpu }));

    [Fact]
    public void Time_over_the_limit_counts_though_the_program_ended_by_itself() =>
        Assert.Equal(Ending.CpuLimit, Of(Some.Execution() with { Cpu = Limits.Cpu + TimeSpan.FromTicks(10) }));

    [Fact]
    public void Output_over_the_limit_wins_over_time() =>
        Assert.Equal(Ending.OutputLimit, Of(Some.Execution() with { Ending = Ending.Signaled, Signal = 25, Cpu = Limits.Cpu * 2 }));

    [Fact]
    public void A_Pascal_heap_that_cannot_grow_is_a_memory_limit() =>
        Assert.Equal(Ending.MemoryLimit, Of(Some.Execution() with { ExitCode = 203 }));

    [Theory]
    [InlineData(Ending.Exited)]
    [InlineData(Ending.CpuLimit)]
    [InlineData(Ending.WallLimit)]
    [InlineData(Ending.OutputLimit)]
    internal void Where_memory_and_another_limit_are_exceeded_memory_is_told(Ending ending)
    {
        Assert.Equal(Ending.MemoryLimit, Of(Some.Execution() with { Ending = ending, ExitCode = 203, Cpu = Limits.Cpu * 2 }));
        Assert.Equal(Ending.MemoryLimit, Of(Some.Execution() with { Ending = ending, MemoryBytes = Limits.MemoryBytes + 1 }));
    }

    [Fact]
    public void A_program_that_grows_towards_its_memory_limit_and_is_stopped_below_it_took_too_much_time() =>
        Assert.Equal(
            Ending.CpuLimit,
            Of(Some.Execution() with { Ending = Ending.CpuLimit, MemoryBytes = Limits.MemoryBytes, Cpu = Limits.Cpu })
        );

    [Fact]
    public void The_sign_of_one_language_means_nothing_in_another() =>
        Assert.Equal(Ending.Exited, Of(Some.Execution() with { ExitCode = 203 }, Some.Language() with { OutOfMemory = null }));

    [Theory]
    [InlineData("Traceback (most recent call last):\nMemoryError\n", 1, Ending.MemoryLimit)]
    [InlineData("Traceback (most recent call last):\nValueError: x\n", 1, Ending.Exited)]
    [InlineData("MemoryError", 0, Ending.Exited)]
    internal void A_Python_MemoryError_is_a_memory_limit(string stderr, int exitCode, Ending ending)
    {
        var python = Some.Language() with { OutOfMemory = new OutOfMemory(1, "MemoryError") };
        var execution = Some.Execution() with { ExitCode = exitCode, Stderr = System.Text.Encoding.UTF8.GetBytes(stderr) };
        Assert.Equal(ending, Of(execution, python));
    }

    [Fact]
    public void Arrays_too_large_to_start_with_are_a_memory_limit_and_no_crash()
    {
        var crash = Some.Execution() with { Ending = Ending.Signaled, Signal = 11 };
        Assert.Equal(Ending.MemoryLimit, Of(crash, staticBytes: Limits.MemoryBytes + 1));
        Assert.Equal(Ending.Signaled, Of(crash, staticBytes: Limits.MemoryBytes));
        Assert.Equal(Ending.Signaled, Of(crash with { Signal = 6 }, staticBytes: Limits.MemoryBytes + 1));
    }

    private static Ending Of(Execution execution, Language? language = null, long staticBytes = 0) =>
        TrueEnding.Of(execution, Limits, language ?? Some.Language(), staticBytes).Ending;
}
