using Judge.Problems;
using Judge.Progress;
using Judge.Score;
using Judge.Submit;

namespace Judge.Nodes;

/// <summary>Tells the progress of one submission, ten times a second at most; the judging never waits for it.</summary>
internal sealed class ProgressTeller(NewsTeller news, Submission submission, int total, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<Verdict> _done = [];
    private long? _toldAt;

    /// <summary>To be called for one test at a time, as evaluators promise.</summary>
    public void Tell(TestOutcome result)
    {
        _done.Add(result.Verdict);
        if (_toldAt is not { } before || clock.GetElapsedTime(before) >= Pause)
        {
            _toldAt = clock.GetTimestamp();
            news.Tell(new JudgingProgress(submission.Contest, submission.Entrant, submission.Id, total, [.. _done]));
        }
    }
}
