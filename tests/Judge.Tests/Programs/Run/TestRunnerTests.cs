using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Programs.Run;
using Judge.Sandbox;

namespace Judge.Tests.Programs.Run;

public sealed class TestRunnerTests
{
    private static readonly Execution Good = Some.Execution();
    private static readonly Execution Working = Some.Execution() with { Ending = Ending.CpuLimit };
    private static readonly Execution Stopped = Some.Execution() with { Ending = Ending.WallLimit };

    [Fact]
    public async Task A_program_kept_waiting_by_a_busy_machine_gets_a_second_chance()
    {
        var box = new ScriptedBox(Stopped, Good, Stopped, Good);
        var runner = Runner(box);

        Assert.Equal(Ending.Exited, (await RunAsync(runner)).Ending);
        Assert.Equal(Ending.Exited, (await RunAsync(runner)).Ending);
        Assert.Equal([2.5, 12.5, 2.5, 12.5], box.Walls);
    }

    [Fact]
    public async Task A_program_that_waits_itself_is_given_no_more_patience()
    {
        var box = new ScriptedBox(Stopped, Stopped, Stopped, Stopped);
        var runner = Runner(box);

        for (var test = 0; test < 3; test++)
        {
            Assert.Equal(Ending.WallLimit, (await RunAsync(runner)).Ending);
        }

        Assert.Equal([2.5, 12.5, 2.5, 2.5], box.Walls);
    }

    [Fact]
    public async Task A_program_that_sleeps_on_every_test_gets_three_second_chances_in_all()
    {
        var box = new ScriptedBox(Stopped, Good, Stopped, Good, Stopped, Good, Stopped);
        var runner = Runner(box);

        for (var test = 0; test < 3; test++)
        {
            Assert.Equal(Ending.Exited, (await RunAsync(runner)).Ending);
        }

        Assert.Equal(Ending.WallLimit, (await RunAsync(runner)).Ending);
        Assert.Equal([2.5, 12.5, 2.5, 12.5, 2.5, 12.5, 2.5], box.Walls);
    }

    [Fact]
    public async Task A_program_that_works_too_long_is_run_once_more_with_the_same_limits()
    {
        var box = new ScriptedBox(Working, Good, Working, Working);
        var runner = Runner(box);
        Assert.Equal(Ending.Exited, (await RunAsync(runner)).Ending);
        Assert.Equal(Ending.CpuLimit, (await RunAsync(runner)).Ending);
        Assert.Equal([2.5, 2.5, 2.5, 2.5], box.Walls);
    }

    [Fact]
    public async Task A_program_that_works_too_long_on_every_test_is_run_again_three_times_in_all()
    {
        var box = new ScriptedBox([.. Enumerable.Repeat(Working, 8)]);
        var runner = Runner(box);
        for (var test = 0; test < 5; test++)
        {
            Assert.Equal(Ending.CpuLimit, (await RunAsync(runner)).Ending);
        }

        Assert.Equal(8, box.Walls.Count);
    }

    private static Func<Task<Execution>> Runner(IBox box)
    {
        var program = new CompiledProgram(new Dictionary<string, Content>(), ["/prog/main"], 0);
        var runner = new TestRunner(Some.Problem(), Some.Language(), program, [], new SecondChances());
        return () => runner.RunAsync(box, new Test("1", IsSample: false, "", ""), Content.Empty, TestContext.Current.CancellationToken);
    }

    private static Task<Execution> RunAsync(Func<Task<Execution>> runner) => runner();
}
