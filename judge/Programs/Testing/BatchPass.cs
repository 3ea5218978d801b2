using Judge.Problems;
using Judge.Programs.Check;
using Judge.Programs.Run;
using Judge.Sandbox;
using Judge.Settings;

namespace Judge.Programs.Testing;

/// <summary>Runs the program in its box, then has its output checked.</summary>
internal sealed class BatchPass(IBox box, TestRunner runner, FileNames? files, IChecker checker) : IPass
{
    public async Task<PassResult> RunAsync(Test test, Content input, FeedbackFolder before, CancellationToken ct)
    {
        var execution = await RunAsync(test, input, ct);
        if (execution is not { Ending: Ending.Exited, ExitCode: 0 })
        {
            return new PassResult(execution, new Checked(CheckResult.Wrong(Fault.NotChecked)));
        }

        using var stage = Tracing.Begin(Tracing.Check);
        return ProgramOutput.Of(execution, files) is { } output
            ? new PassResult(execution, await checker.CheckAsync(new Output(test, input, output, before), ct))
            : new PassResult(execution, new Checked(CheckResult.Wrong(Fault.NoFile)));
    }

    public ValueTask DisposeAsync() => checker.DisposeAsync();

    private async Task<Execution> RunAsync(Test test, Content input, CancellationToken ct)
    {
        using var stage = Tracing.Begin(Tracing.Run);
        return await runner.RunAsync(box, test, input, ct);
    }
}
