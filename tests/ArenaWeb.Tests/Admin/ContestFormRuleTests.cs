using ArenaWeb.Admin;

namespace ArenaWeb.Tests.Admin;

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
    [InlineData("PenaltyMinutes", "-1", "admin.flaw.Whole")]
    [InlineData("PenaltyMinutes", "2000", "admin.flaw.Penalty")]
    public void Each_mistake_is_named_once_at_its_field(string field, string value, string key)
    {
        var form = Form();
        typeof(ContestForm).GetProperty(field)!.SetValue(form, value);
        var (contest, faults) = ContestFormRule.Read(form, default);
        Assert.Null(contest);
        Assert.Equal(new(field, key), Assert.Single(faults));
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

    private static ContestForm Form() => new()
    {
        Code = "tin - 8", NameVi = " Kỳ thi  thử ", NameEn = "", Start = "2026-03-09T07:30", End = "2026-03-09T10:00",
        Problems =
        [
            new() { Name = "x", Chosen = true, Label = "Bai10", Points = "100" },
            new() { Name = "y", Chosen = true, Label = "BAI2", Points = "8,75" },
            new() { Name = "z", Label = "?", Points = "?" },
        ],
    };
}
