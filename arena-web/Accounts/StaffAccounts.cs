using Dapper;
using Judge.Storage;
using Microsoft.AspNetCore.Identity;

namespace ArenaWeb.Accounts;

/// <summary>A grown-up with an account.</summary>
/// <param name="Role"><see cref="Roles.Juror"/> or <see cref="Roles.Organiser"/>: the gate that the person's grants open.</param>
internal sealed record StaffMember(long Id, string Login, string DisplayName, string Role)
{
    /// <summary>Null: the account is open.</summary>
    public DateTimeOffset? DisabledAt { get; init; }
}

/// <summary>Accounts of grown-ups; what each may do, <see cref="Grants"/> say.</summary>
internal sealed class StaffAccounts(Database database, Throttle throttle, Grants grants, TimeProvider time)
{
    private const int LongestTyped = 200;

    private const string Insert = """
        insert into staff (login, display_name, password_hash, created_at)
        values (@login, @displayName, @hash, @now) on conflict (login) do nothing
        """;

    private const string Columns =
        "id as Id, login as Login, display_name as DisplayName, password_hash as PasswordHash, disabled_at as DisabledAt";

    private static readonly PasswordHasher<string> Hasher = new();
    private static readonly Lazy<string> NobodysHash = new(() => Hasher.HashPassword("", "nobody's"));

    /// <summary>A check costs about 0.1 s of a core: one at a time, so that a flood of tries leaves the others to the contest.</summary>
    private static readonly SemaphoreSlim OneCheck = new(1);

    /// <param name="gate">The coarse role, which stands for its usual grants on the whole site.</param>
    /// <returns>False: the name is taken.</returns>
    public Task<bool> AddAsync(string login, string displayName, string gate, string password, CancellationToken ct) =>
        AddAsync(login, displayName, [.. Grants.Usual(gate).Select(role => (role, Scope.Site))], password, "arena", ct);

    /// <param name="by">Login of whoever adds the account, or a word for the program itself.</param>
    /// <returns>False: the name is taken, and nothing was stored.</returns>
    public async Task<bool> AddAsync(
        string typedLogin,
        string displayName,
        IReadOnlyList<(StaffRole Role, Scope Scope)> roles,
        string password,
        string by,
        CancellationToken ct
    )
    {
        var (login, hash) = (Fold(typedLogin), Hasher.HashPassword("", password));
        var values = new
        {
            login,
            displayName,
            hash,
            now = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        return await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await connection.ExecuteAsync(Insert, values, transaction) == 0)
                {
                    return false;
                }
                var granted = roles.Select(one => grants.Values(login, one.Role, one.Scope, by));
                await connection.ExecuteAsync(Grants.Insert, granted, transaction);
                return true;
            },
            ct
        );
    }

    public Task<bool> AnyAsync(CancellationToken ct) =>
        database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>("select count(*) from staff") > 0, ct);

    /// <summary>Checks a name, in any letter case, and a password, as it is.</summary>
    public async Task<SignIn<StaffMember>> SignInAsync(string? typedLogin, string? password, string device, CancellationToken ct)
    {
        var login = Fold(typedLogin);
        if (login.Length is 0 or > LongestTyped || login.Any(char.IsControl) || password is not { Length: > 0 and <= LongestTyped })
        {
            return SignIn<StaffMember>.Wrong;
        }
        var account = Account(login);
        if (await throttle.EnterAsync(account, device, isVouchedFor: false, ct) is { } pause)
        {
            return SignIn<StaffMember>.Paused(pause);
        }
        var row = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    $"select {Columns} from staff where login = @login and disabled_at is null",
                    new { login }
                ),
            ct
        );
        // A name that nobody bears costs the same time as one that somebody does.
        if (!await FitsAsync(row?.PasswordHash ?? NobodysHash.Value, password, ct) || row is null)
        {
            return SignIn<StaffMember>.Wrong;
        }
        await throttle.RightAsync(account, device, ct);
        return SignIn<StaffMember>.Right(row.ToMember(await grants.OfAsync(login, ct)));
    }

    /// <summary>By login.</summary>
    public async Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken ct)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>($"select {Columns} from staff order by login"), ct);
        var granted = (await grants.ListAsync(ct)).ToLookup(grant => grant.Login);
        return [.. rows.Select(row => row.ToMember(granted[row.Login]))];
    }

    /// <summary>Null: nobody has this number.</summary>
    public async Task<StaffMember?> FindAsync(long id, CancellationToken ct) => (await ListAsync(ct)).SingleOrDefault(one => one.Id == id);

    /// <summary>Closes an account or opens it again; what it did stays.</summary>
    public Task DisableAsync(long id, bool disabled, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "update staff set disabled_at = @at where id = @id",
                    new { at = disabled ? time.GetUtcNow().ToUnixTimeMilliseconds() : (long?)null, id },
                    transaction
                ),
            ct
        );

    /// <summary>Gives a new password and lifts pauses.</summary>
    public async Task SetPasswordAsync(string login, string password, CancellationToken ct)
    {
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "update staff set password_hash = @hash where login = @login",
                    new { hash = Hasher.HashPassword("", password), login },
                    transaction
                ),
            ct
        );
        await throttle.ForgetAsync(Account(login), ct);
    }

    private static string Account(string login) => $"staff|{login}";

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

    public static string Fold(string? login) => (login ?? "").Trim().Normalize().ToLowerInvariant();

    private sealed class Row
    {
        public long Id { get; init; }
        public string Login { get; init; } = "";
        public string DisplayName { get; init; } = "";
        public string PasswordHash { get; init; } = "";
        public long? DisabledAt { get; init; }

        public StaffMember ToMember(IEnumerable<Grant> granted) =>
            new(Id, Login, DisplayName, Grants.Gate(granted))
            {
                DisabledAt = DisabledAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            };
    }
}
