using System.Text;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Tests.Formats.Kattis;

namespace Judge.Tests.Formats.Draft;

/// <summary>Tests in the wrong encoding are named at import, and converted by who asks for it.</summary>
public sealed class TextNotesTests : IDisposable
{
    private readonly ImportFolder _folder = new("BAI1");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Strange_files_are_named_kept_and_offered_to_be_converted()
    {
        Write();
        var report = _folder.Import();
        Assert.True(report.IsGood && report.OffersText);
        var warnings = ImportFolder.Lines(report, ImportLineKind.Warning);
        Assert.Contains("1 test files are in UTF-16 (PowerShell writes so): Test1/BAI1.OUT.", warnings);
        Assert.Contains("1 test files begin with a byte order mark: Test2/BAI1.INP.", warnings);
        Assert.Contains("Test2/BAI1.OUT", warnings.Split('\n').Single(line => line.Contains("strange blanks")));
        Assert.Contains("import again and ask for it", ImportFolder.Lines(report, ImportLineKind.Default));
        var test = _folder.Load("bai1").Tests[0];
        Assert.Equal(TextOddities.Utf16, TextShape.OfFile(test.AnswerPath));
    }

    [Fact]
    public void Who_asks_for_it_gets_them_converted()
    {
        Write();
        var report = _folder.Import(request => request with { ConvertText = true });
        Assert.True(report.IsGood && !report.OffersText);
        Assert.Contains("were converted", ImportFolder.Lines(report, ImportLineKind.Default));
        Assert.Equal(
            ["1\n/2\n", "3\n/4 5\n"],
            _folder.Load("bai1").Tests.Select(test => $"{File.ReadAllText(test.InputPath)}/{File.ReadAllText(test.AnswerPath)}")
        );
    }

    [Fact]
    public void Usual_files_are_not_worth_a_line()
    {
        _folder.Write("Test1/BAI1.INP", "1 2\r\n").Write("Test1/BAI1.OUT", "Việt");
        var report = _folder.Import();
        Assert.False(report.OffersText);
        Assert.DoesNotContain("test files are", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    /// <summary>Formats that are our own layout take their tests another way.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Packages_of_Kattis_are_looked_at_too(bool isLegacy)
    {
        using var package = isLegacy ? KattisPackage.Legacy() : KattisPackage.Current();
        package.Test("secret/3", "\uFEFF1\n", "1\r\n");
        var report = package.Import().Report;
        Assert.Contains("data/secret/3.in", ImportFolder.Lines(report, ImportLineKind.Warning));
        report = package.Import(request => request with { ConvertText = true, Replace = true }).Report;
        Assert.Equal("1\n", package.Read("data/secret/3.in"));
        Assert.Equal("1\n", package.Read("data/secret/3.ans"));
    }

    private void Write() =>
        _folder
            .Write("Test1/BAI1.INP", "1\n")
            .Write("Test1/BAI1.OUT", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("2\r\n")])
            .Write("Test2/BAI1.INP", "\uFEFF3\n")
            .Write("Test2/BAI1.OUT", "4\u00A05\n");
}
