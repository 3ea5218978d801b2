using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Polygon;

/// <summary>A small full package of Polygon, of which a test says what it is about.</summary>
internal static class PolygonPackage
{
    public static string Resource(string path, string types, string stage = "COMPILE") =>
        $"<file path='{path}' {types}><stages><stage name='{stage}'/></stages><assets><asset name='SOLUTION'/></assets></file>";

    public const string Interactor = "<interactor><source path='files/interactor.cpp' type='cpp.g++17'/></interactor>";

    public const string Own = "<checker type='testlib'><source path='files/check.cpp' type='cpp.g++17'/></checker>";

    public static string Xml(
        string judging = "input-file='' output-file=''",
        string tests = "<test method='manual' sample='true'/><test/><test/>",
        string groups = "",
        string checker = "<checker name='std::wcmp.cpp' type='testlib'><source path='files/check.cpp' type='cpp.g++17'/></checker>",
        string more = "",
        string files = ""
    ) =>
        $"""
            <?xml version="1.0" encoding="utf-8" standalone="no"?>
            <problem revision="3" short-name="twosum">
              <names><name language="english" value="Two Sum"/><name language="vietnamese" value="Tổng hai số"/></names>
              <statements>
                <statement language="english" type="application/x-tex" path="statements/english/problem.tex"/>
                <statement language="vietnamese" type="application/x-tex" path="statements/vietnamese/problem.tex"/>
                <statement language="english" type="text/html" path="statements/.html/english/problem.html"/>
              </statements>
              <judging {judging} run-count="1">
                <testset name="pretests"><tests/></testset>
                <testset name="tests">
                  <time-limit>1500</time-limit><memory-limit>268435456</memory-limit><test-count>3</test-count>
                  <input-path-pattern>tests/%02d</input-path-pattern><answer-path-pattern>tests/%02d.a</answer-path-pattern>
                  <tests>{tests}</tests>{groups}
                </testset>
              </judging>
              <assets>{checker}{more}</assets>
              {files}
            </problem>
            """;

    public static ImportFolder Package(string xml, int tests = 3)
    {
        var folder = new ImportFolder("source").Write("problem.xml", xml);
        foreach (var language in (string[])["english", "vietnamese"])
        {
            folder
                .Write($"statements/{language}/problem.tex", "x")
                .Write(
                    $"statements/{language}/problem-properties.json",
                    """{"name":"Two","legend":"Add $a$ and \\textbf{b}.","input":"Two numbers.","output":"","""
                        + "\"notes\":\"No.\",\"sampleTests\":[{\"input\":\"1\"}]}"
                );
        }

        for (var test = 1; test <= tests; test++)
        {
            folder.Write($"tests/0{test}", $"in {test}\n").Write($"tests/0{test}.a", $"out {test}\n");
        }

        return folder;
    }

    public static (Problem Problem, ImportReport Report) Import(ImportFolder folder)
    {
        var report = folder.Import();
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        return (folder.Load("twosum"), report);
    }

    public static string Refused(ImportFolder folder)
    {
        var report = folder.Import();
        Assert.False(report.IsGood);
        return ImportFolder.Lines(report, ImportLineKind.Error);
    }
}
