using System.Text;
using Judge.Storage;

namespace Judge.Tests.Storage;

public sealed class FileBlobsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contest-blobs-").FullName;
    private readonly FileBlobs _blobs;

    public FileBlobsTests() => _blobs = new FileBlobs(_folder);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_put_comes_back_under_its_hash()
    {
        var hash = await _blobs.PutAsync("abc"u8.ToArray(), Ct);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash);
        Assert.Equal("abc", Encoding.UTF8.GetString(await _blobs.GetAsync(hash, Ct)));
    }

    [Fact]
    public async Task The_same_content_from_many_at_once_is_one_file_and_no_rest()
    {
        var hashes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _blobs.PutAsync("same"u8.ToArray(), Ct), Ct)));
        Assert.Single(hashes.Distinct());
        Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Damaged_content_is_not_handed_out()
    {
        var hash = await _blobs.PutAsync("whole"u8.ToArray(), Ct);
        await File.WriteAllTextAsync(Path.Combine(_folder, hash[..2], hash), "broken", Ct);
        await Assert.ThrowsAsync<InvalidDataException>(() => _blobs.GetAsync(hash, Ct));
    }

    [Fact]
    public async Task Unknown_content_is_a_missing_file() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => _blobs.GetAsync(new string('a', 64), Ct));

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    public async Task A_name_that_is_no_hash_is_refused(string hash) =>
        await Assert.ThrowsAsync<ArgumentException>(() => _blobs.GetAsync(hash, Ct));
}
