using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Check.Contracts;

/// <summary>
/// Output validators of Kattis' format (github.com/Kattis/problem-package-format, 2025-09, "Output Validator": "Invocation",
/// "Reporting a judgement", "Reporting Additional Feedback"): <c>input answer feedback/ ARGS &lt; output</c>, exit code 42 or 43, and
/// files in the feedback folder. DOMjudge's compare scripts are called the same way.
/// </summary>
internal sealed class KattisContract : IContract
{
    private const int Right = 42;
    private const int Wrong = 43;
    private const string Folder = "feedback";
    private const string Score = "score.txt";
    private const string Multiplier = "score_multiplier.txt";

    public Command Call(AuthorCall call)
    {
        var files = call.Before.Files.ToDictionary(file => $"{Folder}/{file.Key}", file => Content.OfBytes(file.Value));
        files["input"] = call.Input;
        files["answer"] = call.Answer;
        return new Command
        {
            Arguments = ["input", "answer", $"{Folder}/", .. call.Test.CheckerArguments],
            Files = files,
            Folders = [Folder],
            Stdin = call.Output ?? Content.Empty,
            Collect = [$"{Folder}/*"],
        };
    }

    public Checked Read(Execution execution, Problem problem, Test test)
    {
        if (execution.ExitCode is not (Right or Wrong))
        {
            throw new CheckerException(
                $"It ended with exit code {execution.ExitCode}, neither 42 nor 43. {AuthorWords.Text(execution.Stderr.Span)}".TrimEnd()
            );
        }

        var feedback = new FeedbackFolder(execution.Files.ToDictionary(file => file.Key[(Folder.Length + 1)..], file => file.Value));
        var isRight = execution.ExitCode == Right;
        if (!isRight && feedback.NextInput is not null)
        {
            throw new CheckerException("It left a next pass although it rejected the output.");
        }

        if (feedback.NextInput is not null && feedback.Files.Keys.Any(name => name.Contains('\uFFFD')))
        {
            throw new CheckerException("It left a file for the next pass whose name is not in UTF-8.");
        }

        var share = feedback.NextInput is not null ? 0 : ShareOf(feedback, isRight, problem, test);
        return new Checked(
            new CheckResult(
                share,
                isRight ? Fault.None : Fault.Different,
                Word(feedback, "teammessage.txt"),
                Word(feedback, "judgemessage.txt")
            ),
            feedback
        );
    }

    private static decimal ShareOf(FeedbackFolder feedback, bool isRight, Problem problem, Test test)
    {
        var (score, multiplier) = (Number(feedback, Score), Number(feedback, Multiplier));
        if (score is null && multiplier is null)
        {
            return isRight ? 1 : 0;
        }

        if (!isRight)
        {
            return (score ?? multiplier) == 0 ? 0 : throw new CheckerException("It left a score although it rejected the output.");
        }

        if (score is not null && multiplier is not null)
        {
            throw new CheckerException($"It left both {Score} and {Multiplier}.");
        }

        if (!HasScores(problem, test))
        {
            throw new CheckerException("It left a score, but the test's group is all or nothing.");
        }

        return multiplier is { } share ? AuthorWords.Share(share) : AuthorWords.ShareOf(score!.Value, test);
    }

    /// <summary>Samples never score, so whatever score they get is good.</summary>
    private static bool HasScores(Problem problem, Test test) =>
        test.IsSample
        || (
            problem.Scores
            && problem
                .Groups.SelectMany(group => group.Leaves)
                .Any(group => !group.IsSample && group.Name == test.Group && group.Aggregation != Aggregation.PassFail)
        );

    private static decimal? Number(FeedbackFolder feedback, string file) =>
        !feedback.Files.TryGetValue(file, out var bytes)
            ? null
            : AuthorWords.Number(AuthorWords.Text(bytes.Span))
                ?? throw new CheckerException($"{file} holds no number: '{AuthorWords.Text(bytes.Span)}'.");

    private static string Word(FeedbackFolder feedback, string file) =>
        feedback.Files.TryGetValue(file, out var bytes) ? AuthorWords.Text(bytes.Span) : "";
}
