using System.Globalization;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Layout;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Live;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Boards;

/// <summary>The public board of a contest; with <c>?chieu=1</c> for a projector, twenty rows a page, turning by itself.</summary>
internal sealed class BoardModel(
    IContests contests,
    EditionStore editions,
    PublicBoards boards,
    People people,
    ClarificationStore clarifications,
    LiveFeed feed,
    Phrases words,
    TimeProvider time
) : PageModel
{
    private const int ProjectorRows = 20;

    /// <summary>How long a projector shows a page.</summary>
    public const int SecondsAPage = 12;

    public Contest Contest { get; private set; } = null!;

    public Edition Edition { get; private set; } = null!;

    public ContestPhase Phase { get; private set; }

    /// <summary>Null: the board is closed until the end of the contest.</summary>
    public RenderedBoard? Rendered { get; private set; }

    /// <summary>Who takes part, by number, while the board is closed; else empty.</summary>
    public IReadOnlyList<ShownPerson> Entrants { get; private set; } = [];

    public bool Frozen { get; private set; }

    /// <summary>The viewer's own row; empty: the viewer is not in this contest.</summary>
    public string Own { get; private set; } = "";

    /// <summary>What the page listens to.</summary>
    public LiveLine Live { get; private set; } = null!;

    /// <summary>What the page shows is of this version at least; another one is fetched.</summary>
    public string Version { get; private set; } = "";

    /// <summary>What the jury tells the public, the newest first.</summary>
    public IReadOnlyList<ShownClarification> News { get; private set; } = [];

    /// <summary>The page on the projector, from 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>What a browser without scripts does next on a projector.</summary>
    public string Refresh => string.Create(CultureInfo.InvariantCulture, $"{SecondsAPage}; url={Turned(1)}");

    /// <summary>Address of the projector's page so many further on, round and round.</summary>
    public string Turned(int by) => string.Create(CultureInfo.InvariantCulture, $"?chieu=1&trang={(Number - 1 + by + Pages) % Pages + 1}");

    public ContestBar Bar =>
        new(Contest.Name(words.Language.Code), $"/bang/{Contest.Code}", Contest.Start, Ends, null, null, []) { Paused = IsPaused };

    /// <summary>When everybody's window closes.</summary>
    public DateTimeOffset Ends => Clock.OfAll(Contest).EndAt(Now);

    public bool IsPaused => Clock.OfAll(Contest).At(Now) == ClockState.Paused;

    public DateTimeOffset Now { get; private set; }

    /// <param name="phan">Given: only what the jury tells the public.</param>
    /// <param name="tep">Name of a <see cref="SheetFormat"/>: the board as a file.</param>
    public async Task<IActionResult> OnGetAsync(string code, string? chieu, int trang, string? phan, string? tep, CancellationToken ct)
    {
        // Taken before anything is read: what comes while the page is made is told once more, never lost.
        var heard = feed.Heard;
        if (await contests.FindPublishedAsync(TypedText.Fold(code), ct) is not { } contest)
        {
            return NotFound();
        }

        Edition = await editions.FindAsync(contest.Id, ct);
        var now = Now = time.GetUtcNow();
        (Contest, Phase, Frozen) = (contest, contest.PhaseAt(now), BoardVisibility.IsFrozen(contest, now));
        News = Visibility.ForPublic(await clarifications.PublicAsync(contest.Id, ct), BoardVisibility.KnownFrom(contest, now), now);
        if (phan is not null)
        {
            return Partial("/Clarifications/Threads/_Public.cshtml", News);
        }
        if (Visitor.Of(User) is PupilVisitor pupil && pupil.Contest == contest.Id)
        {
            Own = pupil.Entrant.Value.ToString(CultureInfo.InvariantCulture);
        }

        (Live, Version) = (new(heard, LiveTopic.Board(contest.Id), LiveTopic.Clock(contest.Id)), feed.BoardVersion(contest.Id));
        if (BoardVisibility.IsOpen(contest, now))
        {
            Rendered = await boards.RenderAsync(contest, words.Language, Icon.SpriteAddress(HttpContext), ct);
        }
        else
        {
            Entrants = [.. ShownName.Public(contest, await people.ListAsync(contest.Id, ct), now)];
        }
        if (SheetFormats.Find(tep) is { } format)
        {
            return Rendered is null
                ? NotFound()
                : File(
                    await boards.FileAsync(contest, words.Language, format, ct),
                    format.ContentType(),
                    $"{contest.Code.ToLowerInvariant()}.{format.Extension()}"
                );
        }

        if (chieu is null || Rendered is null)
        {
            return Page();
        }

        Pages = Math.Max(1, (Rendered.View.Rows.Count + ProjectorRows - 1) / ProjectorRows);
        Number = Math.Clamp(trang, 1, Pages);
        return Partial("_Projector", this);
    }

    /// <summary>The rows of this page of the projector.</summary>
    public BoardView Projected() =>
        Rendered!.View with
        {
            Rows = [.. Rendered.View.Rows.Skip((Number - 1) * ProjectorRows).Take(ProjectorRows)],
        };
}
