using Judge.Compile;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Run;

/// <summary>Runs one program on the tests of one problem, in a box where the program already lies.</summary>
internal sealed class TestRunner(IBox box, Problem problem, Language language, CompiledProgram program, ReadOnlySpan<byte> source)
{
    private const int Patience = 5;

    /// <summary>Chances of one submission: one that sleeps on every test would hold a core for minutes that others wait for.</summary>
    private const int MostSecondChances = 3;

    private readonly Limits _limits = RunLimits.Of(problem, language);
    private readonly IReadOnlyList<string> _inputNames = problem.Files is { } files ? InputNames.For(files.Input, source) : [];

    private int _chances = MostSecondChances;

    /// <summary>
    /// Runs a test. A program stopped by the clock either waits or was itself kept waiting by a busy machine, which would not
    /// be its fault: it is run again with more patience, a few times a submission, and only if it is stopped again it is known to wait.
    /// </summary>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the program.</exception>
    public async Task<Execution> RunAsync(Test test, CancellationToken ct)
    {
        var execution = await RunAsync(test, _limits, ct);
        if (execution.Ending is not Ending.WallLimit || _chances == 0)
            return execution;
        execution = await RunAsync(test, _limits with { Wall = Patience * _limits.Wall }, ct);
        _chances = execution.Ending is Ending.WallLimit ? 0 : _chances - 1;
        return execution;
    }

    private async Task<Execution> RunAsync(Test test, Limits limits, CancellationToken ct)
    {
        var input = Content.OfFile(test.InputPath);
        var command = new Command { Arguments = language.Run };
        command = problem.Files is not { } files
            ? command with { Stdin = input }
            : command with { Files = _inputNames.ToDictionary(name => name, _ => input), Collect = [files.Output] };
        return TrueEnding.Of(await box.RunAsync(command, limits, ct), limits, language, program.StaticBytes);
    }
}
