using Judge.Problems;
using Judge.Submit.Intake;
using static Judge.Tests.Submit.Intake.Handed;

namespace Judge.Tests.Submit.Intake;

public sealed class OutputNamesTests
{
    [Theory]
    [InlineData("01 02", "1.out", "01")]
    [InlineData("01 02", "output_002.txt", "02")]
    [InlineData("01 02", "OUTPUT2.OUT", "02")]
    [InlineData("01 02", "test 2.ans", "02")]
    [InlineData("01 02", "02.a", "02")]
    [InlineData("01 02", "03.out", "")]
    [InlineData("01 02", "02.in", "")]
    [InlineData("01 02", "02.py", "")]
    [InlineData("000 001", "output_000.txt", "000")]
    [InlineData("st00/000 st01/001", "output_001.txt", "st01/001")]
    [InlineData("1/1 1/2 2/1", "1_1.out", "1/1")]
    [InlineData("g1/01 g1/02 g2/01", "1_2.out", "g1/02")]
    [InlineData("g1/01 g1/02 g2/01", "g2-01.out", "g2/01")]
    [InlineData("g1/01 g1/02 g2/01", "g2_1.out", "g2/01")]
    [InlineData("g1/01 g1/02 g2/01", "g2.01.ans", "g2/01")]
    [InlineData("g1/01 g1/02 g2/01", "subtask2-test1.out", "g2/01")]
    [InlineData("g1/01 g1/02 g2/01", "g2/01.out", "g2/01")]
    [InlineData("g1/01 g1/02 g2/01", "ketqua/g2/01.out", "g2/01")]
    [InlineData("g1/01 g1/02 g2/01", "02.out", "g1/02")]
    [InlineData("g1/01 g1/02 g2/01", "1.out", "g1/01 g2/01")]
    [InlineData("g1/easy g2/hard", "hard.out", "g2/hard")]
    [InlineData("g1/easy g2/hard", "output-hard.txt", "g2/hard")]
    [InlineData("Test01 Test02", "Test02/BAI1.OUT", "Test02")]
    [InlineData("Test01 Test02", "2.out", "Test02")]
    [InlineData("1 01", "01.out", "01")]
    public void A_file_is_found_by_what_its_name_has_of_a_test(string tests, string file, string expected) =>
        Assert.Equal(expected, string.Join(' ', OutputNames.Of(Asking(tests)).Called(file).Select(test => test.Name)));

    [Fact]
    public void Whatever_tests_are_called_each_is_stored_under_a_plain_name_of_its_own_and_found_by_it()
    {
        var problem = Asking($"a/b a-b A-B {new string('x', 80)} g/{new string('y', 80)}");
        var names = OutputNames.Of(problem);
        Assert.Equal(5, names.All.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(problem.Tests, test => Assert.Equal([test], names.Called(names.StoredAs(test))));
    }

    [Fact]
    public void Outputs_are_stored_under_the_names_of_their_tests_and_give_themselves_again()
    {
        var problem = Asking("g1/01 g2/01");
        var decision = Decide(problem, null, File("1_1.out", "a"), File("output2_1.txt", "b"), File("main.py", "c"));
        Assert.Equal("g1-01.out=a g2-01.out=b", decision.Stored());
        Assert.Equal("Không dùng: main.py.", decision.Handin!.Remarks.Said());
        var zipped = Decide(
            problem,
            null,
            Zip(File("An/g1/1.ans", "a"), File("An/g2/1.ans", "b"), File("An/phim.mp4", new byte[100 << 20]))
        );
        Assert.Equal(decision.Told(), zipped.Told());
        Assert.Equal(decision.Told(), Decide(problem, null, new HandedFile("", decision.Handin!.Bytes)).Told());
    }

    [Fact]
    public void The_output_of_the_only_test_may_bear_any_name_and_comes_as_it_is()
    {
        var problem = Asking("01");
        Assert.Equal("7\n", Decide(problem, null, File("bất kỳ.dat", "\uFEFF7\n")).Stored());
        Assert.Equal("7\n", Decide(problem, null, Zip(File("x/kết quả", "7\n"))).Stored());
        var beside = Decide(problem, null, File("1.out", "7"), File("1.in", "3"));
        Assert.Equal(("7", "Không dùng: 1.in."), (beside.Stored(), beside.Handin!.Remarks.Said()));
        Assert.Equal("handin.packed", Decide(problem, null, File("1.rar", "7")).Short());
        Assert.Equal("handin.packed", Decide(problem, null, Zip(Zip(File("1.out")))).Short());
        Assert.Equal("handin.empty", Decide(problem, null, File("1.out", "")).Short());
    }

    [Theory]
    [InlineData("handin.noFile", "")]
    [InlineData("handin.noOutput", "ketqua.txt")]
    [InlineData("handin.noOutput", "main.pas a.docx")]
    [InlineData("handin.packed", "ketqua.rar")]
    [InlineData("handin.sameOutput", "g1-01.out 1_1.out")]
    [InlineData("handin.unclearOutput", "1.out")]
    public void What_cannot_be_told_apart_is_refused_and_the_names_that_are_expected_are_told(string key, string names)
    {
        var files = names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => File(name, name)).ToArray();
        var decision = Decide(Asking("g1/01 g1/02 g2/01"), null, files);
        Assert.Equal(key, decision.Short());
        if (key is "handin.noOutput" or "handin.unclearOutput")
        {
            Assert.Contains("g1-01.out", decision.Told());
            Assert.Contains("g2-01.out", decision.Told());
        }
    }

    [Fact]
    public void A_test_that_stands_in_several_groups_is_handed_in_once()
    {
        var folder = Directory.CreateTempSubdirectory("outputs-").FullName;
        try
        {
            var (one, other) = (Path.Combine(folder, "1"), Path.Combine(folder, "2"));
            System.IO.File.WriteAllText(one, "5\n");
            System.IO.File.WriteAllText(other, "5\n");
            var problem = Asking("st00/000 st01/000") with
            {
                Tests = [new Test("st00/000", false, one, one), new Test("st01/000", false, other, other)],
            };
            Assert.Equal("st00-000.out=7 st01-000.out=7", Decide(problem, null, File("output_000.txt", "7")).Stored());
            System.IO.File.WriteAllText(other, "6\n");
            Assert.Equal("handin.unclearOutput", Decide(problem, null, File("output_000.txt", "7")).Short());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_mark_in_front_hides_no_other_encoding()
    {
        byte[] wide = [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF32.GetBytes("1 2 3 4 5 6")];
        Assert.Equal("handin.wide", Decide(Asking("01"), null, File("1.out", wide)).Short());
        Assert.Equal("handin.wide", Decide(null, File("a.pas", wide)).Short());
    }

    [Fact]
    public void An_output_in_UTF_16_is_refused_with_its_cure() =>
        Assert.Equal(
            "handin.wide",
            Decide(Asking("01"), null, File("1.out", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("1 2 3\r\n")])).Short()
        );

    private static Problem Asking(string tests) =>
        Some.Problem() with
        {
            Kind = TaskKind.OutputOnly,
            Tests = [.. tests.Split(' ').Select(name => new Test(name, IsSample: false, "", ""))],
        };
}
