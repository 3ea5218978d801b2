using System.Data.Common;
using Dapper;
using Judge.Storage;

namespace ArenaWeb.Accounts;

/// <summary>How much guessing a secret bears.</summary>
/// <param name="MostByStrangers">Tries within 24 h by all devices on which the account was never signed in.</param>
/// <param name="KnowsDevices">False: every device is a stranger's, because pupils share them.</param>
internal sealed record Allowance(int MostByStrangers, bool KnowsDevices)
{
    /// <summary>Enough for a class that mistypes, and one in ten thousand of all PINs.</summary>
    public static Allowance OfPin { get; } = new(100, true);
}

/// <summary>
/// Slows guessing down, per account and device, so that nobody can have another person paused from his own device. A try is counted
/// before it is checked and forgotten when it was right, so that a thousand tries at once are counted like a thousand in a row.
/// Browsers without a device's cookie share one stricter line an account.
/// Cookies cost nothing, so all devices on which the account was never signed in share the tries of an <see cref="Allowance"/> within 24 h
/// from the first one. Whoever has endless cookies gets no more: 100 guesses a day, or 200 in any 24 h across two such days, of a
/// million PINs. When they are used up, devices that the account knows go on, and a supervisor lets others in.
/// </summary>
internal sealed class Throttle(Database database, TimeProvider time)
{
    private const int FreeTries = 5;
    private const int FreeTriesWithoutCookie = 3;

    /// <summary>In place of a device: all that the account does not know.</summary>
    private const string Strangers = "*";

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestPauseWithoutCookie = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>What follows so many failures in a row: nothing up to four, then 30 s, 1 min, 2, 4, 8 and at most 15 min.</summary>
    /// <param name="hasCookie">False: nothing up to two, and at most an hour.</param>
    public static TimeSpan Pause(int failures, bool hasCookie = true)
    {
        var (free, longest) = hasCookie ? (FreeTries, LongestPause) : (FreeTriesWithoutCookie, LongestPauseWithoutCookie);
        if (failures < free)
        {
            return TimeSpan.Zero;
        }
        var pause = FirstPause * Math.Pow(2, Math.Min(failures - free, 10));
        return pause < longest ? pause : longest;
    }

    /// <summary>Counts one try.</summary>
    /// <param name="device">Empty: the browser has no cookie.</param>
    /// <param name="isVouchedFor">A supervisor lets this device in, whatever strangers have tried.</param>
    /// <returns>How long this device still pauses; null: the try may be checked.</returns>
    public Task<TimeSpan?> EnterAsync(string account, string device, bool isVouchedFor, CancellationToken ct) =>
        EnterAsync(account, device, isVouchedFor, Allowance.OfPin, ct);

    /// <inheritdoc cref="EnterAsync(string, string, bool, CancellationToken)"/>
    public Task<TimeSpan?> EnterAsync(string account, string device, bool isVouchedFor, Allowance allowance, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "delete from sign_in_tries where locked_until < @before",
                    new { before = now - Milliseconds(Day) },
                    transaction
                );
                var isKnown = isVouchedFor || (allowance.KnowsDevices && await IsKnownAsync(connection, transaction, account, device));
                var most = allowance.MostByStrangers;
                if (!isKnown && await UsedUpAsync(connection, transaction, account, most, now) is { } closed)
                {
                    return closed; // before a row is written, so that endless cookies fill no table
                }
                return await CountAsync(connection, transaction, account, device, now)
                    ?? (isKnown ? null : await CountStrangerAsync(connection, transaction, account, most, now));
            },
            ct
        );
    }

    /// <summary>The try was right: the account knows the device from now on. What strangers tried before stays counted.</summary>
    public Task RightAsync(string account, string device, CancellationToken ct) => RightAsync(account, device, Allowance.OfPin, ct);

    /// <inheritdoc cref="RightAsync(string, string, CancellationToken)"/>
    public Task RightAsync(string account, string device, Allowance allowance, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                if (!allowance.KnowsDevices || !await IsKnownAsync(connection, transaction, account, device))
                {
                    await connection.ExecuteAsync(
                        """
                        update sign_in_tries set failures = failures - 1
                        where account = @account and device = @Strangers and failures > 0
                        """,
                        new { account, Strangers },
                        transaction
                    );
                }
                await connection.ExecuteAsync(
                    "delete from sign_in_tries where account = @account and device = @device",
                    new { account, device },
                    transaction
                );
                if (device.Length > 0 && allowance.KnowsDevices)
                {
                    await connection.ExecuteAsync(
                        "insert into known_devices (account, device, at) values (@account, @device, @at) on conflict do nothing",
                        new
                        {
                            account,
                            device,
                            at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                        },
                        transaction
                    );
                }
                return 0;
            },
            ct
        );

    /// <summary>A supervisor lifts all pauses, or the account has a new secret.</summary>
    public Task ForgetAsync(string account, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync("delete from sign_in_tries where account = @account", new { account }, transaction),
            ct
        );

    /// <summary>Accounts among these that pause somewhere now.</summary>
    /// <param name="prefix">What their names begin with.</param>
    public Task<IReadOnlyList<string>> PausedAsync(string prefix, Allowance allowance, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async connection =>
                [
                    .. await connection.QueryAsync<string>(
                        """
                        select distinct account from sign_in_tries where substr(account, 1, @length) = @prefix and locked_until > @now
                        and (device <> @Strangers or failures >= @MostByStrangers)
                        """,
                        new
                        {
                            prefix,
                            length = prefix.Length,
                            now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                            Strangers,
                            allowance.MostByStrangers,
                        }
                    ),
                ],
            ct
        );

    private static async Task<bool> IsKnownAsync(DbConnection connection, DbTransaction transaction, string account, string device) =>
        device.Length > 0
        && await connection.ExecuteScalarAsync<long>(
            "select count(*) from known_devices where account = @account and device = @device",
            new { account, device },
            transaction
        ) > 0;

    private static async Task<TimeSpan?> UsedUpAsync(
        DbConnection connection,
        DbTransaction transaction,
        string account,
        int most,
        long now
    ) =>
        await connection.ExecuteScalarAsync<long?>(
            """
            select locked_until from sign_in_tries
            where account = @account and device = @Strangers and failures >= @most and locked_until > @now
            """,
            new
            {
                account,
                Strangers,
                most,
                now,
            },
            transaction
        )
            is { } until
            ? TimeSpan.FromMilliseconds(until - now)
            : null;

    /// <summary>In this row <c>locked_until</c> is the end of the day that the first try began.</summary>
    private static async Task<TimeSpan?> CountStrangerAsync(
        DbConnection connection,
        DbTransaction transaction,
        string account,
        int most,
        long now
    )
    {
        // From here to the end of the transaction the row is locked.
        var (failures, until) = await connection.QuerySingleAsync<(long, long)>(
            """
            insert into sign_in_tries (account, device, failures, locked_until) values (@account, @Strangers, 1, @end)
            on conflict (account, device) do update set
              failures = case when sign_in_tries.locked_until <= @now then 1 else sign_in_tries.failures + 1 end,
              locked_until = case when sign_in_tries.locked_until <= @now then @end else sign_in_tries.locked_until end
            returning failures, locked_until
            """,
            new
            {
                account,
                Strangers,
                now,
                end = now + Milliseconds(Day),
            },
            transaction
        );
        return failures > most ? TimeSpan.FromMilliseconds(until - now) : null;
    }

    private static async Task<TimeSpan?> CountAsync(
        DbConnection connection,
        DbTransaction transaction,
        string account,
        string device,
        long now
    )
    {
        // A try during the pause is refused and not counted.
        var (failures, until) = await connection.QuerySingleAsync<(long, long)>(
            """
            insert into sign_in_tries (account, device, failures, locked_until) values (@account, @device, 1, @now)
            on conflict (account, device) do update set failures = sign_in_tries.failures
              + case when sign_in_tries.locked_until > @now then 0 else 1 end
            returning failures, locked_until
            """,
            new
            {
                account,
                device,
                now,
            },
            transaction
        );
        if (until > now)
        {
            return TimeSpan.FromMilliseconds(until - now);
        }
        await connection.ExecuteAsync(
            "update sign_in_tries set locked_until = @until where account = @account and device = @device",
            new
            {
                account,
                device,
                until = now + Milliseconds(Pause((int)failures, device.Length > 0)),
            },
            transaction
        );
        return null;
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;
}
