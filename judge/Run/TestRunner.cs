using Judge.Compile;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Run;

/// <summary>Runs one program on the tests of one problem, in a box where the program already lies.</summary>
internal sealed class TestRunner(IBox box, Problem problem, Language language, CompiledProgram program, ReadOnlySpan<byte> source)
{
    private readonly Limits _limits = RunLimits.Of(problem, language);
    private readonly IReadOnlyList<string> _inputNames = problem.Files is { } files ? InputNames.For(files.Input, source) : [];

    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the program.</exception>
    public async Task<Execution> RunAsync(Test test, CancellationToken ct)
    {
        var input = Content.OfFile(test.InputPath);
        var command = new Command { Arguments = language.Run };
        command = problem.Files is not { } files
            ? command with { Stdin = input }
            : command with { Files = _inputNames.ToDictionary(name => name, _ => input), Collect = [files.Output] };
        return TrueEnding.Of(await box.RunAsync(command, _limits, ct), _limits, language, program.StaticBytes);
    }
}
