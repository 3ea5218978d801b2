using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Live;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Wall;

/// <summary>What a class has together, large, for all in the room to see; or all classes. No pupil stands on it.</summary>
[Authorize(Policies.Staff)]
internal sealed class ProjectorPageModel(WallDesk desk, LiveFeed feed, TimeProvider time) : PageModel
{
    /// <summary>Classes that fit the wall.</summary>
    public const int MostClasses = 12;

    public ClassBoard Board { get; private set; } = null!;

    /// <summary>What the page listens to.</summary>
    public LiveLine Live { get; private set; } = null!;

    /// <summary>Key of the group; empty: all classes.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The window that all have.</summary>
    public Clock Clock => Clock.OfAll(Board.Contest);

    public DateTimeOffset Now { get; private set; }

    /// <param name="lop">Key of a group; nothing: all classes.</param>
    /// <param name="phan">Given: only what changes.</param>
    public async Task<IActionResult> OnGetAsync(long id, string? lop, string? phan, CancellationToken ct)
    {
        var heard = feed.Heard;
        if (await desk.BoardAsync(new(id), lop ?? "", HttpContext.Asker(), ct) is not { } board)
        {
            return NotFound();
        }
        (Board, Key, Now) = (board, lop ?? "", time.GetUtcNow());
        Live = new(heard, LiveTopic.Wall(board.Contest.Id), LiveTopic.Clock(board.Contest.Id));
        return Partial(phan is null ? "_Projector" : "_ProjectorNow", this);
    }
}
