using System.Buffers;
using System.Globalization;
using System.Security.Claims;
using ArenaWeb.Arena;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Drafts;
using Judge.Problems;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Antiforgery;

namespace ArenaWeb.Puzzles;

/// <summary>A level as the pupil finds it who sits in its contest.</summary>
internal sealed record OpenLevel(PupilContest Contest, ContestProblem Entry, Problem Problem);

/// <summary>Opens levels for pupils of their contest, and keeps what they build.</summary>
internal sealed class LevelDoor(PupilContests contests, ProblemLibrary library, IGrainFactory grains, IAntiforgery antiforgery)
{
    /// <summary>Stands in a draft in the place of a programming language.</summary>
    private const string Language = "blocks";

    /// <summary>Null: this pupil has no such level, or its time has not come.</summary>
    public async Task<OpenLevel?> EnterAsync(ClaimsPrincipal user, string code, string label, CancellationToken ct) =>
        await contests.EnterAsync(user, code, ct) is { } contest ? Open(contest, label) : null;

    /// <inheritdoc cref="EnterAsync"/>
    public OpenLevel? Open(PupilContest contest, string label) =>
        contest.OpenProblem(label) is { } entry && library.Look(entry.Problem)?.Problem is { Level: not null } problem
            ? new(contest, entry, problem)
            : null;

    /// <summary>The level that a page of ours sends something for, or the answer that refuses it: one of the two.</summary>
    public async Task<(OpenLevel? Level, IResult? Refusal)> EnterByPageAsync(HttpContext http, string code, string label, Phrases words) =>
        !await IsOurPageAsync(http) ? (null, RunAnswer.Refused(words["puzzle.refused.page"], StatusCodes.Status400BadRequest))
        : await EnterAsync(http.User, code, label, http.RequestAborted) is { } level ? (level, null)
        : (null, RunAnswer.Refused(words["puzzle.refused.level"], StatusCodes.Status404NotFound));

    /// <summary>Whether a page of whoever is signed in sends it.</summary>
    public Task<bool> IsOurPageAsync(HttpContext http) => antiforgery.IsRequestValidAsync(http);

    public string TokenFor(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken!;

    /// <summary>What was built last, on whichever PC; null: nothing.</summary>
    public async Task<(string Program, long Number)?> SavedAsync(OpenLevel level) =>
        (await DraftOf(level).FindAsync()).Newest is { Language: Language } kept ? (kept.Text, kept.Number) : null;

    /// <summary>Keeps a program unless a later one is kept, and answers what is.</summary>
    public async Task<(string Program, long Number)> SaveAsync(OpenLevel level, string program, long number)
    {
        var kept = (await DraftOf(level).SaveNumberedAsync(Language, program, number)).Newest!;
        return (kept.Text, kept.Number);
    }

    /// <summary>A body of at most so many bytes; null: it is larger.</summary>
    public static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext http, int most)
    {
        var buffer = new ArrayBufferWriter<byte>();
        while (await http.Request.Body.ReadAsync(buffer.GetMemory(4_096), http.RequestAborted) is > 0 and var read)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > most)
            {
                return null;
            }
        }

        return buffer.WrittenMemory;
    }

    private IDraftGrain DraftOf(OpenLevel level) =>
        grains.DraftOf(string.Create(CultureInfo.InvariantCulture, $"entrant-{level.Contest.Pupil.Entrant.Value}"), level.Entry.Label);
}
