using Judge.Formats.Draft;

namespace Judge.Tests.Formats.Kattis;

public sealed class ImportKattisSubmissionsTests
{
    [Fact]
    public void Folders_say_what_is_expected_and_comments_in_them_change_nothing()
    {
        using var package = KattisPackage
            .Legacy()
            .Write("submissions/wrong_answer/w.py", "# @EXPECTED_RESULTS@: CORRECT\n")
            .Write("submissions/accepted/big/main.py", "")
            .Write("submissions/accepted/big/lib.py", "");
        package.Import();
        Assert.Equal("", package.Read("submissions/accepted/big/lib.py"));
        Assert.Contains("CORRECT", package.Read("submissions/wrong_answer/w.py"));
    }

    [Theory]
    [InlineData("CORRECT", "accepted")]
    [InlineData("wrong-answer", "wrong_answer")]
    [InlineData("NO-OUTPUT", "wrong_answer")]
    [InlineData("TIMELIMIT", "time_limit_exceeded")]
    [InlineData("RUN-ERROR", "run_time_error")]
    [InlineData("OUTPUT-LIMIT", "output_limit_exceeded")]
    [InlineData("COMPILER-ERROR", "compile_error")]
    public void One_expected_result_is_a_folder(string word, string folder)
    {
        using var package = KattisPackage.Legacy().Write("submissions/mixed/x.py", $"# @EXPECTED_RESULTS@: {word}\n");
        package.Import();
        Assert.Contains(word, package.Read($"submissions/{folder}/mixed_x.py"));
    }

    [Fact]
    public void Several_expected_results_are_a_rule()
    {
        using var package = KattisPackage.Legacy().Write("submissions/mixed/x.py", "# @EXPECTED_RESULTS@: TIMELIMIT, WRONG-ANSWER\n");
        package.Import();
        var yaml = package.Read("submissions/submissions.yaml");
        Assert.Contains("mixed/x.py:", yaml);
        Assert.Contains("permitted: [TLE, WA, AC]", yaml);
        Assert.Contains("required: [TLE, WA]", yaml);
    }

    [Theory]
    [InlineData("# @EXPECTED_SCORE@: 30\n", "scoring", "score: 30")]
    [InlineData("# @EXPECTED_RESULTS@: WRONG-ANSWER\n# @EXPECTED_SCORE@: 12.5\n", "scoring", "score: 12.5")]
    [InlineData("# @EXPECTED_SCORE@: many\n", "scoring", null)]
    [InlineData("# @EXPECTED_SCORE@: 30\n", "pass-fail", null)]
    [InlineData("# no tag\n", "scoring", null)]
    public void An_expected_score_is_a_rule_where_the_package_scores(string source, string type, string? rule)
    {
        using var package = KattisPackage.Legacy($"name: Two Sum\ntype: {type}\n").Write("submissions/partially_accepted/half.py", source);
        package.Import();
        var file = Path.Combine(package.Folder.Into, "twosum/submissions/submissions.yaml");
        Assert.Equal(rule is not null, File.Exists(file) && File.ReadAllText(file).Contains(rule ?? "score", StringComparison.Ordinal));
    }

    [Fact]
    public void Expected_points_are_a_rule()
    {
        using var package = KattisPackage
            .Legacy("type: scoring\nname: x\n")
            .Write("data/testdata.yaml", "on_reject: continue\ngrader_flags: ignore_sample always_accept\n")
            .Write("submissions/partial/x.py", "# @EXPECTED_SCORE@: 1\n")
            .Write("submissions/partial/y.py", "# @EXPECTED_RESULTS@: WRONG-ANSWER\n# @EXPECTED_SCORE@: 0.5\n");
        var report = package.Import().Report;
        var yaml = package.Read("submissions/submissions.yaml");
        Assert.Contains("partial/x.py:\n  score: 1\n", yaml);
        Assert.Contains("wrong_answer/partial_y.py:\n  score: 0.5\n", yaml);
        Assert.DoesNotContain("partial/x.py", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Fact]
    public void A_folder_nobody_knows_is_told()
    {
        using var package = KattisPackage
            .Legacy()
            .Write("submissions/odd/x.py", "")
            .Write("submissions/mixed/y.py", "# @EXPECTED_RESULTS@: MAGIC\n");
        var warnings = ImportFolder.Lines(package.Import().Report, ImportLineKind.Warning);
        Assert.Contains("submissions/odd/x.py", warnings);
        Assert.Contains("'MAGIC' is not known", warnings);
    }

    [Fact]
    public void Without_an_accepted_one_there_is_a_warning()
    {
        using var package = KattisPackage.Legacy().Delete("submissions/accepted/sum.py");
        Assert.Contains("no accepted submission", ImportFolder.Lines(package.Import().Report, ImportLineKind.Warning));
    }
}
