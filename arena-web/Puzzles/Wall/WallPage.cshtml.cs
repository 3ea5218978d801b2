using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Live;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Wall;

/// <summary>A class at work: who needs somebody, and why. Told anew with every verdict.</summary>
[Authorize(Policies.Staff)]
internal sealed class WallPageModel(WallDesk desk, LiveFeed feed) : PageModel
{
    public ClassWall Wall { get; private set; } = null!;

    /// <summary>What the page listens to.</summary>
    public LiveLine Live { get; private set; } = null!;

    public string Path => $"{StaffPaths.Wall(Wall.Contest.Id)}?lop={Uri.EscapeDataString(Wall.Chosen.Key)}";

    /// <summary>Reasons in words, such as "more runs than most needed".</summary>
    public static IEnumerable<string> Reasons(Need needs, Phrases words) =>
        Enum.GetValues<Need>().Where(need => need != Need.None && needs.HasFlag(need)).Select(need => words[$"puzzle.need.{need}"]);

    /// <param name="lop">Key of a group.</param>
    /// <param name="phan">Given: only the rows.</param>
    public async Task<IActionResult> OnGetAsync(long id, string? lop, string? phan, CancellationToken ct)
    {
        var heard = feed.Heard;
        if (await desk.FindAsync(new(id), lop, HttpContext.Asker(), ct) is not { } wall)
        {
            return NotFound();
        }
        (Wall, Live) = (wall, new(heard, LiveTopic.Wall(wall.Contest.Id), LiveTopic.Clock(wall.Contest.Id)));
        return phan is null ? Page() : Partial("_WallNow", this);
    }
}
