using Judge.Submit;

namespace Judge.Progress;

/// <summary>
/// The latest report of each submission. A report holds all tests so far, so nobody needs the ones before it, and whoever was away is told
/// all that is true by what came after its mark.
/// </summary>
/// <param name="life">New whenever the memory is.</param>
/// <param name="most">How many submissions are remembered; then the one that was silent longest is forgotten.</param>
internal sealed class LatestProgress(Guid life, int most)
{
    private readonly LinkedList<(long Number, JudgingProgress Progress)> _told = [];
    private readonly Dictionary<SubmissionId, LinkedListNode<(long Number, JudgingProgress Progress)>> _of = [];

    public ProgressMark Mark { get; private set; } = new(life, 0);

    public void Tell(JudgingProgress progress)
    {
        if (_of.Remove(progress.Submission, out var before))
        {
            _told.Remove(before);
        }
        else if (_told is { First: { } silent } && _told.Count == most)
        {
            _of.Remove(silent.Value.Progress.Submission);
            _told.RemoveFirst();
        }

        Mark = Mark with { Number = Mark.Number + 1 };
        _of[progress.Submission] = _told.AddLast((Mark.Number, progress));
    }

    /// <param name="heard">Of another life: all is told.</param>
    public ProgressNews After(ProgressMark heard)
    {
        var from = heard.Life == Mark.Life ? heard.Number : 0;
        var news = new List<JudgingProgress>();
        for (var one = _told.Last; one is { Value: var (number, progress) } && number > from; one = one.Previous)
        {
            news.Add(progress);
        }

        news.Reverse();
        return new ProgressNews(Mark, news);
    }
}
