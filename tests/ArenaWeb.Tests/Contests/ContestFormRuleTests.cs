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
        var (again, faults) = ContestFormRule.Read(ContestFormRule.Write(contest!), new(7));
        Assert.Empty(faults);
        Assert.Equivalent(contest, again, strict: true);
    }

    [Theory]
    [InlineData("Code", "", "admin.flaw.Code")]
    [InlineData("Code", "Tin học", "admin.flaw.Code")]
    [InlineData("NameVi", " ", "admin.flaw.Name")]
    [InlineData("Start", "hôm nay", "moment.flaw.Form", "")]
    [InlineData("Start", "", "moment.flaw.Missing", "")]
    [InlineData("Start", "03/31/2026 07:00", "moment.flaw.MonthFirst", "31/03/2026")]
    [InlineData("End", "31/02/2026 07:00", "moment.flaw.NoSuchDay", "31/02/2026")]
    [InlineData("End", "9/3/26 07:00", "moment.flaw.Year", "")]
    [InlineData("End", "09/03/2026 07:00", "admin.flaw.Window")]
    [InlineData("FreezeAt", "09/03/2026 07:00", "admin.flaw.Freeze")]
    [InlineData("FreezeAt", "sau", "moment.flaw.Form", "")]
    [InlineData("Scoring", "42", "admin.flaw.Scoring")]
    [InlineData("AttemptsLimit", "0", "admin.flaw.AttemptsLimit")]
    [InlineData("AttemptsLimit", "nhiều", "admin.flaw.Whole")]
    [InlineData("Scoring", null, "admin.flaw.Scoring")]
    [InlineData("Scoring", "Icpc.Last", "admin.flaw.Scoring")]
    [InlineData("Scoring", "PointsWithPenalty.Last", "admin.flaw.Scoring")]
    public void Each_mistake_is_named_once_at_its_field(string field, string? value, string key, string? about = null)
    {
        var form = Form();
        typeof(ContestForm).GetProperty(field)!.SetValue(form, value);
        var (contest, faults) = ContestFormRule.Read(form, default);
        Assert.Null(contest);
        Assert.Equal(new(field, key, about), Assert.Single(faults));
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
            Assert.Equivalent(contest, ContestFormRule.Read(ContestFormRule.Write(contest), new(7)).Contest, strict: true);
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

    [Theory]
    [InlineData("09/03/2025 07:30", "moment.doubt.Past")]
    [InlineData("09/03/2029 07:30", "moment.doubt.Far")]
    public void A_moment_that_is_rather_a_slip_is_asked_back_once(string start, string key)
    {
        var form = Form();
        form.Start = start;
        Assert.Contains(new("Start", key, start), ContestFormRule.Doubts(form, null, Now));
        form.Sure = form.Asked;
        Assert.Empty(ContestFormRule.Doubts(form, null, Now));
        form.Start = "10/03/2025 07:30";
        Assert.NotEmpty(ContestFormRule.Doubts(form, null, Now));
    }

    [Fact]
    public void Moments_of_a_contest_that_is_over_are_asked_back_only_where_they_change()
    {
        var contest = ContestFormRule.Read(Form(), new(7)).Contest!;
        var form = ContestFormRule.Write(contest);
        Assert.Empty(ContestFormRule.Doubts(form, contest, Now.AddYears(1)));
        Assert.Null(form.Asked);
        form.End = "09/03/2026 11:00";
        Assert.Equal(["End"], ContestFormRule.Doubts(form, contest, Now.AddYears(1)).Select(doubt => doubt.Field));
    }

    private static readonly DateTimeOffset Now = new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);

    private static ContestForm Form() =>
        new()
        {
            Code = "tin - 8",
            NameVi = " Kỳ thi  thử ",
            NameEn = "",
            Start = "09/03/2026 07:30",
            End = "9/3/2026 10h",
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
