using System.Text;
using Judge.Formats.Draft;
using Judge.Grade;
using Judge.Tests.Formats;

namespace Judge.Tests.Grade;

public sealed class ThemisContestantsTests : IDisposable
{
    private readonly ImportFolder _folder = new("BAILAM");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_folder_is_a_contestant_and_each_file_a_problem_in_any_letter_case()
    {
        _folder
            .Write("HS10/DOAN.PAS", "x")
            .Write("HS2/doan.pas", "begin end.")
            .Write("HS2/CatDan.Py", "print()")
            .Write("HS2/sub/DOAN2.PAS", "")
            .Write(".git/a.pas", "");
        var read = Read();
        Assert.Equal(["HS2", "HS10"], read.All.Select(one => one.Name));
        Assert.Equal(["CATDAN CatDan.Py", "DOAN doan.pas"], read.All[0].Sources.Select(source => $"{source.Problem} {source.File}"));
        Assert.Equal("begin end.", Encoding.UTF8.GetString(read.All[0].Sources[1].Bytes.Span));
    }

    [Fact]
    public void Of_several_endings_the_one_listed_first_wins_and_the_others_are_named()
    {
        _folder.Write("HS1/DOAN.py", "").Write("HS1/DOAN.PAS", "").Write("HS1/DOAN.exe", "").Write("HS1/a.py", "");
        var read = Read();
        Assert.Equal(["a.py", "DOAN.PAS"], read.All[0].Sources.Select(source => source.File));
        Assert.Equal(
            ["HS1: the file 'DOAN.exe' is not used.", "HS1: the file 'DOAN.py' is not used."],
            read.Lines.Select(line => line.English).Order()
        );
    }

    [Fact]
    public void Nothing_beside_or_inside_the_contestants_folders_is_passed_over_in_silence()
    {
        _folder
            .Write("HS01/DOAN.PAS", "x")
            .Write("HS02/bai/DOAN.PAS", "x")
            .Write("HS02/bai/doc.txt", "x")
            .Write("HS02/CATDAN.PAS", "x")
            .Write("HS03/HS03.rar", "x")
            .Write("HS04/DOAN.doc", "x")
            .Write("HS05.rar", "x")
            .Write("HS06.7z", "x")
            .Write("HS07_DOAN.pas", "x")
            .Write("danh sach.xlsx", "x")
            .Write(".HS08/DOAN.PAS", "x")
            .Write("Thumbs.db", "x")
            .Write(".DS_Store", "x");
        var read = Read();
        Assert.Equal(["HS01", "HS02", "HS03", "HS04"], read.All.Select(one => one.Name));
        string[] errors = ["HS02: 'bai/DOAN.PAS'", "HS03: 'HS03.rar'", "'HS05.rar'", "'HS06.7z'", "'HS07_DOAN.pas'"];
        string[] others = ["HS02: 'bai/doc.txt'", "HS04: the file 'DOAN.doc'", "'danh sach.xlsx'", "'.HS08'"];
        Assert.All(errors, name => Assert.Contains(read.Lines, line => line.Kind == ImportLineKind.Error && line.English.StartsWith(name)));
        Assert.All(
            others,
            name => Assert.Contains(read.Lines, line => line.Kind == ImportLineKind.LeftOut && line.English.StartsWith(name))
        );
        Assert.Equal(errors.Length + others.Length, read.Lines.Count);
        Assert.Equal(["DOAN DOAN.doc"], read.All.SelectMany(one => one.Others).Select(one => $"{one.Problem} {one.File}"));
    }

    [Fact]
    public void In_a_zip_of_all_contestants_too_every_other_file_is_told()
    {
        var read = Read(_folder.Zip("BAILAM.zip", ("HS1/DOAN.PAS", "x"), ("HS2/a/DOAN.PAS", "y"), ("HS3.rar", "z"), ("ds.txt", "")));
        Assert.Equal(
            ["Error 'HS3.rar'", "LeftOut 'ds.txt'", "Error HS2: 'HS2/a/DOAN.PAS'"],
            read.Lines.Select(line => $"{line.Kind} {line.English[..line.English.IndexOf(" was", StringComparison.Ordinal)]}")
                .OrderBy(line => line.Length)
        );
    }

    [Fact]
    public void A_contestant_may_be_a_zip_and_so_may_the_whole_root()
    {
        File.Move(_folder.Zip(("DOAN.PAS", "x")), Path.Combine(_folder.Source, "Nguyễn Văn An.zip"));
        Assert.Equal(["Nguyễn Văn An"], Read().All.Select(one => one.Name));

        var read = Read(_folder.Zip("BAILAM.zip", ("HS1/DOAN.PAS", "x"), ("HS2/DOAN.PAS", "y")));
        Assert.Equal(["HS1", "HS2"], read.All.Select(one => one.Name));
        Assert.All(read.All, one => Assert.Equal("DOAN", Assert.Single(one.Sources).Problem));
    }

    [Fact]
    public void Names_are_brought_to_one_Unicode_form()
    {
        _folder.Write("Hòa".Normalize(NormalizationForm.FormD) + "/DOAN.PAS", "");
        Assert.Equal("Hòa".Normalize(NormalizationForm.FormC), Read().All[0].Name);
    }

    [Fact]
    public void One_contestant_who_cannot_be_read_does_not_stop_the_others()
    {
        _folder.Write("HS1/DOAN.PAS", "").Write("HS2/DOAN.PAS", "").Write("HS3.zip", "no zip");
        File.CreateSymbolicLink(Path.Combine(_folder.Source, "HS2", "CATDAN.PAS"), "/etc/hostname");
        var read = Read();
        Assert.Equal(["HS1"], read.All.Select(one => one.Name));
        Assert.Equal(2, read.Lines.Count(line => line.Kind == ImportLineKind.Error));
    }

    [Fact]
    public void A_contestant_who_is_there_twice_is_told()
    {
        _folder.Write("HS1/DOAN.PAS", "").Write("hs1/DOAN.PAS", "");
        Assert.Contains("twice", Assert.Single(Read().Lines).English);
    }

    [Fact]
    public void Of_one_who_is_there_twice_both_works_stay_under_two_names()
    {
        _folder
            .Write("An/DOAN.PAS", "folder")
            .Write("An (2)/DOAN.PAS", "other")
            .Write("Hòa".Normalize(NormalizationForm.FormC) + "/DOAN.PAS", "")
            .Write("Hòa".Normalize(NormalizationForm.FormD) + "/DOAN.PAS", "");
        File.Move(_folder.Zip(("DOAN.PAS", "zip")), Path.Combine(_folder.Source, "An.zip"));
        var read = Read();
        Assert.Equal(["An", "An (3)", "An (2)", "Hòa", "Hòa (2)"], read.All.Select(one => one.Name.Normalize(NormalizationForm.FormC)));
        Assert.Equal(["folder", "zip"], read.All.Take(2).Select(one => Encoding.UTF8.GetString(one.Sources[0].Bytes.Span)));
        Assert.Equal(2, read.Lines.Count(line => line.Kind == ImportLineKind.Error));
    }

    [Theory]
    [InlineData("a\\b", null, "slash")]
    [InlineData("other", "HS1", "is a link")]
    public void A_name_that_is_a_path_or_a_link_is_told(string name, string? target, string said)
    {
        _folder.Write("HS1/DOAN.PAS", "");
        var path = Path.Combine(_folder.Source, name);
        if (target is null)
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateSymbolicLink(path, target);
        }

        var read = Read();
        Assert.Equal(["HS1"], read.All.Select(one => one.Name));
        Assert.Contains(said, Assert.Single(read.Lines).English);
    }

    [Fact]
    public void A_named_pipe_keeps_nobody_waiting()
    {
        _folder.Write("HS1/CATDAN.PAS", "x");
        Pipe("HS1/DOAN.PAS");
        Pipe("HS2.zip");
        var read = Read();
        Assert.Equal(["1", "0"], read.All.Single().Sources.Select(source => $"{source.Bytes.Length}"));
        Assert.Contains("HS2.zip", Assert.Single(read.Lines).English);
    }

    private void Pipe(string name)
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_folder.Source, name)]);
        made.WaitForExit();
    }

    [Fact]
    public void A_huge_source_is_read_only_as_far_as_it_takes_to_refuse_it()
    {
        _folder.Write("HS1/DOAN.PAS", new byte[3 << 20]);
        Assert.Equal(ThemisContestants.MostBytes + 1, Read().All[0].Sources[0].Bytes.Length);
    }

    private ThemisContestants Read(string? path = null) =>
        ThemisContestants.Read(path ?? _folder.Source, [".pas", ".py"], _folder.Beside("temp"), TestContext.Current.CancellationToken);
}
