using System.Text;
using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Draft;

public sealed class LineEndsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("1\r\n2\r\n", true)]
    [InlineData("1\r\n2", true)]
    [InlineData("1\r\n2\n", false)]
    [InlineData("1\n2\r\n", false)]
    [InlineData("1\r2\r\n", false)]
    [InlineData("1\r\n\r", false)]
    [InlineData("1\r\r\n", false)]
    [InlineData("1 2", false)]
    [InlineData("", false)]
    [InlineData("\n", false)]
    [InlineData("\r\n", true)]
    public void Only_files_whose_every_line_ends_in_CR_LF_are_changed(string text, bool all)
    {
        foreach (var before in (int[])[0, (1 << 16) - 2, (1 << 16) - 1, 1 << 16])
        {
            File.WriteAllText(_file, new string('x', before) + text);
            Assert.Equal(all, TextShape.OfFile(_file).HasFlag(TextOddities.OnlyCrLf));
        }
    }

    [Fact]
    public void A_changed_file_loses_its_CRs_and_nothing_else()
    {
        var lines = string.Concat(Enumerable.Range(0, 30_000).Select(n => $"{n}\r\n"));
        File.WriteAllText(_file, lines);
        var output = new MemoryStream();
        LineEnds.CopyAsLf(_file, output);
        Assert.Equal(lines.Replace("\r", ""), Encoding.UTF8.GetString(output.ToArray()));
    }
}
