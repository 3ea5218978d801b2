using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Live;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Clarifications;

/// <summary>One question, to be answered or corrected, or one announcement.</summary>
[Authorize(Policies.Staff)]
[RequestSizeLimit(NewsModel.MostRead)]
internal sealed class ClarificationPageModel(
    IContests contests,
    ClarificationStore clarifications,
    CannedAnswers canned,
    People people,
    Audit audit,
    LiveFeed feed,
    Phrases words,
    TimeProvider time
) : DeskPage(contests, people, audit, feed, words, time)
{
    private readonly People _people = people;

    public Clarification About { get; private set; } = null!;

    public string Path => StaffPaths.Thread(Contest.Id, About.Id);

    /// <summary>Candidate number of who asked; null: the jury began it.</summary>
    public string? Number { get; private set; }

    public IReadOnlyList<string> Canned { get; private set; } = [];

    /// <summary>Whether somebody else is about to answer.</summary>
    public bool IsOthers => About.ClaimAt(Now) is { } claim && claim.Actor != Who.Login;

    public bool IsMine => About.ClaimAt(Now)?.Actor == Who.Login;

    /// <param name="phan">Given: only what has become of it.</param>
    public async Task<IActionResult> OnGetAsync(long id, long number, string? phan, CancellationToken ct)
    {
        if (!await FindAsync(id, number, ct))
        {
            return NotFound();
        }
        if (phan is not null)
        {
            return Partial("_ThreadNow", this);
        }
        if (About.Current is { } said)
        {
            (Say.Text, Say.Shown, Say.Audience, Say.Seen) = (said.Text, said.Shown, said.Audience, said.Id);
            Say.From = said.IsPlannedAt(Now) ? VietnamTime.ForInput(said.From) : null;
        }
        return Page();
    }

    public Task<IActionResult> OnPostClaimAsync(long id, long number, CancellationToken ct) =>
        DoAsync(id, number, "claimed", (about, now) => ClarificationRule.Claim(about, Who, now), ct);

    public Task<IActionResult> OnPostReleaseAsync(long id, long number, CancellationToken ct) =>
        DoAsync(id, number, "released", (about, now) => ClarificationRule.Release(about, Who, now), ct);

    public Task<IActionResult> OnPostWithdrawAsync(long id, long number, CancellationToken ct) =>
        DoAsync(id, number, "withdrawn", (about, now) => ClarificationRule.Withdraw(about, Who, now), ct);

    /// <summary>Puts a canned answer behind what is typed.</summary>
    public async Task<IActionResult> OnPostInsertAsync(long id, long number, CancellationToken ct)
    {
        if (!await FindAsync(id, number, ct))
        {
            return NotFound();
        }
        ModelState.Remove("Say.Text");
        Say.Text = TypedWords.Clean($"{Say.Text}\n{Say.Canned}");
        return Page();
    }

    public Task<IActionResult> OnPostAnswerAsync(long id, long number, CancellationToken ct) =>
        SayAsync(id, number, "answered", (about, said, now) => ClarificationRule.Answer(about, Who, said, now), ct);

    public Task<IActionResult> OnPostCorrectAsync(long id, long number, CancellationToken ct) =>
        SayAsync(id, number, "corrected", (about, said, now) => ClarificationRule.Correct(about, Who, said, Say.Seen, now), ct);

    private async Task<IActionResult> DoAsync(
        long id,
        long number,
        string act,
        Func<Clarification, DateTimeOffset, Decision> decide,
        CancellationToken ct
    )
    {
        if (!await FindAsync(id, number, ct))
        {
            return NotFound();
        }
        var result = await clarifications.ActAsync(Contest.Id, number, decide, ct);
        if (result == ClarificationResult.Done)
        {
            await NoteAsync(act, FormattableString.Invariant($"#{number}"));
        }
        else if (result != ClarificationResult.NothingToDo)
        {
            TempData["toast"] = Words[$"talk.refused.{result}"];
        }
        return Redirect(Path);
    }

    private async Task<IActionResult> SayAsync(
        long id,
        long number,
        string act,
        Func<Clarification, Wording, DateTimeOffset, Decision> decide,
        CancellationToken ct
    )
    {
        if (!await FindAsync(id, number, ct))
        {
            return NotFound();
        }
        if (Say.Read(ModelState, Words) is not { } said || await HasNameAsync(Widest(said), ct))
        {
            return Page();
        }
        var result = await clarifications.ActAsync(Contest.Id, number, (about, now) => decide(about, said, now), ct);
        if (result is ClarificationResult.Done or ClarificationResult.NothingToDo)
        {
            if (result == ClarificationResult.Done)
            {
                await NoteAsync(act, FormattableString.Invariant($"#{number}, {said.Audience}"));
                TempData["toast"] = Words[$"talk.done.{act}"];
            }
            return Redirect(StaffPaths.Talk(Contest.Id));
        }
        Refuse(result);
        await FindAsync(id, number, ct);
        return Page();
    }

    /// <summary>A correction reaches all whom the old text has reached.</summary>
    private Wording Widest(Wording said) =>
        About.Current is { } old && old.Audience > said.Audience ? said with { Audience = old.Audience } : said;

    private async Task<bool> FindAsync(long id, long number, CancellationToken ct)
    {
        if (!await EnterAsync(id, ct) || await clarifications.FindAsync(Contest.Id, number, ct) is not { } about)
        {
            return false;
        }
        About = about;
        Number = about.Asker is { } asker ? (await _people.FindAsync(asker, ct))?.Sbd ?? "?" : null;
        Canned = about.IsOpen ? await canned.ForAsync(Contest.Id, Words.Language, ct) : [];
        return true;
    }
}
