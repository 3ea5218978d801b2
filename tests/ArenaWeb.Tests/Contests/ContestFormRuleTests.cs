using ArenaWeb.Contests;
using ArenaWeb.Problems;

namespace ArenaWeb.Tests.Contests;

public sealed class ContestFormRuleTests
{
    [Fact]
    public void A_good_form_is_a_contest()
    {
        var (contest, faults) = ContestFormRule.Read(Form(), new(7));
        Assert.Empty(faults);
        Assert.Equal(new(7), contest!.Id);
        Assert.Equal("TIN-8", contest.Code);
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 0, 30, 0, TimeSpan.Zero), contest.Start);
        Assert.Equal(["BAI2", "BAI10"], contest.Problems.Select(problem => problem.Label));
        Assert.Equal([8.75m, 100m], contest.Problems.Select(problem => problem.Points));
        Assert.Null(contest.AttemptsLimit);
    }

    [Fact]
    public void What_is_written_for_a_contest_reads_as_the_same_contest()
    {
        var (contest, _) = ContestFormRule.Read(Form(), new(7));
        var (again, faults) = ContestFormRule.Read(ContestFormRule.Write(contest!, ["x", "y", "z"]), new(7));
        Assert.Empty(faults);
        Assert.Equivalent(contest, again, strict: true);
    }

    [Theory]
    [InlineData("Code", "", "admin.flaw.Code")]
    [InlineData("Code", "Tin học", "admin.flaw.Code")]
    [InlineData("NameVi", " ", "admin.flaw.Name")]
    [InlineData("Start", "hôm nay", "admin.flaw.Time")]
    [InlineData("Start", "", "admin.flaw.TimeMissing")]
    [InlineData("End", "2026-03-09T07:00", "admin.flaw.Window")]
    [InlineData("FreezeAt", "2026-03-09T07:00", "admin.flaw.Freeze")]
    [InlineData("FreezeAt", "sau", "admin.flaw.Time")]
    [InlineData("Scoring", "42", "admin.flaw.Scoring")]
    [InlineData("AttemptsLimit", "0", "admin.flaw.AttemptsLimit")]
    [InlineData("AttemptsLimit", "nhiều", "admin.flaw.Whole")]
    [InlineData("Scoring", null, "admin.flaw.Scoring")]
    [InlineData("Scoring", "Icpc.Last", "admin.flaw.Scoring")]
    [InlineData("Scoring", "PointsWithPenalty.Last", "admin.flaw.Scoring")]
    public void Each_mistake_is_named_once_at_its_field(string field, string? value, string key)
    {
        var form = Form();
        typeof(ContestForm).GetProperty(field)!.SetValue(form, value);
        var (contest, faults) = ContestFormRule.Read(form, default);
        Assert.Null(contest);
        Assert.Equal(new(field, key), Assert.Single(faults));
    }

    [Theory]
    [InlineData("Icpc", "", 20)]
    [InlineData("Icpc", "10", 10)]
    [InlineData("PointsWithPenalty", " ", 5)]
    [InlineData("PointsWithPenalty.BestPerSubtask", "0", 0)]
    [InlineData("Points", "7", 20)]
    [InlineData("Points.Last", "nhiều", 20)]
    public void Penalty_is_what_is_usual_where_nothing_is_typed_and_not_read_where_there_is_none(string scoring, string typed, int minutes)
    {
        var form = Form();
        (form.Scoring, form.PenaltyMinutes) = (scoring, typed);
        Assert.Equal(minutes, ContestFormRule.Read(form, default).Contest?.PenaltyMinutes);
    }

    [Theory]
    [InlineData("-1", "admin.flaw.Whole")]
    [InlineData("2000", "admin.flaw.Penalty")]
    public void A_penalty_that_cannot_be_is_named_where_there_is_one(string typed, string key)
    {
        var form = Form();
        (form.Scoring, form.PenaltyMinutes) = ("PointsWithPenalty", typed);
        Assert.Equal(new("PenaltyMinutes", key), Assert.Single(ContestFormRule.Read(form, default).Faults));
    }

    [Fact]
    public void Every_way_of_scoring_reads_as_it_was_written()
    {
        foreach (var way in ScoringWay.All)
        {
            var form = Form();
            (form.Scoring, form.PenaltyMinutes) = (way.Name, "3");
            var contest = ContestFormRule.Read(form, new(7)).Contest!;
            Assert.Equal((way.Scoring, way.Counting), (contest.Scoring, contest.Counting));
            Assert.Equivalent(contest, ContestFormRule.Read(ContestFormRule.Write(contest, []), new(7)).Contest, strict: true);
        }
    }

    [Fact]
    public void A_points_number_with_two_marks_is_refused_at_its_line()
    {
        var form = Form();
        form.Problems[1].Points = "1.234,5";
        Assert.Equal(new("Problems[1].Points", "admin.flaw.Number"), Assert.Single(ContestFormRule.Read(form, default).Faults));
    }

    [Fact]
    public void Equal_labels_and_no_problems_at_all_are_refused()
    {
        var form = Form();
        form.Problems[1].Label = "bai10";
        Assert.Equal("admin.flaw.LabelTwice", Assert.Single(ContestFormRule.Read(form, default).Faults).Key);
        form.Problems.ForEach(line => line.Chosen = false);
        Assert.Equal("admin.flaw.NoProblems", Assert.Single(ContestFormRule.Read(form, default).Faults).Key);
    }

    private static ContestForm Form() =>
        new()
        {
            Code = "tin - 8",
            NameVi = " Kỳ thi  thử ",
            NameEn = "",
            Start = "2026-03-09T07:30",
            End = "2026-03-09T10:00",
            Problems =
            [
                new()
                {
                    Name = "x",
                    Chosen = true,
                    Label = "Bai10",
                    Points = "100",
                },
                new()
                {
                    Name = "y",
                    Chosen = true,
                    Label = "BAI2",
                    Points = "8,75",
                },
                new()
                {
                    Name = "z",
                    Label = "?",
                    Points = "?",
                },
            ],
        };
}
