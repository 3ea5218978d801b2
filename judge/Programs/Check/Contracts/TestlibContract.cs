using System.Text.RegularExpressions;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Check.Contracts;

/// <summary>
/// Checkers and interactors written with testlib (github.com/MikeMirzayanov/testlib, testlib.h 0.9.45): <c>input output answer</c>, as its
/// head has it ("Check, using testlib running format"). Exit codes are those of <c>*_EXIT_CODE</c> and <c>resultExitCode</c>, words those
/// that <c>InStream::quit</c> writes to standard error before the author's own. They go to staff: they quote the answer.
/// </summary>
/// <remarks>
/// <c>quitf(_pc(k))</c> ends with <c>PC_BASE_EXIT_CODE + k</c>: the base is 0, or 50 with <c>TESTSYS</c>. So it shares its codes with all
/// others, and only the words "partially correct (k)" tell it. The header leaves open what k is of; judges read it as a percentage.
/// A source that defines <c>EJUDGE</c>, <c>CONTESTER</c> or a code of its own ends otherwise: there the words decide too.
/// </remarks>
internal sealed partial class TestlibContract : IContract
{
    /// <summary>An interactor writes it, a checker reads it.</summary>
    public const string OutputFile = "output.txt";

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
            Partly(words) is { } percent
                ? Partial(percent / Hundred, words)
                : execution.ExitCode switch
                {
                    0 => new CheckResult(1, Fault.None, ForStaff: words),
                    1 or 2 or 4 or 8 => new CheckResult(0, Fault.Different, ForStaff: words),
                    3 => throw Failed(words),
                    7 => Partial(AuthorWords.ShareOf(PointsIn(words), test), words),
                    var other => ByWords(words)
                        ?? throw new CheckerException($"It ended with exit code {other}, which testlib does not know. {words}".TrimEnd()),
                }
        );
    }

    /// <summary>What it says by words alone, as its exit code is one of its own; null: these are not words of testlib.</summary>
    private static CheckResult? ByWords(string words) =>
        words.Split('(', ' ', '\n') switch
        {
            ["ok", ..] => new CheckResult(1, Fault.None, ForStaff: words),
            ["wrong", "answer" or "output", ..] or ["unexpected", "eof", ..] => new CheckResult(0, Fault.Different, ForStaff: words),
            ["FAIL", ..] => throw Failed(words),
            _ => null,
        };

    private static CheckerException Failed(string words) => new($"It says that it failed: {words}");

    private static CheckResult Partial(decimal share, string words) =>
        new(share, share == 1 ? Fault.None : Fault.Different, ForStaff: words);

    /// <summary>The k of <c>_pc(k)</c>; null: it says nothing of the kind.</summary>
    private static decimal? Partly(string words) =>
        PartlyPattern().Match(words) is not { Success: true } match ? null
        : AuthorWords.Number(match.Groups[1].Value) is <= Hundred and var percent ? percent
        : throw new CheckerException($"It gives more than {Hundred} percent: {words}");

    /// <summary><c>quitp</c> says a number, <c>quitpi</c> words for a judge that knows the problem ("points_info").</summary>
    private static decimal PointsIn(string words) =>
        PointsPattern().Match(words) is { Success: true } match && AuthorWords.Number(match.Groups[1].Value) is { } points
            ? points
            : throw new CheckerException($"It gives points but does not say how many: {words}");

    [GeneratedRegex(@"\Apoints\s+(\S+)")]
    private static partial Regex PointsPattern();

    [GeneratedRegex(@"\Apartially correct \(([0-9]{1,9})\)")]
    private static partial Regex PartlyPattern();
}
