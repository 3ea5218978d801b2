using Judge.Problems;
using Judge.Programs.Check;
using Judge.Programs.Compile;
using Judge.Sandbox;

namespace Judge.Programs.Testing;

/// <summary>Checks outputs that were handed in; nothing is run.</summary>
internal sealed class OutputPass(OutputSet handed, long mostBytes, IChecker checker) : IPass
{
    private static readonly Execution NoRun = new()
    {
        Ending = Ending.Exited,
        Cpu = TimeSpan.Zero,
        Wall = TimeSpan.Zero,
        MemoryBytes = 0,
    };

    public async Task<PassResult> RunAsync(Test test, Content input, FeedbackFolder before, CancellationToken ct)
    {
        if (!handed.Outputs.TryGetValue(test, out var output))
        {
            return new PassResult(NoRun, new Checked(CheckResult.Wrong(Fault.NoFile)));
        }

        return output.Length > mostBytes
            ? new PassResult(NoRun with { Ending = Ending.OutputLimit }, new Checked(CheckResult.Wrong(Fault.NotChecked)))
            : new PassResult(NoRun, await checker.CheckAsync(new Output(test, input, output, before), ct));
    }

    public ValueTask DisposeAsync() => checker.DisposeAsync();
}
