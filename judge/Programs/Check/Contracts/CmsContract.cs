using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Check.Contracts;

/// <summary>
/// Checkers of CMS (github.com/cms-dev/cms, docs, "Task types: standard manager output"): <c>input answer output</c>; the first line of
/// standard output is a number from 0 to 1, that of standard error a message for the contestant.
/// </summary>
internal sealed class CmsContract : IContract
{
    /// <summary>Stand for sentences of CMS itself that say no more than the number does.</summary>
    private const string Translated = "translate:";

    public Command Call(AuthorCall call)
    {
        var files = new Dictionary<string, Content> { ["input.txt"] = call.Input, ["correct_output.txt"] = call.Answer };
        if (call.Output is { } output)
        {
            files["user_output.txt"] = output;
        }

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
