using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Kattis;

public sealed class KattisScoresTests
{
    private const string Secret = "on_reject: continue\ngrader_flags: accept_if_any_accepted\n";

    [Fact]
    public void The_usual_subtasks_of_schools_are_read()
    {
        using var package = Scoring(
                "on_reject: continue\nrange: 0 100\ngrader_flags: ignore_sample\n",
                "on_reject: continue\nrange: 0 100\ngrader_flags: accept_if_any_accepted\n"
            )
            .Write("data/sample/testdata.yaml", "accept_score: 0\nrange: 0 0\ngrader_flags: first_error\n");
        Group(package, "g1", 2, "on_reject: break\nrange: 0 30\naccept_score: 30\ngrader_flags: min\n");
        Group(package, "g2", 3, "on_reject: break\nrange: 0 70\naccept_score: 70\ngrader_flags: min\n");
        var problem = package.Import().Problem;
        Assert.Equal(
            [("sample", 0m, Aggregation.PassFail), ("g1", 30m, Aggregation.PassFail), ("g2", 70m, Aggregation.PassFail)],
            problem.Groups.Select(group => (group.Name, group.Max, group.Aggregation))
        );
        Assert.Equal((100m, Aggregation.Sum, true), (problem.FullScore, problem.Total, problem.Scores));
        Assert.All(problem.Groups, group => Assert.Empty(group.Requires));
        Assert.False(File.Exists(Path.Combine(problem.Folder, "school.yaml")));
    }

    [Theory]
    [InlineData("sum", 30, Aggregation.Sum)]
    [InlineData("avg", 10, Aggregation.Sum)]
    [InlineData("min", 10, Aggregation.PassFail)]
    [InlineData("max", 10, Aggregation.Max)]
    public void Each_way_to_add_up_is_kept(string flag, int max, Aggregation aggregation)
    {
        using var package = Scoring("grader_flags: ignore_sample always_accept\non_reject: continue\n", Secret);
        Group(package, "g", 3, $"accept_score: 10\non_reject: continue\ngrader_flags: {flag}\n");
        var group = package.Import(Kattis).Problem.Groups[1];
        Assert.Equal((max, aggregation, false), (group.Max, group.Aggregation, group.Stops));
        Assert.All(group.Tests, test => Assert.Equal(aggregation is Aggregation.Sum ? max / 3m : max, test.Mark));
    }

    [Fact]
    public void A_group_of_sums_stops_at_its_first_failure_if_it_says_so()
    {
        using var package = Scoring("grader_flags: ignore_sample always_accept\non_reject: continue\n", Secret);
        Group(package, "g", 3, "accept_score: 10\non_reject: break\ngrader_flags: sum\n");
        Assert.True(package.Import(Kattis).Problem.Groups[1].Stops);
    }

    [Fact]
    public void Where_the_numbers_fit_neither_reading_both_totals_are_told()
    {
        using var package = Scoring("grader_flags: ignore_sample always_accept\non_reject: continue\n", Secret);
        Group(package, "g", 3, "accept_score: 10\ngrader_flags: sum\n");
        var (problem, report) = package.Import();
        Assert.Equal(30, problem.FullScore);
        var warning = ImportFolder.Lines(report, ImportLineKind.Warning);
        Assert.Contains("the total is 30", warning);
        Assert.Contains("as DOMjudge does it is 10", warning);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("10", 10)]
    public void The_range_decides_between_the_readings(string most, int full)
    {
        using var package = Scoring($"grader_flags: ignore_sample always_accept\non_reject: continue\nrange: 0 {most}\n", Secret);
        Group(package, "g", 3, "accept_score: 10\ngrader_flags: sum\n");
        var (problem, report) = package.Import();
        Assert.Equal(full, problem.FullScore);
        Assert.Contains("since they fit 'range'", ImportFolder.Lines(report, ImportLineKind.Understood));
    }

    [Fact]
    public void The_importer_can_choose_the_reading()
    {
        using var package = Scoring("grader_flags: ignore_sample\non_reject: continue\n", "grader_flags: worst_error\n");
        Group(package, "g", 3, "accept_score: 10\ngrader_flags: sum\n");
        Assert.Equal(
            (30, Aggregation.PassFail),
            package.Import(Kattis).Problem is { } kattis ? ((int)kattis.FullScore, kattis.Total) : default
        );
        var domjudge = package.Import(request => request with { Points = PointsDialect.Domjudge, Replace = true }).Problem;
        Assert.Equal((10m, Aggregation.Sum), (domjudge.FullScore, domjudge.Total));
    }

    [Fact]
    public void A_package_of_DOMjudge_is_read_as_DOMjudge_reads_it()
    {
        using var package = Scoring("grader_flags: ignore_sample\non_reject: continue\n", "grader_flags: sum\n");
        Group(package, "g", 3, "accept_score: 10\n");
        package.Write("domjudge-problem.ini", "timelimit = 1\n");
        var (problem, report) = package.Import();
        Assert.Equal((10m, Aggregation.Sum, Aggregation.PassFail), (problem.FullScore, problem.Total, problem.Groups[^1].Aggregation));
        Assert.Contains("since domjudge-problem.ini is there", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Fact]
    public void Without_settings_only_a_submission_that_is_all_right_has_points()
    {
        using var package = KattisPackage.Legacy("type: scoring\nname: x\n").Write("data/sample/testdata.yaml", "accept_score: 0\n");
        var problem = package.Import(Kattis).Problem;
        Assert.Equal((2m, Aggregation.PassFail), (problem.FullScore, problem.Groups[1].Aggregation));
        Assert.Equal(["sample"], problem.Groups[1].Requires);
    }

    [Fact]
    public void The_least_of_the_groups_is_the_total()
    {
        using var package = Scoring(
            "grader_flags: ignore_sample always_accept\non_reject: continue\n",
            "on_reject: continue\ngrader_flags: min always_accept\n"
        );
        Group(package, "g1", 1, "accept_score: 10\ngrader_flags: min\n");
        Group(package, "g2", 1, "accept_score: 20\ngrader_flags: min\n");
        var problem = package.Import().Problem;
        Assert.Equal((Aggregation.Min, 10m), (problem.Total, problem.FullScore));
    }

    [Theory]
    [InlineData("max", 20, Aggregation.Max)]
    [InlineData("avg", 15, Aggregation.Average)]
    public void The_best_and_the_average_of_the_groups_are_totals_too(string flag, int most, Aggregation total)
    {
        using var package = Scoring(
            "grader_flags: ignore_sample always_accept\non_reject: continue\n",
            $"on_reject: continue\ngrader_flags: {flag} always_accept\n"
        );
        Group(package, "g1", 1, "accept_score: 10\ngrader_flags: min\n");
        Group(package, "g2", 1, "accept_score: 20\ngrader_flags: min\n");
        var problem = package.Import().Problem;
        Assert.Equal((total, most), (problem.Total, (int)problem.FullScore));
    }

    [Fact]
    public void Where_secret_breaks_each_group_needs_those_before_it()
    {
        using var package = Scoring(
            "grader_flags: ignore_sample always_accept\non_reject: continue\n",
            "on_reject: break\ngrader_flags: accept_if_any_accepted\n"
        );
        Group(package, "g1", 1, "accept_score: 10\ngrader_flags: worst_error min\n");
        Group(package, "g2", 1, "accept_score: 20\ngrader_flags: worst_error min\n");
        Assert.Equal(["g1"], package.Import().Problem.Groups[2].Requires);
    }

    [Fact]
    public void Parts_of_a_point_are_kept()
    {
        using var package = Scoring("grader_flags: ignore_sample always_accept\non_reject: continue\n", Secret);
        Group(package, "g", 2, "accept_score: 2.5\ngrader_flags: min\n");
        Assert.Equal(2.5m, package.Import().Problem.FullScore);
    }

    [Fact]
    public void Scores_of_a_validator_need_a_range()
    {
        using var package = KattisPackage
            .Legacy("type: scoring\nname: x\nvalidation: custom score\n")
            .Write("output_validators/v.py", "")
            .Write("data/testdata.yaml", "on_reject: continue\ngrader_flags: ignore_sample always_accept\n");
        Assert.Contains("'range' names no greatest one", package.Refused());
        package.Write("data/secret/testdata.yaml", "range: 0 50\ngrader_flags: always_accept sum\n");
        Assert.Equal((50m, 25m), package.Import().Problem is { } problem ? (problem.FullScore, problem.Tests[^1].Mark) : default);
    }

    [Theory]
    [InlineData("data/testdata.yaml", "grading: custom", "programs that grade")]
    [InlineData("data/testdata.yaml", "grader_flags: median", "no flag 'median'")]
    [InlineData("data/testdata.yaml", "on_reject: pause", "there is no 'pause'")]
    [InlineData("data/testdata.yaml", "reject_score: 1", "points for a failed test")]
    [InlineData("data/testdata.yaml", "accept_score: -5", "scores below 0")]
    [InlineData("data/testdata.yaml", "accept_score: 1e99", "must be a number")]
    [InlineData("data/testdata.yaml", "range: 5", "must be two numbers")]
    [InlineData("data/testdata.yaml", "colour: red", "unknown key 'colour'")]
    [InlineData("data/secret/g/inner/testdata.yaml", "accept_score: 2", "data/secret/g has tests in groups and tests in none")]
    [InlineData("data/secret/9.in", "1", "tests in groups and tests in none")]
    [InlineData("data/testdata.yaml", "grader_flags: min", "points of samples take part")]
    public void What_cannot_be_honoured_is_told(string file, string text, string sentence)
    {
        using var package = Scoring("on_reject: continue\n", "on_reject: continue\n");
        Group(package, "g", 2, "accept_score: 1\n");
        package.Test("secret/g/inner/1").Write("data/secret/9.ans", "1").Write(file, text + "\n");
        if (!file.EndsWith("9.in", StringComparison.Ordinal))
        {
            package.Delete("data/secret/9.ans");
        }

        Assert.Contains(sentence, package.Refused());
    }

    private static ImportRequest Kattis(ImportRequest request) => request with { Points = PointsDialect.Kattis, Replace = true };

    private static KattisPackage Scoring(string root, string secret)
    {
        var package = KattisPackage
            .Legacy("type: scoring\nname: Two Sum\n")
            .Write("data/testdata.yaml", root)
            .Write("data/secret/testdata.yaml", secret);
        foreach (var file in (string[])["1.in", "1.ans", "2.in", "2.ans"])
        {
            package.Delete($"data/secret/{file}");
        }

        return package;
    }

    private static void Group(KattisPackage package, string name, int tests, string settings)
    {
        package.Write($"data/secret/{name}/testdata.yaml", settings);
        for (var test = 1; test <= tests; test++)
        {
            package.Test($"secret/{name}/{test}");
        }
    }
}
