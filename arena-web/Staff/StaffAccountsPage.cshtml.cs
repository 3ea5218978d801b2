using ArenaWeb.Accounts;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ArenaWeb.Staff;

/// <summary>The administrator's list of accounts: who may do what, and where.</summary>
[Authorize(Policies.Organiser)]
internal sealed class StaffAccountsModel(
    StaffAccounts staff,
    Grants grants,
    SecondFactors factors,
    Sessions sessions,
    Departures departures,
    IContests contests,
    Audit audit,
    Phrases words
) : PageModel
{
    private const int PageSize = 50;
    private const int LongestName = 80;

    [BindProperty]
    public NewAccount New { get; set; } = new();

    /// <summary>From 1.</summary>
    [BindProperty(Name = PagerTag.Key, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public Paging Paging { get; private set; }

    public IReadOnlyList<StaffMember> Shown { get; private set; } = [];

    public ILookup<string, Grant> Granted { get; private set; } = null!;

    public IReadOnlyDictionary<ContestId, Contest> Contests { get; private set; } = new Dictionary<ContestId, Contest>();

    /// <summary>A password to be told now, because it is not kept; null: none.</summary>
    public (string Login, string Password)? Told { get; private set; }

    /// <summary>Key of what stands in the way of a new account; null: nothing.</summary>
    public string? Flaw { get; private set; }

    public IEnumerable<SelectListItem> RoleChoices =>
        Enum.GetValues<StaffRole>().Where(role => role != StaffRole.None).Select(role => new SelectListItem(Word(role), role.ToString()));

    public IEnumerable<SelectListItem> ContestChoices =>
        Contests
            .Values.Select(contest => new SelectListItem(
                $"{contest.Code} · {contest.Name(words.Language.Code)}",
                FormattableString.Invariant($"{contest.Id.Value}")
            ))
            .Prepend(new SelectListItem(words["staff.scope.site"], ""));

    public string Word(StaffRole role) => words[$"staff.role.{role}"];

    /// <summary>Where a grant holds, in words.</summary>
    public string Where(Scope scope) =>
        scope.IsSite
            ? words["staff.scope.site"]
            : string.Join(
                ", ",
                new[]
                {
                    scope.Contest is { } id ? Contests.GetValueOrDefault(id)?.Code ?? $"{id.Value}" : "",
                    scope.Unit is { } unit ? words["staff.scope.unit", unit] : "",
                    scope.Room is { } room ? words["staff.scope.room", room] : "",
                }.Where(part => part.Length > 0)
            );

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        var (login, role) = (StaffAccounts.Fold(New.Login), New.Role);
        var isForeign = !SchoolLogin.IsAllowed(login);
        Flaw =
            login.Length is 0 or > LongestName || login.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign)) ? "login"
            : New.Name?.Trim() is not { Length: > 0 and <= LongestName } ? "name"
            : role == StaffRole.None ? "role"
            : isForeign && string.IsNullOrWhiteSpace(New.Reason) ? "domain"
            : null;
        if (Flaw is not null)
        {
            return await RefuseAsync(ct);
        }
        var password = Password.Fresh();
        if (!await staff.AddAsync(login, New.Name!.Trim(), [(role, New.Scope)], password, Actor, ct))
        {
            Flaw = "taken";
            return await RefuseAsync(ct);
        }
        await WriteAsync("account.added", New.Scope.Contest, $"{login}: {role}");
        if (isForeign)
        {
            await WriteAsync("account.overridden", null, $"{login}: {New.Reason!.Trim()}");
        }
        return await TellAsync(login, password, ct);
    }

    public async Task<IActionResult> OnPostGrantAsync(long id, CancellationToken ct)
    {
        if (await staff.FindAsync(id, ct) is not { } member || New.Role == StaffRole.None)
        {
            return NotFound();
        }
        await grants.AddAsync(member.Login, New.Role, New.Scope, Actor, ct);
        await WriteAsync("account.granted", New.Scope.Contest, $"{member.Login}: {New.Role}");
        return Done("staff.granted");
    }

    /// <summary>The last administrator stays one, else nobody could ever add another.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(long grant, CancellationToken ct)
    {
        var all = await grants.ListAsync(ct);
        if (all.SingleOrDefault(one => one.Id == grant) is not { } found)
        {
            return NotFound();
        }
        if (await IsLastAdministratorAsync(found.Login, all.Where(one => one.Id != grant), ct))
        {
            return Done("staff.last");
        }
        await grants.RemoveAsync(grant, ct);
        departures.Tell(new StaffVisitor(found.Login, "", ""));
        await WriteAsync("account.revoked", found.Scope.Contest, $"{found.Login}: {found.Role}");
        return Done("staff.revoked");
    }

    public async Task<IActionResult> OnPostDisableAsync(long id, bool disabled, CancellationToken ct)
    {
        if (await staff.FindAsync(id, ct) is not { } member)
        {
            return NotFound();
        }
        var others = (await grants.ListAsync(ct)).Where(grant => grant.Login != member.Login);
        if (disabled && await IsLastAdministratorAsync(member.Login, others, ct))
        {
            return Done("staff.last");
        }
        await staff.DisableAsync(id, disabled, ct);
        await EndSessionsAsync(member, ct);
        await WriteAsync(disabled ? "account.disabled" : "account.enabled", null, member.Login);
        return Done(disabled ? "staff.disabled.done" : "staff.enabled.done");
    }

    public async Task<IActionResult> OnPostPasswordAsync(long id, CancellationToken ct)
    {
        if (await staff.FindAsync(id, ct) is not { } member)
        {
            return NotFound();
        }
        var password = Password.Fresh();
        await staff.SetPasswordAsync(member.Login, password, ct);
        await EndSessionsAsync(member, ct);
        await WriteAsync("account.reset", null, member.Login);
        return await TellAsync(member.Login, password, ct);
    }

    /// <summary>For whoever lost the phone and all recovery codes.</summary>
    public async Task<IActionResult> OnPostFactorAsync(long id, CancellationToken ct)
    {
        if (await staff.FindAsync(id, ct) is not { } member)
        {
            return NotFound();
        }
        await factors.RemoveAsync(member.Login, ct);
        await WriteAsync("account.factorRemoved", null, member.Login);
        return Done("accounts.factor.removed");
    }

    private string Actor => Visitor.Staff(User).Login;

    /// <param name="left">Grants that would be left.</param>
    private async Task<bool> IsLastAdministratorAsync(string login, IEnumerable<Grant> left, CancellationToken ct)
    {
        var open = (await staff.ListAsync(ct)).Where(one => one.DisabledAt is null).Select(one => one.Login).ToHashSet();
        var was = (await grants.ListAsync(ct)).Any(grant => grant.Login == login && IsAdministrator(grant));
        return was && !left.Any(grant => IsAdministrator(grant) && open.Contains(grant.Login));

        static bool IsAdministrator(Grant grant) => grant is { Role: StaffRole.Administrator, Scope.IsSite: true };
    }

    private Task EndSessionsAsync(StaffMember member, CancellationToken ct) =>
        sessions.EndAllAsync(new StaffVisitor(member.Login, member.DisplayName, member.Role), "", ct);

    private Task WriteAsync(string act, ContestId? contest, string detail) => audit.WriteAsync(Actor, act, contest, detail);

    private LocalRedirectResult Done(string key)
    {
        TempData["toast"] = words[key];
        return LocalRedirect(StaffPaths.Accounts);
    }

    private async Task<IActionResult> RefuseAsync(CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> TellAsync(string login, string password, CancellationToken ct)
    {
        Told = (login, password);
        New = new();
        ModelState.Clear();
        return await ShowAsync(ct);
    }

    private async Task<PageResult> ShowAsync(CancellationToken ct)
    {
        var all = await staff.ListAsync(ct);
        Paging = Paging.Of(all.Count, PageSize, PageNumber);
        Shown = Paging.Of(all);
        Granted = (await grants.ListAsync(ct)).ToLookup(grant => grant.Login);
        Contests = (await contests.ListAsync(ct)).ToDictionary(contest => contest.Id);
        return Page();
    }
}

/// <summary>What was typed for a new account, or a new role of an old one.</summary>
internal sealed class NewAccount
{
    public string? Login { get; set; }

    public string? Name { get; set; }

    public StaffRole Role { get; set; }

    /// <summary>Number; null: no one contest.</summary>
    public long? Contest { get; set; }

    /// <summary>Number of a school or cluster; null: none.</summary>
    public long? Unit { get; set; }

    public string? Room { get; set; }

    /// <summary>Why an address that is no school's is let in.</summary>
    public string? Reason { get; set; }

    public Scope Scope => new(Contest is { } id ? new ContestId(id) : null, Unit, string.IsNullOrWhiteSpace(Room) ? null : Room.Trim());
}
