using System.IO.Compression;
using System.Text;
using Judge.Programs.Compile;
using Judge.Score;

namespace Judge.Tests.Programs.Compile;

public sealed class HandinArchiveTests
{
    private const int MostFiles = 5;
    private const int MostBytes = 1_000;

    [Fact]
    public void Files_come_out_with_their_names_and_a_folder_around_all_is_taken_off()
    {
        var handed = Unpack(Zip(("bai/main.pas", "a"), ("bai/unit1.pas", "b"), ("__MACOSX/bai/._main.pas", "x")));
        Assert.Equal((CompileFault.None, 2), (handed.Fault, handed.Files.Count));
        Assert.Equal("b", Encoding.UTF8.GetString(handed.Files["unit1.pas"].Span));
    }

    [Theory]
    [InlineData("../main.pas")]
    [InlineData("a/b/main.pas", "a/c.pas")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\x.pas")]
    [InlineData("..\\..\\x.pas")]
    [InlineData("main.pas", "MAIN.PAS")]
    [InlineData("-rf")]
    [InlineData(".hidden")]
    [InlineData("bài1.pas")]
    [InlineData("a\u0000b.pas")]
    public void Names_that_could_lead_elsewhere_or_clash_are_refused(params string[] names) =>
        Assert.Equal(CompileFault.BadFileNames, Unpack(Zip([.. names.Select(name => (name, "x"))])).Fault);

    [Fact]
    public void A_link_is_refused()
    {
        var zip = Zip(entry => entry.ExternalAttributes = unchecked((int)0xA1FF0000), ("main.pas", "/etc/passwd"));
        Assert.Equal(CompileFault.BadFileNames, Unpack(zip).Fault);
    }

    [Fact]
    public void Too_many_files_are_refused_before_any_is_unpacked() =>
        Assert.Equal(CompileFault.ArchiveTooLarge, Unpack(Zip([.. Enumerable.Range(0, 60_000).Select(i => ($"f{i}", ""))])).Fault);

    [Fact]
    public void A_count_that_lies_is_not_believed()
    {
        var zip = Zip([.. Enumerable.Range(0, 5_000).Select(i => ($"f{i}", ""))]);
        zip[^14] = zip[^12] = 1;
        zip[^13] = zip[^11] = 0;
        Assert.Equal(CompileFault.ArchiveTooLarge, Unpack(zip).Fault);
    }

    [Fact]
    public void A_zip_that_sends_its_reader_to_another_directory_is_refused()
    {
        var zip = Zip(("main.pas", "begin end."));
        Assert.Equal(CompileFault.None, Unpack(zip).Fault);
        zip.AsSpan(zip.Length - 18, 4).Fill(0xFF); // numbers of disks: the true one stands in the 64-bit form
        Assert.Equal(CompileFault.BadArchive, Unpack(zip).Fault);
    }

    [Fact]
    public void A_bomb_is_refused_at_the_limit_whatever_size_it_claims()
    {
        var zip = Zip(("bomb", new string('0', 50_000_000)));
        Assert.True(zip.Length < 100_000);
        Assert.Equal(CompileFault.ArchiveTooLarge, Unpack(zip).Fault);
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        new byte[] { 1, 0, 0, 0 }.CopyTo(zip, directory + 24);
        Assert.All(Unpack(zip).Files.Values, file => Assert.True(file.Length <= MostBytes));
    }

    [Fact]
    public void An_encrypted_file_is_refused()
    {
        var zip = Zip(("main.pas", "begin end."));
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        zip[6] |= 1;
        Assert.Equal(CompileFault.BadArchive, Unpack(zip).Fault);
    }

    [Fact]
    public void Whatever_is_cut_or_changed_in_a_zip_it_is_refused_or_read_and_never_our_failure()
    {
        var zip = Zip(("main.pas", "begin end."), ("a.pas", "unit a;"));
        for (var at = 0; at < zip.Length; at++)
        {
            Unpack(zip[..at]);
            foreach (var value in (byte[])[0, 0x7F, 0xFF])
            {
                var changed = (byte[])zip.Clone();
                changed[at] = value;
                Unpack(changed);
            }
        }
    }

    private static HandinArchive Unpack(byte[] zip) => HandinArchive.OfZip(zip, MostFiles, MostBytes);

    private static byte[] Zip(params (string Name, string Text)[] files) => Zip(_ => { }, files);

    private static byte[] Zip(Action<ZipArchiveEntry> change, params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                var entry = zip.CreateEntry(name);
                change(entry);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
