using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Kattis;

public sealed class ImportKattisLegacyTests
{
    /// <summary>In the format's older versions and in today's.</summary>
    [Theory]
    [InlineData("legacy")]
    [InlineData("2023-07-draft")]
    [InlineData("2025-09")]
    public void Drivers_are_programs_and_the_entrants_file_bears_the_name_that_they_ask_for(string version)
    {
        using var package = version switch
        {
            "legacy" => KattisPackage.Legacy(),
            "2025-09" => KattisPackage.Current(),
            _ => KattisPackage
                .Current()
                .Write("problem.yaml", $"problem_format_version: {version}\nname: {{en: Two Sum}}\n")
                .Write(".timelimit", "2\n"),
        };
        package
            .Write("include/python3/__main__.py", "import sys\nfrom sum import add\nprint(add(sys.stdin))\n")
            .Write("include/cpp/main.cpp", "int add(int, int);\nint main() { return add(1, 2); }\n")
            .Write("include/cpp/sum.h", "int add(int, int);\n")
            .Write("include/java/Main.java", "class Main {}\n");
        var problem = package.Import().Problem;
        Assert.Equal(["cpp", "python"], problem.Languages);
        Assert.Equal(("sum.py", "__main__.py"), (problem.Mains["python"].Source, problem.Mains["python"].Main));
        Assert.Equal(("solution.cpp", "main.cpp"), (problem.Mains["cpp"].Source, problem.Mains["cpp"].Main));
        Assert.Equal(2, problem.Mains["cpp"].Files.Count);
    }

    [Fact]
    public void A_plain_package_is_read_whole()
    {
        using var package = KattisPackage.Legacy(
            """
            name: Two Sum
            author: An Nguyen, Binh Tran and Chi Le
            source: School cup
            source_url: https://cup.example
            license: cc by-sa
            rights_owner: An Nguyen
            uuid: 6f3f6f3c-0f0e-4b3e-9c55-96b0dd6f3b6e
            keywords: sums numbers
            limits: {memory: 512, output: 4, code: 64, time_multiplier: 4, time_safety_margin: 1.5}
            """
        );
        var (problem, report) = package.Import();
        Assert.Equal("kattis", report.Format);
        Assert.Equal(("twosum", "Two Sum"), (problem.Name, problem.Title("en")));
        Assert.Equal(
            (TimeSpan.FromSeconds(2), 512L << 20, 4L << 20, 64 * 1024),
            (problem.TimeLimit, problem.MemoryBytes, problem.OutputBytes, problem.SourceBytes)
        );
        Assert.False(problem.Scores);
        Assert.Equal(["1 sample", "1", "2"], problem.Tests.Select(test => test.Name + (test.IsSample ? " sample" : "")));
        Assert.Equal("Add two numbers.\n", problem.Statement("en"));
        var yaml = package.Read("problem.yaml");
        Assert.Contains("authors: [\"An Nguyen\", \"Binh Tran\", \"Chi Le\"]", yaml);
        Assert.Contains("uuid: \"6f3f6f3c", yaml);
        Assert.Contains("ac_to_time_limit: 4", yaml);
        Assert.Contains("keywords: [sums, numbers]", yaml);
    }

    [Theory]
    [InlineData("nam: x", "unknown key 'nam'")]
    [InlineData("limits: {tim_limit: 1}", "unknown key 'limits.tim_limit'")]
    [InlineData("type: quiz", "there is no type 'quiz'")]
    [InlineData("license: gpl", "there is no license 'gpl'")]
    [InlineData("license: public domain\nrights_owner: me", "no owner of rights")]
    [InlineData("source_url: https://x", "is for a 'source'")]
    [InlineData("validation: custom score", "'score' is for problems of type scoring")]
    [InlineData("validation: own", "it must be 'default'")]
    [InlineData("validation: custom", "output_validators/ is missing")]
    [InlineData("grading: {objective: max}", "'grading' is for problems of type scoring")]
    [InlineData("type: scoring\ngrading: {objective: min}", "the least score wins")]
    [InlineData("validator_flags: float_tolerance", "needs a number")]
    [InlineData("validator_flags: fast", "does not know the flag 'fast'")]
    [InlineData("problem_format_version: 2019", "'2019' is not known")]
    [InlineData("name: x\nname: y", "not valid YAML")]
    public void What_is_wrong_in_the_settings_is_told(string settings, string sentence)
    {
        using var package = KattisPackage.Legacy(settings + "\n");
        Assert.Contains(sentence, package.Refused());
    }

    [Fact]
    public void Without_a_time_limit_one_is_assumed_and_told()
    {
        using var package = KattisPackage.Legacy().Delete(".timelimit");
        var (problem, report) = package.Import();
        Assert.Equal(TimeSpan.FromSeconds(5), problem.TimeLimit);
        Assert.Contains("no time limit; 5 s were taken", ImportFolder.Lines(report, ImportLineKind.Warning));
        problem = package.Import(request => request with { TimeLimit = 3, Replace = true }).Problem;
        Assert.Equal(TimeSpan.FromSeconds(3), problem.TimeLimit);
    }

    [Fact]
    public void A_package_without_secret_tests_is_judged_by_its_samples()
    {
        using var package = KattisPackage
            .Legacy()
            .Delete("data/secret/1.in")
            .Delete("data/secret/1.ans")
            .Delete("data/secret/2.in")
            .Delete("data/secret/2.ans");
        var (problem, report) = package.Import();
        Assert.Equal(["1 sample", "1"], problem.Tests.Select(test => test.Name + (test.IsSample ? " sample" : "")));
        Assert.Contains("its samples count as tests too", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Theory]
    [InlineData("timelimit='1.5'", "2", 1.5)]
    [InlineData("timelimit = 4\ncolor = '#ff0000'", "2", 4)]
    [InlineData("short-name = A", "2.5", 2.5)]
    public void The_time_limit_of_DOMjudge_wins(string ini, string dotted, double seconds)
    {
        using var package = KattisPackage.Legacy().Write("domjudge-problem.ini", ini + "\n").Write(".timelimit", dotted);
        Assert.Equal(TimeSpan.FromSeconds(seconds), package.Import().Problem.TimeLimit);
    }

    [Fact]
    public void Two_time_limits_that_disagree_are_an_error()
    {
        using var package = KattisPackage.Legacy("limits: {time_limit: 3}\n");
        Assert.Contains("disagree", package.Refused());
    }

    [Fact]
    public void A_time_limit_that_is_no_number_is_refused()
    {
        using var package = KattisPackage.Legacy().Write(".timelimit", "1e999");
        Assert.Contains("no number of seconds", package.Refused());
    }

    [Fact]
    public void Flags_are_inherited_and_the_last_tolerance_wins()
    {
        using var package = KattisPackage
            .Legacy("validator_flags: case_sensitive float_tolerance 1e-4\n")
            .Write("data/secret/testdata.yaml", "output_validator_flags: float_absolute_tolerance 1e-6\n");
        var problem = package.Import().Problem;
        Assert.Equal(
            new TokenOptions
            {
                CaseSensitive = true,
                RelativeTolerance = 1e-4,
                AbsoluteTolerance = 1e-4,
            },
            problem.Tests[0].Tokens
        );
        Assert.All(
            problem.Tests.Skip(1),
            test =>
                Assert.Equal(
                    new TokenOptions
                    {
                        CaseSensitive = true,
                        RelativeTolerance = 1e-4,
                        AbsoluteTolerance = 1e-6,
                    },
                    test.Tokens
                )
        );
    }

    [Fact]
    public void Flags_of_deeper_folders_stay_with_their_tests()
    {
        using var package = KattisPackage
            .Legacy()
            .Test("secret/big/1")
            .Write("data/secret/big/testdata.yaml", "output_validator_flags: float_tolerance 1e-6\ninput_validator_flags: --max '1 0'\n");
        var problem = package.Import().Problem;
        Assert.Equal(["1", "1", "2", "big/1"], problem.Tests.Select(test => test.Name));
        Assert.Equal([null, null, null, 1e-6], problem.Tests.Select(test => test.Tokens.RelativeTolerance));
        Assert.Equal(["--max", "1 0"], problem.Tests[3].ValidatorArguments);
    }

    [Fact]
    public void A_test_without_its_answer_is_refused()
    {
        using var package = KattisPackage.Legacy().Write("data/secret/3.in", "");
        Assert.Contains("data/secret/3: its .ans is missing", package.Refused());
    }

    [Fact]
    public void Hints_stay_beside_their_test_and_strange_files_are_left_out()
    {
        using var package = KattisPackage
            .Legacy()
            .Write("data/sample/1.hint", "think")
            .Write("data/secret/1.desc", "small")
            .Write("data/secret/notes.txt", "x");
        var report = package.Import().Report;
        Assert.Equal(("think", "small"), (package.Read("data/sample/1.hint"), package.Read("data/secret/1.desc")));
        Assert.Contains("data/secret/notes.txt: it belongs to no test", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void One_output_validator_becomes_the_checker()
    {
        using var package = KattisPackage
            .Legacy("validation: custom\nvalidator_flags: any 5\n")
            .Write("output_validators/check/check.py", "exit(42)\n")
            .Write("output_validators/check/README.md", "hi");
        var checker = Assert.IsType<Checker.Program>(package.Import().Problem.Checker);
        Assert.Equal((CheckerContract.Kattis, "check.py"), (checker.Contract, checker.Source.Main));
    }

    [Fact]
    public void Several_output_validators_are_refused()
    {
        using var package = KattisPackage
            .Legacy("validation: custom\n")
            .Write("output_validators/a.py", "")
            .Write("output_validators/b.py", "");
        Assert.Contains("has 2 programs", package.Refused());
    }

    [Fact]
    public void Interactive_and_multi_pass_become_types()
    {
        using var package = KattisPackage
            .Legacy("validation: custom interactive multi-pass\nlimits: {validation_passes: 3}\n")
            .Write("output_validators/talk.py", "")
            .Write("data/sample/1.interaction", "<1\n>2\n");
        var problem = package.Import().Problem;
        Assert.Equal((TaskKind.Interactive, 3, "talk.py"), (problem.Kind, problem.Passes, problem.Interactor?.Main));
        Assert.Single(problem.Interactions);
    }

    [Fact]
    public void Validators_in_tools_of_the_format_are_left_out()
    {
        using var package = KattisPackage
            .Legacy()
            .Write("input_validators/check.ctd", "INT(1,2)")
            .Write("input_validators/check.py", "exit(42)\n")
            .Write("input_validators/own/run", "#!/bin/sh")
            .Write("input_format_validators/old/v.py", "exit(42)\n");
        var (problem, report) = package.Import();
        Assert.Equal(["check.py", "v.py"], problem.InputValidators.Select(program => program.Main));
        Assert.Contains("input_validators/check.ctd", ImportFolder.Lines(report, ImportLineKind.LeftOut));
        Assert.Contains("input_validators/own", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void Files_beside_the_submission_are_taken()
    {
        using var package = KattisPackage.Legacy().Write("include/python3/lib.py", "x = 1\n").Write("attachments/lib.py", "x = 1\n");
        Assert.Equal("lib.py", Path.GetFileName(package.Import().Problem.Mains["python"].Files.Single()));
        Assert.Equal("x = 1\n", package.Read("attachments/lib.py"));
    }

    [Theory]
    [InlineData("type: pass-fail\ngrading: {objective: max}", "grading")]
    [InlineData("type: scoring", "has no type")]
    public void Legacy_icpc_has_no_points(string settings, string sentence)
    {
        using var package = KattisPackage.Legacy("problem_format_version: legacy-icpc\n" + settings + "\n");
        Assert.Contains(sentence, package.Refused());
    }

    [Theory]
    [InlineData("data/secret/testdata.yaml")]
    [InlineData("data/secret/group/1.in")]
    [InlineData("include/c/x.h")]
    [InlineData("graders/g.py")]
    [InlineData("submissions/partially_accepted/x.py")]
    public void Legacy_icpc_refuses_what_only_legacy_has(string file)
    {
        using var package = KattisPackage.Legacy("problem_format_version: legacy-icpc\n").Write(file, "on_reject: break\n");
        Assert.Contains("'legacy-icpc' has no", package.Refused());
    }

    [Fact]
    public void A_legacy_icpc_package_is_read()
    {
        using var package = KattisPackage.Legacy("problem_format_version: legacy-icpc\nname: Two Sum\nvalidation: default\n");
        Assert.Equal(3, package.Import().Problem.Tests.Count);
    }
}
