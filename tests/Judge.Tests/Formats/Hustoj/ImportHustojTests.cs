using System.Text;
using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Hustoj;

public sealed class ImportHustojTests : IDisposable
{
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private const string Good = """
        <title><![CDATA[Tính tổng]]></title><time_limit unit="ms">1500</time_limit><memory_limit unit="KB">131072</memory_limit>
        <description><![CDATA[<p>Cho <b>hai</b> số $a_i$.</p><script>alert(1)</script>]]></description>
        <input>a &lt; b</input><output>Tổng</output>
        <sample_input>1 2</sample_input><sample_output>3</sample_output>
        <test_input><![CDATA[1 1]]></test_input><test_output>2</test_output><test_input>2 2</test_input><test_output>4</test_output>
        <hint>[md]Dùng **int**[/md]</hint><source>lop6 toan</source>
        <solution language="C++">int main(){}</solution><solution language="Ruby">p 1</solution>
        <solution language="Pascal">begin end.</solution>
        """;

    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_item_becomes_a_package_with_all_it_says()
    {
        var report = Import(Good);
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal(("hustoj", "tinhtong"), (report.Format, Assert.Single(report.Packages).Name));
        var problem = _folder.Load("tinhtong");
        Assert.Equal(("Tính tổng", TimeSpan.FromSeconds(1.5), 128L << 20), (problem.Title("vi"), problem.TimeLimit, problem.MemoryBytes));
        Assert.Equal(
            ["1 1/2", "2 2/4"],
            problem
                .Tests.Where(test => !test.IsSample)
                .Select(test => $"{File.ReadAllText(test.InputPath)}/{File.ReadAllText(test.AnswerPath)}")
        );
        Assert.Equal("1 2\n", File.ReadAllText(Assert.Single(problem.Tests, test => test.IsSample).InputPath));
        Assert.All(problem.Tests, test => Assert.True(test.Tokens.CaseSensitive));
        Assert.Equal(
            "Cho **hai** số $a_i$.\n\n## Dữ liệu vào\n\na \\< b\n\n## Kết quả\n\nTổng\n\n## Ghi chú\n\nDùng **int**\n",
            problem.Statement("vi")
        );
        Assert.Equal(
            ["solution1.cpp", "solution2.pas"],
            Directory.GetFiles(Path.Combine(problem.Folder, "submissions/accepted")).Select(path => Path.GetFileName(path)!).Order()
        );
        Assert.Contains("solution in Ruby", ImportFolder.Lines(report, ImportLineKind.LeftOut));
        Assert.Contains("lop6", _folder.Read("tinhtong/problem.yaml"));
    }

    [Fact]
    public void Many_items_and_many_files_give_many_packages()
    {
        var zip = _folder.Zip(("a.xml", Fps(Good, Good)), ("b.xml", Fps("<title>数学</title>" + Tests)), ("readme.txt", ""));
        var report = _folder.ImportFrom(zip);
        Assert.Equal(["tinhtong", "tinhtong2", "baitap"], report.Packages.Select(package => package.Name));
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Contains("readme.txt", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void Without_limits_and_statement_defaults_are_told()
    {
        var report = Import("<title>A</title>" + Tests);
        Assert.Equal((TimeSpan.FromSeconds(1), 128L << 20), (_folder.Load("a").TimeLimit, _folder.Load("a").MemoryBytes));
        Assert.Contains("time_limit is not given", ImportFolder.Lines(report, ImportLineKind.Default));
        Assert.Contains("no statement", ImportFolder.Lines(report, ImportLineKind.Default));
    }

    [Fact]
    public void Tests_pair_by_name_where_they_have_one()
    {
        Import(
            "<title>A</title><test_input name=\"t10.in\">a</test_input><test_input name=\"t2.in\">b</test_input><test_output "
                + "name=\"t2.out\">B</test_output><test_output name=\"t10.out\">A</test_output>"
        );
        Assert.Equal(
            ["a/A", "b/B"],
            _folder.Load("a").Tests.Select(test => $"{File.ReadAllText(test.InputPath)}/{File.ReadAllText(test.AnswerPath)}")
        );
    }

    [Fact]
    public void Alternating_inputs_are_inputs_and_answers()
    {
        var report = Import(
            "<title>A</title><test_input>a</test_input><test_input>A</test_input><test_input>b</test_input><test_input>B</test_input>"
        );
        Assert.Equal(
            ["a/A", "b/B"],
            _folder.Load("a").Tests.Select(test => $"{File.ReadAllText(test.InputPath)}/{File.ReadAllText(test.AnswerPath)}")
        );
        Assert.Contains("every second", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Theory]
    [InlineData("<spj language=\"C\">int main(){return 0;}</spj>", "check.c", CheckerContract.Hustoj)]
    [InlineData("<spj language=\"C++\">int main(){return 0;}</spj>", "check.cpp", CheckerContract.Hustoj)]
    [InlineData("<tpj language=\"C++\">int main(){return 0;}</tpj>", "check.cpp", CheckerContract.Testlib)]
    public void Checkers_are_taken_with_their_contract(string checker, string file, CheckerContract contract)
    {
        Assert.True(Import("<title>A</title>" + checker + Tests).IsGood);
        var program = Assert.IsType<Checker.Program>(_folder.Load("a").Checker);
        Assert.Equal((file, contract), (program.Source.Main, program.Contract));
    }

    [Fact]
    public void Code_around_the_entrants_is_a_program_that_takes_it_in()
    {
        var report = Import(
            "<title>A</title><prepend language=\"C++\">int f();</prepend><append language=\"C++\">int main() { f(); }</append>"
                + "<append language=\"Python\">print(f())</append><append language=\"Java\">}</append><template language=\"C\">x</template>"
                + Tests
        );
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        var problem = _folder.Load("a");
        Assert.Equal(["cpp", "python"], problem.Languages);
        Assert.Equal(("bai.inc", "khung.cpp"), (problem.Mains["cpp"].Source, problem.Mains["cpp"].Main));
        Assert.Equal("int f();\n#include \"bai.inc\"\nint main() { f(); }\n", _folder.Read("a/include/cpp/khung.cpp"));
        Assert.EndsWith("\nprint(f())\n", _folder.Read("a/include/python3/khung.py"));
        Assert.Contains("in Java: the language is not here", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void A_checker_that_wants_testlib_gets_it_from_the_source_or_is_refused()
    {
        var item = "<title>A</title><tpj language=\"C++\"><![CDATA[#include \"testlib.h\"\nint main(){}]]></tpj>" + Tests;
        Assert.Contains("needs testlib.h", ImportFolder.Lines(Import(item), ImportLineKind.Error));
        var zip = _folder.Zip(("a.xml", Fps(item)), ("lib/testlib.h", "// lib"));
        Assert.True(_folder.ImportFrom(zip).IsGood);
        Assert.Equal("// lib", _folder.Read("a/checker/testlib.h"));
    }

    [Theory]
    [InlineData("<spj language=\"Text\">1 A</spj>", "answered as text")]
    [InlineData("<spj language=\"Python\">x</spj>", "A checker in Python")]
    [InlineData("<upj language=\"C\">x</upj>", "upj")]
    [InlineData("<spj language=\"C\">x</spj><tpj language=\"C\">y</tpj>", "several checkers")]
    [InlineData("<append language=\"Java\">x</append>", "in Java, which is not here")]
    [InlineData("<prepend>x</prepend>", "which is not here")]
    [InlineData("<remote_oj>POJ</remote_oj><remote_id>1000</remote_id>", "another judge (POJ 1000)")]
    [InlineData("<time_limit unit=\"h\">1</time_limit>", "'h' is not understood")]
    [InlineData("<time_limit>one</time_limit>", "'one' is not understood")]
    [InlineData("<test_input>x</test_input>", "2 test_input and 1 test_output")]
    public void What_cannot_be_honoured_refuses_the_problem_and_no_other(string part, string sentence)
    {
        var report = _folder.ImportFrom(_folder.Zip(("a.xml", Fps("<title>Bad</title>" + part + Tests, "<title>Good</title>" + Tests))));
        Assert.Equal([ImportOutcome.Refused, ImportOutcome.Stored], report.Packages.Select(package => package.Outcome));
        Assert.Contains(sentence, ImportFolder.Lines(report, ImportLineKind.Error));
    }

    [Fact]
    public void Pictures_are_kept_and_named_in_the_statement()
    {
        var report = Import(
            $"<title>A</title><img><src>/upload/1.png</src><base64>{Picture}</base64></img><img><src>x.exe</src><base64>TVqQ</base64></img>"
                + "<description><![CDATA[Xem <img src=\"/upload/1.png\" alt=\"hình\"> và <img src=\"http://x/y.png\" "
                + "alt=\"kia\">]]></description>"
                + Tests
        );
        Assert.Equal("Xem ![hình](hinh1.png) và kia\n", _folder.Load("a").Statement("vi"));
        Assert.Equal(Convert.FromBase64String(Picture), File.ReadAllBytes(Path.Combine(_folder.Into, "a/statement/hinh1.png")));
        Assert.Contains("'x.exe' is no PNG", ImportFolder.Lines(report, ImportLineKind.LeftOut));
        Assert.Contains("'http://x/y.png' is not in the file", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    /// <summary>Every export of HUSTOJ names its document type; some have it inside.</summary>
    [Theory]
    [InlineData("<!DOCTYPE fps PUBLIC \"-//freeproblemset//An opensource XML standard//EN\" \"http://127.0.0.1:9/fps.current.dtd\" >")]
    [InlineData("<!DOCTYPE fps SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE fps [ <!ELEMENT fps (item*)> <!ATTLIST fps version CDATA \"1.1\"> <!ENTITY x SYSTEM \"file:///etc/passwd\"> ]>")]
    public void A_document_type_is_passed_over_and_never_resolved(string type)
    {
        var report = ImportXml(Fps(Good).Replace("<fps version=\"1.2\">", type + "\n<fps version=\"1.4\" url=\"x\">"));
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal("Tính tổng", _folder.Load("tinhtong").Title("vi"));
    }

    /// <summary>A billion laughs, a file of the machine, and a default value that only the document type has.</summary>
    [Theory]
    [InlineData("<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">", "&c;")]
    [InlineData("<!ENTITY c SYSTEM \"file:///etc/passwd\">", "&c;")]
    [InlineData("<!ENTITY % c SYSTEM \"file:///etc/passwd\"> %c;", "&c;")]
    public void An_entity_of_a_document_type_is_not_known(string entities, string use)
    {
        var report = ImportXml($"<!DOCTYPE fps [{entities}]><fps><item><title>{use}</title>{Tests}</item></fps>");
        Assert.Contains("no XML that can be read", ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Empty(report.Packages);
    }

    public static TheoryData<string, byte[]> Encodings
    {
        get
        {
            var gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!;
            return new()
            {
                { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Declared("UTF-8"))] },
                { "UTF-8 with mark and another word", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Declared("gb2312"))] },
                { "UTF-8 that says UTF-16", Encoding.UTF8.GetBytes(Declared("utf-16")) },
                { "UTF-16 with mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Declared("UTF-16"))] },
                { "UTF-16 without mark", Encoding.Unicode.GetBytes(Declared("UTF-16")) },
                { "UTF-16 big endian", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Declared("UTF-16"))] },
                { "GBK", gbk.GetBytes(Declared("GBK")) },
                { "GB2312", gbk.GetBytes(Declared("gb2312")) },
                { "blank lines first", Encoding.UTF8.GetBytes("\r\n\n " + Declared("UTF-8")) },
            };
            static string Declared(string encoding) =>
                $"<?xml version='1.0' encoding=\"{encoding}\"?><fps><item><title>数学a</title>{Tests}</item></fps>";
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_that_of_the_mark_or_the_declaration(string what, byte[] bytes)
    {
        _folder.Write("bai.xml", bytes);
        var report = _folder.ImportFrom(Path.Combine(_folder.Source, "bai.xml"));
        Assert.True(report.IsGood, what + ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal("数学a", _folder.Load("a").Title("vi"));
    }

    [Fact]
    public void Text_that_is_not_in_its_encoding_is_refused_and_not_guessed()
    {
        _folder.Write("bai.xml", [.. "<fps><item><title>"u8, 0xCA, 0xFD, .. "</title></item></fps>"u8]);
        Assert.Contains("no XML that can be read", ImportFolder.Lines(_folder.Import(), ImportLineKind.Error));
        _folder.Write("bai.xml", "<?xml version='1.0' encoding='klingon'?><fps/>");
        Assert.Contains("no XML that can be read", ImportFolder.Lines(_folder.Import(), ImportLineKind.Error));
    }

    [Fact]
    public void Names_are_read_in_any_case()
    {
        var report = ImportXml(
            "<FPS Version='1.1'><ITEM><Title>A</Title><Time_Limit unit='MS'>2000</Time_Limit><Memory_Limit unit='M'>64</Memory_Limit>"
                + "<Test_Input>1</Test_Input><Test_Output>2</Test_Output></ITEM></FPS>"
        );
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal((TimeSpan.FromSeconds(2), 64L << 20), (_folder.Load("a").TimeLimit, _folder.Load("a").MemoryBytes));
    }

    /// <summary>The file's own layout is no data; what stands in CDATA is, blank lines too.</summary>
    [Theory]
    [InlineData("<![CDATA[1 2\n]]>", "1 2\n")]
    [InlineData("\n<![CDATA[1 2\n]]>\n", "1 2\n")]
    [InlineData("\r\n      <![CDATA[1 2\n]]>\r\n   ", "1 2\n")]
    [InlineData("<![CDATA[\n1 2\n\n]]>", "\n1 2\n\n")]
    [InlineData("\n<![CDATA[a]]>\n<![CDATA[b]]>\n", "ab")]
    [InlineData("1 2", "1 2")]
    [InlineData("\n1 2\n", "1 2\n")]
    [InlineData("\n\n1 2\n", "\n1 2\n")]
    [InlineData("  1 2", "  1 2")]
    [InlineData("\n   ", "")]
    public void White_space_around_the_text_of_a_test_is_layout(string written, string read)
    {
        var report = Import(
            $"<title>A</title><test_input>{written}</test_input><test_output>{written}</test_output>"
                + $"<sample_input>{written}</sample_input><sample_output>7</sample_output>"
        );
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        var tests = _folder.Load("a").Tests.ToLookup(test => test.IsSample, test => File.ReadAllText(test.InputPath));
        Assert.Equal(read, Assert.Single(tests[false]));
        Assert.Equal(read.TrimEnd('\n') + "\n", Assert.Single(tests[true]));
    }

    [Theory]
    [InlineData("<fps><item><title>A</title>")]
    [InlineData("<fps><item><title>&undefined;</title></item></fps>")]
    public void XML_that_breaks_off_stores_nothing(string xml)
    {
        var report = ImportXml(xml);
        Assert.Contains("no XML that can be read", ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Empty(report.Packages);
    }

    [Fact]
    public void An_empty_list_and_empty_items_end()
    {
        Assert.Contains("no problem in the source", ImportFolder.Lines(ImportXml("<fps/>"), ImportLineKind.Error));
        Assert.Equal(2, ImportXml("<fps><item/><item/></fps>").Packages.Count);
    }

    [Fact]
    public void Control_characters_in_tests_are_kept_where_they_are_written_as_references()
    {
        Assert.True(Import("<title>A</title><test_input>1&#26;</test_input><test_output>2</test_output>").IsGood);
        Assert.Equal("1\u001a", File.ReadAllText(_folder.Load("a").Tests[0].InputPath));
    }

    private const string Tests = "<test_input>1</test_input><test_output>2</test_output>";

    private ImportReport Import(params string[] items) => ImportXml(Fps(items));

    private ImportReport ImportXml(string xml)
    {
        _folder.Write("bai.xml", xml);
        return _folder.ImportFrom(Path.Combine(_folder.Source, "bai.xml"));
    }

    private static string Fps(params string[] items) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + $"<fps version=\"1.2\">{string.Concat(items.Select(item => $"<item>{item}</item>"))}</fps>";
}
