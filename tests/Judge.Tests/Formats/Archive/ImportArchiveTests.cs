using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Judge.Formats.Archive;
using Judge.Formats.Draft;
using Judge.Formats.Themis;

namespace Judge.Tests.Formats.Archive;

public sealed class ImportArchiveTests : IDisposable
{
    private static readonly ImportLimits Small = new()
    {
        Entries = 20,
        Bytes = 1 << 20,
        Ratio = 10,
        FreeBytes = 1 << 16,
    };

    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("a\\..\\..\\evil.txt")]
    [InlineData("/etc/cron.d/evil")]
    [InlineData("\\\\server\\share\\evil")]
    [InlineData("C:\\Windows\\evil.txt")]
    [InlineData("c:evil.txt")]
    [InlineData("a/b:stream")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("CON")]
    [InlineData("a/nul.txt")]
    [InlineData("Com1.in")]
    [InlineData("lpt9 .out")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u001b[2Jb")]
    [InlineData("a\u202Etxt.exe")]
    [InlineData("a. ")]
    [InlineData("a/b./c")]
    public void A_name_that_could_reach_or_hide_anything_refuses_the_whole_source(string name)
    {
        var refused = Assert.Throws<ImportException>(() => Open(_folder.Zip(("good.txt", "1"), (name, "2"))));
        Assert.Contains("is refused", refused.English);
        Assert.Contains("Không nhận tên", refused.Vietnamese);
        Assert.DoesNotContain(refused.English, char.IsControl);
        Assert.Empty(Directory.GetFiles(_folder.Beside(""), "evil*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Names_too_long_for_a_disk_are_refused()
    {
        Assert.Throws<ImportException>(() => Open(_folder.Zip("1.zip", (new string('a', 256), ""))));
        Assert.Throws<ImportException>(() => Open(_folder.Zip("2.zip", (new string('ạ', 90), ""))));
        Assert.Throws<ImportException>(() => Open(_folder.Zip("3.zip", (string.Join('/', Enumerable.Repeat("abc", 600)), ""))));
        Assert.Single(Open(_folder.Zip("4.zip", (new string('a', 255), ""))).Files);
    }

    [Fact]
    public void Files_lie_on_disk_under_numbers_and_never_under_their_names()
    {
        var tree = Open(_folder.Zip(("a/x.txt", "1"), ("b/y.txt", "2")));
        Assert.Equal(["a/x.txt 000000", "b/y.txt 000001"], tree.Files.Select(file => $"{file.Path} {Path.GetFileName(file.FullPath)}"));
    }

    [Fact]
    public void A_hundred_thousand_entries_are_refused_as_soon_as_thirty_thousand()
    {
        var (some, many) = (Empty(30_000), Empty(100_000));
        Refuse(some);
        Refuse(many);
        Assert.InRange(Allocated(many), 1, 2 * Allocated(some));

        string Empty(int entries)
        {
            var path = _folder.Beside($"{entries}.zip");
            using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
            for (var i = 0; i < entries; i++)
            {
                zip.CreateEntry($"{i}", CompressionLevel.NoCompression).Open().Dispose();
            }

            return path;
        }

        long Allocated(string path)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Refuse(path);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        void Refuse(string path) => Assert.Contains("more than 20000 files", Assert.Throws<ImportException>(() => Open(path)).English);
    }

    [Fact]
    public void A_directory_that_lies_about_its_length_is_counted_nevertheless()
    {
        var path = _folder.Zip([.. Enumerable.Range(0, 21).Select(n => ($"{n}", ""))]);
        var bytes = File.ReadAllBytes(path);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(bytes.Length - 12), 1);
        File.WriteAllBytes(path, bytes);
        Assert.Contains("more than 20 files", Assert.Throws<ImportException>(() => Open(path, Small)).English);
    }

    [Fact]
    public void A_second_directory_cannot_hide_behind_the_one_that_is_counted()
    {
        var path = _folder.Zip([.. Enumerable.Range(0, 21).Select(n => ($"{n}", ""))]);
        var bytes = File.ReadAllBytes(path);
        var end = bytes.AsSpan(bytes.Length - 22);
        var (size, offset) = (BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        var zip64 = new byte[56 + 20];
        BinaryPrimitives.WriteUInt32LittleEndian(zip64, 0x06064b50);
        BinaryPrimitives.WriteUInt64LittleEndian(zip64.AsSpan(4), 44);
        BinaryPrimitives.WriteUInt64LittleEndian(zip64.AsSpan(24), 21);
        BinaryPrimitives.WriteUInt64LittleEndian(zip64.AsSpan(32), 21);
        BinaryPrimitives.WriteUInt64LittleEndian(zip64.AsSpan(40), size);
        BinaryPrimitives.WriteUInt64LittleEndian(zip64.AsSpan(48), offset);
        BinaryPrimitives.WriteUInt32LittleEndian(zip64.AsSpan(56), 0x07064b50);
        BinaryPrimitives.WriteUInt64LittleEndian(zip64.AsSpan(64), (ulong)bytes.Length - 22);
        BinaryPrimitives.WriteUInt32LittleEndian(zip64.AsSpan(72), 1);
        end[4..8].Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(end[8..], 0x00010001);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], 0);
        File.WriteAllBytes(path, [.. bytes[..^22], .. zip64, .. end]);
        Assert.Contains("damaged", Assert.Throws<ImportException>(() => Open(path, Small)).English);
    }

    [Fact]
    public void Too_many_files_in_a_folder_are_refused()
    {
        for (var n = 0; n < 21; n++)
        {
            _folder.Write($"{n}", "");
        }

        Assert.Contains("more than 20 files", Assert.Throws<ImportException>(() => Open(_folder.Source, Small)).English);
    }

    [Fact]
    public void What_swells_beyond_its_bounds_is_refused_while_it_is_unpacked()
    {
        var swelling = new string('0', 1 << 19);
        Assert.Contains(
            "grows too large",
            Assert.Throws<ImportException>(() => Open(_folder.Zip("1.zip", ("a", swelling)), Small)).English
        );
        Assert.Contains(
            "grows too large",
            Assert
                .Throws<ImportException>(() => Open(_folder.Zip("2.zip", ("a", swelling)), Small with { Ratio = 10_000, Bytes = 1 << 18 }))
                .English
        );
        Assert.Single(Open(_folder.Zip("3.zip", ("a", new string('0', 60_000))), Small).Files);

        _folder.Write("big", new byte[2 << 20]);
        Assert.Contains("grows too large", Assert.Throws<ImportException>(() => Open(_folder.Source, Small)).English);
        Assert.InRange(
            Directory.GetFiles(_folder.Beside("temp"), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length),
            0,
            1 << 20
        );
    }

    [Fact]
    public void A_zip_in_a_zip_is_a_file_like_any_other()
    {
        var inner = File.ReadAllBytes(_folder.Zip("inner.zip", ("../evil", "1")));
        _folder.Write("inner.zip", inner);
        Assert.Equal(inner.Length, Assert.Single(Open(_folder.Zipped()).Files).Length);
    }

    [Fact]
    public void A_zip_that_lies_about_sizes_or_bytes_is_refused()
    {
        var good = File.ReadAllBytes(_folder.Zip(("a.txt", new string('x', 1000))));
        var directory = good.AsSpan().IndexOf("PK\u0001\u0002"u8);
        foreach (var (at, value) in ((int, uint)[])[(24, 5), (24, 5_000_000), (16, 1)])
        {
            var bytes = good.ToArray();
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(directory + at), value);
            var path = _folder.Beside("lie.zip");
            File.WriteAllBytes(path, bytes);
            Assert.Throws<ImportException>(() => Open(path));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(-30)]
    [InlineData(-10)]
    public void A_damaged_zip_is_refused_with_a_sentence(int cut)
    {
        var good = File.ReadAllBytes(_folder.Zip(("a.txt", new string('x', 1000))));
        var path = _folder.Beside("cut.zip");
        File.WriteAllBytes(
            path,
            cut == 0 ? [.. "PK\u0003\u0004"u8]
                : cut > 0 ? good[..cut]
                : good[..^-cut]
        );
        Assert.Contains("damaged", Assert.Throws<ImportException>(() => Open(path)).English);
    }

    [Fact]
    public void An_entry_with_a_password_is_refused()
    {
        var path = _folder.Zip(("a.txt", "x"));
        var bytes = File.ReadAllBytes(path);
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("password", Assert.Throws<ImportException>(() => Open(path)).English);
    }

    [Theory]
    [InlineData("a.txt", "A.TXT")]
    [InlineData("a.txt", "a.txt")]
    [InlineData("đề/a", "ĐỀ/A")]
    [InlineData("a", "a/b")]
    [InlineData("a\\b", "a/b")]
    public void Names_that_clash_are_refused(string first, string second) =>
        Assert.Contains(
            "the same but for letter case",
            Assert.Throws<ImportException>(() => Open(_folder.Zip(("z", ""), (first, "1"), (second, "2")))).English
        );

    [Fact]
    public void Names_that_clash_once_brought_to_one_Unicode_form_are_refused() =>
        Names_that_clash_are_refused("hòa".Normalize(NormalizationForm.FormD), "hòa".Normalize(NormalizationForm.FormC));

    [Fact]
    public void Folders_that_differ_in_letter_case_are_known_and_refused_for_formats_that_do_not_fold()
    {
        var zip = _folder.Zip(("Test1/a.in", ""), ("test1/b.in", ""));
        Assert.Equal(("Test1", "test1"), Open(zip).Twins);
    }

    [Fact]
    public void Names_not_marked_as_Unicode_are_read_as_UTF8_or_else_as_DOS_had_them()
    {
        var path = _folder.Zip(("xy.in", "1"));
        foreach (var (raw, name) in ((byte[], string)[])[([0xC3, 0xA0], "à.in"), ([0x85, 0x41], "àA.in")])
        {
            var bytes = File.ReadAllBytes(path);
            foreach (var at in (int[])[30, bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 46])
            {
                raw.CopyTo(bytes, at);
            }

            File.WriteAllBytes(_folder.Beside("names.zip"), bytes);
            Assert.Equal(name, Assert.Single(Open(_folder.Beside("names.zip")).Files).Path);
        }

        Assert.Equal(
            "Bài é.in",
            Assert.Single(Open(_folder.Zip("marked.zip", ("Bài é.in".Normalize(NormalizationForm.FormD), ""))).Files).Path
        );
    }

    [Fact]
    public void One_folder_around_everything_is_stripped_and_junk_is_not_seen()
    {
        var tree = Open(_folder.Zip(("bai/a.in", ""), ("bai/x/a.out", ""), ("__MACOSX/bai/._a.in", ""), ("bai/.DS_Store", "")));
        Assert.Equal(("bai", "a.in x/a.out"), (tree.Top, string.Join(' ', tree.Files.Select(file => file.Path))));
        Assert.Null(Open(_folder.Zip("two.zip", ("a/1", ""), ("b/1", ""))).Top);
    }

    [Fact]
    public void Files_and_folders_are_found_in_any_letter_case()
    {
        var tree = Open(_folder.Zip(("x/A/1.in", ""), ("x/a/2.in", ""), ("x/b/c/3.in", ""), ("4.in", "")));
        Assert.Equal("A b", string.Join(' ', tree.Folders("X")));
        Assert.Equal("x", Assert.Single(tree.Folders("")));
        Assert.Equal(["1.in", "2.in"], tree.In("X/a").Select(file => file.Name));
        Assert.Equal(3, tree.Below("x").Count());
        Assert.Equal("x/b/c/3.in", tree.Find("X/B/C/3.IN")!.Path);
        Assert.Empty(tree.In("y"));
        Assert.Empty(tree.Folders("x/b/c"));
    }

    [Fact]
    public void Many_folders_are_searched_in_time_that_grows_with_their_number()
    {
        ThreadCpu.GrowsNearlyLinearly(
            1_500,
            folders =>
            {
                var zip = _folder.Zip($"{folders}.zip", [.. Enumerable.Range(0, folders).Select(n => ($"{n % 100}/{n}/x.txt", ""))]);
                var tree = Open(zip);
                return () => Assert.False(ImportThemis.Importer.Recognises(tree));
            }
        );
    }

    [Theory]
    [InlineData("source.rar")]
    [InlineData("source.zip")]
    [InlineData("source.7z")]
    public void What_is_no_zip_is_refused_with_what_to_do(string name)
    {
        File.WriteAllText(_folder.Beside(name), "Rar!");
        Assert.Contains("unpack it", Assert.Throws<ImportException>(() => Open(_folder.Beside(name))).English);
    }

    [Fact]
    public void Text_is_read_as_Unicode_and_nothing_is_guessed()
    {
        Assert.Equal("Đề\nhai", ImportFile.TextOf([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Đề\r\nhai")]));
        Assert.Equal("Đề", ImportFile.TextOf([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Đề")]));
        Assert.Equal("Đề", ImportFile.TextOf([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("Đề")]));
        Assert.Null(ImportFile.TextOf([0xA7, 0xD2]));
        _folder.Write("de.txt", [0xA7, 0xD2]);
        Assert.Contains("TCVN3", Assert.Throws<ImportException>(() => Open(_folder.Source).Files[0].Text()).English);
    }

    private ImportTree Open(string path, ImportLimits? limits = null) =>
        ImportArchive.Open(
            path,
            Path.Combine(_folder.Beside("temp"), Path.GetFileName(path), Guid.NewGuid().ToString("n")),
            limits ?? ImportLimits.Usual,
            TestContext.Current.CancellationToken
        );
}
