namespace Support;

/// <summary>One PostgreSQL server a test run, started when the first test asks for a database.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(PostgresServer.StartAsync);

    /// <summary>How to connect to a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync() => await (await _server.Value).NewDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
