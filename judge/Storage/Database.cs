using System.Data.Common;

namespace Judge.Storage;

/// <summary>
/// The one database, SQLite or PostgreSQL, behind the same plain SQL. Reads run side by side; on SQLite one writer at a
/// time, so that no request stalls on a busy database.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary>Runs a read on a connection of its own, whose commands end with the token.</summary>
    public abstract Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken ct);

    /// <summary>
    /// Runs a write in a transaction that is committed when the function returns and undone when it throws. After a
    /// deadlock the function is run again, so it may change nothing but the database. The commands end with the token, the commit does not.
    /// </summary>
    public abstract Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken ct);

    /// <summary>Applies numbered scripts (<c>0001_name.sql</c>) that were not applied yet, under a lock.</summary>
    /// <param name="part">Whose scripts they are, such as <c>judge</c> or <c>arena</c>.</param>
    /// <param name="scripts">
    /// In a script, <c>{identity}</c> is the type of a key that numbers itself. One named <c>….postgres.sql</c> is for PostgreSQL only.
    /// </param>
    /// <exception cref="InvalidOperationException">A script was changed after it had been applied.</exception>
    public Task MigrateAsync(string part, IReadOnlyList<(string Name, string Sql)> scripts, CancellationToken ct) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                await LockSchemaAsync(connection, transaction);
                return await Migrations.ApplyAsync(connection, transaction, part, [.. scripts.Where(IsForThis)], IdentityType);
            },
            ct
        );

    public abstract ValueTask DisposeAsync();

    internal Signals Signals { get; } = new();

    /// <summary>
    /// Whether what was to be written is at fault: it is refused now and always. A full disk or a broken connection is not that.
    /// </summary>
    internal abstract bool Refuses(DbException failure);

    private protected abstract string IdentityType { get; }

    private protected abstract bool IsForThis((string Name, string Sql) script);

    private protected abstract Task LockSchemaAsync(DbConnection connection, DbTransaction transaction);

    /// <summary>Notifies all processes when the transaction is committed, and nothing when it is not.</summary>
    internal abstract Task NotifyAsync(DbConnection connection, DbTransaction transaction, string channel, string text);

    /// <summary>Listens to what any process says on a channel of <see cref="Storage.Signals.All"/>.</summary>
    internal virtual IDisposable Listen(string channel, Action<string> heard) => Signals.Listen(channel, heard);
}
