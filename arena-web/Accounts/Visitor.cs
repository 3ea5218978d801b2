using System.Globalization;
using System.Security.Claims;
using Judge.Contests;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ArenaWeb.Accounts;

internal static class Roles
{
    public const string Pupil = "pupil";
    public const string Juror = "juror";
    public const string Organiser = "organiser";
}

/// <summary>Names of the policies that pages ask for.</summary>
internal static class Policies
{
    public const string Pupil = "Pupil";

    /// <summary>Jurors and organisers.</summary>
    public const string Staff = "Staff";

    public const string Organiser = "Organiser";
}

/// <summary>Who is signed in, as the cookie says; it is encrypted and bound to no address.</summary>
internal abstract record Visitor(string Name, string Role)
{
    /// <summary>Names the person among all accounts, such as <c>pupil|7</c>.</summary>
    public abstract string Account { get; }

    private const string EntrantClaim = "entrant";
    private const string ContestClaim = "contest";
    private const string SbdClaim = "sbd";
    private const string LoginClaim = "login";
    private const string DoorClaim = "door";
    private const string PartnerClaim = "partner";

    /// <summary>Null: nobody is signed in.</summary>
    public static Visitor? Of(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.Role) switch
        {
            Roles.Pupil => new PupilVisitor(
                new EntrantId(Number(user, EntrantClaim)),
                new ContestId(Number(user, ContestClaim)),
                Text(user, SbdClaim),
                Text(user, ClaimTypes.Name),
                Text(user, DoorClaim),
                Text(user, PartnerClaim)
            ),
            { } role => new StaffVisitor(Text(user, LoginClaim), Text(user, ClaimTypes.Name), role),
            null => null,
        };

    /// <summary>The pupil who is signed in, on pages that ask for <see cref="Policies.Pupil"/>.</summary>
    /// <exception cref="InvalidOperationException">It is not a pupil.</exception>
    public static PupilVisitor Pupil(ClaimsPrincipal user) =>
        Of(user) as PupilVisitor ?? throw new InvalidOperationException("The page is for pupils.");

    /// <summary>
    /// The grown-up who is signed in, on pages that ask for <see cref="Policies.Staff"/> or <see cref="Policies.Organiser"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is not one of the staff.</exception>
    public static StaffVisitor Staff(ClaimsPrincipal user) =>
        Of(user) as StaffVisitor ?? throw new InvalidOperationException("The page is for staff.");

    /// <param name="door">Where the next pupil at this PC signs in; empty: at the door for all.</param>
    /// <param name="partner">Name of the pupil at the same seat; empty: there is none.</param>
    public static ClaimsPrincipal Principal(Person person, string door = "", string partner = "") =>
        Principal(
            person.Name,
            Roles.Pupil,
            new Claim(EntrantClaim, Text(person.Entrant.Value)),
            new Claim(ContestClaim, Text(person.Contest.Value)),
            new Claim(SbdClaim, person.Sbd),
            new Claim(DoorClaim, door),
            new Claim(PartnerClaim, partner)
        );

    public static ClaimsPrincipal Principal(StaffMember member) =>
        Principal(new StaffVisitor(member.Login, member.DisplayName, member.Role));

    public static ClaimsPrincipal Principal(StaffVisitor staff) => Principal(staff.Name, staff.Role, new Claim(LoginClaim, staff.Login));

    private static ClaimsPrincipal Principal(string name, string role, params Claim[] claims) =>
        new(
            new ClaimsIdentity(
                [new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role), .. claims],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );

    private static string Text(ClaimsPrincipal user, string claim) => user.FindFirstValue(claim) ?? "";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(ClaimsPrincipal user, string claim) => long.Parse(Text(user, claim), CultureInfo.InvariantCulture);
}

/// <param name="Door">Path at which the next pupil at this PC signs in; empty: the door for all.</param>
/// <param name="Partner">Name of the pupil at the same seat; empty: there is none.</param>
internal sealed record PupilVisitor(EntrantId Entrant, ContestId Contest, string Sbd, string Name, string Door = "", string Partner = "")
    : Visitor(Name, Roles.Pupil)
{
    /// <summary>Who sits there: one, or two of them.</summary>
    public string Names => Partner.Length > 0 ? $"{Name} + {Partner}" : Name;

    public override string Account => string.Create(CultureInfo.InvariantCulture, $"pupil|{Entrant.Value}");
}

internal sealed record StaffVisitor(string Login, string Name, string Role) : Visitor(Name, Role)
{
    public override string Account => AccountOf(Login);

    public static string AccountOf(string login) => $"staff|{login}";
}
