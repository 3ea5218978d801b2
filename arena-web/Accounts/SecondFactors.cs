using System.Security.Cryptography;
using Dapper;
using Judge.Storage;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using QRCoder;

namespace ArenaWeb.Accounts;

/// <summary>Whether organisers and heads of juries must have a second factor.</summary>
internal sealed record SecondFactorDemand(bool IsOn)
{
    public bool Concerns(IEnumerable<Grant> grants) =>
        IsOn && grants.Any(grant => grant.Role is StaffRole.Organiser or StaffRole.HeadJuror or StaffRole.Administrator);
}

/// <summary>A second factor that was begun: what the phone needs.</summary>
/// <param name="Secret">In base 32, to be typed where no picture can be taken.</param>
/// <param name="Svg">A picture that phones read.</param>
internal sealed record Enrolment(string Secret, string Svg);

/// <summary>
/// Codes from a phone (RFC 6238: six digits, a new one every 30 s), beside the password. The one before and the one after count too, for
/// clocks that are wrong; none counts twice. Recovery codes stand in for a lost phone, each once.
/// </summary>
internal sealed class SecondFactors(Database database, IDataProtectionProvider protection, Pins pins, Throttle throttle, TimeProvider time)
{
    public const int RecoveryCodes = 10;
    private const int SecretBytes = 20;
    private static readonly VerificationWindow OneStep = new(previous: 1, future: 1);
    private readonly IDataProtector _protector = protection.CreateProtector("second-factor");
    private readonly ShortMemory<string, bool> _on = new(time);

    /// <summary>It is set up and asked for at the door.</summary>
    public Task<bool> IsOnAsync(string login, CancellationToken ct) =>
        _on.GetAsync(login, async _ => await FindAsync(login, ct) is { ConfirmedAt: not null });

    /// <summary>Begins anew, unless one is on; it counts once a code was right.</summary>
    /// <param name="site">What the phone calls it.</param>
    public async Task<Enrolment> BeginAsync(string login, string site, CancellationToken ct)
    {
        var secret = await FindAsync(login, ct) is { ConfirmedAt: null } begun
            ? Unprotect(begun)
            : RandomNumberGenerator.GetBytes(SecretBytes);
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    insert into second_factors (login, secret, confirmed_at, last_step) values (@login, @secret, null, 0)
                    on conflict (login) do nothing
                    """,
                    new { login, secret = _protector.Protect(Convert.ToBase64String(secret)) },
                    transaction
                ),
            ct
        );
        var uri = new OtpUri(OtpType.Totp, secret, login, site).ToString();
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return new(
            Base32Encoding.ToString(secret),
            picture.GetGraphic(4, "#000", "#fff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute)
        );
    }

    /// <summary>The first right code turns it on.</summary>
    /// <returns>Recovery codes, told once; empty: the code was not right, or it was on.</returns>
    public async Task<IReadOnlyList<string>> ConfirmAsync(string login, string device, string? typed, CancellationToken ct)
    {
        if (
            await FindAsync(login, ct) is not { ConfirmedAt: null } begun
            || await throttle.EnterAsync(Account(login), device, false, ct) is not null
        )
        {
            return [];
        }
        if (StepOf(begun, typed) is not { } step || !await TakeStepAsync(login, step, ct))
        {
            return [];
        }
        await throttle.RightAsync(Account(login), device, ct);
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Password.Fresh()).ToList();
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("delete from recovery_codes where login = @login", new { login }, transaction);
                await connection.ExecuteAsync(
                    "insert into recovery_codes (login, code_hash) values (@login, @hash)",
                    codes.Select(code => new { login, hash = HashOf(login, code) }),
                    transaction
                );
                return await connection.ExecuteAsync(
                    "update second_factors set confirmed_at = @now where login = @login",
                    new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), login },
                    transaction
                );
            },
            ct
        );
        _on.Forget();
        return codes;
    }

    /// <summary>Checks a code of the phone or a recovery code, and uses it up.</summary>
    /// <returns>Right: the login. Neither right nor paused: the code is wrong or was used.</returns>
    public async Task<SignIn<string>> CheckAsync(string login, string device, string? typed, CancellationToken ct)
    {
        if (await FindAsync(login, ct) is not { ConfirmedAt: not null } factor)
        {
            return SignIn<string>.Wrong;
        }
        if (await throttle.EnterAsync(Account(login), device, isVouchedFor: false, ct) is { } pause)
        {
            return SignIn<string>.Paused(pause);
        }
        var isRight = StepOf(factor, typed) is { } step
            ? await TakeStepAsync(login, step, ct)
            : await TakeRecoveryCodeAsync(login, typed, ct);
        if (!isRight)
        {
            return SignIn<string>.Wrong;
        }
        await throttle.RightAsync(Account(login), device, ct);
        return SignIn<string>.Right(login);
    }

    /// <summary>The phone is lost: the password alone opens the account until it is set up again.</summary>
    public async Task RemoveAsync(string login, CancellationToken ct)
    {
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("delete from recovery_codes where login = @login", new { login }, transaction);
                return await connection.ExecuteAsync("delete from second_factors where login = @login", new { login }, transaction);
            },
            ct
        );
        await throttle.ForgetAsync(Account(login), ct);
        _on.Forget();
    }

    /// <summary>Of 30 s since 1970; null: the code is of none that counts now.</summary>
    private long? StepOf(Row factor, string? typed)
    {
        var digits = Words.TypedText.Digits(typed ?? "");
        return new Totp(Unprotect(factor)).VerifyTotp(time.GetUtcNow().UtcDateTime, digits, out var step, OneStep) ? step : null;
    }

    /// <returns>False: this step or a later one was taken before.</returns>
    private async Task<bool> TakeStepAsync(string login, long step, CancellationToken ct) =>
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "update second_factors set last_step = @step where login = @login and last_step < @step",
                    new { step, login },
                    transaction
                ),
            ct
        ) == 1;

    private async Task<bool> TakeRecoveryCodeAsync(string login, string? typed, CancellationToken ct)
    {
        var code = new string([.. (typed ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(Password.Length + 1)]);
        return await database.WriteAsync(
                (connection, transaction) =>
                    connection.ExecuteAsync(
                        "delete from recovery_codes where login = @login and code_hash = @hash",
                        new { login, hash = HashOf(login, code) },
                        transaction
                    ),
                ct
            ) == 1;
    }

    private byte[] Unprotect(Row factor) => Convert.FromBase64String(_protector.Unprotect(factor.Secret));

    private string HashOf(string login, string code) => pins.Hash($"recovery|{login}|{code}");

    private static string Account(string login) => $"code|{login}";

    private Task<Row?> FindAsync(string login, CancellationToken ct) =>
        database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    "select secret as Secret, confirmed_at as ConfirmedAt from second_factors where login = @login",
                    new { login }
                ),
            ct
        );

    private sealed class Row
    {
        public string Secret { get; init; } = "";
        public long? ConfirmedAt { get; init; }
    }
}
