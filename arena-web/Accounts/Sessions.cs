using System.Security.Claims;
using System.Security.Cryptography;
using Dapper;
using Judge.Storage;
using Microsoft.AspNetCore.Authentication;

namespace ArenaWeb.Accounts;

/// <summary>One browser that somebody is signed in with.</summary>
/// <param name="Browser">Such as <c>Firefox, Windows</c>; empty: not known.</param>
internal sealed record Session(string Id, string Device, string Browser, DateTimeOffset Began, DateTimeOffset Seen);

/// <summary>
/// Sessions as rows, so that they can be listed and ended. The cookie holds the row's number, encrypted; each request asks whether the
/// row is there, which is kept for 2 s.
/// </summary>
internal sealed class Sessions(Database database, Devices devices, Departures departures, TimeProvider time)
{
    /// <summary>Of a session that nobody uses.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private const string IdClaim = "session";

    /// <summary>Whoever sat beside somebody whose session is gone sits there no more.</summary>
    private const string EndPairs =
        "update seat_pairs set ended_at = @now where ended_at is null and session_id not in (select id from sessions)";

    /// <summary>How exactly the last use is kept.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(10);

    private readonly ShortMemory<string, bool> _open = new(time);

    /// <summary>Empty: the cookie is of an earlier version, or nobody is signed in.</summary>
    public static string IdOf(ClaimsPrincipal who) => who.FindFirstValue(IdClaim) ?? "";

    public static ClaimsPrincipal With(ClaimsPrincipal who, string id)
    {
        ((ClaimsIdentity)who.Identity!).AddClaim(new Claim(IdClaim, id));
        return who;
    }

    /// <summary>Signs somebody in with this browser; whoever was signed in there is so no more.</summary>
    /// <param name="isOnly">All other sessions of the same person end.</param>
    public async Task BeginAsync(HttpContext http, ClaimsPrincipal who, bool isOnly)
    {
        var visitor = Visitor.Of(who)!;
        if (isOnly)
        {
            await EndAllAsync(visitor, "", CancellationToken.None);
        }
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var now = Now;
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "delete from sessions where id = @before or (account = @Account and seen_at < @old)",
                    new
                    {
                        visitor.Account,
                        before = IdOf(http.User),
                        old = now - Milliseconds(Length + Grain),
                    },
                    transaction
                );
                await connection.ExecuteAsync(EndPairs, new { now }, transaction);
                return await connection.ExecuteAsync(
                    """
                    insert into sessions (id, account, device, browser, began_at, seen_at)
                    values (@id, @Account, @device, @browser, @now, @now)
                    """,
                    new
                    {
                        id,
                        visitor.Account,
                        device = devices.Of(http),
                        browser = BrowserName.Of(http.Request.Headers.UserAgent.ToString()),
                        now,
                    },
                    transaction
                );
            },
            CancellationToken.None
        );
        _open.Forget();
        await http.SignInAsync(With(who, id));
    }

    public Task<bool> IsOpenAsync(string id, CancellationToken ct) => _open.GetAsync(id, _ => LookAsync(id, ct));

    /// <summary>Those that still count, the latest first.</summary>
    public Task<IReadOnlyList<Session>> ListAsync(string account, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Session>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<Row>(
                            """
                            select id as Id, device as Device, browser as Browser, began_at as BeganAt, seen_at as SeenAt from sessions
                            where account = @account and seen_at > @old order by began_at desc
                            """,
                            new { account, old = Now - Milliseconds(Length + Grain) }
                        )
                    ).Select(row => row.ToSession()),
                ],
            ct
        );

    /// <summary>An empty number is nobody's.</summary>
    public async Task EndAsync(string id, CancellationToken ct)
    {
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("delete from sessions where id = @id", new { id }, transaction);
                return await connection.ExecuteAsync(EndPairs, new { now = Now }, transaction);
            },
            ct
        );
        _open.Forget();
    }

    /// <summary>Ends all sessions of a person, here at once and in other arenas within 2 s.</summary>
    /// <param name="but">Number of the one that goes on; empty: none.</param>
    public async Task EndAllAsync(Visitor who, string but, CancellationToken ct)
    {
        var ended = await database.WriteAsync(
            async (connection, transaction) =>
            {
                var count = await connection.ExecuteAsync(
                    "delete from sessions where account = @Account and id <> @but",
                    new { who.Account, but },
                    transaction
                );
                await connection.ExecuteAsync(EndPairs, new { now = Now }, transaction);
                return count;
            },
            ct
        );
        _open.Forget();
        if (ended > 0)
        {
            departures.Tell(who);
        }
    }

    private async Task<bool> LookAsync(string id, CancellationToken ct)
    {
        var now = Now;
        var seen = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long?>("select seen_at from sessions where id = @id", new { id }),
            ct
        );
        if (seen < now - Milliseconds(Grain))
        {
            await database.WriteAsync(
                (connection, transaction) =>
                    connection.ExecuteAsync("update sessions set seen_at = @now where id = @id", new { now, id }, transaction),
                ct
            );
        }
        return seen > now - Milliseconds(Length + Grain);
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Device { get; init; } = "";
        public string Browser { get; init; } = "";
        public long BeganAt { get; init; }
        public long SeenAt { get; init; }

        public Session ToSession() =>
            new(Id, Device, Browser, DateTimeOffset.FromUnixTimeMilliseconds(BeganAt), DateTimeOffset.FromUnixTimeMilliseconds(SeenAt));
    }
}

/// <summary>What a person would call a browser, from what it says of itself; no more of that is kept.</summary>
internal static class BrowserName
{
    /// <summary>In this order: later ones claim to be earlier ones as well.</summary>
    private static readonly string[] Browsers = ["Edg", "OPR", "CocCoc", "Firefox", "Chrome", "Safari"];

    private static readonly string[] Systems = ["Android", "iPhone", "iPad", "Windows", "Macintosh", "CrOS", "Linux"];

    public static string Of(string userAgent) =>
        string.Join(
            ", ",
            new[] { Browsers, Systems }
                .Select(names => names.FirstOrDefault(name => userAgent.Contains(name, StringComparison.Ordinal)))
                .OfType<string>()
        );
}
