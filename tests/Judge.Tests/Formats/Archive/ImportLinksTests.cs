using System.IO.Compression;
using System.Text;
using Judge.Formats.Archive;
using Judge.Formats.Draft;

namespace Judge.Tests.Formats.Archive;

/// <summary>Links of zips and folders: what stays inside is followed, everything else refused.</summary>
public sealed class ImportLinksTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a=/etc/passwd")]
    [InlineData("a=../x")]
    [InlineData("d/a=../../x")]
    [InlineData("a=missing")]
    [InlineData("a=a")]
    [InlineData("a=b b=c c=a")]
    [InlineData("d/a=.")]
    [InlineData("d/a=../d")]
    [InlineData("d/a=..")]
    [InlineData("a=d\\x")]
    public void A_link_in_a_zip_that_leads_out_to_nothing_or_in_a_ring_is_refused(string links) =>
        Assert.Contains("is a link", Assert.Throws<ImportException>(() => Open(Linked(links))).English);

    [Theory]
    [InlineData("d/a=../x", "d/a")]
    [InlineData("a=d/y", "a")]
    [InlineData("a=b b=c c=./x", "a b c")]
    [InlineData("e=d", "e/y")]
    [InlineData("e/f=../d g=e/f/y", "refused")]
    [InlineData("e=d f=e", "e/y f/y")]
    public void A_link_in_a_zip_that_stays_inside_is_followed(string links, string added)
    {
        if (added == "refused")
        {
            Assert.Contains("is a link", Assert.Throws<ImportException>(() => Open(Linked(links))).English);
            return;
        }

        var tree = Open(Linked(links));
        Assert.Equal([.. added.Split(' ').Concat(["d/y", "x"]).Order(StringComparer.Ordinal)], tree.Files.Select(file => file.Path));
        Assert.All(tree.Files, file => Assert.Contains(File.ReadAllText(file.FullPath), (string[])["1", "2"]));
    }

    /// <summary>A zip of <c>x</c>, <c>d/y</c> and links, each written as <c>path=target</c>.</summary>
    private string Linked(string links)
    {
        var path = _folder.Zip("link.zip", ("x", "1"), ("d/y", "2"));
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        foreach (var link in links.Split(' '))
        {
            var entry = zip.CreateEntry(link.Split('=')[0]);
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(link.Split('=')[1]));
        }

        return path;
    }

    [Fact]
    public void Links_of_folders_cannot_swell_a_zip()
    {
        var links = string.Join(' ', Enumerable.Range(0, 50).Select(n => $"l{n}=d"));
        Assert.Equal(52, Open(Linked(links)).Files.Count);
        File.Delete(_folder.Beside("link.zip"));
        Assert.Throws<ImportException>(() => Open(Linked(links), ImportLimits.Usual with { Entries = 80 }));
    }

    [Fact]
    public void A_folder_that_is_a_link_inside_the_source_is_followed()
    {
        _folder.Write("d/y", "2");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Source, "e"), "d");
        Assert.Equal(["d/y", "e/y"], Open(_folder.Source).Files.Select(file => file.Path));
    }

    [Fact]
    public void In_a_folder_only_links_to_what_is_inside_it_are_followed()
    {
        _folder.Write("a.txt", "1");
        File.CreateSymbolicLink(Path.Combine(_folder.Source, "b.txt"), "a.txt");
        Assert.Equal(["a.txt 1", "b.txt 1"], Open(_folder.Source).Files.Select(file => $"{file.Path} {file.Length}"));

        foreach (var target in (string[])["/etc/hostname", "../outside.txt", "missing", ".", "c"])
        {
            File.WriteAllText(_folder.Beside("outside.txt"), "");
            var link = Path.Combine(_folder.Source, "c");
            File.CreateSymbolicLink(link, target);
            Assert.Contains("is a link", Assert.Throws<ImportException>(() => Open(_folder.Source)).English);
            File.Delete(link);
        }
    }

    [Fact]
    public void A_link_that_leaves_the_folder_through_another_link_is_never_read()
    {
        File.WriteAllText(_folder.Beside("secret"), "outside");
        _folder.Write("a/b/secret", "inside").Write("a/b/c/x", "").Write("p/y", "");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Source, "a/b/c/up"), "../../../p");
        // By its letters a/b/secret; the system goes to p first, and from there two folders up.
        File.CreateSymbolicLink(Path.Combine(_folder.Source, "d"), "a/b/c/up/../../secret");
        Assert.Equal("outside", File.ReadAllText(Path.Combine(_folder.Source, "d")));
        Assert.Equal("inside", File.ReadAllText(Open(_folder.Source).Find("d")!.FullPath));
    }

    private ImportTree Open(string path, ImportLimits? limits = null) =>
        ImportArchive.Open(
            path,
            _folder.Beside("unpacked" + Guid.NewGuid()),
            limits ?? ImportLimits.Usual,
            TestContext.Current.CancellationToken
        );
}
