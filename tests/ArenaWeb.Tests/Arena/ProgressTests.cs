using ArenaWeb.Arena;
using Judge.Contests;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Tests.Arena;

public sealed class ProgressTests
{
    [Fact]
    public void The_best_submission_counts_not_the_last_and_never_the_sum()
    {
        var progress = Of(ShownTests.At(30), One(3, Judgements.Wrong), One(2, Judgements.HalfRight), One(1, Judgements.HalfRight));
        Assert.Equal((15m, 3, false, 2L), (progress.Points, progress.Attempts, progress.Solved, progress.Best!.Submission.Id.Value));
    }

    [Fact]
    public void A_right_submission_stays_in_front()
    {
        var progress = Of(ShownTests.At(30), One(3, null), One(2, Judgements.Wrong), One(1, Judgements.Accepted));
        Assert.Equal((30m, true, 1L), (progress.Points, progress.Solved, progress.Best!.Submission.Id.Value));
    }

    [Fact]
    public void Before_the_first_verdict_the_newest_is_shown_and_no_points()
    {
        var progress = Of(ShownTests.At(30), One(2, null), One(1, null));
        Assert.Equal((null, 2L), (progress.Points, progress.Best!.Submission.Id.Value));
    }

    [Fact]
    public void Nothing_is_betrayed_while_the_contest_keeps_results_back()
    {
        var progress = Of(ShownTests.At(30, Feedback.None), One(2, Judgements.Wrong), One(1, Judgements.Accepted));
        Assert.Equal((null, false, 2L), (progress.Points, progress.Solved, progress.Best!.Submission.Id.Value));
    }

    [Fact]
    public void Every_problem_has_a_line_even_untouched() =>
        Assert.Equal(["A", "B"], Progress.Of(ShownTests.At(30), [One(1, null)]).Select(progress => progress.Problem.Label));

    private static Progress Of(Room room, params Handed[] handed) => Progress.Of(room, handed)[0];

    private static Handed One(long id, Judgement? judgement) => new(
        new Submission
        {
            Id = new SubmissionId(id), Contest = new ContestId(1), Entrant = new EntrantId(5), Label = "A", Problem = "tong", Language = "pascal",
            Source = "", Size = 1, At = DateTimeOffset.UnixEpoch,
        },
        judgement);
}
