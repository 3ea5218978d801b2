using Judge.Storage;
using Support;

namespace Judge.Tests.Storage;

[Trait("Needs", "PostgreSQL")]
public sealed class SharedFolderTests(PostgresFixture server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contest-shared-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_arena_with_another_data_folder_than_the_others_does_not_start()
    {
        var (theirs, other) = (Folder("theirs"), Folder("other"));
        await using var database = new PostgresDatabase(await server.NewDatabaseAsync());
        await database.MigrateAsync("judge", Migrations.OfJudge(), Ct);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SharedFolder.CheckAsync(database, theirs, Ct)));
        await SharedFolder.CheckAsync(database, theirs, Ct);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => SharedFolder.CheckAsync(database, other, Ct));
        Assert.Contains(other, refusal.Message, StringComparison.Ordinal);
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
}
