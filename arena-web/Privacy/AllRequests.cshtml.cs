using ArenaWeb.Accounts;
using ArenaWeb.Schools.Tree;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Privacy;

/// <summary>For the organiser: requests about data that schools have still to answer or to carry out.</summary>
[Authorize(Policies.Organiser)]
internal sealed class AllRequestsModel(PrivacyRequests requests, OrgUnits units, TimeProvider time) : PageModel
{
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>By the day they are due.</summary>
    public IReadOnlyList<PrivacyRequest> Requests { get; private set; } = [];

    public OrgTree Tree { get; private set; } = OrgTree.Empty;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Tree = await units.TreeAsync(ct);
        Requests = [.. (await requests.OpenAsync(ct)).OrderBy(request => request.Clock.Next(request.Progress))];
    }
}
