using System.Text;
using Judge.Formats.Draft;
using Judge.Messages;
using Judge.Tests.Formats;
using Judge.Worker;
using Support;

namespace Judge.Tests.Worker;

public sealed class JudgeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("judge-command-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Bài 1.pas", "utf-16", "'Bài 1.pas' was saved in UTF-16")]
    [InlineData("bai.txt", "utf-8", "(there are: bai.txt)")]
    [InlineData("bai", "utf-8", "'bai': its language is not known")]
    public async Task A_path_comes_in_by_the_same_door_as_every_hand_in(string name, string encoding, string sentence)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, "begin end.", Encoding.GetEncoding(encoding), TestContext.Current.CancellationToken);
        Assert.Contains(sentence, await FailAsync(path));
    }

    [Fact]
    public async Task A_folder_is_a_hand_in_of_several_files()
    {
        foreach (var name in (string[])["a.pas", "b.pas"])
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, name), "begin end.", TestContext.Current.CancellationToken);
        }

        Assert.Contains("which file is the program: a.pas, b.pas", await FailAsync(_folder));
    }

    [Theory]
    [InlineData(ImportLineKind.Error, ExitCode.NotAccepted)]
    [InlineData(ImportLineKind.LeftOut, ExitCode.Good)]
    internal void Grading_counts_what_was_not_graded_and_ends_with_a_code_where_it_may_be_work(ImportLineKind kind, ExitCode code)
    {
        using var output = new StringWriter();
        ImportLine[] lines = [new(kind, new Said("grade.outside", "HS05.pas"))];
        Assert.Equal(code, GradeCommand.Conclude(lines, Words.Of(["--lang", "en"]), output));
        Assert.Contains("1 lines about what was not graded", output.ToString());
        Assert.Contains("HS05.pas", output.ToString());
    }

    [Fact]
    public void Grading_names_the_tests_that_are_in_UTF_16()
    {
        using var source = new ImportFolder("doan");
        source.Write("1.in", "1").Write("1.out", "2").Write("2.in", "1").Write("2.out", [0xFF, 0xFE, (byte)'2', 0]);
        Assert.True(source.Import().IsGood);
        var told = Assert.Single(GradeCommand.Spoilt([source.Load("doan")], Words.Of(["--lang", "en"])));
        Assert.StartsWith("DOAN: data/secret/2.ans: The file is in UTF-16", told, StringComparison.Ordinal);
    }

    private static async Task<string> FailAsync(string path)
    {
        using var errors = new StringWriter();
        string[] args = ["judge", Path.Combine(Repository.Root, "problems", "sonut"), path, "--lang", "en"];
        Assert.Equal((int)ExitCode.BadInput, await CommandTable.RunAsync([JudgeCommand.Entry], args, errors));
        return errors.ToString();
    }
}
