using System.Text;
using Judge.Formats.Draft;
using Judge.Tests.Formats.Kattis;

namespace Judge.Tests.Formats;

/// <summary>Settings made to break a reader: each must end as a refusal with a sentence, soon.</summary>
public sealed class HostileSettingsTests
{
    public static TheoryData<string, string> Settings =>
        new()
        {
            { "bomb", "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nname: *c\n" },
            { "loop", "name: &a [*a]\n" },
            { "loop as a key", "? &a [*a]\n: b\n" },
            { "deep list", "name: " + new string('[', 30_000) + "\n" },
            { "deep map", "name: " + string.Concat(Enumerable.Repeat("{a: ", 10_000)) + "\n" },
            { "deep key", "? " + new string('[', 20_000) + "\n" },
            { "two names", "name: a\nname: b\n" },
            { "no mapping", "- a\n- b\n" },
            { "two documents", "name: a\n---\nname: b\n" },
            { "too large", "name: " + new string('a', 70_000) + "\n" },
            { "huge number", "name: x\nlimits: {memory: 1" + new string('0', 400) + "}\n" },
            { "no number", "name: x\nlimits: {memory: NaN}\n" },
            { "negative", "name: x\nlimits: {output: -1}\n" },
            { "a list as a key", "[a, b]: c\n" },
            { "a tag", "name: !!python/object/apply:os.system ['true']\n" },
        };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Are_refused_in_a_legacy_package(string what, string yaml)
    {
        using var package = KattisPackage.Legacy(yaml);
        Assert.True(package.Refused().Length > 10, what);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Are_refused_among_the_tests(string what, string yaml)
    {
        using var package = KattisPackage
            .Legacy("type: scoring\nname: x\n")
            .Write(
                "data/secret/testdata.yaml",
                yaml.Replace("name:", "output_validator_flags:", StringComparison.Ordinal)
                    .Replace("limits: {memory", "accept_score: {a", StringComparison.Ordinal)
                    .Replace("limits: {output", "accept_score: {a", StringComparison.Ordinal)
            );
        Assert.True(package.Refused().Length > 10, what);
    }

    [Theory]
    [InlineData("../../evil")]
    [InlineData("/etc/cron.d/x")]
    [InlineData("a/../../b")]
    [InlineData("CON")]
    [InlineData("\u202Egnp.exe")]
    public void A_name_that_leads_out_becomes_a_plain_one(string name)
    {
        using var task = new ImportFolder("task")
            .Write("task.yaml", $"name: \"{name}\"\ntitle: x\n")
            .Write("input/input0.txt", "1")
            .Write("output/output0.txt", "1");
        var report = task.Import();
        Assert.All(report.Packages, package => Assert.Matches("^[a-z0-9]+$", package.Name));
        Assert.Equal(
            [".import.lock", .. report.Packages.Select(package => package.Name)],
            Directory.GetFileSystemEntries(task.Into).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><problem short-name=\"&b;\"/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><problem short-name=\"&a;\"/>")]
    [InlineData("<problem short-name=\"&xxe;\"/>")]
    [InlineData("<problem>")]
    [InlineData("")]
    public void Entities_of_XML_are_refused(string xml)
    {
        using var package = new ImportFolder("source").Write("problem.xml", xml);
        Assert.Matches("no well-formed XML", ImportFolder.Lines(package.Import(), ImportLineKind.Error));
    }

    [Fact]
    public void XML_of_great_depth_is_refused()
    {
        var xml = new StringBuilder("<problem>");
        for (var depth = 0; depth < 200_000; depth++)
        {
            xml.Append("<a>");
        }

        for (var depth = 0; depth < 200_000; depth++)
        {
            xml.Append("</a>");
        }

        using var package = new ImportFolder("source").Write("problem.xml", xml.Append("</problem>").ToString());
        Assert.Contains("nested too deeply", ImportFolder.Lines(package.Import(), ImportLineKind.Error));
    }

    [Fact]
    public void Properties_of_great_depth_are_refused()
    {
        using var package = new ImportFolder("source")
            .Write(
                "problem.xml",
                """
                <problem short-name="a"><statements><statement language="english" type="application/x-tex"
                 path="s/problem.tex"/></statements><judging><testset name="tests">
                <time-limit>1000</time-limit><memory-limit>1048576</memory-limit><input-path-pattern>%d</input-path-pattern>
                <answer-path-pattern>%d.a</answer-path-pattern>
                <tests><test/></tests></testset></judging></problem>
                """
            )
            .Write("s/problem.tex", "")
            .Write("s/problem-properties.json", new string('[', 100_000))
            .Write("1", "1")
            .Write("1.a", "1");
        Assert.Contains("no well-formed JSON", ImportFolder.Lines(package.Import(), ImportLineKind.Error));
    }

    [Fact]
    public void Folders_of_great_depth_are_read()
    {
        using var package = KattisPackage.Legacy().Test("secret/" + string.Concat(Enumerable.Repeat("d/", 400)) + "1");
        Assert.Equal(4, package.Import().Problem.Tests.Count);
    }

    [Fact]
    public void A_constant_made_of_itself_is_put_in_once()
    {
        using var package = KattisPackage.Current("constants: {a: '{{a}}{{a}}'}\n").Write("statement/problem.en.md", "{{a}}");
        Assert.Equal("{{a}}{{a}}\n", package.Import().Problem.Statement("en"));
    }
}
