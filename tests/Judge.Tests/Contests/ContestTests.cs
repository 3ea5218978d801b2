using Judge.Contests;

namespace Judge.Tests.Contests;

public sealed class ContestTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, ContestPhase.Upcoming)]
    [InlineData(0, ContestPhase.Running)]
    [InlineData(3599, ContestPhase.Running)]
    [InlineData(3600, ContestPhase.Over)]
    public void It_runs_from_the_second_of_its_start_to_the_second_before_its_end(int seconds, ContestPhase phase)
    {
        var contest = new Contest
        {
            Code = "TIN",
            Names = new Dictionary<string, string>(),
            Scoring = ScoringStyle.Points,
            Start = Start,
            End = Start.AddHours(1),
            Problems = [],
        };
        Assert.Equal(phase, contest.PhaseAt(Start.AddSeconds(seconds)));
    }

    [Fact]
    public void Labels_are_ordered_with_numbers_by_their_value() =>
        Assert.Equal(
            "A B BAI2 BAI10",
            string.Join(
                ' ',
                new[] { "BAI10", "B", "BAI2", "A" }
                    .Select(label => new ContestProblem(label, "aplusb", 1))
                    .Order(ContestProblem.ByLabel)
                    .Select(problem => problem.Label)
            )
        );
}
