using System.IO.Compression;
using Judge.Formats;
using Judge.Formats.Draft;
using Judge.Formats.Kattis;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Tests.Problems.Package;
using Support;

namespace Judge.Tests.Formats.Kattis;

public sealed class ExportKattisTests
{
    public static TheoryData<string> House =>
        [
            .. Directory
                .GetDirectories(Problems)
                .Select(folder => Path.GetFileName(folder)!)
                .Where(name => File.Exists(Path.Combine(Problems, name, "problem.yaml")) && !IsOurOnly(name))
                .Order(StringComparer.Ordinal),
        ];

    private static string Problems => Path.Combine(Repository.Root, "problems");

    [Theory]
    [MemberData(nameof(House))]
    public void A_package_of_the_house_comes_back_the_same(string name)
    {
        using var folder = new ImportFolder();
        var zip = folder.Beside(name + ".zip");
        Assert.DoesNotContain(ExportKattis.Write(Path.Combine(Problems, name), zip), line => line.Kind == ImportLineKind.Error);
        var report = folder.ImportFrom(zip);
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        var (before, after) = (ProblemPackage.Load(Path.Combine(Problems, name)), folder.Load(name));
        Assert.Equal(Shape(before), Shape(after));
        Assert.Equal(before.Titles, after.Titles);
        Assert.Equal(
            before.Tests.Select(test => File.ReadAllText(test.InputPath)),
            after.Tests.Select(test => File.ReadAllText(test.InputPath))
        );
        Assert.Equal(before.Statement("vi").Trim(), after.Statement("vi").Trim());
    }

    [Fact]
    public void The_zip_holds_nothing_of_our_own()
    {
        using var package = Package("input_file: A.INP\noutput_file: A.OUT\n");
        var (entries, lines) = Export(package);
        Assert.DoesNotContain("tong/school.yaml", entries);
        Assert.Contains("tong/problem.yaml", entries);
        Assert.Contains("The files A.INP and A.OUT are left out", lines);
        Assert.All(entries, entry => Assert.StartsWith("tong/", entry));
    }

    [Fact]
    public void Marks_become_groups_with_whole_points()
    {
        using var package = Package("marks: {default: 0.5, \"2\": 1.5}\n", tests: 3);
        var (back, lines) = Back(package);
        Assert.Equal(
            [("marks_01", 10m, 2), ("marks_02", 15m, 1)],
            back.Groups.Skip(1).Select(group => (group.Name, group.Max, group.Tests.Count))
        );
        Assert.Contains("multiplied by 10", lines);
        Assert.Contains("put into groups by their marks", lines);
        Assert.False(File.Exists(Path.Combine(back.Folder, "school.yaml")));
    }

    [Fact]
    public void Equal_marks_need_no_groups()
    {
        using var package = Package("marks: {default: 2}\n", tests: 3);
        var back = Back(package).Problem;
        Assert.Equal((6m, "", 2m), (back.FullScore, back.Groups[^1].Name, back.Tests[^1].Mark));
    }

    [Fact]
    public void Groups_of_our_own_become_groups_of_Kattis()
    {
        using var package = Package(
            "groups: {g1: {aggregation: sum, max: 30, stop: true}, g2: {aggregation: average, max: 70, requires: [g1]}}\ntotal: min\n",
            tests: 0
        );
        foreach (var group in (string[])["g1", "g2"])
        {
            package.Write($"data/secret/{group}/test_group.yaml", "full_feedback: true\n");
            package.Write($"data/secret/{group}/1.in", "1");
            package.Write($"data/secret/{group}/1.ans", "1");
        }

        var (back, lines) = Back(package);
        Assert.Equal(
            [("g1", 30m, Aggregation.Sum), ("g2", 70m, Aggregation.Sum)],
            back.Groups.Skip(1).Select(group => (group.Name, group.Max, group.Aggregation))
        );
        Assert.Equal((Aggregation.Min, 30m), (back.Total, back.FullScore));
        Assert.Equal(["g1"], back.Groups[2].Requires);
        Assert.True(back.Tests[^1].FullFeedback);
        Assert.Contains("stops at the first failure", lines);
    }

    [Theory]
    [InlineData("checker: themis_c3\n", "")]
    [InlineData("checker: themis_c4\n", "")]
    [InlineData("checker: themis_c1\n", "becomes comparing words")]
    public void Comparing_words_is_said_with_flags(string school, string sentence)
    {
        using var package = Package(school);
        var (back, lines) = Back(package);
        Assert.Equal(school.Contains("c4", StringComparison.Ordinal), back.Tests[^1].Tokens.CaseSensitive);
        Assert.Contains(sentence, lines);
    }

    [Theory]
    [InlineData("checker: lines\n", "Lines cannot be exported")]
    [InlineData("checker: themis_c5\n", "ThemisC5 cannot be exported")]
    [InlineData("checker: {contract: testlib, program: checker/c.py}\n", "in the way of Testlib")]
    [InlineData("checker: {script: checker/c.csx}\n", "a C# script")]
    [InlineData("scoring: checker/c.csx\n", "Points made by a C# script")]
    [InlineData("main: {python3: {source: a.py, main: m.py}}\n", "write functions")]
    [InlineData("groups: {\"\": {aggregation: max, max: 5}}\n", "points by Max")]
    public void What_would_change_verdicts_is_not_exported(string school, string sentence)
    {
        using var package = Package(school);
        package.Write("checker/c.py", "");
        package.Write("checker/c.csx", "");
        package.Write("include/python3/m.py", "");
        var to = Path.Combine(package.Parent, "tong.zip");
        var lines = ExportKattis.Write(package.Path, to);
        Assert.Contains(sentence, English(lines, ImportLineKind.Error));
        Assert.False(File.Exists(to));
    }

    [Fact]
    public void A_driver_that_any_reader_of_the_format_finds_is_exported()
    {
        using var package = Package("");
        package.Write("include/cpp/main.cpp", "int main() {}\n");
        var main = Back(package).Problem.Mains["cpp"];
        Assert.Equal(("solution.cpp", "main.cpp"), (main.Source, main.Main));
    }

    [Fact]
    public void A_checker_of_Kattis_and_plain_validators_go_along_and_scripts_do_not()
    {
        using var package = Package("checker: {contract: kattis, program: checker}\n");
        package.Write("checker/c.py", "exit(42)\n");
        package.Write("input_validators/v.py", "exit(42)\n");
        package.Write("input_validators/w.csx", "");
        package.Write("data/invalid_input/x.in", "bad");
        var (entries, lines) = Export(package);
        Assert.Contains("tong/output_validator/c.py", entries);
        Assert.Contains("tong/input_validators/v.py", entries);
        Assert.Contains("tong/data/invalid_input/x.in", entries);
        Assert.DoesNotContain(
            entries,
            entry => entry.EndsWith(".csx", StringComparison.Ordinal) || entry.Contains("/checker/", StringComparison.Ordinal)
        );
        Assert.Contains("w.csx", lines);
    }

    [Fact]
    public void Settings_of_deeper_folders_and_extra_files_come_back()
    {
        using var package = Package("", tests: 1);
        package.Write("data/secret/deep/5.in", "5");
        package.Write("data/secret/deep/5.ans", "5");
        package.Write("data/secret/deep/5.yaml", "output_validator_args: [case_sensitive]\n");
        package.Write("data/secret/deep/5.files/lib.py", "x = 1\n");
        package.Write("data/secret/test_group.yaml", "args: [fast]\n");
        var back = Back(package).Problem;
        var test = back.Tests[^1];
        Assert.Equal(("deep/5", true), (test.Name, test.Tokens.CaseSensitive));
        Assert.Equal(["fast"], test.Arguments);
        Assert.NotNull(test.FilesFolder);
    }

    [Fact]
    public void The_same_package_gives_the_same_zip()
    {
        using var package = Package("");
        var (one, two) = (Path.Combine(package.Parent, "tong.zip"), Path.Combine(package.Parent, "other", "tong.zip"));
        Directory.CreateDirectory(Path.GetDirectoryName(two)!);
        ExportKattis.Write(package.Path, one);
        ExportKattis.Write(package.Path, two);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
    }

    private static PackageFolder Package(string school, int tests = 1)
    {
        var package = new PackageFolder();
        if (school.Length > 0)
        {
            package.Write("school.yaml", school);
        }

        package.Delete("data/secret/1.in");
        package.Delete("data/secret/1.ans");
        for (var test = 1; test <= tests; test++)
        {
            package.Write($"data/secret/{test}.in", $"{test}");
            package.Write($"data/secret/{test}.ans", $"{test}");
        }

        return package;
    }

    private static (IReadOnlyList<string> Entries, string Lines) Export(PackageFolder package)
    {
        var to = Path.Combine(package.Parent, "tong.zip");
        var lines = ExportKattis.Write(package.Path, to);
        Assert.Empty(English(lines, ImportLineKind.Error));
        using var zip = ZipFile.OpenRead(to);
        return ([.. zip.Entries.Select(entry => entry.FullName)], string.Join('\n', lines.Select(line => line.English)));
    }

    private static (Problem Problem, string Lines) Back(PackageFolder package)
    {
        var lines = Export(package).Lines;
        var into = Path.Combine(package.Parent, "back");
        var report = Importers.Run(
            new ImportRequest(Path.Combine(package.Parent, "tong.zip"), into),
            TestContext.Current.CancellationToken
        );
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        return (ProblemPackage.Load(Path.Combine(into, "tong")), lines);
    }

    private static string English(IEnumerable<ImportLine> lines, ImportLineKind kind) =>
        string.Join('\n', lines.Where(line => line.Kind == kind).Select(line => line.English));

    /// <summary>All that decides points and verdicts.</summary>
    private static string Shape(Problem problem) =>
        string.Join(
            '\n',
            problem.Groups.Select(group =>
                $"{group.Name} {group.Max} {group.Aggregation} {group.Stops} {string.Join(',', group.Requires)}: "
                + string.Join(' ', group.Tests.Select(test => $"{test.Name}={test.Mark} {test.Tokens}"))
            )
        )
        + $"\n{problem.TimeLimit} {problem.MemoryBytes} {problem.OutputBytes} {problem.Kind} {problem.Passes} {problem.Total} "
        + $"{problem.FullScore} {problem.Checker.GetType().Name}";

    /// <summary>Packages that say in school.yaml what Kattis has no words for are not meant to come back the same.</summary>
    private static bool IsOurOnly(string name) =>
        Path.Combine(Problems, name, "school.yaml") is var school
        && File.Exists(school)
        && File.ReadLines(school)
            .Any(line =>
                line.Length > 0
                && line[0] != '#'
                && !line.StartsWith("input_file", StringComparison.Ordinal)
                && !line.StartsWith("output_file", StringComparison.Ordinal)
            );
}
