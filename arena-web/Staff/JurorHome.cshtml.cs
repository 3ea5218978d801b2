using ArenaWeb.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Staff;

/// <summary>A juror's home: the dossiers to mark.</summary>
[Authorize(Policies.Staff)]
internal sealed class JurorHomeModel : PageModel
{
    public string DisplayName => Visitor.Staff(User).Name;
}
