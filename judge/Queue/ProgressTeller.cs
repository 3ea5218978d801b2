using Judge.Problems;
using Judge.Score;
using Judge.Submit;
using Microsoft.Extensions.Logging;

namespace Judge.Queue;

/// <summary>Tells the progress of one submission, ten times a second at most; the judging never waits for it.</summary>
internal sealed class ProgressTeller(IJudgingProgress progress, Submission submission, int total, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<Verdict> _done = [];
    private long? _toldAt;
    private Task _telling = Task.CompletedTask;

    /// <summary>To be called for one test at a time, as evaluators promise.</summary>
    public void Tell(TestOutcome result)
    {
        _done.Add(result.Verdict);
        if (_telling.IsCompleted && (_toldAt is not { } before || clock.GetElapsedTime(before) >= Pause))
        {
            _toldAt = clock.GetTimestamp();
            _telling = TellAsync([.. _done]);
        }
    }

    private async Task TellAsync(IReadOnlyList<Verdict> done)
    {
        try
        {
            await progress.TellAsync(
                new JudgingProgress(submission.Contest, submission.Entrant, submission.Id, total, done),
                CancellationToken.None
            );
        }
        catch (Exception e)
        {
            log.LogDebug(e, "Progress of submission {Submission} could not be told", submission.Id.Value);
        }
    }
}
