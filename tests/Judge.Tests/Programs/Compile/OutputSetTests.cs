using System.IO.Compression;
using System.Text;
using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Score;

namespace Judge.Tests.Programs.Compile;

public sealed class OutputSetTests
{
    [Theory]
    [InlineData("01.out", "01")]
    [InlineData("01.ANS", "01")]
    [InlineData("01", "01")]
    [InlineData("1.out", "01")]
    [InlineData("001.txt", "01")]
    [InlineData("output01.txt", "01")]
    [InlineData("output_1.txt", "01")]
    [InlineData("out1", "01")]
    [InlineData("Test03.out", "test03")]
    [InlineData("g2-a.out", "g2/a")]
    [InlineData("main.py", "")]
    [InlineData("04.out", "")]
    public void A_file_is_known_by_the_name_of_its_test(string file, string test)
    {
        var set = Of(Zip((file, "7")), "01", "02", "test03", "g2/a");
        Assert.Equal(test, string.Join(' ', set.Outputs.Keys.Select(known => known.Name)));
        Assert.Equal(test.Length == 0 ? CompileFault.NoOutputs : CompileFault.None, set.Fault);
    }

    [Fact]
    public void Of_two_files_for_a_test_the_one_that_is_called_an_output_counts()
    {
        var set = Of(Zip(("01", "a"), ("01.out", "b"), ("01.txt", "c")), "01");
        Assert.Equal("b", Encoding.ASCII.GetString(set.Outputs.Values.Single().Span));
    }

    [Fact]
    public void A_single_file_is_the_output_of_the_only_test()
    {
        Assert.Single(Of("7\n"u8.ToArray(), "01").Outputs);
        Assert.Equal(CompileFault.NoOutputs, Of("7\n"u8.ToArray(), "01", "02").Fault);
    }

    [Fact]
    public void Samples_are_not_asked_for() =>
        Assert.Equal(
            (2, 1),
            (OutputSet.Asked(Some.Problem(samples: 1, secrets: 2)).Tests.Count, OutputSet.Asked(Some.Problem(1, 2)).Groups.Count)
        );

    private static OutputSet Of(byte[] handin, params string[] tests) =>
        OutputSet.Of(handin, Some.Problem() with { Tests = [.. tests.Select(name => new Test(name, IsSample: false, "", ""))] });

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
