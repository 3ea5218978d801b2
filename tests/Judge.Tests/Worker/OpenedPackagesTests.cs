using Judge.Formats.Draft;
using Judge.Messages;
using Judge.Problems;
using Judge.Tests.Formats;
using Judge.Tests.Problems.Package;
using Judge.Worker;

namespace Judge.Tests.Worker;

/// <summary>A path that a command takes may hold a package of any format.</summary>
public sealed class OpenedPackagesTests : IDisposable
{
    private const string Legacy = "name: Two Sum\nvalidation: default\n";

    private readonly ImportFolder _folder = new("twosum");
    private readonly StringWriter _told = new();

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly Places _places;

    public OpenedPackagesTests() => _places = new Places(_folder.Beside("house"), "", "", _folder.Beside("data"));

    public void Dispose()
    {
        _told.Dispose();
        _folder.Dispose();
    }

    public static TheoryData<string, string, string> Sources =>
        new()
        {
            { "kattis", "problem.yaml", Legacy },
            { "kattis", "problem.yaml", "problem_format_version: 2023-07-draft\nname: Two Sum\nlimits: {time_limit: 1}\n" },
            {
                "kattis",
                "problem.yaml",
                "problem_format_version: 2025-09\nname: Two Sum\nuuid: 6f3f6f3c\nconstants: {N: 5}\nlimits: {time_limit: 1}\n"
            },
            { "polygon", "problem.xml", Polygon },
            { "cms", "task.yaml", "name: twosum\ntitle: Two Sum\nmystery: 1\n" },
            { "hustoj", "fps.xml", Fps },
            { "qduoj", "1/problem.json", Qduoj },
            { "themis", "TWOSUM/Test01/TWOSUM.INP", "1" },
            { "plain", "1.in", "1" },
        };

    private const string Polygon = """
        <problem short-name="twosum"><names><name language="english" value="Two Sum"/></names><judging><testset name="tests">
        <time-limit>1000</time-limit><memory-limit>268435456</memory-limit><input-path-pattern>data/%d</input-path-pattern>
        <answer-path-pattern>data/%d.a</answer-path-pattern><tests><test/></tests></testset></judging></problem>
        """;

    private const string Fps = """
        <?xml version="1.0"?><fps version="1.2"><item><title>Two Sum</title><time_limit>1</time_limit><memory_limit>64</memory_limit>
        <description>Add.</description><test_input>1</test_input><test_output>2</test_output></item></fps>
        """;

    private const string Qduoj = """
        {"display_id": "A1", "title": "twosum", "description": {"value": "Add."}, "samples": [], "time_limit": 1000,
         "memory_limit": 128, "rule_type": "ACM", "test_case_score": [{"input_name": "1.in", "output_name": "1.out", "score": 100}]}
        """;

    [Theory]
    [MemberData(nameof(Sources))]
    public void Whatever_an_import_reads_is_read_as_a_folder_and_as_a_zip_and_nothing_of_it_stays(string format, string file, string text)
    {
        Write(format, file, text);
        foreach (var path in (string[])[_folder.Source, _folder.Zipped()])
        {
            string place;
            using (var opened = Open(path))
            {
                var problem = opened.Only();
                Assert.NotEmpty(problem.Tests);
                place = problem.Folder;
                Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.GetFullPath(Path.Combine(place, "../.."))));
            }

            Assert.False(Directory.Exists(place));
            Assert.Contains($"Format: {format}", _told.ToString());
        }
    }

    [Fact]
    public void A_package_of_ours_is_read_where_it_lies_and_nothing_is_said()
    {
        using var package = new PackageFolder();
        using (var opened = Open(package.Path))
        {
            Assert.Equal(package.Path, opened.Only().Folder);
        }

        Assert.True(Directory.Exists(package.Path));
        Assert.Equal("", _told.ToString());
    }

    [Fact]
    public void A_mistake_in_a_package_that_is_surely_ours_is_told_and_not_read_over()
    {
        using var package = new PackageFolder();
        package.Write("school.yaml", "");
        package.Write("problem.yaml", PackageFolder.Settings + "tpye: scoring\n");
        Assert.Contains("tpye", Assert.Throws<PackageException>(() => Open(package.Path)).Message);
    }

    [Fact]
    public void A_folder_of_packages_gives_all_of_them_and_only_one_may_be_meant()
    {
        using var package = new PackageFolder();
        Directory.Move(package.Path, Path.Combine(package.Parent, "hai"));
        foreach (var name in (string[])["mot", "ba"])
        {
            Write("kattis", "problem.yaml", Legacy);
            Directory.Move(_folder.Source, Path.Combine(package.Parent, name));
        }

        using var opened = Open(package.Parent);
        Assert.Equal(["ba", "hai", "mot"], opened.All.Select(problem => problem.Name));
        Assert.Contains("ba, hai, mot", Assert.Throws<CommandFailure>(() => opened.Only()).Message);
    }

    [Fact]
    public void What_no_import_reads_is_answered_with_the_reasons()
    {
        _folder.Write("readme.txt", "x");
        Assert.Contains(_folder.Source, Assert.Throws<CommandFailure>(() => Open(_folder.Source)).Message);
        Assert.Contains("[error]", _told.ToString());
        Assert.Throws<CommandFailure>(() => Open(_folder.Beside("absent.zip")));
    }

    [Fact]
    public void A_stop_half_way_leaves_nothing_behind()
    {
        Write("plain", "1.in", "1");
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var temp = Directory.CreateDirectory(_folder.Beside("temp")).FullName;
        Assert.ThrowsAny<OperationCanceledException>(() =>
            OpenedPackages.Open(_folder.Source, _places, Words.Of(["--lang", "en"]), _told, stopped.Token, temp)
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(temp));
    }

    [Fact]
    public void A_long_report_is_shortened_kind_by_kind_but_for_its_errors()
    {
        ImportLine Line(ImportLineKind kind, int at) => new(kind, new Said("x", at));
        List<ImportLine> lines =
        [
            .. Enumerable.Range(0, 9).Select(at => Line(ImportLineKind.LeftOut, at)),
            .. Enumerable.Range(0, 9).Select(at => Line(ImportLineKind.Error, at)),
            Line(ImportLineKind.Warning, 0),
        ];
        var shortened = OpenedPackages.Shortened(lines);
        Assert.Equal((7, 9, 1), (Count(ImportLineKind.LeftOut), Count(ImportLineKind.Error), Count(ImportLineKind.Warning)));
        Assert.Equal(3, shortened.Single(line => line.Text.Key == "import.moreLines").Text.Arguments[0]);
        int Count(ImportLineKind kind) => shortened.Count(line => line.Kind == kind);
    }

    [Theory]
    [InlineData("*.zip", "b.zip c.zip")]
    [InlineData("a?/*.zip", "a1/d.zip")]
    [InlineData("b.zip", "b.zip")]
    [InlineData("nothing*", "nothing*")]
    public void A_pattern_that_the_shell_left_is_expanded(string pattern, string paths)
    {
        _folder.Write("b.zip", "").Write("c.zip", "").Write("a1/d.zip", "").Write(".e.zip", "");
        Assert.Equal(
            paths.Split(' ').Select(path => Path.Combine(_folder.Source, path)),
            PathPattern.Expand(Path.Combine(_folder.Source, pattern))
        );
    }

    private OpenedPackages Open(string path) =>
        OpenedPackages.Open(path, _places, Words.Of(["--lang", "en"]), _told, TestContext.Current.CancellationToken);

    /// <summary>The smallest source of a format that holds this file.</summary>
    private void Write(string format, string file, string text)
    {
        _folder.Write(file, text);
        foreach (
            var (name, content) in format switch
            {
                "kattis" => new[]
                {
                    (
                        text.Contains("-") && text.Contains("version") ? "statement/problem.en.md" : "problem_statement/problem.en.tex",
                        "Add."
                    ),
                    (".timelimit", "1\n"),
                    ("data/secret/1.in", "1\n"),
                    ("data/secret/1.ans", "2\n"),
                    ("data/sample/1.in", "1\n"),
                    ("data/sample/1.ans", "2\n"),
                },
                "polygon" => [("data/1", "1"), ("data/1.a", "2")],
                "cms" => [("input/input0.txt", "1"), ("output/output0.txt", "2")],
                "qduoj" => [("1/testcase/1.in", "1"), ("1/testcase/1.out", "2")],
                "themis" => [("TWOSUM/Test01/TWOSUM.OUT", "2")],
                "plain" => [("1.out", "2")],
                _ => [],
            }
        )
        {
            _folder.Write(name, content);
        }
    }
}
