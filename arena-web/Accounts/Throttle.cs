using Dapper;
using Judge.Storage;

namespace ArenaWeb.Accounts;

/// <summary>
/// Slows guessing down, per account. A try is counted before it is checked and forgotten when it was right, so that a thousand
/// tries at once are counted like a thousand in a row.
/// </summary>
internal sealed class Throttle(Database database, TimeProvider time)
{
    private const int FreeTries = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>What follows so many failures in a row: nothing up to four, then 30 s, 1 min, 2, 4, 8 and at most 15 min.</summary>
    public static TimeSpan Pause(int failures)
    {
        if (failures < FreeTries)
        {
            return TimeSpan.Zero;
        }
        var pause = FirstPause * Math.Pow(2, Math.Min(failures - FreeTries, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>Counts one try.</summary>
    /// <returns>How long the account still pauses; null: the try may be checked.</returns>
    public Task<TimeSpan?> EnterAsync(string account, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.WriteAsync<TimeSpan?>(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "delete from sign_in_throttle where locked_until < @before",
                    new { before = now - (long)Remembered.TotalMilliseconds },
                    transaction
                );
                // From here to the end of the transaction the row is locked. A try during the pause is refused and not counted.
                var (failures, until) = await connection.QuerySingleAsync<(long, long)>(
                    """
                    insert into sign_in_throttle (account, failures, locked_until) values (@account, 1, @now)
                    on conflict (account) do update set failures = sign_in_throttle.failures
                      + case when sign_in_throttle.locked_until > @now then 0 else 1 end
                    returning failures, locked_until
                    """,
                    new { account, now },
                    transaction
                );
                if (until > now)
                {
                    return TimeSpan.FromMilliseconds(until - now);
                }
                await connection.ExecuteAsync(
                    "update sign_in_throttle set locked_until = @until where account = @account",
                    new { account, until = now + (long)Pause((int)failures).TotalMilliseconds },
                    transaction
                );
                return null;
            },
            ct
        );
    }

    /// <summary>The last try was right, or the account has a new secret.</summary>
    public Task ForgetAsync(string account, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync("delete from sign_in_throttle where account = @account", new { account }, transaction),
            ct
        );
}
