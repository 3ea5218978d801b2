using FsCheck.Fluent;
using Judge.Formats.Draft;
using Judge.Formats.Kattis;
using Judge.Problems;
using Judge.Programs.Verdicts;
using Judge.Tests.Programs.Verdicts;

namespace Judge.Tests.Formats.Kattis;

/// <summary>Groups in groups, and what the readings of Kattis and DOMjudge make of the same files.</summary>
public sealed class KattisTreeTests
{
    private const string Continue = "on_reject: continue\n";
    private const string Always = "on_reject: continue\ngrader_flags: ignore_sample always_accept\n";

    [Fact]
    public void Groups_in_groups_keep_their_points()
    {
        using var package = Nested();
        var problem = package.Import(Domjudge).Problem;
        Assert.Equal(
            "sum 100: basic 20, efficiency average 30: (small 15, medium 30, large 45), robust min 50: (low 50, high 50)",
            Told(problem)
        );
        Assert.Equal("1", Share(problem, "AA A A A A A"));
        Assert.Equal("0.85", Share(problem, "AA A A W A A"));
        Assert.Equal("0.3", Share(problem, "AW A A A A W"));
    }

    /// <summary>The four ways to read a group of two tests that has 10 points, and what one right test of two gives.</summary>
    [Theory]
    [InlineData(PointsDialect.Kattis, "", 20, "0.5")]
    [InlineData(PointsDialect.Kattis, "grader_flags: sum\n", 20, "0.5")]
    [InlineData(PointsDialect.Kattis, "grader_flags: avg\n", 10, "0.5")]
    [InlineData(PointsDialect.Kattis, "grader_flags: min\n", 10, "0")]
    [InlineData(PointsDialect.Kattis, "grader_flags: max\n", 10, "1")]
    [InlineData(PointsDialect.Domjudge, "", 10, "0")]
    [InlineData(PointsDialect.Domjudge, "grader_flags: sum\n", 10, "0")]
    [InlineData(PointsDialect.Domjudge, "grader_flags: avg\n", 10, "0")]
    [InlineData(PointsDialect.Domjudge, "grader_flags: min\n", 10, "0")]
    [InlineData(PointsDialect.Domjudge, "grader_flags: max\n", 10, "0")]
    public void What_a_group_of_tests_is_worth_by_default(PointsDialect dialect, string flags, int most, string half)
    {
        using var package = Empty(Always, Always);
        Group(package, "g", 2, $"accept_score: 10\n{Continue}{flags}");
        var problem = package.Import(request => request with { Points = dialect }).Problem;
        Assert.Equal((most, half), ((int)problem.FullScore, Share(problem, "AW")));
    }

    /// <summary>DOMjudge inherits nothing: a sum of groups stays one though the groups around it take the least.</summary>
    [Theory]
    [InlineData(PointsDialect.Kattis, "min 10: g min 10: (a 10, b 20), h 30")]
    [InlineData(PointsDialect.Domjudge, "min 30: g sum 30: (a 10, b 20), h 30")]
    public void Ways_to_add_up_are_inherited_by_Kattis_only(PointsDialect dialect, string told)
    {
        using var package = Empty(Always, "on_reject: continue\ngrader_flags: min always_accept\n");
        package.Write("data/secret/g/testdata.yaml", Continue);
        Group(package, "g/a", 1, "accept_score: 10\n");
        Group(package, "g/b", 1, "accept_score: 20\n");
        Group(package, "h", 1, "accept_score: 30\n");
        Assert.Equal(told, Told(package.Import(request => request with { Points = dialect }).Problem));
    }

    /// <summary>All of the first group and all tests but one of the second: 10 of 60 points, and none of the second.</summary>
    [Fact]
    public void Part_of_a_group_is_nothing_as_DOMjudge_reads_it()
    {
        using var package = Empty(Continue + "grader_flags: sum\n", Continue + "grader_flags: sum\n");
        Group(package, "g1", 2, "accept_score: 10\n");
        Group(package, "g2", 3, "accept_score: 20\n");
        Group(package, "g3", 1, "accept_score: 30\n");
        var problem = package.Import(Domjudge).Problem;
        Assert.Equal(60, problem.FullScore);
        Assert.Equal("0.166666666667", Share(problem, "AA AAW W"));
    }

    [Fact]
    public void Commas_between_flags_are_read_over()
    {
        using var package = Empty(Continue + "grader_flags: sum, ignore_sample\n", Always);
        Group(package, "g", 1, "accept_score: 10\n");
        Assert.Equal(10, package.Import().Problem.FullScore);
    }

    /// <summary>A validator of DOMjudge gives points though nothing but the range says so.</summary>
    [Theory]
    [InlineData(PointsDialect.None, 100)]
    [InlineData(PointsDialect.Domjudge, 100)]
    [InlineData(PointsDialect.Kattis, 1)]
    public void Points_of_a_validator_are_as_many_as_the_range_says(PointsDialect dialect, int most)
    {
        using var package = Custom("custom");
        Group(package, "main", 1, "range: 0 100\n" + Continue);
        var problem = package.Import(request => request with { Points = dialect }).Problem;
        Assert.Equal((most, most), ((int)problem.FullScore, (int)problem.Tests[^1].Mark));
    }

    [Theory]
    [InlineData("sum", Aggregation.Sum, 50)]
    [InlineData("min", Aggregation.Min, 100)]
    [InlineData("max", Aggregation.Max, 100)]
    [InlineData("avg", Aggregation.Average, 100)]
    public void What_a_validator_may_give_a_test_follows_from_how_its_group_adds_up(string flag, Aggregation aggregation, int mark)
    {
        using var package = Custom("custom score");
        Group(package, "main", 2, $"range: 0 100\n{Continue}grader_flags: {flag}\n");
        var (problem, report) = package.Import();
        Assert.Equal((100m, aggregation), (problem.FullScore, problem.Groups[^1].Aggregation));
        Assert.All(problem.Groups[^1].Tests, test => Assert.Equal(mark, test.Mark));
        Assert.Equal(flag == "sum", ImportFolder.Lines(report, ImportLineKind.Warning).Contains("share the most evenly, 50 each"));
    }

    [Fact]
    public void Points_of_a_validator_without_a_range_are_refused()
    {
        using var package = Custom("custom");
        Group(package, "g1", 1, Continue);
        Group(package, "g2", 1, Continue);
        Assert.Contains("'range' names no greatest one", package.Refused(Domjudge));
        Assert.Contains("'range' names no greatest one", package.Refused());
        Assert.Equal(2, package.Write("output_validators/v.py", "exit(42)\n").Import().Problem.FullScore);
    }

    /// <summary>Points of a rejected group count around it; only what the root accepts counts in the end.</summary>
    [Theory]
    [InlineData("always_accept", "", "", "0.25")]
    [InlineData("ignore_sample", "always_accept", "", "0.25")]
    [InlineData("ignore_sample", "accept_if_any_accepted", "always_accept", "0.25")]
    [InlineData("ignore_sample", "", "", "0")]
    [InlineData("ignore_sample", "worst_error", "always_accept", "0.25")]
    public void Points_count_where_the_root_is_accepted(string root, string secret, string groups, string share)
    {
        using var package = Empty($"{Continue}grader_flags: {root}\n", $"{Continue}grader_flags: {secret}\n");
        Group(package, "g1", 2, $"accept_score: 1\n{Continue}grader_flags: {groups} sum\n");
        Group(package, "g2", 2, $"accept_score: 1\n{Continue}grader_flags: {groups} sum\n");
        Assert.Equal(share, Share(package.Import(Kattis).Problem, "AW WW"));
    }

    [Theory]
    [InlineData("accept_if_any_accepted", "grader_flags: sum\n", "only where some of the groups are accepted")]
    [InlineData("always_accept", "on_reject: break\ngrader_flags: avg\n", "stops at the first failure")]
    public void Points_that_hang_on_verdicts_otherwise_are_refused(string secret, string settings, string sentence)
    {
        using var package = Empty(Continue + "grader_flags: ignore_sample\n", $"{Continue}grader_flags: {secret}\n");
        Group(package, "g1", 2, "accept_score: 1\n" + settings);
        Group(package, "g2", 2, "accept_score: 1\n" + settings);
        Assert.Contains(sentence, package.Refused(Kattis));
    }

    [Fact]
    public void Where_a_group_breaks_those_in_it_need_the_ones_before()
    {
        using var package = Empty(Always, Always);
        package.Write("data/secret/g/testdata.yaml", "on_reject: break\ngrader_flags: first_error sum\n");
        Group(package, "g/a", 1, "accept_score: 10\n");
        Group(package, "g/b", 1, "accept_score: 20\n");
        Group(package, "h", 1, "accept_score: 30\ngrader_flags: min\n");
        var problem = package.Import(Kattis).Problem;
        Assert.Equal(["g/a"], problem.Groups.Single(group => group.Name == "g").Groups[1].Requires);
        Assert.Equal("0.5", Share(problem, "W A A"));
    }

    [Fact]
    public void The_drafts_with_the_old_keys_are_read_as_legacy()
    {
        using var package = Empty(
            Continue + "range: 0 3\ngrader_flags: ignore_sample\n",
            "on_reject: continue\nrange: 0 3\ngrader_flags: first_error accept_if_any_accepted\n"
        );
        package.Write(
            "problem.yaml",
            "problem_format_version: 2023-07-draft\nname: x\ntype: scoring\n"
                + "grading: {objective: max, show_test_data_groups: true}\nlimits: {time_limit: 1}\n"
        );
        Group(package, "g1", 2, "on_reject: break\naccept_score: 1\nrange: 0 1\ngrader_flags: min\n");
        Group(package, "g2", 2, "on_reject: break\naccept_score: 2\nrange: 0 2\ngrader_flags: min\n");
        var (problem, report) = package.Import();
        Assert.Equal("sum 3: g1 1, g2 2", Told(problem));
        Assert.Contains("grading.show_test_data_groups", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void A_score_that_the_drafts_multiply_is_refused()
    {
        using var package = Empty("", "");
        package
            .Delete("data/testdata.yaml")
            .Delete("data/secret/testdata.yaml")
            .Write("problem.yaml", "problem_format_version: 2023-07-draft\nname: x\ntype: scoring\nlimits: {time_limit: 1}\n")
            .Write("output_validators/v.py", "open('score.txt', 'w')\n");
        Group(package, "g", 1, "scoring: {score: 30}\n");
        Assert.Contains("score_multiplier.txt", package.Refused());
    }

    /// <summary>What an import writes is a package of ours, which any import takes as it is.</summary>
    [Fact]
    public void A_tree_that_is_read_again_is_the_same()
    {
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var random = new Random(seed);
                    using var package = Empty(Always, $"{Continue}grader_flags: always_accept {Word(random)}\n");
                    for (var number = 1; number <= 1 + random.Next(3); number++)
                    {
                        AnyGroup(package, $"g{number}", depth: 0, random);
                    }

                    var first = package.Import(random.Next(2) == 0 ? Kattis : Domjudge).Problem;
                    using var again = new ImportFolder("twosum");
                    Assert.True(again.ImportFrom(first.Folder).IsGood);
                    var second = again.Load("twosum");
                    Assert.Equal(Told(first), Told(second));
                    Assert.Equal(
                        first.Tests.Select(test => (test.Name, test.Group, test.Mark)),
                        second.Tests.Select(test => (test.Name, test.Group, test.Mark))
                    );
                    var letters = new string([.. first.Tests.Select(_ => "AAW"[random.Next(3)])]);
                    Assert.Equal(Share(first, letters), Share(second, letters));
                }
            )
            .Holds(cases: 25);

        static string Word(Random random) => random.GetItems((string[])["sum", "min", "max", "avg"], 1)[0];

        static void AnyGroup(KattisPackage package, string name, int depth, Random random)
        {
            if (depth < 2 && random.Next(3) == 0)
            {
                package.Write($"data/secret/{name}/testdata.yaml", $"{Continue}grader_flags: always_accept {Word(random)}\n");
                for (var number = 1; number <= 1 + random.Next(2); number++)
                {
                    AnyGroup(package, $"{name}/{number}", depth + 1, random);
                }
            }
            else
            {
                Group(
                    package,
                    name,
                    1 + random.Next(3),
                    $"accept_score: {random.Next(1, 40) / 4m:0.##}\n{Continue}grader_flags: {Word(random)}\n"
                );
            }
        }
    }

    [Fact]
    public void Sums_in_sums_are_exported_as_groups_of_their_own_and_other_trees_are_refused()
    {
        using var package = Empty(Always, Always);
        package.Write("data/secret/g/testdata.yaml", Continue);
        Group(package, "g/a", 1, "accept_score: 10\n");
        Group(package, "g/b", 1, "accept_score: 20\n");
        Group(package, "h", 1, "accept_score: 30\n");
        using var back = new ImportFolder("twosum");
        var zip = back.Beside("twosum.zip");
        Assert.DoesNotContain(ExportKattis.Write(package.Import(Kattis).Problem.Folder, zip), line => line.Kind == ImportLineKind.Error);
        Assert.True(back.ImportFrom(zip).IsGood);
        Assert.Equal("sum 60: g_a 10, g_b 20, h 30", Told(back.Load("twosum")));
        using var averaged = Nested();
        Assert.Contains(
            ExportKattis.Write(averaged.Import(Domjudge).Problem.Folder, back.Beside("other.zip")),
            line => line.Kind == ImportLineKind.Error
        );
    }

    private static ImportRequest Kattis(ImportRequest request) => request with { Points = PointsDialect.Kattis };

    private static ImportRequest Domjudge(ImportRequest request) => request with { Points = PointsDialect.Domjudge };

    /// <summary>Groups averaged and groups of which the least counts, within a sum.</summary>
    private static KattisPackage Nested()
    {
        var package = Empty(Continue + "grader_flags: sum, ignore_sample\n", Continue + "grader_flags: sum\n");
        Group(package, "basic", 2, "accept_score: 20\n");
        package.Write("data/secret/efficiency/testdata.yaml", Continue + "grader_flags: avg\n");
        Group(package, "efficiency/1small", 1, "accept_score: 15\n" + Continue);
        Group(package, "efficiency/2medium", 1, "accept_score: 30\n" + Continue);
        Group(package, "efficiency/3large", 1, "accept_score: 45\n" + Continue);
        package.Write("data/secret/robust/testdata.yaml", Continue + "grader_flags: min\n");
        Group(package, "robust/1low", 1, "accept_score: 50\n" + Continue);
        Group(package, "robust/2high", 1, "accept_score: 50\n" + Continue);
        return package;
    }

    private static KattisPackage Custom(string validation)
    {
        var package = Empty(Always, Always)
            .Write("output_validators/v.py", "open('score.txt', 'w')\n")
            .Write("problem.yaml", $"type: scoring\nname: x\nvalidation: {validation}\n");
        return package;
    }

    private static KattisPackage Empty(string root, string secret)
    {
        var package = KattisPackage
            .Legacy("type: scoring\nname: Two Sum\n")
            .Write("data/testdata.yaml", root)
            .Write("data/secret/testdata.yaml", secret);
        foreach (var file in (string[])["secret/1", "secret/2", "sample/1"])
        {
            package.Delete($"data/{file}.in").Delete($"data/{file}.ans");
        }

        return package;
    }

    private static void Group(KattisPackage package, string name, int tests, string settings)
    {
        package.Write($"data/secret/{name}/testdata.yaml", settings);
        for (var test = 1; test <= tests; test++)
        {
            package.Test($"secret/{name}/{test}", $"{name} {test}\n");
        }
    }

    private static string Share(Problem problem, string letters) =>
        GroupRule
            .Conclude(problem, Subtasks.Results(problem, letters))
            .Share.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);

    private static string Told(Problem problem) =>
        $"{problem.Total.ToString().ToLowerInvariant()} {problem.FullScore:0.##}: {string.Join(", ", problem.Groups.Select(Told))}";

    /// <summary>The last part of its name without digits before it, and its points.</summary>
    private static string Told(TestGroup group)
    {
        var name = group.Name[(group.Name.LastIndexOf('/') + 1)..].TrimStart('1', '2', '3');
        var points = group.Max.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        return group.Groups.Count == 0
            ? $"{name} {points}"
            : $"{name} {group.Aggregation.ToString().ToLowerInvariant()} {points}: ({string.Join(", ", group.Groups.Select(Told))})";
    }
}
