using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Sandbox;

namespace Judge.Programs.Run;

/// <summary>A program that is ready to be run on the tests of a problem, in any box where its files lie.</summary>
/// <param name="inputNames">Names under which the input file is laid down; empty: standard streams.</param>
/// <param name="chances">Those of the submission.</param>
internal sealed class TestRunner(
    Problem problem,
    Language language,
    CompiledProgram program,
    IReadOnlyList<string> inputNames,
    SecondChances chances
)
{
    /// <summary>Runs a test, once more where that is fair (<see cref="FairTime"/>).</summary>
    /// <param name="input">The test's input, or that of a later pass.</param>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the program.</exception>
    public Task<Execution> RunAsync(IBox box, Test test, Content input, CancellationToken ct) =>
        chances.RunAsync(
            RunLimits.Of(problem, language, test),
            async limits => TrueEnding.Of(await box.RunAsync(CommandOf(test, input), limits, ct), limits, language, program.StaticBytes),
            execution => execution.Ending,
            FairTime.Counting
        );

    private Command CommandOf(Test test, Content input)
    {
        var command = ProgramCommand.Of(program, test);
        if (problem.Files is not { } names)
        {
            return command with { Stdin = input };
        }

        var files = new Dictionary<string, Content>(command.Files);
        foreach (var name in inputNames)
        {
            files.TryAdd(name, input);
        }

        return command with
        {
            Files = files,
            Collect = [names.Output],
            Stdin = names.Streams ? input : Content.Empty,
        };
    }
}
