using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Live;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Staff;

/// <summary>A juror's home: questions to answer, and the dossiers to mark.</summary>
[Authorize(Policies.Staff)]
internal sealed class JurorHomeModel(IContests contests, ClarificationStore clarifications, LiveFeed feed, TimeProvider time) : PageModel
{
    public string DisplayName => Visitor.Staff(User).Name;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>Those that run before those to come; what is over is left out.</summary>
    public IReadOnlyList<Contest> Contests { get; private set; } = [];

    public IReadOnlyList<(Contest Contest, int Open)> Questions { get; private set; } = [];

    public LiveLine Live { get; private set; } = null!;

    /// <param name="phan">Given: only what waits for an answer.</param>
    public async Task<IActionResult> OnGetAsync(string? phan, CancellationToken ct)
    {
        var heard = feed.Heard;
        Questions = await OpenQuestions.FindAsync(contests, clarifications, ct);
        Contests = [.. (await contests.ListAsync(ct)).Where(contest => Now < contest.End).OrderBy(contest => contest.Start)];
        Live = OpenQuestions.Live(heard, Contests);
        return phan is null ? Page() : Partial("_OpenQuestions", Questions);
    }
}
