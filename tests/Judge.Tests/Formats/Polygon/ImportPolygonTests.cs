using System.Globalization;
using Judge.Formats.Draft;
using Judge.Formats.Polygon;
using Judge.Problems;
using static Judge.Tests.Formats.Polygon.PolygonPackage;

namespace Judge.Tests.Formats.Polygon;

public sealed class ImportPolygonTests
{
    [Fact]
    public void A_full_package_is_read_whole()
    {
        using var package = Package(Xml());
        var (problem, report) = Import(package);
        Assert.Equal("polygon", report.Format);
        Assert.Equal(("twosum", "Two Sum", "Tổng hai số"), (problem.Name, problem.Title("en"), problem.Title("vi")));
        Assert.Equal((TimeSpan.FromSeconds(1.5), 256L << 20, false), (problem.TimeLimit, problem.MemoryBytes, problem.Scores));
        Assert.Equal(["01 sample", "02", "03"], problem.Tests.Select(test => test.Name + (test.IsSample ? " sample" : "")));
        Assert.Equal("in 1\n", File.ReadAllText(problem.Tests[0].InputPath));
        Assert.Equal("Add $a$ and **b**.\n\n## Dữ liệu vào\n\nTwo numbers.\n\n## Giải thích\n\nNo.\n", problem.Statement("vi"));
        Assert.Contains("## Input", problem.Statement("en"));
        Assert.True(problem.Tests[1].Tokens.CaseSensitive);
        Assert.Null(problem.Files);
    }

    [Theory]
    [InlineData("std::fcmp.cpp", BuiltInChecker.Lines)]
    [InlineData("std::lcmp.cpp", BuiltInChecker.ThemisC2)]
    [InlineData("std::wcmp.cpp", BuiltInChecker.Tokens)]
    [InlineData("std::yesno.cpp", BuiltInChecker.Tokens)]
    public void Checkers_of_testlib_are_our_own(string name, BuiltInChecker kind)
    {
        using var package = Package(
            Xml(checker: $"<checker name='{name}' type='testlib'><source path='files/check.cpp' type='cpp.g++17'/></checker>")
        );
        Assert.Equal(kind, Assert.IsType<Checker.BuiltIn>(Import(package).Problem.Checker).Kind);
    }

    [Theory]
    [InlineData("std::rcmp4.cpp", 1e-4)]
    [InlineData("std::rcmp6.cpp", 1e-6)]
    [InlineData("std::rcmp9.cpp", 1e-9)]
    public void Real_numbers_are_compared_with_their_tolerance(string name, double tolerance)
    {
        using var package = Package(
            Xml(checker: $"<checker name='{name}' type='testlib'><source path='files/check.cpp' type='cpp.g++17'/></checker>")
        );
        Assert.All(
            Import(package).Problem.Tests,
            test => Assert.Equal((tolerance, tolerance), (test.Tokens.RelativeTolerance, test.Tokens.AbsoluteTolerance))
        );
    }

    [Fact]
    public void Another_checker_comes_with_its_library()
    {
        using var package = Package(Xml(checker: Own))
            .Write("files/check.cpp", "#include \"testlib.h\"\n")
            .Write("files/testlib.h", "// lib\n");
        var checker = Assert.IsType<Checker.Program>(Import(package).Problem.Checker);
        Assert.Equal((CheckerContract.Testlib, "check.cpp"), (checker.Contract, checker.Source.Main));
        Assert.Contains("testlib.h", checker.Source.Files);
    }

    [Fact]
    public void Without_the_library_the_cure_is_told()
    {
        using var package = Package(Xml(checker: Own)).Write("files/check.cpp", "# include <testlib.h>\n");
        Assert.Contains("copy testlib.h", Refused(package));
    }

    [Fact]
    public void A_checker_in_another_language_is_refused()
    {
        using var package = Package(Xml(checker: "<checker type='testlib'><source path='files/Check.java' type='java11'/></checker>"))
            .Write("files/Check.java", "");
        Assert.Contains("cannot be run here", Refused(package));
    }

    [Fact]
    public void Validators_and_solutions_find_their_folders()
    {
        using var package = Package(
                Xml(
                    more: """
                    <validators><validator><source path='files/val.cpp' type='cpp.g++17'/></validator></validators>
                    <solutions>
                      <solution tag='main'><source path='solutions/a.cpp'/></solution>
                      <solution tag='wrong-answer'><source path='solutions/b.py'/></solution>
                      <solution tag='memory-limit-exceeded'><source path='solutions/c.pas'/></solution>
                      <solution tag='time-limit-exceeded-or-accepted'><source path='solutions/d.cpp'/></solution>
                      <solution tag='do-not-run'><source path='solutions/e.cpp'/></solution>
                      <solution tag='rejected'><source path='solutions/f.cpp'/></solution>
                    </solutions>
                    """
                )
            )
            .Write("files/val.cpp", "int main() {}");
        foreach (var file in (string[])["a.cpp", "b.py", "c.pas", "d.cpp", "e.cpp", "f.cpp"])
        {
            package.Write($"solutions/{file}", "");
        }

        var (problem, report) = Import(package);
        Assert.Equal("val.cpp", Assert.Single(problem.InputValidators).Main);
        var root = Path.Combine(problem.Folder, "submissions");
        Assert.Equal(
            ["accepted/a.cpp", "memory_limit_exceeded/c.pas", "mixed/d.cpp", "rejected/f.cpp", "submissions.yaml", "wrong_answer/b.py"],
            Directory
                .GetFiles(root, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file))
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains("permitted: [AC, TLE]", package.Read("twosum/submissions/submissions.yaml"));
        Assert.Contains("e.cpp (do-not-run)", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void Files_and_line_ends_of_Windows_are_read()
    {
        using var package = Package(Xml(judging: "input-file='two.in' output-file='two.out'"))
            .Write("tests/02", "in 2\r\n")
            .Write("tests/02.a", "a\r\nb\r\n");
        var (problem, _) = Import(package);
        Assert.Equal(new FileNames("two.in", "two.out"), problem.Files);
        Assert.Equal("a\nb\n", File.ReadAllText(problem.Tests[1].AnswerPath));
    }

    [Theory]
    [InlineData("tests/%02d", 7, "tests/07")]
    [InlineData("tests/%02d.a", 100, "tests/100.a")]
    [InlineData("t/%d.in", 12, "t/12.in")]
    [InlineData("t/%03d/%d", 5, "t/005/%d")]
    public void Patterns_grow_with_their_numbers(string pattern, int number, string path) =>
        Assert.Equal(path, PolygonTestData.PathOf(pattern, number));

    [Fact]
    public void More_than_99_tests_stay_in_order()
    {
        using var package = Package(Xml(tests: string.Concat(Enumerable.Repeat("<test/>", 101))));
        for (var test = 1; test <= 101; test++)
        {
            package
                .Write(FormattableString.Invariant($"tests/{test:00}"), test.ToString(CultureInfo.InvariantCulture))
                .Write(FormattableString.Invariant($"tests/{test:00}.a"), "");
        }

        var problem = Import(package).Problem;
        Assert.Equal(
            Enumerable.Range(1, 101).Select(test => test.ToString("000", CultureInfo.InvariantCulture)),
            problem.Tests.Select(test => test.Name)
        );
    }

    [Fact]
    public void Groups_keep_their_points_policies_and_dependencies()
    {
        using var package = Package(
            Xml(
                tests: "<test sample='true' group='0'/><test group='1' points='0'/><test group='1' points='30'/><test group='2' "
                    + "points='35'/><test group='2' points='35'/>",
                groups: """
                <groups>
                  <group name='0' points-policy='complete-group'/>
                  <group name='1' points-policy='complete-group'><dependencies><dependency group='0'/></dependencies></group>
                  <group name='2' points-policy='each-test'><dependencies><dependency group='1'/></dependencies></group>
                </groups>
                """
            ),
            tests: 5
        );
        var problem = Import(package).Problem;
        Assert.Equal([("sample", 0m), ("g02_1", 30m), ("g03_2", 70m)], problem.Groups.Select(group => (group.Name, group.Max)));
        Assert.Equal([Aggregation.PassFail, Aggregation.Sum], problem.Groups.Skip(1).Select(group => group.Aggregation));
        Assert.Equal(["sample"], problem.Groups[1].Requires);
        Assert.Equal(["g02_1"], problem.Groups[2].Requires);
        Assert.Equal(100, problem.FullScore);
    }

    [Fact]
    public void Tests_of_a_group_with_different_points_are_told_apart()
    {
        using var package = Package(
            Xml(
                tests: "<test group='a' points='10'/><test group='a' points='2.5'/><test group='a' points='10'/><test "
                    + "group='b' points='5'/>",
                groups: "<groups><group name='a' points-policy='each-test'/><group name='b' "
                    + "points-policy='complete-group'><dependencies><dependency group='a'/></dependencies></group></groups>"
            ),
            tests: 4
        );
        var problem = Import(package).Problem;
        Assert.Equal(
            [("g01_a_10", 20m, 2), ("g01_a_2_5", 2.5m, 1), ("g02_b", 5m, 1)],
            problem.Groups.Select(group => (group.Name, group.Max, group.Tests.Count))
        );
        Assert.Equal(["g01_a_10", "g01_a_2_5"], problem.Groups[2].Requires);
    }

    [Fact]
    public void Points_of_a_group_whose_tests_have_none_are_spread_over_them()
    {
        using var package = Package(
            Xml(
                tests: "<test group='a'/><test group='a'/><test group='b' points='5'/>",
                groups: "<groups><group name='a' points='20' points-policy='each-test'/><group name='b'/></groups>"
            ),
            tests: 3
        );
        var problem = Import(package).Problem;
        Assert.Equal((25m, 20m), (problem.FullScore, problem.Groups[0].Max));
        Assert.All(problem.Groups[0].Tests, test => Assert.Equal(10, test.Mark));
    }

    [Fact]
    public void Points_without_groups_are_marks()
    {
        using var package = Package(Xml(tests: "<test points='1'/><test points='2.5'/><test points='1'/>"));
        var problem = Import(package).Problem;
        Assert.Equal([1m, 2.5m, 1m], problem.Tests.Select(test => test.Mark));
    }

    [Fact]
    public void A_standard_package_is_refused()
    {
        using var package = Package(Xml(), tests: 0);
        Assert.Contains("get the full package", Refused(package));
    }

    [Theory]
    [InlineData("<problem", "no well-formed XML")]
    [InlineData("<!DOCTYPE problem [<!ENTITY a 'aaaa'>]><problem short-name='&a;'/>", "entities of its own")]
    [InlineData("<task/>", "<problem> is missing")]
    [InlineData("<problem short-name='x'/>", "<judging> is missing")]
    [InlineData(
        "<problem><judging><testset name='tests'><memory-limit>1</memory-limit></testset></judging></problem>",
        "<time-limit> is missing"
    )]
    [InlineData(
        "<problem><judging><testset name='tests'><time-limit>1e9999</time-limit></testset></judging></problem>",
        "<time-limit> is missing"
    )]
    public void Broken_descriptions_are_refused(string xml, string sentence)
    {
        using var package = new ImportFolder("twosum").Write("problem.xml", xml);
        Assert.Contains(sentence, Refused(package));
    }

    [Theory]
    [InlineData("<checker type='testlib'><source path='../../../etc/passwd' type='cpp'/></checker>", "is missing")]
    [InlineData("<checker type='testlib'><source path='/etc/passwd' type='cpp'/></checker>", "is missing")]
    public void Paths_that_lead_out_are_not_found(string checker, string sentence)
    {
        using var package = Package(Xml(checker: checker));
        Assert.Contains(sentence, Refused(package));
    }

    [Fact]
    public void A_description_cannot_ask_for_one_file_again_and_again()
    {
        using var same = Package(Xml().Replace("tests/%02d<", "tests/01<", StringComparison.Ordinal));
        Assert.Contains("have no number", Refused(same));
        using var many = Package(Xml(tests: string.Concat(Enumerable.Repeat("<test/>", 2001))));
        Assert.Contains("more than 2000 <test>", Refused(many));
        using var solutions = Package(
            Xml(
                more: "<solutions>"
                    + string.Concat(Enumerable.Repeat("<solution tag='main'><source path='tests/01'/></solution>", 1000))
                    + "</solutions>"
            )
        );
        Assert.Single(Directory.GetFiles(Path.Combine(Import(solutions).Problem.Folder, "submissions", "accepted")));
    }

    [Fact]
    public void A_checker_that_gives_a_percentage_is_refused()
    {
        using var package = Package(Xml(checker: Own, judging: "input-file='' output-file='' treat-points-from-checker-as-percent='true'"))
            .Write("files/check.cpp", "quitp(50);");
        Assert.Contains("as a percentage", Refused(package));
    }

    [Fact]
    public void A_contest_brings_its_problems_in_their_order()
    {
        using var contest = new ImportFolder().Write(
            "contest.xml",
            "<contest><problems><problem index='A' url='https://p/zebra'/><problem index='B' url='https://p/ape'/></problems></contest>"
        );
        foreach (var name in (string[])["ape", "zebra"])
        {
            contest.Write($"problems/{name}/problem.xml", Xml().Replace("twosum", name, StringComparison.Ordinal));
            for (var test = 1; test <= 3; test++)
            {
                contest.Write($"problems/{name}/tests/0{test}", "1\n").Write($"problems/{name}/tests/0{test}.a", "1\n");
            }
        }

        var report = contest.Import();
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal(["zebra", "ape"], report.Packages.Select(package => package.Name));
    }
}
