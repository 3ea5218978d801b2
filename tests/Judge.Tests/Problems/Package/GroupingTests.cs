using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Tests.Problems.Package;

public sealed class GroupingTests : IDisposable
{
    private readonly PackageFolder _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void Without_marks_all_secret_tests_form_one_group_and_weigh_the_same()
    {
        Tests("2");
        var problem = Load();
        Assert.Equal([("sample", 0m, 1), ("", 2m, 2)], problem.Groups.Select(group => (group.Name, group.Max, group.Tests.Count)));
        Assert.Equal([0, 1, 1], problem.Tests.Select(test => test.Mark));
        Assert.Equal((2, false, Aggregation.Sum), (problem.FullScore, problem.Scores, problem.Total));
    }

    [Fact]
    public void Marks_are_given_a_test_with_a_default()
    {
        Tests("2", "3");
        _package.Write("school.yaml", "marks: {default: 0.5, '3': 1.25}\n");
        var problem = Load();
        Assert.Equal([0.5m, 0.5m, 1.25m], problem.Tests.Where(test => !test.IsSample).Select(test => test.Mark));
        Assert.Equal((2.25m, true), (problem.FullScore, problem.Scores));
    }

    [Fact]
    public void Subtasks_have_points_requirements_and_flags_of_their_own()
    {
        Subtasks();
        var groups = Load().Groups;
        Assert.Equal(["sample", "group1", "group2"], groups.Select(group => group.Name));
        Assert.Equal(
            [(0m, Aggregation.PassFail), (30m, Aggregation.PassFail), (70m, Aggregation.Min)],
            groups.Select(group => (group.Max, group.Aggregation))
        );
        Assert.Equal(["sample", "group1"], groups[2].Requires);
        Assert.Equal(["group1/1", "group1/2"], groups[1].Tests.Select(test => test.Name));
        Assert.Equal(1e-6, groups[2].Tests[0].Tokens.AbsoluteTolerance);
        Assert.Equal(70, groups[2].Tests[0].Mark);
    }

    [Fact]
    public void What_all_secret_tests_require_each_subtask_requires()
    {
        Subtasks();
        _package.Write("data/secret/test_group.yaml", "require_pass: sample\n");
        Assert.Equal(["sample"], Load().Groups[1].Requires);
        Assert.Equal(["sample", "group1"], Load().Groups[2].Requires);
    }

    [Fact]
    public void The_schools_file_says_of_groups_what_the_format_cannot()
    {
        Subtasks();
        _package.Write(
            "school.yaml",
            "groups: {group2: {aggregation: product, stop: true, requires: []}}\ntests: {group1/2: {time_limit: 2.5, memory: 512}}\n"
        );
        var group = Load().Groups[2];
        Assert.Equal((Aggregation.Product, true, 0), (group.Aggregation, group.Stops, group.Requires.Count));
        var test = Load().Groups[1].Tests[1];
        Assert.Equal((TimeSpan.FromSeconds(2.5), 512L << 20), (test.TimeLimit, test.MemoryBytes));
    }

    [Theory]
    [InlineData("marks: {default: 1, nosuch: 2}", "there is no 'nosuch'")]
    [InlineData("groups: {nosuch: {stop: true}}", "there is no 'nosuch'")]
    [InlineData("groups: {group1: {requires: [group2]}}", "which is no group before it")]
    [InlineData("groups: {group1: {aggregation: best}}", "no way to add up points")]
    [InlineData("marks: {default: 1}", "its points are not a sum")]
    [InlineData("total: product", "'total' must be")]
    [InlineData("checker: nosuch", "there is no checker 'nosuch'")]
    [InlineData("checker: {contract: testlib, program: ../check.cpp}", "no path inside the package")]
    [InlineData("checker: {contract: testlib, program: check.cpp}", "'check.cpp' is missing")]
    [InlineData("checker: {contract: nosuch, program: problem.yaml}", "there is no contract 'nosuch'")]
    [InlineData("interactor: themis", "'kattis', 'testlib' or 'cms'")]
    [InlineData("main: {pascal: {source: giai.pas, main: chinh.pas}}", "include/pascal/chinh.pas is missing")]
    [InlineData("nosuch: 1", "unknown key 'nosuch'")]
    public void What_makes_no_sense_is_refused(string school, string sentence)
    {
        Subtasks();
        _package.Write(
            "problem.yaml",
            PackageFolder.Settings.Replace("license: cc0", school.StartsWith("interactor") ? "type: interactive" : "type: scoring")
        );
        if (school.StartsWith("interactor"))
        {
            _package.Write("output_validator/talk.py", "");
        }

        _package.Write("school.yaml", school + "\n");
        Assert.Contains(sentence, Assert.Throws<PackageException>(Load).Message);
    }

    [Theory]
    [InlineData("max_score: unbounded", "without an upper bound")]
    [InlineData("output_validator_args: [float_tolerance, x]", "needs a number")]
    [InlineData("output_validator_args: [nosuch]", "does not know the flag 'nosuch'")]
    [InlineData("score_aggregation: min", "'max_score' is missing")]
    [InlineData("max_score: 10\nstatic_validation_score: 5", "static validators")]
    public void A_group_that_cannot_be_honoured_is_refused(string settings, string sentence)
    {
        Subtasks();
        _package.Write("data/secret/group2/test_group.yaml", settings + "\n");
        Assert.Contains(sentence, Assert.Throws<PackageException>(Load).Message);
    }

    [Fact]
    public void Tests_outside_of_the_groups_are_refused()
    {
        Subtasks();
        Tests("1");
        Assert.Contains("tests in none", Assert.Throws<PackageException>(Load).Message);
    }

    [Fact]
    public void Programs_of_the_author_are_found()
    {
        _package.Write("checker/check.pas", "");
        _package.Write("input_validators/first.py", "");
        _package.Write("input_validators/second/main.cpp", "");
        _package.Write("input_validators/second/more.h", "");
        _package.Write("include/pascal/chinh.pas", "");
        _package.Write(
            "school.yaml",
            "checker: {contract: themis, program: checker/check.pas}\nmain: {pascal: {source: giai.pas, main: chinh.pas}}\n"
        );
        var problem = Load();
        var checker = Assert.IsType<Checker.Program>(problem.Checker);
        Assert.Equal((CheckerContract.Themis, "check.pas"), (checker.Contract, checker.Source.Main));
        Assert.Equal(["first.py", "main.cpp"], problem.InputValidators.Select(validator => validator.Main));
        Assert.Equal(("giai.pas", "chinh.pas"), (problem.Mains["pascal"].Source, problem.Mains["pascal"].Main));
    }

    [Fact]
    public void Groups_in_groups_are_folders_that_the_schools_file_names()
    {
        Nested("{aggregation: sum, max: 10}", "{aggregation: pass_fail, max: 20, requires: [group2/a]}", "");
        var group = Load().Groups[2];
        Assert.Equal((Aggregation.Sum, 30m, 4), (group.Aggregation, group.Max, group.Tests.Count));
        Assert.Equal([("group2/a", 10m), ("group2/b", 20m)], group.Groups.Select(inner => (inner.Name, inner.Max)));
        Assert.Equal([5m, 5, 20, 20], group.Tests.Select(test => test.Mark));
        Assert.Equal(["group2/a", "group2/a", "group2/b", "group2/b"], group.Tests.Select(test => test.Group));
        Assert.Equal(["group2/a"], group.Groups[1].Requires);
        Assert.Equal(60, Load().FullScore);
    }

    [Theory]
    [InlineData("sum", 30)]
    [InlineData("min", 10)]
    [InlineData("max", 20)]
    [InlineData("average", 15)]
    [InlineData("pass_fail", 30)]
    public void The_points_of_a_group_of_groups_follow_from_theirs(string aggregation, int most)
    {
        Nested("{max: 10}", "{max: 20}", $"group2: {{aggregation: {aggregation}}}, ");
        Assert.Equal(most, Load().Groups[2].Max);
    }

    [Theory]
    [InlineData("{max: 10}", "{}", "", "'groups.group2/b.max' is missing")]
    [InlineData("{max: 10}", "{max: 20}", "group2: {max: 31}, ", "given 31 points, but its groups make 30")]
    [InlineData("{max: 10}", "{max: 20}", "group2: {aggregation: product}, ", "cannot be multiplied")]
    [InlineData("{max: 10}", "{max: 20}", "group2: {stop: true}, ", "only tests stop at a failure")]
    [InlineData("{max: 10, requires: [group2/b]}", "{max: 20}", "", "which is no group before it")]
    [InlineData("{max: 10}", "{max: 20}", "group2/c: {max: 5}, ", "there is no 'group2/c'")]
    [InlineData("{max: 10}", "{max: 20}", "group1/d: {max: 5}, ", "there is no 'group1/d'")]
    [InlineData("{max: 10, colour: red}", "{max: 20}", "", "unknown key 'groups.group2/a.colour'")]
    public void Groups_in_groups_that_make_no_sense_are_refused(string first, string second, string more, string sentence)
    {
        Nested(first, second, more);
        Assert.Contains(sentence, Assert.Throws<PackageException>(Load).Message);
    }

    [Fact]
    public void A_group_beside_its_own_group_cannot_be_required_from_outside()
    {
        Nested("{max: 10}", "{max: 20}", "");
        Tests("group3/1");
        _package.Write("data/secret/group3/test_group.yaml", "max_score: 5\nrequire_pass: [secret/group2/a]\n");
        Assert.Contains("which is no group before it", Assert.Throws<PackageException>(Load).Message);
    }

    [Fact]
    public void Tests_beside_groups_in_a_group_are_refused()
    {
        Nested("{max: 10}", "{max: 20}", "");
        Tests("group2/9");
        Assert.Contains("data/secret/group2: there are tests in groups", Assert.Throws<PackageException>(Load).Message);
    }

    /// <summary>The second group holds two groups of two tests.</summary>
    private void Nested(string first, string second, string more)
    {
        Subtasks();
        foreach (var name in (string[])["1.in", "1.ans"])
        {
            _package.Delete($"data/secret/group2/{name}");
        }

        Tests("group2/a/1", "group2/a/2", "group2/b/1", "group2/b/2");
        _package.Write("data/secret/group2/test_group.yaml", more.StartsWith("group2:") ? "args: []\n" : "score_aggregation: sum\n");
        _package.Write("school.yaml", $"groups: {{{more}group2/a: {first}, group2/b: {second}}}\n");
    }

    private void Subtasks()
    {
        foreach (var name in (string[])["1.in", "1.ans"])
        {
            _package.Delete($"data/secret/{name}");
        }

        _package.Write("problem.yaml", PackageFolder.Settings.Replace("license: cc0", "type: scoring"));
        Tests("group1/1", "group1/2", "group2/1");
        _package.Write("data/secret/group1/test_group.yaml", "max_score: 30\n");
        _package.Write(
            "data/secret/group2/test_group.yaml",
            "max_score: 70\nscore_aggregation: min\nrequire_pass: [sample, secret/group1]\noutput_validator_args: "
                + "[float_tolerance, '1e-6']\n"
        );
    }

    private void Tests(params string[] names)
    {
        foreach (var name in names)
        {
            _package.Write($"data/secret/{name}.in", "");
            _package.Write($"data/secret/{name}.ans", "");
        }
    }

    private Problem Load() => ProblemPackage.Load(_package.Path);
}
