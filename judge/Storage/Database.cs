using System.Data.Common;

namespace Judge.Storage;

/// <summary>
/// The one database, SQLite or PostgreSQL, behind the same plain SQL. Reads run side by side; on SQLite one writer at a
/// time, so that no request stalls on a busy database.
/// </summary>
public abstract class Database
{
    /// <summary>Runs a read on a connection of its own.</summary>
    public abstract Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken ct);

    /// <summary>Runs a write in a transaction that is committed when the function returns and undone when it throws.</summary>
    public abstract Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken ct);

    /// <summary>Applies numbered scripts (<c>0001_name.sql</c>) that were not applied yet, under a lock.</summary>
    /// <param name="part">Whose scripts they are, such as <c>judge</c> or <c>arena</c>.</param>
    public abstract Task MigrateAsync(string part, IReadOnlyList<(string Name, string Sql)> scripts, CancellationToken ct);
}
