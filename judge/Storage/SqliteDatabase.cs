using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Judge.Storage;

/// <summary>
/// One file in the data folder. The write-ahead log lets reads go on beside the one writer; every commit is on the disk
/// before it is told (synchronous=FULL).
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly List<(string Channel, string Text)> _toSay = [];
    private SqliteConnection? _writing;

    /// <param name="path">The file; it is created when missing.</param>
    public SqliteDatabase(string path) =>
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 10,
            Pooling = true,
        }.ToString();

    /// <summary>https://www.sqlite.org/rescode.html: error, too big, constraint, mismatch, range.</summary>
    internal override bool Refuses(DbException failure) => failure is SqliteException { SqliteErrorCode: 1 or 18 or 19 or 20 or 25 };

    private protected override string IdentityType => "integer PRIMARY KEY AUTOINCREMENT";

    private protected override bool IsForThis((string Name, string Sql) script) =>
        !script.Name.EndsWith(".postgres.sql", StringComparison.Ordinal);

    public override async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(ct);
        using var cancellable = new CancellableConnection(connection, ct);
        return await read(cancellable);
    }

    public override async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken ct)
    {
        await _writer.WaitAsync(ct);
        (string Channel, string Text)[] said;
        T result;
        try
        {
            _toSay.Clear();
            _writing ??= await OpenWriterAsync(ct);
            await using var transaction = await _writing.BeginTransactionAsync(ct);
            using var cancellable = new CancellableConnection(_writing, ct);
            result = await write(cancellable, transaction);
            await transaction.CommitAsync(CancellationToken.None);
            said = [.. _toSay];
        }
        finally
        {
            _writer.Release();
        }

        foreach (var (channel, text) in said)
        {
            Signals.Notify(channel, text);
        }

        return result;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_writing is { } writing)
        {
            _writing = null;
            await writing.DisposeAsync();
        }

        using var pooled = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    /// <summary>The transaction of a writer holds the whole file already.</summary>
    private protected override Task LockSchemaAsync(DbConnection connection, DbTransaction transaction) => Task.CompletedTask;

    internal override Task NotifyAsync(DbConnection connection, DbTransaction transaction, string channel, string text)
    {
        _toSay.Add((channel, text));
        return Task.CompletedTask;
    }

    private async Task<SqliteConnection> OpenWriterAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(ct);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        return connection;
    }
}
