using ArenaWeb.Access;
using ArenaWeb.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Wall;

/// <summary>The certificates of a class, a page each, to print at once.</summary>
[Authorize(Policies.Staff)]
internal sealed class CertificatesModel(WallDesk desk) : PageModel
{
    public ClassWall Wall { get; private set; } = null!;

    public IReadOnlyList<CertificateView> Views { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, string? lop, CancellationToken ct)
    {
        if (await desk.FindAsync(new(id), lop, HttpContext.Asker(), ct) is not { } wall)
        {
            return NotFound();
        }
        Wall = wall;
        Views =
        [
            .. wall
                .Rows.OrderBy(line => line.Person.Sbd, StringComparer.Ordinal)
                .Select(line => (line.Row.Path, line.Person))
                .Select(line =>
                    CertificateView.Of(wall.Contest, line.Person.Name, line.Person.Class, line.Person.School, line.Path, wall.Contest.Start)
                )
                .OfType<CertificateView>(),
        ];
        return Page();
    }
}
