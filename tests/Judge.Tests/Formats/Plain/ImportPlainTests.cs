using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Plain;

public sealed class ImportPlainTests : IDisposable
{
    private readonly ImportFolder _folder = new("tonghieu");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("themis", "1.INP 1.OUT 2.INP 2.OUT 10.INP 10.OUT", "01 02 10")]
    [InlineData("themis", "a.in a.ok b.in b.ans c.in c.out", "a b c")]
    [InlineData("themis", "t1/inp t1/out t2/inp t2/out", "t1 t2")]
    [InlineData("themis", "t1/bai.in t1/bai.out t2/bai.in t2/bai.out", "t1_bai t2_bai")]
    [InlineData("themis", "inp/t1.inp out/t1.out inp/t2.inp out/t2.out", "t1 t2")]
    [InlineData("cms", "input.000 output.000 input.001 output.001", "000 001")]
    [InlineData("cms", "input0.txt output0.txt input10.txt output10.txt input2.txt output2.txt", "00 02 10")]
    [InlineData("polygon", "01 01.a 02 02.a", "01 02")]
    [InlineData("numbered", "bai.in1 bai.ou1 bai.in2 bai.ou2", "bai.1 bai.2")]
    [InlineData("numbered", "bai.in1 bai.out1 bai.in2 bai.out2", "bai.1 bai.2")]
    [InlineData("text", "test1.txt test1.ans test2.txt test2.ans", "test1 test2")]
    [InlineData("text", "t1.in.txt t1.out.txt t2.in.txt t2.out.txt", "t1 t2")]
    [InlineData("input-output", "bai_input_1.txt bai_output_1.txt bai_input_2.txt bai_output_2.txt", "bai__1.txt bai__2.txt")]
    public void Files_pair_by_their_names_in_every_known_style(string family, string files, string tests)
    {
        Write(files);
        var report = _folder.Import();
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Contains($"in the style {family}", ImportFolder.Lines(report, ImportLineKind.Understood));
        var problem = _folder.Load("tonghieu");
        Assert.Equal(tests.Split(' '), problem.Tests.Select(test => test.Name));
        Assert.False(problem.Scores);
        Assert.Null(problem.Files);
        Assert.All(problem.Tests, test => Assert.NotEqual(File.ReadAllText(test.InputPath), File.ReadAllText(test.AnswerPath)));
    }

    [Fact]
    public void Partners_are_found_by_stem_and_not_by_their_place_in_a_list()
    {
        Write("b.in a.in a.out b.out");
        _folder.Import();
        Assert.Equal(
            ["a.in a.out", "b.in b.out"],
            _folder.Load("tonghieu").Tests.Select(test => $"{File.ReadAllText(test.InputPath)} {File.ReadAllText(test.AnswerPath)}")
        );
    }

    [Theory]
    [InlineData("1.in 1.out 2.in", "Inputs without an answer: 2.in. Answers too many or without an input: –.")]
    [InlineData("1.in 1.out 2.out", "Inputs without an answer: –. Answers too many or without an input: 2.out.")]
    [InlineData("1.in 1.out 1.ans", "Answers too many or without an input: 1.ans, 1.out.")]
    [InlineData("1.in 1.out 02 02.a", "two styles: themis (1.in) and polygon (02)")]
    [InlineData("1.in 1.out input2.txt output2.txt", "two styles: themis (1.in) and cms (input2.txt)")]
    [InlineData("a.in b.out", "Inputs without an answer: a.in. Answers too many or without an input: b.out.")]
    [InlineData("01 01.a 02", "Inputs without an answer: 02.")]
    [InlineData("readme.txt", "No format is recognised")]
    public void Nothing_is_guessed_where_partners_lack_or_styles_mix(string files, string sentence)
    {
        Write(files);
        Assert.Contains(sentence, ImportFolder.Lines(_folder.Import(), ImportLineKind.Error));
        Assert.Empty(Directory.GetDirectories(_folder.Into));
    }

    [Theory]
    [InlineData("1_1 1_2 2_1 3_1 3_10 3_9", "group1 33: 1_1 1_2 | group2 33: 2_1 | group3 34: 3_01 3_09 3_10")]
    [InlineData("1-1 2-1", "group1 50: 1-1 | group2 50: 2-1")]
    [InlineData("sub1-1 sub1-2 sub2-1", "group1 50: sub1-1 sub1-2 | group2 50: sub2-1")]
    public void Names_of_subtasks_give_groups_that_share_the_points(string stems, string expected)
    {
        Write(string.Join(' ', stems.Split(' ').SelectMany(stem => new[] { stem + ".in", stem + ".out" })));
        var report = _folder.Import();
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        var problem = _folder.Load("tonghieu");
        Assert.Equal(
            expected,
            string.Join(
                " | ",
                problem.Groups.Select(group =>
                    $"{group.Name} {group.Max}: {string.Join(' ', group.Tests.Select(test => test.Name.Split('/')[1]))}"
                )
            )
        );
        Assert.All(problem.Groups, group => Assert.Equal(Aggregation.PassFail, group.Aggregation));
        Assert.Equal(100m, problem.FullScore);
    }

    [Fact]
    public void More_than_nine_subtasks_keep_their_order_and_make_a_hundred_points()
    {
        Write(string.Join(' ', Enumerable.Range(1, 11).SelectMany(n => new[] { $"{n}_1.in", $"{n}_1.ans" })));
        _folder.Import();
        var problem = _folder.Load("tonghieu");
        Assert.Equal(("group01", "group11", 100m), (problem.Groups[0].Name, problem.Groups[^1].Name, problem.FullScore));
        Assert.Equal([9m, 9m, 9m, 9m, 9m, 9m, 9m, 9m, 9m, 9m, 10m], problem.Groups.Select(group => group.Max));
    }

    [Theory]
    [InlineData("bai1_1 bai1_2 bai2_1")]
    [InlineData("1_1 1_2")]
    [InlineData("1_1 2_1 x")]
    public void Names_that_only_look_so_give_no_groups(string stems)
    {
        Write(string.Join(' ', stems.Split(' ').SelectMany(stem => new[] { stem + ".in", stem + ".out" })));
        Assert.True(_folder.Import().IsGood);
        Assert.Equal("", Assert.Single(_folder.Load("tonghieu").Groups).Name);
    }

    [Fact]
    public void Samples_and_the_statement_are_known_by_their_place_and_kind()
    {
        Write("sample/1.in sample/1.out secret/2.in secret/2.out de.pdf giai.pas");
        var report = _folder.Import();
        var problem = _folder.Load("tonghieu");
        Assert.Equal(["1 True", "2 False"], problem.Tests.Select(test => $"{test.Name} {test.IsSample}"));
        Assert.NotNull(problem.StatementPdf("vi"));
        Assert.Contains("'giai.pas' is not used", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Theory]
    [InlineData("cham.zip", "tests/1.in", "tests/1.out", "cham")]
    [InlineData("cham.zip", "Đổi Xu/1.in", "Đổi Xu/1.out", "doixu")]
    [InlineData("Bài 3.zip", "1.in", "1.out", "bai3")]
    public void A_package_is_called_after_its_folder_or_its_archive(string zip, string input, string answer, string name) =>
        Assert.Equal(name, Assert.Single(_folder.ImportFrom(_folder.Zip(zip, (input, "1"), (answer, "2"))).Packages).Name);

    [Fact]
    public void A_name_may_be_given_and_must_be_plain()
    {
        Write("1.in 1.out");
        Assert.Equal("abc", Assert.Single(_folder.Import(request => request with { Name = "abc" }).Packages).Name);
        Assert.Contains(
            "cannot be used",
            ImportFolder.Lines(_folder.Import(request => request with { Name = "../x" }), ImportLineKind.Error)
        );
        Assert.Contains(
            "no format 'zip'",
            ImportFolder.Lines(_folder.Import(request => request with { Format = "zip" }), ImportLineKind.Error)
        );
    }

    [Fact]
    public void A_name_of_a_problem_elsewhere_in_the_house_is_taken()
    {
        Write("1.in 1.out");
        var other = _folder.Beside("house");
        Directory.CreateDirectory(Path.Combine(other, "tonghieu"));
        var report = _folder.Import(request => request with { Beside = [other] });
        Assert.Contains("belongs to a problem of the house", ImportFolder.Lines(report, ImportLineKind.Error));
    }

    /// <summary>Files whose content is their name.</summary>
    private void Write(string files)
    {
        foreach (var file in files.Split(' '))
        {
            _folder.Write(file, file);
        }
    }
}
