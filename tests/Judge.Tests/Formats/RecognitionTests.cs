using System.Text;
using Judge.Formats.Draft;

namespace Judge.Tests.Formats;

/// <summary>Each format as its users' tools and habits leave it: packed by Windows or macOS, in folders, with marks and CR LF.</summary>
public sealed class RecognitionTests : IDisposable
{
    private const string Kattis = """
        problem.yaml|problem_format_version: 2025-09~name: {en: Two Sum}~uuid: 6f3f6f3c-0f0e-4b3e-9c55-96b0dd6f3b6e~
        +limits: {time_limit: 1}~
        statement/problem.en.md|Add two numbers.~
        data/sample/1.in|1~
        data/sample/1.ans|1~
        data/secret/1.in|2~
        data/secret/1.ans|2~
        submissions/accepted/a.py|print(input())~
        """;

    private const string Legacy = """
        problem.yaml|name: Two Sum~limits:~  time_limit: 2~
        problem_statement/problem.tex|\problemname{Two Sum}~Add.~
        data/secret/1.in|2~
        data/secret/1.ans|2~
        submissions/accepted/a.py|print(input())~
        """;

    private const string Polygon = """
        problem.xml|<problem short-name="twosum"><names><name language="english" value="Two Sum"/></names>
        +<judging><testset name="tests"><time-limit>1000</time-limit><memory-limit>268435456</memory-limit>
        +<test-count>1</test-count><input-path-pattern>tests/%02d</input-path-pattern>
        +<answer-path-pattern>tests/%02d.a</answer-path-pattern>
        +<tests><test method="manual"/></tests></testset></judging></problem>
        tests/01|2~
        tests/01.a|2~
        """;

    private const string Cms = """
        task.yaml|name: twosum~title: Two Sum~time_limit: 1~memory_limit: 64~n_input: 1~infile: ''~outfile: ''~
        input/input0.txt|2~
        output/output0.txt|2~
        """;

    private const string Hustoj = """
        a.xml|<?xml version="1.0" encoding="UTF-8"?>~<fps version="1.4"><item><title>Two Sum</title>
        +<test_input>2</test_input><test_output>2</test_output></item></fps>~
        """;

    private const string Qduoj = """
        1/problem.json|{"title": "Two Sum", "time_limit": 1000, "memory_limit": 128,
        + "test_case_score": [{"input_name": "1.in", "output_name": "1.out", "score": 1}]}~
        1/testcase/1.in|2~
        1/testcase/1.out|2~
        """;

    private const string Themis = """
        TWOSUM/Settings.cfg|<?xml version="1.0"?>~<ExamInformation Name="TWOSUM" TimeLimit="1" Mark="1"/>~
        TWOSUM/Test1/TWOSUM.INP|2~
        TWOSUM/Test1/TWOSUM.OUT|2~
        """;

    private const string Plain = """
        twosum/1.in|2~
        twosum/1.out|2~
        """;

    private readonly ImportFolder _folder = new();

    /// <summary>A line a file: its path, a bar and its text with <c>~</c> for line feeds; <c>+</c> goes on with the line before.</summary>
    private static IEnumerable<string> Lines(string files) =>
        files
            .Replace("\n+", "", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static TheoryData<string, string> Formats =>
        new()
        {
            { "kattis", Kattis },
            { "kattis", Legacy },
            { "polygon", Polygon },
            { "cms", Cms },
            { "hustoj", Hustoj },
            { "qduoj", Qduoj },
            { "themis", Themis },
            { "plain", Plain },
        };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_zip_is_read_as_it_is(string format, string files) => Check(format, Zip(files, path => path));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_zip_with_folders_around_is_read(string format, string files)
    {
        Check(format, Zip(files, path => $"twosum/{path}"));
        Check(format, Zip(files, path => $"Tải về/goi moi/twosum/{path}"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_zip_made_by_Windows_or_macOS_is_read(string format, string files)
    {
        Check(format, Zip(files, path => $"twosum\\{path.Replace('/', '\\')}", ("twosum\\Thumbs.DB", "x"), ("twosum\\desktop.INI", "x")));
        Check(
            format,
            Zip(
                files,
                path => $"twosum/{path}",
                ("__MACOSX/twosum/._problem.yaml", "x"),
                ("twosum/.DS_Store", "x"),
                ("twosum/._x", "x"),
                ("twosum/", "")
            )
        );
    }

    /// <summary>Not the tests: those of Kattis keep their bytes.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void Settings_of_Windows_are_read(string format, string files) =>
        Check(
            format,
            Zip(
                string.Join('\n', Lines(files).Select(line => IsSetting(line) ? line.Replace("~", "\r~").Replace("|", "|\uFEFF") : line)),
                path => path
            )
        );

    /// <summary>Letters that nobody can tell are never replaced in silence.</summary>
    [Theory]
    [InlineData("problem.yaml", "name: B\u00E0i\n")]
    [InlineData("task.yaml", "name: a\ntitle: B\u00E0i\n")]
    public void Settings_in_an_old_encoding_are_refused(string file, string text)
    {
        _folder.Write(file, Encoding.Latin1.GetBytes(text)).Write("input/input0.txt", "1").Write("output/output0.txt", "1");
        Assert.Contains("is not in UTF-8", ImportFolder.Lines(_folder.Import(), ImportLineKind.Error));
        _folder.Write(file, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]);
        Assert.DoesNotContain("is not in UTF-8", ImportFolder.Lines(_folder.Import(), ImportLineKind.Error));
    }

    [Theory]
    [InlineData("kattis", Kattis)]
    [InlineData("kattis", Legacy)]
    [InlineData("cms", Cms)]
    public void YAML_has_two_endings(string format, string files) =>
        Check(format, Zip(files, path => path.Replace(".yaml", ".yml", StringComparison.Ordinal)));

    [Theory]
    [InlineData("kattis", Kattis)]
    [InlineData("polygon", Polygon)]
    [InlineData("cms", Cms)]
    [InlineData("qduoj", Qduoj)]
    [InlineData("themis", Themis)]
    public void Several_packages_side_by_side_are_read(string format, string files)
    {
        var two = Lines(files).SelectMany(line => new[] { "A/" + line, "B/" + line.Replace("Two Sum", "Three Sum") });
        var report = _folder.ImportFrom(Zip(string.Join('\n', two), path => path.Replace("/1/", "/"), ("readme.txt", "Xin chào")));
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal((format, 2), (report.Format, report.Packages.Count));
    }

    private static bool IsSetting(string line) =>
        line.Split('|')[0] is var path && Path.GetExtension(path) is ".yaml" or ".xml" or ".json" or ".cfg";

    private string Zip(string files, Func<string, string> name, params (string, string)[] more)
    {
        var path = _folder.Beside($"twosum{Guid.NewGuid():N}.zip");
        return _folder.Zip(
            path,
            [.. Lines(files).Select(line => line.Split('|', 2)).Select(parts => (name(parts[0]), parts[1].Replace('~', '\n'))), .. more]
        );
    }

    private void Check(string format, string zip)
    {
        var report = _folder.ImportFrom(zip, request => request with { Name = "twosum", Replace = true });
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal(format, report.Format);
        Assert.Equal(
            "2",
            File.ReadAllText(Assert.Single(_folder.Load("twosum").Tests, test => !test.IsSample).InputPath, Encoding.UTF8).Trim()
        );
    }
}
