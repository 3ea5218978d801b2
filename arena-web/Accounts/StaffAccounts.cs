using Dapper;
using Judge.Storage;
using Microsoft.AspNetCore.Identity;

namespace ArenaWeb.Accounts;

/// <summary>A grown-up with an account.</summary>
/// <param name="Role"><see cref="Roles.Juror"/> or <see cref="Roles.Organiser"/>.</param>
internal sealed record StaffMember(long Id, string Login, string DisplayName, string Role);

/// <summary>Accounts of jurors and organisers.</summary>
internal sealed class StaffAccounts(Database database, Throttle throttle, TimeProvider time)
{
    private const int LongestTyped = 200;
    private static readonly PasswordHasher<string> Hasher = new();
    private static readonly Lazy<string> NobodysHash = new(() => Hasher.HashPassword("", "nobody's"));

    /// <summary>A check costs about 0.1 s of a core: one at a time, so that a flood of tries leaves the others to the contest.</summary>
    private static readonly SemaphoreSlim OneCheck = new(1);

    /// <returns>False: the name is taken.</returns>
    public async Task<bool> AddAsync(string login, string displayName, string role, string password, CancellationToken ct)
    {
        var added = await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    insert into staff (login, display_name, role, password_hash, created_at)
                    values (@login, @displayName, @role, @hash, @now) on conflict (login) do nothing
                    """,
                    new
                    {
                        login = Fold(login),
                        displayName,
                        role,
                        hash = Hasher.HashPassword("", password),
                        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    },
                    transaction
                ),
            ct
        );
        return added == 1;
    }

    public Task<bool> AnyAsync(CancellationToken ct) =>
        database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>("select count(*) from staff") > 0, ct);

    /// <summary>Checks a name, in any letter case, and a password, as it is.</summary>
    public async Task<SignIn<StaffMember>> SignInAsync(string? typedLogin, string? password, CancellationToken ct)
    {
        var login = Fold(typedLogin);
        if (login.Length is 0 or > LongestTyped || login.Any(char.IsControl) || password is not { Length: > 0 and <= LongestTyped })
        {
            return SignIn<StaffMember>.Wrong;
        }
        var account = $"staff|{login}";
        if (await throttle.EnterAsync(account, ct) is { } pause)
        {
            return SignIn<StaffMember>.Paused(pause);
        }
        var row = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    "select id as Id, login as Login, display_name as DisplayName, role as Role, password_hash as PasswordHash "
                        + "from staff where login = @login",
                    new { login }
                ),
            ct
        );
        // A name that nobody bears costs the same time as one that somebody does.
        if (!await FitsAsync(row?.PasswordHash ?? NobodysHash.Value, password, ct) || row is null)
        {
            return SignIn<StaffMember>.Wrong;
        }
        await throttle.ForgetAsync(account, ct);
        return SignIn<StaffMember>.Right(new StaffMember(row.Id, row.Login, row.DisplayName, row.Role));
    }

    private static async Task<bool> FitsAsync(string hash, string password, CancellationToken ct)
    {
        await OneCheck.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Hasher.VerifyHashedPassword("", hash, password), ct) != PasswordVerificationResult.Failed;
        }
        finally
        {
            OneCheck.Release();
        }
    }

    private static string Fold(string? login) => (login ?? "").Trim().Normalize().ToLowerInvariant();

    private sealed class Row
    {
        public long Id { get; init; }
        public string Login { get; init; } = "";
        public string DisplayName { get; init; } = "";
        public string Role { get; init; } = "";
        public string PasswordHash { get; init; } = "";
    }
}
