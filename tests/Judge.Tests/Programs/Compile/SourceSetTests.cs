using System.IO.Compression;
using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Score;

namespace Judge.Tests.Programs.Compile;

public sealed class SourceSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("include-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_single_source_gets_the_languages_name() => Assert.Equal("main.pas", Of("x"u8.ToArray()).Entry);

    [Theory]
    [InlineData("main.pas a.pas", "main.pas")]
    [InlineData("MAIN.PP a.pas", "MAIN.PP")]
    [InlineData("bai1.pas", "main.pas")]
    [InlineData("bai1.pas read.txt", "main.pas")]
    [InlineData("__main__.pas b.pas", "__main__.pas")]
    public void The_program_is_found_among_several_files(string names, string entry)
    {
        var set = Of(Zip(names.Split(' ')));
        Assert.Equal((CompileFault.None, entry), (set.Fault, set.Entry));
        Assert.Contains(set.Entry, set.Files.Keys);
    }

    [Theory]
    [InlineData("a.pas b.pas")]
    [InlineData("a.txt")]
    [InlineData("main.py")]
    public void Without_a_sign_which_file_is_the_program_nobody_guesses(string names) =>
        Assert.Equal(CompileFault.NoMainFile, Of(Zip(names.Split(' '))).Fault);

    [Fact]
    public void Where_letter_case_means_nothing_files_are_called_in_small_letters()
    {
        var set = SourceSet.Of(Zip(["Main.PAS", "TinhToan.PAS"]), Some.Problem(), Some.Language() with { SmallNames = true });
        Assert.Equal(("main.pas", "main.pas tinhtoan.pas"), (set.Entry, string.Join(' ', set.Files.Keys.Order())));
    }

    [Fact]
    public void Twenty_one_files_are_too_many() =>
        Assert.Equal(CompileFault.ArchiveTooLarge, Of(Zip([.. Enumerable.Range(0, 21).Select(i => $"a{i}.pas")])).Fault);

    [Fact]
    public void The_authors_files_are_laid_over_the_entrants_and_the_main_program_is_theirs()
    {
        var problem = WithMain("giai.pas", "chinh.pas");
        var set = Of("unit giai;"u8.ToArray(), problem);
        Assert.Equal("chinh.pas", set.Entry);
        Assert.Equal(["chinh.pas", "giai.pas"], set.Files.Keys.Order());
        Assert.Equal(["chinh.pas"], set.Secret);

        var cheat = Of(Zip(["giai.pas", "CHINH.PAS"]), problem);
        Assert.Equal("author", Text(cheat, "chinh.pas"));
        Assert.Equal(2, cheat.Files.Count);
    }

    private static string Text(SourceSet set, string name)
    {
        using var text = new StreamReader(set.Files[name].OpenRead());
        return text.ReadToEnd();
    }

    private Problem WithMain(string source, string main)
    {
        File.WriteAllText(Path.Combine(_folder, main), "author");
        return Some.Problem() with
        {
            Mains = new Dictionary<string, MainProgram> { ["pascal"] = new(source, main, [Path.Combine(_folder, main)]) },
        };
    }

    private static SourceSet Of(byte[] handin, Problem? problem = null) =>
        SourceSet.Of(handin, problem ?? Some.Problem(), Some.Language() with { Extensions = [".pas", ".pp"] });

    private static byte[] Zip(string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write("entrant"u8);
            }
        }

        return bytes.ToArray();
    }
}
