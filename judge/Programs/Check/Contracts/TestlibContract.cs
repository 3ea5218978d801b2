using System.Text.RegularExpressions;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Check.Contracts;

/// <summary>
/// Checkers and interactors written with testlib (github.com/MikeMirzayanov/testlib): <c>input output answer</c> and its exit codes. Words
/// go to staff: they quote the answer.
/// </summary>
internal sealed partial class TestlibContract : IContract
{
    /// <summary>An interactor writes it, a checker reads it.</summary>
    public const string OutputFile = "output.txt";

    private const int Failed = 3;
    private const int Partly = 16;
    private const int Hundred = 100;

    public Command Call(AuthorCall call)
    {
        var files = new Dictionary<string, Content> { ["input.txt"] = call.Input, ["answer.txt"] = call.Answer };
        if (call.Output is { } output)
        {
            files[OutputFile] = output;
        }

        return new Command
        {
            Arguments = ["input.txt", OutputFile, "answer.txt", .. call.Test.CheckerArguments],
            Files = files,
            Collect = call.Output is null ? [OutputFile] : [],
        };
    }

    public Checked Read(Execution execution, Problem problem, Test test)
    {
        var words = AuthorWords.Text(execution.Stderr.Span);
        return new Checked(
            execution.ExitCode switch
            {
                0 => new CheckResult(1, Fault.None, ForStaff: words),
                1 or 2 or 4 or 8 => new CheckResult(0, Fault.Different, ForStaff: words),
                Failed => throw new CheckerException($"It says that it failed: {words}"),
                5 or 7 => Partial(AuthorWords.ShareOf(PointsIn(words), test), words),
                >= Partly and <= Partly + Hundred => Partial((decimal)(execution.ExitCode - Partly) / Hundred, words),
                var other => throw new CheckerException($"It ended with exit code {other}, which testlib does not know. {words}".TrimEnd()),
            }
        );
    }

    private static CheckResult Partial(decimal share, string words) =>
        new(share, share == 1 ? Fault.None : Fault.Different, ForStaff: words);

    private static decimal PointsIn(string words) =>
        PointsPattern().Match(words) is { Success: true } match && AuthorWords.Number(match.Groups[1].Value) is { } points
            ? points
            : throw new CheckerException($"It gives points but does not say how many: {words}");

    [GeneratedRegex(@"\Apoints\s+(\S+)")]
    private static partial Regex PointsPattern();
}
