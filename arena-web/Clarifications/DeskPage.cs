using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Live;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Clarifications;

/// <summary>What the staff's pages about questions share.</summary>
internal abstract class DeskPage(IContests contests, People people, Audit audit, LiveFeed feed, Phrases words, TimeProvider time)
    : PageModel
{
    [BindProperty]
    public SayForm Say { get; set; } = new();

    public Contest Contest { get; private set; } = null!;

    /// <summary>When the request came.</summary>
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>Number of the last event before anything was read.</summary>
    public long Heard { get; } = feed.Heard;

    public ContestHeader Header => new(Contest, Contest.PhaseAt(Now), StaffPaths.Talk(Contest.Id)) { Heard = Heard };

    protected StaffVisitor Who => Visitor.Staff(User);

    protected Phrases Words => words;

    /// <returns>False: there is no such contest.</returns>
    protected async Task<bool> EnterAsync(long id, CancellationToken ct)
    {
        if (await contests.FindAsync(new ContestId(id), ct) is not { } contest)
        {
            return false;
        }
        Contest = contest;
        return true;
    }

    /// <summary>Candidate numbers of those who asked; names stay where they are.</summary>
    protected async Task<IReadOnlyDictionary<EntrantId, string>> NumbersAsync(CancellationToken ct) =>
        (await people.ListAsync(Contest.Id, ct)).ToDictionary(person => person.Entrant, person => person.Sbd);

    /// <summary>Whether a text for more than one holds a name of a pupil of the contest; the model's state tells.</summary>
    protected async Task<bool> HasNameAsync(Wording said, CancellationToken ct)
    {
        if (said.Audience <= Audience.One)
        {
            return false;
        }
        var names = (await people.ListAsync(Contest.Id, ct)).Select(person => person.Name).ToList();
        foreach (var (field, text) in new[] { (nameof(Say.Text), said.Text), (nameof(Say.Shown), said.Shown) })
        {
            if (ClarificationRule.NamesIn(TypedWords.Clean(text), names).FirstOrDefault() is { } name)
            {
                ModelState.AddModelError($"Say.{field}", words["talk.refused.HasName", name]);
            }
        }
        return !ModelState.IsValid;
    }

    /// <summary>Takes no token: the act is done.</summary>
    protected Task NoteAsync(string act, string detail) => audit.WriteAsync(Who.Login, $"clarification.{act}", Contest.Id, detail);

    /// <summary>Shows why something was not done, beside what was typed.</summary>
    protected void Refuse(ClarificationResult result) =>
        ModelState.AddModelError(result == ClarificationResult.InThePast ? "Say.From" : "Say.Text", words[$"talk.refused.{result}"]);
}
