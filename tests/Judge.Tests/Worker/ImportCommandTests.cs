using Judge.Tests.Formats;
using Judge.Worker;

namespace Judge.Tests.Worker;

public sealed class ImportCommandTests : IDisposable
{
    private readonly ImportFolder _folder = new("doan");

    public ImportCommandTests() => _folder.Write("1.in", "1").Write("1.out", "2");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_trial_stores_nothing_and_the_real_one_does()
    {
        Assert.Equal(ExitCode.Good, await Run("--dry-run"));
        Assert.False(Directory.Exists(Path.Combine(_folder.Into, "doan")));
        Assert.Equal(ExitCode.Good, await Run());
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder.Into, "doan", "data", "secret")).Length);
        Assert.Equal(ExitCode.BadInput, await Run());
        Assert.Equal(ExitCode.Good, await Run("--replace"));
        Assert.Equal(ExitCode.Good, await Run("--name", "khac", "--format", "plain"));
        Assert.True(Directory.Exists(Path.Combine(_folder.Into, "khac")));
    }

    [Fact]
    public async Task A_source_is_needed() =>
        Assert.Equal((int)ExitCode.BadInput, await CommandTable.RunAsync([ImportCommand.Entry], ["import"], TextWriter.Null));

    [Theory]
    [InlineData("vi", "Định dạng: plain", "đã nhập", "[mặc định]")]
    [InlineData("en", "Format: plain", "imported", "[default]")]
    public void Every_line_is_told_in_the_language_asked_for(string language, params string[] words)
    {
        var report = _folder.Import();
        using var output = new StringWriter();
        ImportCommand.Write(report, output, Words.Of(["--lang", language]));
        Assert.All(words, word => Assert.Contains(word, output.ToString()));
        Assert.All(report.Packages[0].Lines, line => Assert.Contains(Sentences.Of(language)[line.Text], output.ToString()));
    }

    private async Task<ExitCode> Run(params string[] options)
    {
        string[] args = ["import", _folder.Source, "--into", _folder.Into, .. options];
        return (ExitCode)await CommandTable.RunAsync([ImportCommand.Entry], args, TextWriter.Null);
    }
}
