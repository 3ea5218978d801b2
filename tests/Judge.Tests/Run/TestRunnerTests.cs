using Judge.Compile;
using Judge.Problems;
using Judge.Run;
using Judge.Sandbox;

namespace Judge.Tests.Run;

public sealed class TestRunnerTests
{
    private static readonly Execution Good = Some.Execution();
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
            Assert.Equal(Ending.WallLimit, (await RunAsync(runner)).Ending);
        Assert.Equal([2.5, 12.5, 2.5, 2.5], box.Walls);
    }

    [Fact]
    public async Task A_program_that_sleeps_on_every_test_gets_three_second_chances_in_all()
    {
        var box = new ScriptedBox(Stopped, Good, Stopped, Good, Stopped, Good, Stopped);
        var runner = Runner(box);

        for (var test = 0; test < 3; test++)
            Assert.Equal(Ending.Exited, (await RunAsync(runner)).Ending);
        Assert.Equal(Ending.WallLimit, (await RunAsync(runner)).Ending);
        Assert.Equal([2.5, 12.5, 2.5, 12.5, 2.5, 12.5, 2.5], box.Walls);
    }

    [Fact]
    public async Task A_program_that_works_too_long_is_not_run_again()
    {
        var box = new ScriptedBox(Some.Execution() with { Ending = Ending.CpuLimit });
        Assert.Equal(Ending.CpuLimit, (await RunAsync(Runner(box))).Ending);
    }

    private static TestRunner Runner(IBox box) =>
        new(box, Some.Problem(), Some.Language(), new CompiledProgram("main", Content.Empty, 0), "begin end."u8);

    private static Task<Execution> RunAsync(TestRunner runner) =>
        runner.RunAsync(new Test("1", IsSample: false, "", ""), TestContext.Current.CancellationToken);

    /// <summary>A box whose runs end as written beforehand.</summary>
    private sealed class ScriptedBox(params Execution[] script) : IBox
    {
        private readonly Queue<Execution> _script = new(script);

        public List<double> Walls { get; } = [];

        public Task PutAsync(IReadOnlyDictionary<string, Content> files, CancellationToken ct) => Task.CompletedTask;

        public Task<Execution> RunAsync(Command command, Limits limits, CancellationToken ct)
        {
            Walls.Add(limits.Wall.TotalSeconds);
            return Task.FromResult(_script.Dequeue());
        }

        public Task<IBox> OpenCompanionAsync(string image, long memoryBytes, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
