using Judge.Cluster;
using Judge.Drafts;
using Judge.Lite;
using Judge.Storage;
using Judge.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Storage;
using Support;

namespace Judge.Tests.Cluster;

public sealed class GrainStorageInLiteDbTests : GrainStorageContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contest-live-").FullName;
    private LiteFile _file = null!;

    private protected override Task<IGrainStorage> OpenAsync()
    {
        _file = new LiteFile(Path.Combine(_folder, "live.db"), TestClock.New(), NullLogger<LiteFile>.Instance);
        return Task.FromResult<IGrainStorage>(new LiteGrainStorage(_file));
    }

    private protected override async ValueTask CloseAsync()
    {
        await _file.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

public sealed class GrainStorageOnSqliteTests() : GrainStorageInDatabase(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class GrainStorageOnPostgresTests(PostgresFixture server) : GrainStorageInDatabase(new OnPostgres(server));

public abstract class GrainStorageInDatabase(DatabaseKind kind) : GrainStorageContract
{
    private Database _database = null!;

    private protected override async Task<IGrainStorage> OpenAsync()
    {
        _database = kind.Open(await kind.NewAsync());
        await _database.MigrateAsync("judge", Migrations.OfJudge(), CancellationToken.None);
        return new SqlGrainStorage(_database);
    }

    private protected override ValueTask CloseAsync() => _database.DisposeAsync();
}

/// <summary>What whoever keeps states of grains may rely on, wherever they are kept.</summary>
public abstract class GrainStorageContract : IAsyncLifetime
{
    private const string Kind = "draft";

    private static readonly GrainId Grain = GrainId.Create(Kind, "entrant-7/BAI1");

    private IGrainStorage _storage = null!;

    public async ValueTask InitializeAsync() => _storage = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<IGrainStorage> OpenAsync();

    private protected abstract ValueTask CloseAsync();

    [Fact]
    public async Task What_is_unknown_is_empty()
    {
        var state = await ReadAsync();
        Assert.Equal((false, null), (state.RecordExists, state.ETag));
        Assert.Null(state.State!.Newest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("begin end.")]
    [InlineData("{ Tổng hai số }\r\n\u0000\u001a\uFFFD 😀 \"<&")]
    public async Task What_was_written_is_read(string text)
    {
        var written = await WriteAsync(new(), text);
        var read = await ReadAsync();
        Assert.Equal((text, true, written.ETag), (read.State!.Newest!.Text, read.RecordExists, read.ETag));
    }

    [Fact]
    public async Task A_large_state_is_read_as_it_was_written()
    {
        var text = string.Concat(Enumerable.Range(0, IDraftGrain.MostBytes / 4).Select(i => (char)('à' + i % 90)));
        await WriteAsync(new(), text);
        Assert.Equal(text, (await ReadAsync()).State!.Newest!.Text);
    }

    [Fact]
    public async Task A_write_over_what_was_not_read_is_refused()
    {
        var first = await WriteAsync(new(), "first");
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(new(), "unread"));
        var second = await ReadAsync();
        await WriteAsync(first, "second");
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(second, "stale"));
        await Assert.ThrowsAsync<InconsistentStateException>(() => ClearAsync(second));
        Assert.Equal("second", (await ReadAsync()).State!.Newest!.Text);
    }

    [Fact]
    public async Task What_was_cleared_is_gone_and_an_old_tag_never_fits_again()
    {
        var state = await WriteAsync(new(), "first");
        var old = await ReadAsync();
        await ClearAsync(state);
        Assert.Equal((false, null), (state.RecordExists, state.ETag));
        Assert.False((await ReadAsync()).RecordExists);
        await ClearAsync(state);
        await WriteAsync(state, "second");
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(old, "stale"));
    }

    [Fact]
    public async Task Nobody_clears_what_was_not_read()
    {
        await WriteAsync(new(), "first");
        await Assert.ThrowsAsync<InconsistentStateException>(() => ClearAsync(new()));
    }

    [Fact]
    public async Task Of_many_writers_at_once_one_is_granted()
    {
        var granted = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => Record.ExceptionAsync(() => WriteAsync(new(), $"{i}")).AsTask()))
        );
        Assert.Single(granted, failure => failure is null);
        Assert.All(granted, failure => Assert.True(failure is null or InconsistentStateException));
    }

    [Fact]
    public async Task States_of_many_grains_at_once_are_kept_apart()
    {
        var grains = Enumerable.Range(0, 30).Select(i => GrainId.Create(Kind, $"entrant-{i}/A")).ToList();
        await Task.WhenAll(grains.Select(grain => Task.Run(() => WriteAsync(new(), grain.ToString(), grain))));
        foreach (var grain in grains)
        {
            var state = new GrainState<Draft>(new());
            await _storage.ReadStateAsync(Kind, grain, state);
            Assert.Equal(grain.ToString(), state.State!.Newest!.Text);
        }
    }

    private async Task<GrainState<Draft>> ReadAsync()
    {
        var state = new GrainState<Draft>(new());
        await _storage.ReadStateAsync(Kind, Grain, state);
        return state;
    }

    private async Task<GrainState<Draft>> WriteAsync(GrainState<Draft> state, string text, GrainId? grain = null)
    {
        state.State = new Draft { Newest = new DraftText("pascal", text, "page", 1) };
        await _storage.WriteStateAsync(Kind, grain ?? Grain, state);
        return state;
    }

    private Task ClearAsync(GrainState<Draft> state) => _storage.ClearStateAsync(Kind, Grain, state);
}
