using ArenaWeb.Arena;
using ArenaWeb.Tests.Judgements;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Tests.Arena;

public sealed class ProgressTests
{
    [Fact]
    public void The_best_submission_counts_not_the_last_and_never_the_sum()
    {
        var progress = Of(
            ShownResultTests.At(30),
            One(3, SomeJudgements.Wrong),
            One(2, SomeJudgements.HalfRight),
            One(1, SomeJudgements.HalfRight)
        );
        Assert.Equal((15m, 3, false, 2L), (progress.Points, progress.Attempts, progress.Solved, progress.Best!.Submission.Id.Value));
    }

    [Fact]
    public void A_right_submission_stays_in_front()
    {
        var progress = Of(ShownResultTests.At(30), One(3, null), One(2, SomeJudgements.Wrong), One(1, SomeJudgements.Accepted));
        Assert.Equal((30m, true, 1L), (progress.Points, progress.Solved, progress.Best!.Submission.Id.Value));
    }

    [Fact]
    public void Before_the_first_verdict_the_newest_is_shown_and_no_points()
    {
        var progress = Of(ShownResultTests.At(30), One(2, null), One(1, null));
        Assert.Equal((null, 2L), (progress.Points, progress.Best!.Submission.Id.Value));
    }

    [Fact]
    public void Nothing_is_betrayed_while_the_contest_keeps_results_back()
    {
        var progress = Of(ShownResultTests.At(30, Feedback.None), One(2, SomeJudgements.Wrong), One(1, SomeJudgements.Accepted));
        Assert.Equal((null, false, 2L), (progress.Points, progress.Solved, progress.Best!.Submission.Id.Value));
    }

    [Fact]
    public void Where_the_last_one_counts_it_stands_in_front_even_if_it_is_worse()
    {
        var progress = Of(
            Counted(Counting.Last),
            One(4, null),
            One(3, SomeJudgements.NotCompiled),
            One(2, SomeJudgements.HalfRight),
            One(1, SomeJudgements.Accepted)
        );
        Assert.Equal((15m, false, 2L), (progress.Points, progress.Solved, progress.Best!.Submission.Id.Value));
    }

    [Fact]
    public void Where_subtasks_count_the_best_of_each_is_added_and_said_on_the_card()
    {
        var (first, second) = (One(1, SomeJudgements.Grouped(1, 0)), One(2, SomeJudgements.Grouped(0, 0.5m)));
        var progress = Of(Counted(Counting.BestPerSubtask), second, first);
        Assert.Equal((19.5m, false, 2L), (progress.Points, progress.Solved, progress.Best!.Submission.Id.Value));
        var card = progress.OnCard(ShownResultTests.At(30).Show(progress.Problem, progress.Best.Judgement));
        Assert.Equal(("PARTIAL", 19.5m, 0), (card.Code, card.Points, card.Tests.Count));
        var solved = Of(Counted(Counting.BestPerSubtask), One(2, SomeJudgements.Grouped(0, 1)), first);
        Assert.True(solved.Solved);
        Assert.Equal("AC", solved.OnCard(ShownResultTests.At(30).Show(solved.Problem, solved.Best!.Judgement)).Code);
    }

    [Fact]
    public void The_card_of_one_submission_is_that_submission()
    {
        var progress = Of(ShownResultTests.At(30), One(2, SomeJudgements.Wrong), One(1, SomeJudgements.HalfRight));
        var shown = ShownResultTests.At(30).Show(progress.Problem, progress.Best!.Judgement);
        Assert.Equal(shown, progress.OnCard(shown));
    }

    [Fact]
    public void The_sum_is_that_of_the_board()
    {
        var contest = ShownResultTests.At(30);
        var thirds = contest with
        {
            Contest = contest.Contest with { Problems = [.. "ABC".Select(label => new ContestProblem($"{label}", "tong", 100))] },
        };
        var handed = "ABC".Select(
            (label, at) =>
            {
                var one = One(at + 1, SomeJudgements.Of(Verdict.WrongAnswer, 1 / 3m, Verdict.WrongAnswer));
                return one with { Submission = one.Submission with { Label = $"{label}" } };
            }
        );
        Assert.Equal(100, Progress.Of(thirds, [.. handed]).Total);
    }

    [Fact]
    public void Every_problem_has_a_line_even_untouched() =>
        Assert.Equal(["A", "B"], Progress.Of(ShownResultTests.At(30), [One(1, null)]).Problems.Select(progress => progress.Problem.Label));

    private static Progress Of(PupilContest contest, params OwnSubmission[] handed) => Progress.Of(contest, handed).Problems[0];

    private static PupilContest Counted(Counting counting)
    {
        var contest = ShownResultTests.At(30);
        return contest with { Contest = contest.Contest with { Counting = counting } };
    }

    private static OwnSubmission One(long id, Judgement? judgement) =>
        new(
            new Submission
            {
                Id = new SubmissionId(id),
                Contest = new ContestId(1),
                Entrant = new EntrantId(5),
                Label = "A",
                Problem = "tong",
                Language = "pascal",
                Source = "",
                Size = 1,
                At = ShownResultTests.At(0).Contest.Start.AddMinutes(id),
            },
            judgement
        );
}
