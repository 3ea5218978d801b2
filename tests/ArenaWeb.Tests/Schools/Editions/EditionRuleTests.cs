using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using Judge.Contests;

namespace ArenaWeb.Tests.Schools.Editions;

/// <summary>What an edition may say, and the day as of which it speaks.</summary>
public sealed class EditionRuleTests
{
    private static readonly Dictionary<ContestId, ContestId?> Contests = new()
    {
        [new(1)] = null,
        [new(2)] = new(1),
        [new(3)] = new(2),
    };

    [Theory]
    [InlineData("2025 - 2026", 2025)]
    [InlineData(" 2017-2018", 2017)]
    [InlineData("2025–26", 2025)]
    [InlineData("2025/2026", 2025)]
    [InlineData("2025", 2025)]
    [InlineData("2025 - 2027", null)]
    [InlineData("2026 - 2025", null)]
    [InlineData("1998 - 1999", null)]
    [InlineData("năm nay", null)]
    [InlineData("", null)]
    public void A_school_year_is_read_as_people_write_it(string typed, int? begins) => Assert.Equal(begins, SchoolYear.Read(typed)?.Begins);

    [Theory]
    [InlineData("2017-11-05T08:00:00+07:00", 2017, "2017-11-05")]
    [InlineData("2018-06-20T08:00:00+07:00", 2017, "2018-06-20")]
    [InlineData("2026-03-09T08:00:00+07:00", 2017, "2018-07-31")]
    [InlineData("2016-03-09T08:00:00+07:00", 2017, "2017-08-01")]
    [InlineData("2025-06-30T23:30:00Z", null, "2025-07-01")]
    public void An_edition_speaks_as_of_its_first_day_within_its_school_year(string start, int? year, string day)
    {
        var contest = new Contest
        {
            Code = "X",
            Names = new Dictionary<string, string> { ["vi"] = "X" },
            Scoring = ScoringStyle.Points,
            Start = DateTimeOffset.Parse(start),
            End = DateTimeOffset.Parse(start).AddHours(3),
            Problems = [],
        };
        var edition = new Edition { Contest = new(1), SchoolYear = year is { } begins ? new SchoolYear(begins) : null };
        Assert.Equal(DateOnly.Parse(day), EditionRule.DayOf(contest, edition));
    }

    [Fact]
    public void An_edition_that_says_everything_rightly_has_no_flaw() =>
        Assert.Empty(
            EditionRule.Flaws(
                new()
                {
                    Contest = new(3),
                    Series = "Giáo viên sáng tạo trên nền tảng CNTT",
                    Number = 3,
                    SchoolYear = new(2017),
                    Round = "Vòng sơ khảo",
                    Next = new(1),
                    Tags = ["YouthSpark"],
                    Divisions = [new("Bảng A", 1, 5, SchoolLevels.Primary), new("Bảng B", 6, 9)],
                },
                Contests
            )
        );

    public static TheoryData<string, string> Refusals =>
        new()
        {
            { nameof(EditionFlaw.Number), "number without series" },
            { nameof(EditionFlaw.Number), "number zero" },
            { nameof(EditionFlaw.Text), "formula" },
            { nameof(EditionFlaw.Next), "itself" },
            { nameof(EditionFlaw.Next), "ring" },
            { nameof(EditionFlaw.Next), "nobody" },
            { nameof(EditionFlaw.DivisionName), "nameless division" },
            { nameof(EditionFlaw.SameDivision), "two of a name" },
            { nameof(EditionFlaw.Grades), "grade 13" },
            { nameof(EditionFlaw.Grades), "backwards" },
            { nameof(EditionFlaw.Levels), "primary school for grade 8" },
            { nameof(EditionFlaw.TooMany), "many divisions" },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_is_refused(string flaw, string what) =>
        Assert.Contains(flaw, EditionRule.Flaws(Wrong(what), Contests).Select(one => one.ToString()));

    [Theory]
    [InlineData(5, 1, "Bảng A")]
    [InlineData(6, 2, "Bảng B")]
    [InlineData(11, 6, "Bảng C")]
    [InlineData(11, 8, "")]
    public void A_pupils_grade_and_the_levels_of_the_school_say_the_division(int grade, int levels, string expected)
    {
        var edition = Of(new("Bảng A", 1, 5), new("Bảng B", 6, 9), new("Bảng C", 10, 12, SchoolLevels.UpperSecondary));
        Assert.Equal(expected, EditionRule.For(edition, grade, (SchoolLevels)levels).SingleOrDefault()?.Name ?? "");
    }

    private static Edition Wrong(string what) =>
        what switch
        {
            "number without series" => Of() with { Number = 3 },
            "number zero" => Of() with { Series = "X", Number = 0 },
            "formula" => Of() with { Round = "=1" },
            "itself" => Of() with { Next = new(1) },
            "ring" => Of() with { Next = new(3) },
            "nobody" => Of() with { Next = new(9) },
            "nameless division" => Of(new Division("", 1, 5)),
            "two of a name" => Of(new("Bảng Hòa", 1, 5), new("bảng hoà", 6, 9)),
            "grade 13" => Of(new Division("A", 1, 13)),
            "backwards" => Of(new Division("A", 5, 1)),
            "primary school for grade 8" => Of(new Division("A", 8, 8, SchoolLevels.Primary)),
            _ => Of([.. Enumerable.Range(0, EditionRule.MostDivisions + 1).Select(i => new Division($"A{i}", 1, 5))]),
        };

    private static Edition Of(params Division[] divisions) => new() { Contest = new(1), Divisions = divisions };
}
