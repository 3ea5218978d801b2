using System.Text;
using Judge.Nodes.Store;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Queue;
using Judge.Tests.Problems.Package;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Nodes.Store;

public sealed class PackageCacheTests : IDisposable
{
    private readonly FakeTimeProvider _clock = TestClock.New();
    private readonly PackageFolder _package = new();
    private readonly string _root = Directory.CreateTempSubdirectory("contest-cache-").FullName;
    private readonly IndexInMemory _index = new();
    private readonly PackageShelf _shelf;
    private readonly ScriptedDesk _desk;
    private int _pieces;

    public PackageCacheTests()
    {
        _shelf = new PackageShelf(new ProblemLibrary([_package.Parent], _clock, NullLogger<ProblemLibrary>.Instance), _clock);
        _desk = new ScriptedDesk { Shelf = _shelf, Spoil = Counted };
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _package.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task A_package_is_fetched_once_and_is_the_same_problem()
    {
        var original = ProblemPackage.Load(_package.Path);
        var cache = Cache();
        var hash = await HashAsync();
        using (var first = await cache.OpenAsync("tong", hash, Ct))
        {
            Assert.Equal(original.Version, first.Problem.Version);
            Assert.Equal("11", await File.ReadAllTextAsync(first.Problem.Tests[^1].AnswerPath, Ct));
            Assert.StartsWith(_root, first.Problem.Folder);
        }

        var pieces = _pieces;
        using var again = await cache.OpenAsync("tong", hash, Ct);
        Assert.Equal((pieces, "tong"), (_pieces, Assert.Single(cache.Warm)));
    }

    [Fact]
    public async Task Many_who_want_a_package_at_once_fetch_it_once()
    {
        var cache = Cache();
        var hash = await HashAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => cache.OpenAsync("tong", hash, Ct))));
        Assert.Single(opened.Select(one => one.Problem).Distinct());
        Array.ForEach(opened, one => one.Dispose());
        Assert.True(_pieces <= 10, $"{_pieces} pieces");
    }

    [Fact]
    public async Task A_file_larger_than_a_piece_comes_whole()
    {
        _package.Write("data/secret/1.in", new string('7', (2 * PackageShelf.PieceBytes) + 5));
        using var opened = await Cache().OpenAsync("tong", await HashAsync(), Ct);
        Assert.Equal((2 * PackageShelf.PieceBytes) + 5, new FileInfo(opened.Problem.Tests[^1].InputPath).Length);
    }

    [Fact]
    public async Task A_later_run_finds_what_was_fetched()
    {
        var hash = await HashAsync();
        (await Cache().OpenAsync("tong", hash, Ct)).Dispose();
        var pieces = _pieces;
        (await Cache().OpenAsync("tong", hash, Ct)).Dispose();
        Assert.Equal(pieces, _pieces);
    }

    [Theory]
    [InlineData("other")]
    [InlineData("missing")]
    [InlineData("more")]
    [InlineData("link")]
    [InlineData("list")]
    public async Task A_damaged_package_is_fetched_again(string damage)
    {
        var hash = await HashAsync();
        (await Cache().OpenAsync("tong", hash, Ct)).Dispose();
        var kept = Path.Combine(_root, hash, "tong", "data", "secret", "1.ans");
        switch (damage)
        {
            case "other":
                await File.WriteAllTextAsync(kept, "12", Ct);
                break;
            case "missing":
                File.Delete(kept);
                break;
            case "more":
                await File.WriteAllTextAsync(kept + ".more", "", Ct);
                break;
            case "link":
                File.Delete(kept);
                File.CreateSymbolicLink(kept, Path.Combine(_package.Path, "data", "secret", "1.ans"));
                break;
            default:
                await File.WriteAllTextAsync(Path.Combine(_root, hash, "list"), "", Ct);
                break;
        }

        using var opened = await Cache().OpenAsync("tong", hash, Ct);
        Assert.Equal("11", await File.ReadAllTextAsync(kept, Ct));
        Assert.Null(new FileInfo(kept).LinkTarget);
        Assert.False(File.Exists(kept + ".more"));
    }

    [Fact]
    public async Task What_is_not_as_its_hash_says_is_never_kept()
    {
        var hash = await HashAsync();
        _desk.Spoil = (request, piece) =>
            request.Hash == hash ? piece : piece with { Bytes = piece.Bytes.ToArray().Select(b => (byte)(b ^ 1)).ToArray() };
        await Assert.ThrowsAsync<InvalidDataException>(() => Cache().OpenAsync("tong", hash, Ct));
        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    public async Task Sizes_that_lie_are_refused(int length, int bytes)
    {
        var hash = await HashAsync();
        _desk.Spoil = (request, piece) =>
            request.Hash == hash
                ? piece
                : new Piece(piece.Length + length, bytes < 0 ? ReadOnlyMemory<byte>.Empty : new byte[piece.Bytes.Length + bytes]);
        await Assert.ThrowsAsync<InvalidDataException>(() => Cache().OpenAsync("tong", hash, Ct));
        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Theory]
    [InlineData("tong/../../escaped")]
    [InlineData("/etc/escaped")]
    [InlineData("tong/data//x")]
    [InlineData("other/problem.yaml")]
    [InlineData("tong/a\\b")]
    [InlineData("tong/")]
    public async Task A_list_with_a_path_that_leads_elsewhere_is_refused(string path)
    {
        var list = Encoding.UTF8.GetBytes($"{new string('a', 64)} 1 {path}\n");
        var hash = PackageList.HashOf(list);
        var fetched = 0;
        _desk.Spoil = (request, _) =>
        {
            fetched += request.Hash == hash ? 0 : 1;
            return new Piece(list.Length, list.AsMemory((int)request.Offset));
        };
        await Assert.ThrowsAsync<InvalidDataException>(() => Cache().OpenAsync("tong", hash, Ct));
        Assert.Equal((0, 0), (fetched, Directory.GetFileSystemEntries(_root).Length));
    }

    [Theory]
    [InlineData("../tong", null)]
    [InlineData("tong", "")]
    [InlineData("tong", "../../../../etc/passwd")]
    public async Task What_is_no_name_or_no_hash_is_never_asked_for(string problem, string? hash)
    {
        await Assert.ThrowsAsync<PackageException>(async () => await Cache().OpenAsync(problem, hash ?? await HashAsync(), Ct));
        Assert.Equal(0, _pieces);
    }

    [Fact]
    public async Task A_state_that_the_arena_has_no_more_is_told()
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => Cache().OpenAsync("tong", new string('a', 64), Ct));
        Assert.Contains("no more", failure.Message);
    }

    [Fact]
    public async Task What_was_not_used_for_longest_goes_and_never_what_is_in_use()
    {
        var size = Directory.GetFiles(_package.Path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        var cache = Cache((2 * size) + (size / 2));
        var hashes = new List<string>();
        for (var state = 0; state < 4; state++)
        {
            _package.Write("data/secret/1.ans", $"1{state}");
            _clock.Advance(TimeSpan.FromSeconds(2));
            hashes.Add(await HashAsync());
            (await cache.OpenAsync("tong", hashes[state], Ct)).Dispose();
            if (state == 1)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                (await cache.OpenAsync("tong", hashes[0], Ct)).Dispose();
            }
            else if (state == 2)
            {
                Assert.Equal([hashes[0], hashes[2]], Kept());
            }
        }

        Assert.Equal([hashes[2], hashes[3]], Kept());
        using var one = await cache.OpenAsync("tong", hashes[2], Ct);
        using var two = await cache.OpenAsync("tong", hashes[3], Ct);
        _package.Write("data/secret/1.ans", "15");
        _clock.Advance(TimeSpan.FromSeconds(2));
        var more = await HashAsync();
        var full = await Assert.ThrowsAsync<PackageException>(() => cache.OpenAsync("tong", more, Ct));
        Assert.Contains("do not fit", full.Message);
        Assert.Equal([hashes[2], hashes[3]], Kept());

        IEnumerable<string> Kept() => hashes.Where(hash => Directory.Exists(Path.Combine(_root, hash)));
    }

    [Fact]
    public async Task What_was_half_fetched_or_is_not_in_the_index_goes_at_the_next_start()
    {
        var hash = await HashAsync();
        (await Cache().OpenAsync("tong", hash, Ct)).Dispose();
        Directory.CreateDirectory(Path.Combine(_root, new string('b', 64) + ".new"));
        Directory.CreateDirectory(Path.Combine(_root, new string('c', 64)));
        (await Cache().OpenAsync("tong", hash, Ct)).Dispose();
        Assert.Equal([Path.Combine(_root, hash)], Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public async Task Without_its_index_it_fetches_again_and_goes_on()
    {
        var hash = await HashAsync();
        _index.Fails = true;
        (await Cache().OpenAsync("tong", hash, Ct)).Dispose();
        var pieces = _pieces;
        (await Cache().OpenAsync("tong", hash, Ct)).Dispose();
        Assert.Equal(2 * pieces, _pieces);
    }

    [Fact]
    public async Task Where_a_package_cannot_be_written_the_unused_ones_go_and_it_is_a_failure_that_passes()
    {
        var cache = Cache();
        var before = await HashAsync();
        (await cache.OpenAsync("tong", before, Ct)).Dispose();
        _package.Write("data/secret/1.ans", "12 changed");
        _clock.Advance(TimeSpan.FromSeconds(2));
        var after = await HashAsync();
        var inTheWay = Path.Combine(_root, after + ".new");
        await File.WriteAllTextAsync(inTheWay, "", Ct);
        await Assert.ThrowsAnyAsync<IOException>(() => cache.OpenAsync("tong", after, Ct));
        Assert.Equal([inTheWay], Directory.GetFileSystemEntries(_root));

        File.Delete(inTheWay);
        (await cache.OpenAsync("tong", after, Ct)).Dispose();
        Assert.Equal([Path.Combine(_root, after)], Directory.GetFileSystemEntries(_root));
    }

    private PackageCache Cache(long budget = 1 << 30) =>
        new(new PackageFetcher(_desk, "node", _clock), _index, _root, budget, _clock, NullLogger<PackageCache>.Instance);

    private Task<string> HashAsync() => _shelf.HashOfAsync("tong", Ct);

    private Piece Counted(PieceRequest request, Piece piece)
    {
        Interlocked.Increment(ref _pieces);
        return piece;
    }
}
