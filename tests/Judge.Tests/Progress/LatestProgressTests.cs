using FsCheck.Fluent;
using Judge.Contests;
using Judge.Problems;
using Judge.Progress;
using Judge.Submit;

namespace Judge.Tests.Progress;

public sealed class LatestProgressTests
{
    [Fact]
    public void Whoever_asks_at_whatever_moments_ends_with_the_latest_of_each_submission() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(byte Submission, bool Asks)[]>(),
                steps =>
                {
                    var latest = New();
                    var (heard, known) = (default(ProgressMark), new Dictionary<SubmissionId, JudgingProgress>());
                    foreach (var (step, at) in steps.Select((step, at) => (step, at)))
                    {
                        latest.Tell(Of(step.Submission % 5, at));
                        if (step.Asks)
                        {
                            Ask();
                        }
                    }

                    Ask();
                    return steps.Select((step, at) => Of(step.Submission % 5, at)).GroupBy(told => told.Submission).All(Knows)
                        && latest.After(heard).Told.Count == 0;

                    bool Knows(IGrouping<SubmissionId, JudgingProgress> told) => known[told.Key].Total == told.Last().Total;

                    void Ask()
                    {
                        var news = latest.After(heard);
                        heard = news.Mark;
                        foreach (var told in news.Told)
                        {
                            known[told.Submission] = told;
                        }
                    }
                }
            )
            .Holds();

    [Fact]
    public void Of_a_new_life_everything_is_told()
    {
        var (old, latest) = (New(), New());
        old.Tell(Of(1, 1));
        old.Tell(Of(1, 2));
        latest.Tell(Of(2, 1));
        Assert.Equal([new SubmissionId(2)], latest.After(old.Mark).Told.Select(told => told.Submission));
    }

    [Fact]
    public void The_one_that_was_silent_longest_is_forgotten()
    {
        var latest = New(most: 2);
        latest.Tell(Of(1, 1));
        latest.Tell(Of(2, 1));
        latest.Tell(Of(1, 2));
        latest.Tell(Of(3, 1));
        Assert.Equal([1, 3], latest.After(default).Told.Select(told => told.Submission.Value));
    }

    private static LatestProgress New(int most = 100) => new(Guid.NewGuid(), most);

    private static JudgingProgress Of(int submission, int total) =>
        new(new ContestId(1), new EntrantId(1), new SubmissionId(submission), total, [Verdict.Accepted]);
}
