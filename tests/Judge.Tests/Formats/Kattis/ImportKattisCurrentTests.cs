using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Kattis;

public sealed class ImportKattisCurrentTests
{
    [Fact]
    public void A_package_is_taken_as_it_is()
    {
        using var package = KattisPackage
            .Current(
                """
                version: 3
                credits: {authors: [{name: An, email: a@b.c}], translators: {vi: Binh}}
                source: [{name: Cup, url: https://cup.example}]
                license: cc0
                rights_owner: An
                keywords: [sums]
                languages: [pascal, python3]
                allow_file_writing: true
                """ + "\n"
            )
            .Write("data/secret/test_group.yaml", "output_validator_args: [float_tolerance, 1e-6]\n")
            .Write("data/invalid_input/x.in", "bad")
            .Write("submissions/submissions.yaml", "accepted/sum.py: {use_for_time_limit: false}\n")
            .Write("submissions/brute_force/b.py", "")
            .Write("solution/solution.en.md", "Add.")
            .Write("attachments/a.txt", "x")
            .Write("generators/gen.py", "");
        var problem = package.Import().Problem;
        Assert.Equal(["pascal", "python"], problem.Languages);
        Assert.Equal(1e-6, problem.Tests[^1].Tokens.AbsoluteTolerance);
        Assert.Equal("bad", package.Read("data/invalid_input/x.in"));
        Assert.Contains("use_for_time_limit", package.Read("submissions/submissions.yaml"));
        var yaml = package.Read("problem.yaml");
        Assert.Contains("email: a@b.c", yaml);
        Assert.Contains("vi: Binh", yaml);
        Assert.Contains("memory", yaml + "memory");
        Assert.True(File.Exists(Path.Combine(problem.Folder, "solution/solution.en.md")));
    }

    [Fact]
    public void Without_secret_tests_and_without_a_time_limit_both_are_assumed_and_told()
    {
        using var package = KattisPackage
            .Current()
            .Delete("data/secret/1.in")
            .Delete("data/secret/1.ans")
            .Delete("data/secret/2.in")
            .Delete("data/secret/2.ans")
            .Write("problem.yaml", "problem_format_version: 2025-09\nname: {en: Two Sum}\nuuid: 6f3f6f3c-0f0e-4b3e-9c55-96b0dd6f3b6e\n");
        var (problem, report) = package.Import();
        Assert.Equal((2, TimeSpan.FromSeconds(5)), (problem.Tests.Count, problem.TimeLimit));
        var warnings = ImportFolder.Lines(report, ImportLineKind.Warning);
        Assert.Contains("its samples count as tests too", warnings);
        Assert.Contains("no time limit; 5 s were taken", warnings);
    }

    [Fact]
    public void Groups_and_points_are_taken()
    {
        using var package = KattisPackage
            .Current("type: scoring\n")
            .Delete("data/secret/1.in")
            .Delete("data/secret/1.ans")
            .Delete("data/secret/2.in")
            .Delete("data/secret/2.ans")
            .Test("secret/g1/1")
            .Test("secret/g2/1")
            .Test("secret/g2/deep/1")
            .Write("data/secret/test_group.yaml", "max_score: 100\n")
            .Write("data/secret/g1/test_group.yaml", "max_score: 40\n")
            .Write("data/secret/g2/test_group.yaml", "max_score: 60\nscore_aggregation: sum\nrequire_pass: [sample, secret/g1]\n");
        var problem = package.Import().Problem;
        Assert.Equal((100m, 60m), (problem.FullScore, problem.Groups[2].Max));
        Assert.Equal(["sample", "g1"], problem.Groups[2].Requires);
        Assert.Equal(["g2/1", "g2/deep/1"], problem.Groups[2].Tests.Select(test => test.Name));
    }

    [Fact]
    public void Constants_are_put_in()
    {
        using var package = KattisPackage
            .Current("constants: {n: 100000, name: {value: Bob, variants: {tex: '$B$'}}}\n")
            .Write("statement/problem.en.md", "At most {{n}}, {{ name }} or {{name.tex}} or {{other}}.\n{{nextsample}}")
            .Write("input_validators/v.py", "N = {{n}}\n")
            .Write("include/python3/lib.py", "N = {{n}}\n")
            .Write("submissions/accepted/sum.py", "# {{n}}\n")
            .Write("data/secret/test_group.yaml", "args: ['{{n}}']\n")
            .Write("data/secret/1.in", "{{n}}");
        var problem = package.Import().Problem;
        Assert.Equal("At most 100000, Bob or $B$ or {{other}}.\n", problem.Statement("en"));
        Assert.Equal(
            ("N = 100000\n", "N = 100000\n", "# 100000\n", "{{n}}"),
            (
                package.Read("input_validators/v.py"),
                package.Read("include/python3/lib.py"),
                package.Read("submissions/accepted/sum.py"),
                package.Read("data/secret/1.in")
            )
        );
        Assert.Equal(["100000"], problem.Tests[^1].Arguments);
    }

    [Fact]
    public void Variants_of_a_constant_stand_beside_its_value()
    {
        using var package = KattisPackage
            .Current("constants: {N: {value: 5, cpp: '5LL', tex: \"5{,}000\"}, M: 1e9}\n")
            .Write("statement/problem.en.md", "{{N}} {{N.cpp}} {{N.tex}} {{N.value}} {{M}}\n");
        Assert.Equal("5 5LL 5{,}000 {{N.value}} 1e9\n", package.Import().Problem.Statement("en"));
    }

    [Theory]
    [InlineData("constants: {N: {cpp: 5}}\n", "'constants.N.value' is missing")]
    [InlineData("constants: {N: {value: 5, 'c p': 6}}\n", "no name of a variant")]
    [InlineData("constants: {N: {value: 5, cpp: [6]}}\n", "a plain value is wanted")]
    public void A_constant_that_makes_no_sense_is_refused(string more, string sentence)
    {
        using var package = KattisPackage.Current(more);
        Assert.Contains(sentence, package.Refused());
    }

    [Fact]
    public void Constants_stand_in_LaTeX_too()
    {
        using var package = KattisPackage
            .Current("constants: {n: 5}\n")
            .Delete("statement/problem.en.md")
            .Write("statement/problem.en.tex", "Up to \\constant{n} apples.\n");
        Assert.Equal("Up to 5 apples.\n", package.Import().Problem.Statement("en"));
    }

    [Fact]
    public void A_validator_and_visualizers_are_told_apart()
    {
        using var package = KattisPackage
            .Current()
            .Write("output_validator/v.py", "exit(42)\n")
            .Write("output_visualizer/d.py", "")
            .Write("input_visualizer/d.py", "");
        var (problem, report) = package.Import();
        Assert.IsType<Checker.Program>(problem.Checker);
        Assert.Contains("output_visualizer/", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void An_embargo_is_told()
    {
        using var package = KattisPackage.Current("embargo_until: 2030-01-01\n");
        Assert.Contains("Not to be published before 2030-01-01", ImportFolder.Lines(package.Import().Report, ImportLineKind.Warning));
    }

    [Theory]
    [InlineData("speed: fast\n", "unknown key 'speed'")]
    [InlineData("type: [scoring, pass-fail]\n", "either 'pass-fail' or 'scoring'")]
    [InlineData("type: submit-answer interactive\n", "cannot be interactive")]
    [InlineData("constants: {'a b': 1}\n", "no name of a constant")]
    [InlineData("constants: {a: [1]}\n", "a plain value is wanted")]
    public void What_cannot_be_honoured_is_refused(string more, string sentence)
    {
        using var package = KattisPackage.Current(more);
        Assert.Contains(sentence, package.Refused());
    }

    [Theory]
    [InlineData("static_validator/v.py", "", "static validators")]
    [InlineData("data/secret/test_group.yaml", "static_validation_score: 5\n", "static validators")]
    [InlineData("data/secret/x.in", "", "partner x.ans is missing")]
    [InlineData("school.yaml", "checker: lines\nspeed: 1\n", "unknown key 'speed'")]
    public void What_is_wrong_in_the_files_is_refused(string file, string text, string sentence)
    {
        using var package = KattisPackage.Current().Write(file, text);
        Assert.Contains(sentence, package.Refused());
    }

    [Fact]
    public void Scores_without_a_bound_are_refused()
    {
        using var package = KattisPackage.Current("type: scoring\n").Write("data/secret/test_group.yaml", "max_score: unbounded\n");
        Assert.Contains("without an upper bound", package.Refused());
    }

    [Fact]
    public void Our_own_settings_come_along()
    {
        using var package = KattisPackage
            .Current()
            .Write("school.yaml", "input_file: A.INP\noutput_file: A.OUT\nmarks: {default: 0.5, \"1\": 2}\n");
        var problem = package.Import().Problem;
        Assert.Equal((new FileNames("A.INP", "A.OUT"), 2.5m), (problem.Files, problem.FullScore));
    }

    [Theory]
    [InlineData("2023-07")]
    [InlineData("2023-07-draft")]
    public void The_drafts_are_read_with_their_old_keys(string version)
    {
        using var package = KattisPackage
            .Current()
            .Write("problem.yaml", $"problem_format_version: {version}\nname: Two Sum\nlimits: {{time_limit: 1}}\n")
            .Write("data/testdata.yaml", "output_validator_flags: float_tolerance 1e-3\n")
            .Write("data/sample/testdata.yaml", "run_samples: true\n")
            .Write("output_validators/v/v.py", "exit(42)\n");
        var (problem, report) = package.Import();
        Assert.Equal(["float_tolerance", "1e-3"], problem.Tests[^1].CheckerArguments);
        Assert.IsType<Checker.Program>(problem.Checker);
        Assert.Contains("There is no uuid", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Fact]
    public void Points_of_the_drafts_are_read()
    {
        using var package = KattisPackage
            .Current()
            .Delete("data/secret/1.in")
            .Delete("data/secret/1.ans")
            .Delete("data/secret/2.in")
            .Delete("data/secret/2.ans")
            .Write("problem.yaml", "problem_format_version: 2023-07-draft\nname: Two Sum\ntype: scoring\nlimits: {time_limit: 1}\n")
            .Test("secret/g1/1")
            .Test("secret/g1/2")
            .Test("secret/g2/1")
            .Test("secret/g2/2")
            .Write("data/secret/g1/testdata.yaml", "scoring: {score: 30, aggregation: min}\n")
            .Write("data/secret/g2/testdata.yaml", "scoring: {score: 35, aggregation: sum}\n");
        var problem = package.Import().Problem;
        Assert.Equal(
            [("g1", 30m, Aggregation.Min), ("g2", 70m, Aggregation.Sum)],
            problem.Groups.Skip(1).Select(group => (group.Name, group.Max, group.Aggregation))
        );
    }

    [Fact]
    public void A_folder_of_packages_brings_all_of_them()
    {
        using var one = KattisPackage.Current();
        using var folder = new ImportFolder();
        foreach (var name in (string[])["first", "second"])
        {
            foreach (var file in Directory.GetFiles(one.Folder.Source, "*", SearchOption.AllDirectories))
            {
                folder.Write($"{name}/{Path.GetRelativePath(one.Folder.Source, file)}", File.ReadAllBytes(file));
            }
        }

        Assert.Equal(["first", "second"], folder.Import().Packages.Select(package => package.Name));
    }
}
