using Judge.Problems;
using Judge.Sandbox;
using Microsoft.Win32.SafeHandles;

namespace Judge.Programs.Check.Contracts;

/// <summary>
/// Checkers of CMS (github.com/cms-dev/cms, docs, "Task types: standard manager output"): <c>input answer output</c>; the first line of
/// standard output is a number from 0 to 1, that of standard error a message for the contestant. Managers of one process, too
/// (cms/grading/tasktypes/Communication.py, version 1.5): the input is standard input and <c>input.txt</c>, the arguments are the
/// pipes from and to the program, and the answer is not there.
/// </summary>
internal sealed class CmsContract : IContract
{
    /// <summary>Stand for sentences of CMS itself that say no more than the number does.</summary>
    private const string Translated = "translate:";

    private const string FromProgram = "u0_to_m";
    private const string ToProgram = "m_to_u0";

    public Command Call(AuthorCall call) => call.Output is { } output ? CheckerCall(call, output) : ManagerCall(call);

    public Command Join(Command call, SafeFileHandle fromProgram, SafeFileHandle toProgram) =>
        call with
        {
            Pipes = new Dictionary<string, SafeFileHandle> { [FromProgram] = fromProgram, [ToProgram] = toProgram },
        };

    /// <summary>The entrant's side where it gets names of pipes ("fifo_io"): first the one to read, then the one to write.</summary>
    public static Command JoinProgram(Command program, SafeFileHandle fromManager, SafeFileHandle toManager) =>
        program with
        {
            Arguments = [.. program.Arguments, PathOf(ToProgram), PathOf(FromProgram)],
            Pipes = new Dictionary<string, SafeFileHandle> { [ToProgram] = fromManager, [FromProgram] = toManager },
        };

    private static string PathOf(string pipe) => $"/box/{pipe}";

    private static Command ManagerCall(AuthorCall call) =>
        new()
        {
            Arguments = [PathOf(FromProgram), PathOf(ToProgram)],
            Files = new Dictionary<string, Content> { ["input.txt"] = call.Input },
            Stdin = call.Input,
        };

    private static Command CheckerCall(AuthorCall call, Content output)
    {
        var files = new Dictionary<string, Content>
        {
            ["input.txt"] = call.Input,
            ["correct_output.txt"] = call.Answer,
            ["user_output.txt"] = output,
        };
        return new Command
        {
            Arguments = ["input.txt", "correct_output.txt", "user_output.txt", .. call.Test.CheckerArguments],
            Files = files,
        };
    }

    public Checked Read(Execution execution, Problem problem, Test test)
    {
        if (execution.ExitCode != 0)
        {
            throw new CheckerException(
                $"It ended with exit code {execution.ExitCode}. {AuthorWords.Text(execution.Stderr.Span)}".TrimEnd()
            );
        }

        var first = FirstLine(AuthorWords.Text(execution.Stdout.Span));
        var share = AuthorWords.Share(
            AuthorWords.Number(first) ?? throw new CheckerException($"Its first line is no number from 0 to 1: '{first}'.")
        );
        var words = FirstLine(AuthorWords.Text(execution.Stderr.Span));
        return new Checked(
            new CheckResult(
                share,
                share == 1 ? Fault.None : Fault.Different,
                ForEntrant: words.StartsWith(Translated, StringComparison.Ordinal) ? "" : words
            )
        );
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
