using System.Text;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Queue;
using Judge.Tests.Problems.Package;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Queue;

public sealed class PackageShelfTests : IDisposable
{
    private readonly FakeTimeProvider _clock = TestClock.New();
    private readonly PackageFolder _package = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _package.Dispose();

    [Fact]
    public async Task The_hash_of_a_package_leads_to_its_list_and_that_to_its_files()
    {
        var shelf = Shelf();
        var list = await ListAsync(shelf);
        Assert.Equal(
            [
                "data/sample/1.ans",
                "data/sample/1.in",
                "data/secret/1.ans",
                "data/secret/1.in",
                "problem.yaml",
                "statement/problem.en.md",
                "statement/problem.vi.md",
            ],
            list.Files.Select(file => file.Path)
        );
        foreach (var file in list.Files)
        {
            var piece = (await shelf.ReadAsync(file.Hash, 0, Ct))!.Value;
            Assert.Equal((file.Size, file.Hash), (piece.Length, PackageList.HashOf(piece.Bytes.Span)));
        }
    }

    [Fact]
    public async Task What_no_judging_needs_is_not_listed_and_links_are_not_followed()
    {
        _package.Write("submissions/accepted/a.pas", "begin end.");
        _package.Write("generators/gen.py", "print()");
        File.CreateSymbolicLink(Path.Combine(_package.Path, "secret.key"), "/etc/hostname");
        Directory.CreateSymbolicLink(Path.Combine(_package.Path, "more"), "/etc");
        Directory.CreateSymbolicLink(Path.Combine(_package.Path, "statement", "more"), "/etc");
        Assert.Equal(7, (await ListAsync(Shelf())).Files.Count);
    }

    [Fact]
    public async Task A_changed_package_has_another_hash_and_an_unchanged_one_is_not_read_again()
    {
        var shelf = Shelf();
        var before = await shelf.HashOfAsync("tong", Ct);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(before, await shelf.HashOfAsync("tong", Ct));
        _package.Write("data/secret/1.ans", "12 changed");
        _clock.Advance(TimeSpan.FromSeconds(2));
        var after = await shelf.HashOfAsync("tong", Ct);
        Assert.NotEqual(before, after);
        Assert.Null(await shelf.ReadAsync(before, 0, Ct));
    }

    [Fact]
    public async Task Every_arena_gives_the_same_hash_and_serves_what_another_has_told()
    {
        var hash = await Shelf().HashOfAsync("tong", Ct);
        Assert.NotNull(await Shelf().ReadAsync(hash, 0, Ct));
        Assert.Equal(hash, await Shelf().HashOfAsync("tong", Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("problem.yaml")]
    [InlineData("../tong/problem.yaml")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task What_was_not_listed_is_not_served(string hash) => Assert.Null(await Shelf().ReadAsync(hash, 0, Ct));

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(1 << 20)]
    [InlineData(long.MaxValue)]
    public async Task An_offset_beyond_the_ends_gives_nothing_that_is_not_in_the_file(long offset)
    {
        var shelf = Shelf();
        var file = (await ListAsync(shelf)).Files[0];
        foreach (var hash in new[] { file.Hash, await shelf.HashOfAsync("tong", Ct) })
        {
            var piece = (await shelf.ReadAsync(hash, offset, Ct))!.Value;
            Assert.True(piece.Bytes.Length <= piece.Length);
        }
    }

    [Fact]
    public async Task A_package_that_is_not_there_or_is_wrong_has_no_hash_and_hides_no_other()
    {
        var shelf = Shelf();
        await Assert.ThrowsAsync<PackageException>(() => shelf.HashOfAsync("hieu", Ct));
        var hash = await shelf.HashOfAsync("tong", Ct);
        Directory.CreateDirectory(Path.Combine(_package.Parent, "a"));
        await File.WriteAllTextAsync(Path.Combine(_package.Parent, "a", "problem.yaml"), "name: [", Ct);
        await Assert.ThrowsAsync<PackageException>(() => Shelf().HashOfAsync("a", Ct));
        Assert.NotNull(await Shelf().ReadAsync(hash, 0, Ct));
    }

    [Fact]
    public void A_list_gives_itself_again()
    {
        ListedFile[] files = [new("b/ệ x.in", 3, new string('b', 64)), new("a", long.MaxValue, new string('a', 64))];
        var bytes = PackageList.Write("tong", files);
        Assert.Equal([files[1], files[0]], PackageList.Read("tong", bytes).Files);
        Assert.Equal(bytes, PackageList.Write("tong", PackageList.Read("tong", bytes).Files));
    }

    [Theory]
    [InlineData("x 1 tong/a\n")]
    [InlineData("A 1 tong/a")]
    [InlineData("A -1 tong/a\n")]
    [InlineData("A  tong/a\n")]
    [InlineData("A 1 tong/a\nA 2 tong/a\n")]
    [InlineData("A 1 tong/a\nA 2 tong/a/b\n")]
    [InlineData("A 1 tong/a/b\nA 2 tong/a\n")]
    [InlineData("A 1 tong/.\n")]
    [InlineData("A 1 tong/..\n")]
    [InlineData("A 1 tong/a/../../b\n")]
    [InlineData("A 1 tong/\u0001\n")]
    [InlineData("A 1 tong\n")]
    [InlineData("A 99999999999999999999 tong/a\n")]
    [InlineData("\n")]
    public void What_is_no_list_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() =>
            PackageList.Read("tong", Encoding.UTF8.GetBytes(text.Replace("A ", new string('a', 64) + ' ', StringComparison.Ordinal)))
        );

    private PackageShelf Shelf() => new(new ProblemLibrary([_package.Parent], _clock, NullLogger<ProblemLibrary>.Instance), _clock);

    private static async Task<PackageList> ListAsync(PackageShelf shelf)
    {
        var hash = await shelf.HashOfAsync("tong", Ct);
        var piece = (await shelf.ReadAsync(hash, 0, Ct))!.Value;
        var list = PackageList.Read("tong", piece.Bytes.Span);
        Assert.Equal((hash, piece.Length), (list.Hash, piece.Bytes.Length));
        return list;
    }
}
