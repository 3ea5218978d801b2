using Judge.Worker.Trial;
using Npgsql;

namespace Judge.Tests.Worker.Trial;

[Trait("Needs", "PostgreSQL")]
public sealed class ScratchPostgresTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_confirmed_before_a_crash_is_there_after_it()
    {
        await using var server = await ScratchPostgres.StartAsync(Ct);
        await using var database = NpgsqlDataSource.Create(await server.NewDatabaseAsync(Ct) + ";Pooling=false");
        await using (var write = database.CreateCommand("CREATE TABLE kept AS SELECT 7 AS number"))
        {
            await write.ExecuteNonQueryAsync(Ct);
        }

        await server.CrashAsync();
        await server.StartAgainAsync(Ct);
        await using var read = database.CreateCommand("SELECT number FROM kept");
        Assert.Equal(7, await read.ExecuteScalarAsync(Ct));
    }
}
