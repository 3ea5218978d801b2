using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Qduoj;

public sealed class ImportQduojTests : IDisposable
{
    private const string Good = """
        {"display_id": "A1", "title": "Tổng", "description": {"format": "html", "value": "<p>Cho <i>n</i></p>"},
         "input_description": {"format": "markdown", "value": "Số $n$"},
         "output_description": {"value": ""}, "hint": {"value": ""}, "samples": [{"input": "1", "output": "2"}],
         "time_limit": 1500, "memory_limit": 128, "spj": null,
         "rule_type": "OI", "test_case_score": [{"input_name": "1.in", "output_name": "1.out", "score": 30},
           {"input_name": "2.in", "output_name": "-", "score": 70}], "template": {}}
        """;

    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Numbered_folders_become_packages_with_their_scores()
    {
        Write("1", Good);
        Write("2", Good.Replace("Tổng", "Hiệu").Replace("OI", "ACM"));
        var report = _folder.Import();
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal(("qduoj", "tong hieu"), (report.Format, string.Join(' ', report.Packages.Select(package => package.Name))));
        var problem = _folder.Load("tong");
        Assert.Equal((TimeSpan.FromSeconds(1.5), 128L << 20, 100m), (problem.TimeLimit, problem.MemoryBytes, problem.FullScore));
        Assert.Equal([30m, 70m], problem.Tests.Where(test => !test.IsSample).Select(test => test.Mark));
        Assert.Equal("", File.ReadAllText(problem.Tests[^1].AnswerPath));
        Assert.Equal("Cho *n*\n\n## Dữ liệu vào\n\nSố $n$\n", problem.Statement("vi"));
        Assert.False(_folder.Load("hieu").Scores);
    }

    [Theory]
    [InlineData("\"spj\": null", "\"spj\": {\"language\": \"C\", \"code\": \"x\"}", "QDUOJ (spj)")]
    [InlineData("\"2.in\"", "\"3.in\"", "testcase/3.in is missing")]
    [InlineData("\"2.in\"", "\"../../1/problem.json\"", "is missing")]
    [InlineData("1500", "\"fast\"", "time_limit 'fast' is no number")]
    [InlineData("\"samples\"", "samples", "no JSON that can be read")]
    public void What_cannot_be_honoured_is_refused(string right, string wrong, string sentence)
    {
        Write("1", Good.Replace(right, wrong));
        Assert.Contains(sentence, ImportFolder.Lines(_folder.Import(), ImportLineKind.Error));
    }

    [Fact]
    public void A_template_with_code_around_the_entrants_is_honoured_and_one_to_begin_with_is_told()
    {
        Write(
            "1",
            Good.Replace(
                "\"template\": {}",
                "\"template\": {\"C\": {\"prepend\": \"int f();\", \"template\": \"int f() {}\", \"append\": \"int main() {}\"}, "
                    + "\"C++\": {\"prepend\": \" \", \"template\": \"x\", \"append\": \"\"}}"
            )
        );
        var report = _folder.Import();
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal(["c"], _folder.Load("tong").Languages);
        Assert.Equal("int f();\n#include \"bai.inc\"\nint main() {}\n", _folder.Read("tong/include/c/khung.c"));
        Assert.Contains("template", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void Outputs_are_compared_with_case_and_line_by_line()
    {
        Write("1", Good);
        Assert.True(_folder.Import().IsGood);
        Assert.Equal(new Checker.BuiltIn(BuiltInChecker.ThemisC2), _folder.Load("tong").Checker);
    }

    [Fact]
    public void Answers_become_solutions_that_are_right()
    {
        const string answers = """
            [{"language": "C++", "code": "int main(){}"}, {"language": "Golang", "code": "x"}, {"language": "Python3", "code": "print()"}]
            """;
        Write("1", Good.Replace("\"template\": {}", $"\"answers\": {answers}"));
        var report = _folder.Import();
        Assert.Equal("int main(){}\n", _folder.Read("tong/submissions/accepted/solution1.cpp"));
        Assert.Equal("print()\n", _folder.Read("tong/submissions/accepted/solution2.py"));
        Assert.Contains("Golang", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void Without_a_list_all_pairs_are_taken()
    {
        Write("7", """{"title": "Tổng", "description": "Cho", "time_limit": 1000, "memory_limit": 64}""");
        Assert.Contains("all pairs", ImportFolder.Lines(_folder.Import(), ImportLineKind.Default));
        Assert.Equal(2, _folder.Load("tong").Tests.Count);
    }

    private void Write(string folder, string json) =>
        _folder
            .Write($"{folder}/problem.json", json)
            .Write($"{folder}/testcase/1.in", "1")
            .Write($"{folder}/testcase/1.out", "2")
            .Write($"{folder}/testcase/2.in", "2")
            .Write($"{folder}/testcase/2.out", "4");
}
