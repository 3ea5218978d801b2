using System.Globalization;
using Judge.Contests;

namespace ArenaWeb.Accounts.Classes;

/// <summary>The door of a class: the code shows who is in it, the own secret lets a pupil in. Both bear little guessing.</summary>
internal sealed class ClassDoor(SchoolClasses classes, ClassSecrets secrets, People people, DeviceCodes codes, Throttle throttle)
{
    /// <summary>Where a pupil types the code.</summary>
    public const string Path = "/lop";

    /// <summary>Longest text that is two words.</summary>
    public const int LongestTyped = 60;

    /// <summary>Of the whole site: whoever uses it up on a day with 50 open doors finds one of them once in eight days.</summary>
    private static readonly Allowance OfCode = new(500, true);

    /// <summary>One in 26 of all pairs of pictures; then the pupil's teacher lifts the pause.</summary>
    private static readonly Allowance OfSecret = new(10, false);

    /// <summary>Of all codes: a wrong one is nobody's.</summary>
    private const string Codes = "class-code";

    private const string Prefix = "class|";

    public static string AccountOf(EntrantId entrant) => FormattableString.Invariant($"{Prefix}{entrant.Value}");

    /// <summary>What is no code is not counted.</summary>
    /// <param name="device">Of the browser; empty: it has none.</param>
    public async Task<SignIn<SchoolClass>> KnockAsync(string? typed, string device, CancellationToken ct)
    {
        if (ClassCode.Read(typed) is not { } code)
        {
            return SignIn<SchoolClass>.Wrong;
        }
        if (await throttle.EnterAsync(Codes, device, false, OfCode, ct) is { } pause)
        {
            return SignIn<SchoolClass>.Paused(pause);
        }
        if (await classes.FindOpenAsync(code, ct) is not { } found)
        {
            return SignIn<SchoolClass>.Wrong;
        }
        await throttle.RightAsync(Codes, device, OfCode, ct);
        return SignIn<SchoolClass>.Right(found);
    }

    /// <summary>By number in the class.</summary>
    public async Task<IReadOnlyList<ClassMate>> MatesAsync(SchoolClass one, CancellationToken ct) =>
        ShortNames.Of(await people.OfClassAsync(one.Contest, one.School, one.Name, ct));

    /// <param name="typedCode">A supervisor's code; null: none was asked for.</param>
    public async Task<SignIn<Person>> EnterAsync(Person pupil, ClassSecret shown, string device, string? typedCode, CancellationToken ct)
    {
        var account = AccountOf(pupil.Entrant);
        var isVouchedFor = await codes.FitsAsync(pupil.Entrant, typedCode, ct);
        if (await throttle.EnterAsync(account, device, isVouchedFor, OfSecret, ct) is { } pause)
        {
            return SignIn<Person>.Paused(pause);
        }
        if (!await secrets.FitsAsync(pupil.Entrant, shown, ct))
        {
            return SignIn<Person>.Wrong;
        }
        await throttle.RightAsync(account, device, OfSecret, ct);
        return SignIn<Person>.Right(pupil) with { IsVouchedFor = isVouchedFor };
    }

    /// <summary>Numbers of pupils, of any class, who pause at some device now.</summary>
    public async Task<IReadOnlySet<long>> PausedAsync(CancellationToken ct) =>
        (await throttle.PausedAsync(Prefix, OfSecret, ct))
            .Select(account => long.Parse(account[Prefix.Length..], CultureInfo.InvariantCulture))
            .ToHashSet();

    /// <summary>Codes are not taken from new PCs any more today.</summary>
    public async Task<bool> AreCodesPausedAsync(CancellationToken ct) => (await throttle.PausedAsync(Codes, OfCode, ct)).Count > 0;

    /// <summary>A supervisor lets a pupil try again at once.</summary>
    public Task LiftAsync(EntrantId entrant, CancellationToken ct) => throttle.ForgetAsync(AccountOf(entrant), ct);

    /// <summary>Codes are taken again.</summary>
    public Task LiftCodesAsync(CancellationToken ct) => throttle.ForgetAsync(Codes, ct);
}
