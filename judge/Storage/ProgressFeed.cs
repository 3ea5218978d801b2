using System.Globalization;
using Judge.Contests;
using Judge.Problems;
using Judge.Queue;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>Progress as short messages: contest, entrant, submission, number of tests, and a digit for each verdict.</summary>
internal sealed class ProgressFeed(Database database) : IJudgingProgress
{
    /// <summary>A message has room for this many.</summary>
    private const int MostTests = 5_000;

    public IDisposable Follow(Action<JudgingProgress> told) =>
        database.Listen(
            Signals.Progress,
            text =>
            {
                if (Read(text) is { } progress)
                {
                    told(progress);
                }
            }
        );

    public Task TellAsync(JudgingProgress progress, CancellationToken ct) => database.NotifyAsync(Signals.Progress, Write(progress), ct);

    private static string Write(JudgingProgress progress) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Contest.Value} {progress.Entrant.Value} {progress.Submission.Value} {progress.Total} "
        ) + string.Concat(progress.Tests.Take(MostTests).Select(verdict => (char)('0' + (int)verdict)));

    /// <summary>Null: not a report, such as the greeting after a new connection.</summary>
    private static JudgingProgress? Read(string text)
    {
        if (text.Split(' ') is not [var contest, var entrant, var submission, var total, var tests])
        {
            return null;
        }

        return new JudgingProgress(
            new ContestId(Number(contest)),
            new EntrantId(Number(entrant)),
            new SubmissionId(Number(submission)),
            (int)Number(total),
            [.. tests.Select(digit => (Verdict)(digit - '0'))]
        );
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
