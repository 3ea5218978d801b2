using Judge.Sandbox;
using Judge.Sandbox.Inputs;
using Microsoft.Win32.SafeHandles;

namespace Judge.Tests.Sandbox.Inputs;

public sealed class InputCacheTests : IDisposable
{
    private const int Large = 100_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("contest-inputs-").FullName;
    private readonly InputCache _cache = new(budgetBytes: 3 * Large);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _cache.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Contents_in_memory_stay_as_they_are()
    {
        var content = Content.OfBytes(new byte[] { 1 });
        Assert.Same(content, _cache.Take(content));
    }

    [Fact]
    public void A_small_file_is_kept_as_bytes_and_read_once()
    {
        var file = Write("a", 10, 'x');
        var taken = _cache.Take(file);
        Assert.Null(taken.Descriptor);
        Assert.Equal("xxxxxxxxxx", Read(taken));
        Assert.Same(taken, _cache.Take(file));
    }

    [Fact]
    public void A_large_file_is_read_once_and_opened_anew_for_each_use()
    {
        var file = Write("a", Large, 'x');
        using var one = _cache.Take(file).Descriptor!;
        using var other = _cache.Take(file).Descriptor!;
        Assert.StartsWith("/memfd:input", TargetOf(one), StringComparison.Ordinal);
        Assert.NotEqual(one.DangerousGetHandle(), other.DangerousGetHandle());
        Assert.Equal(Large, _cache.HeldBytes);
    }

    [Fact]
    public void What_is_kept_cannot_be_written_by_anybody()
    {
        using var kept = _cache.Take(Write("a", Large, 'x')).Descriptor!;
        using var again = new FileStream($"/proc/self/fd/{kept.DangerousGetHandle()}", FileMode.Open, FileAccess.ReadWrite);
        Assert.Throws<UnauthorizedAccessException>(() => RandomAccess.Write(again.SafeFileHandle, "y"u8, 0));
        Assert.ThrowsAny<Exception>(() => again.SetLength(0));
        Assert.ThrowsAny<Exception>(() => again.SetLength(Large + 1));
    }

    [Fact]
    public void A_file_that_changed_is_read_again()
    {
        Assert.Equal("xx", Read(_cache.Take(Write("a", 2, 'x'))));
        Assert.Equal("yyy", Read(_cache.Take(Write("a", 3, 'y'))));
    }

    [Fact]
    public void What_was_not_used_for_longest_goes_first_and_whoever_has_it_keeps_it()
    {
        Content[] files = [.. "abcd".Select(c => Write(c.ToString(), Large, c))];
        using var first = _cache.Take(files[0]).Descriptor!;
        string[] inodes = [.. files[..3].Select(InodeOf)];
        InodeOf(files[0]);
        InodeOf(files[3]);
        Assert.Equal(3 * Large, _cache.HeldBytes);
        Assert.Equal(inodes[0], InodeOf(files[0]));
        Assert.NotEqual(inodes[1], InodeOf(files[1]));
        var start = new byte[1];
        RandomAccess.Read(first, start, 0);
        Assert.Equal("a"u8.ToArray(), start);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    public void A_file_over_the_budget_is_opened_itself_if_others_may_read_it_only(UnixFileMode mode, bool opened)
    {
        var file = Write("a", 4 * Large, 'x');
        File.SetUnixFileMode(file.Path!, mode);
        var taken = _cache.Take(file);
        using var handle = taken.Descriptor;
        Assert.Equal(opened ? file.Path : null, handle is null ? null : TargetOf(handle));
        Assert.Equal((4 * Large, 0), (taken.Length, _cache.HeldBytes));
    }

    [Fact]
    public void A_file_that_is_missing_is_an_error_each_time_and_may_come_later()
    {
        Assert.Throws<FileNotFoundException>(() => _cache.Take(Content.OfFile(Path.Combine(_folder, "later"))));
        Assert.Equal("x", Read(_cache.Take(Write("later", 1, 'x'))));
    }

    [Fact]
    public async Task Many_at_once_get_what_they_asked_for_while_others_are_pushed_out()
    {
        Content[] files = [.. "abcdefgh".Select(c => Write(c.ToString(), Large, c))];
        await Parallel.ForAsync(
            0,
            2000,
            Token,
            async (i, _) =>
            {
                using var handle = _cache.Take(files[i % files.Length]).Descriptor!;
                var end = new byte[1];
                await RandomAccess.ReadAsync(handle, end, Large - 1, CancellationToken.None);
                Assert.Equal((byte)('a' + i % files.Length), end[0]);
            }
        );
        Assert.InRange(_cache.HeldBytes, 1, 3 * Large);
    }

    private static string Read(Content content)
    {
        using var reader = new StreamReader(content.OpenRead());
        return reader.ReadToEnd();
    }

    private static string TargetOf(SafeFileHandle handle) => new FileInfo($"/proc/self/fd/{handle.DangerousGetHandle()}").LinkTarget!;

    /// <summary>Tells memory files apart.</summary>
    private string InodeOf(Content file)
    {
        using var handle = _cache.Take(file).Descriptor!;
        return File.ReadLines($"/proc/self/fdinfo/{handle.DangerousGetHandle()}")
            .Single(l => l.StartsWith("ino:", StringComparison.Ordinal));
    }

    private Content Write(string name, int length, char letter)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, new string(letter, length));
        return Content.OfFile(path);
    }
}
