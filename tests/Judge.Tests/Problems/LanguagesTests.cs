using Judge.Problems;
using Support;

namespace Judge.Tests.Problems;

public sealed class LanguagesTests : IDisposable
{
    private const string Pascal = """
        { "name": "Pascal", "version": "FPC 3.2.2", "extensions": [".pas", ".pp"], "mode": "pascal", "image": "pascal",
          "source": "main.pas", "compile": ["/usr/bin/ppcx64", "{source}"], "artifact": "main", "run": ["/prog/main"],
          "timeFactor": 1.0, "threads": 16, "compileProcesses": 4, "compileSeconds": 10, "memoryExtraMb": 0 }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("languages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_languages_of_the_house_are_read()
    {
        var languages = Languages.Load(Path.Combine(Repository.Root, "sandbox-images"));
        Assert.Equal(["pascal", "python", "cpp", "c"], languages.All.Select(language => language.Id));
        Assert.Equal("pascal", languages.OfFile("BAI1.PAS")?.Id);
        Assert.Equal("python", languages.OfFile("bai1.Py")?.Id);
        Assert.Equal("cpp", languages.OfFile("BAI1.CPP")?.Id);
        Assert.Contains("GLIBC_TUNABLES=glibc.malloc.hugetlb=1", languages.Find("python")!.Environment);
        Assert.Equal(203, languages.Find("pascal")!.OutOfMemory!.ExitCode);
    }

    [Theory]
    [InlineData("bai1.cpp")]
    [InlineData("bai1")]
    [InlineData("pas")]
    [InlineData("")]
    public void Other_files_have_no_language(string file)
    {
        Write("pascal", Pascal);
        Assert.Null(Languages.Load(_folder).OfFile(file));
    }

    [Fact]
    public void Folders_without_a_description_are_passed_over()
    {
        Write("pascal", Pascal);
        Directory.CreateDirectory(Path.Combine(_folder, "runner"));
        Assert.Null(Languages.Load(_folder).Find("runner"));
    }

    [Theory]
    [InlineData("\"name\"", "\"nam\"")]
    [InlineData("\"timeFactor\": 1.0,", "")]
    [InlineData("\"timeFactor\": 1.0", "\"timeFactor\": 0")]
    [InlineData("\"timeFactor\"", "\"environment\": [\"=x\"], \"timeFactor\"")]
    [InlineData("\"threads\": 16", "\"threads\": 1000")]
    [InlineData("\"compileSeconds\": 10", "\"compileSeconds\": 0")]
    [InlineData("[\".pas\", \".pp\"]", "[]")]
    [InlineData("\".pas\"", "\".PAS\"")]
    [InlineData("\".pas\"", "\"pas\"")]
    [InlineData("/prog/main\"", "main\"")]
    [InlineData("\"main.pas\"", "\"../main.pas\"")]
    [InlineData("{", "")]
    public void A_wrong_description_is_refused_by_name(string right, string wrong)
    {
        Write("pascal", Pascal.Replace(right, wrong));
        Assert.Equal("pascal/language.json", Assert.Throws<PackageException>(() => Languages.Load(_folder)).File);
    }

    [Fact]
    public void Two_languages_cannot_share_an_ending()
    {
        Write("delphi", Pascal);
        Write("pascal", Pascal);
        Assert.Contains(".pas already belongs to Pascal", Assert.Throws<PackageException>(() => Languages.Load(_folder)).Message);
    }

    [Fact]
    public void A_folder_without_languages_is_refused() => Assert.Throws<PackageException>(() => Languages.Load(_folder));

    private void Write(string id, string json)
    {
        Directory.CreateDirectory(Path.Combine(_folder, id));
        File.WriteAllText(Path.Combine(_folder, id, "language.json"), json);
    }
}
