using System.Security.Claims;
using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Judgements;
using ArenaWeb.Layout;
using ArenaWeb.Live;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Arena;

/// <summary>A contest as the pupil who sits in it finds it at one moment of the server's clock.</summary>
/// <param name="Heard">Number of the last event before that moment; what comes later is told to the page live.</param>
internal sealed record PupilContest(Contest Contest, PupilVisitor Pupil, DateTimeOffset Now, long Heard = 0)
{
    /// <summary>What was told to the pupil; nothing where it was not asked for.</summary>
    public PupilNews News { get; init; } = PupilNews.None;

    public bool Started => Now >= Contest.Start;

    public bool Over => Now >= Contest.End;

    public bool Running => Started && !Over;

    /// <summary>What a pupil may see of judgements: what the rules say while the contest runs, all of it afterwards.</summary>
    public Feedback Feedback => Over ? Feedback.Tests : Contest.Feedback;

    /// <summary>What the pupil sees of a judgement now; null: it waits.</summary>
    public ShownResult Show(ContestProblem problem, Judgement? judgement) => ShownResult.Of(Contest, Feedback, problem, judgement);

    public string Path => $"/thi/{Contest.Code}";

    public string SubmissionsPath => $"{Path}/bai-nop";

    /// <summary>Announcements, questions and answers.</summary>
    public string NewsPath => $"{Path}/hoi-dap";

    /// <summary>What pages of the contest listen to: its window, what is told to all, and what becomes of the pupil's own.</summary>
    public LiveLine Live => new(Heard, LiveTopic.Clock(Contest.Id), LiveTopic.Talk(Contest.Id), LiveTopic.Own(Pupil.Entrant));

    public string ProblemPath(string label) => $"{Path}/bai/{label}";

    /// <summary>The problem with this label in any letter case, once the contest has started; else null.</summary>
    public ContestProblem? OpenProblem(string? label) =>
        Started
            ? Contest.Problems.FirstOrDefault(problem => string.Equals(problem.Label, label, StringComparison.OrdinalIgnoreCase))
            : null;

    /// <summary>The problem that a submission was for; one that was taken out of the contest since is worth nothing.</summary>
    public ContestProblem EntryOf(Submission submission) =>
        Contest.Problems.FirstOrDefault(problem => problem.Label == submission.Label)
        ?? new ContestProblem(submission.Label, submission.Problem, 0);

    /// <summary>The bar on top of all pages of the contest.</summary>
    /// <param name="current">Path of the page it stands on.</param>
    public ContestBar Bar(Phrases words, string current)
    {
        List<BarLink> links =
        [
            new(words["arena.problems"], Path, current == Path),
            new(words["arena.submissions"], SubmissionsPath, current == SubmissionsPath),
            new(words["talk.tab"], NewsPath, current == NewsPath),
            new(words["arena.board"], $"/bang/{Contest.Code}"),
        ];
        return new ContestBar(
            Contest.Name(words.Language.Code),
            Path,
            Contest.Start,
            Contest.End,
            Pupil.Sbd,
            Pupil.Name,
            links,
            News.Unread.Count,
            NewsPath
        );
    }
}

/// <summary>Opens a contest for a pupil who is in it, and for nobody else.</summary>
internal sealed class PupilContests(IContests contests, PupilNewsReader news, LiveFeed feed, TimeProvider time)
{
    /// <summary>Null: this pupil has no contest with this code; to others it looks as if there were none.</summary>
    public async Task<PupilContest?> EnterAsync(ClaimsPrincipal user, string code, CancellationToken ct)
    {
        var pupil = Visitor.Pupil(user);
        // Taken before anything is read: an event that comes while the page is made is told once more, never lost.
        var heard = feed.Heard;
        var contest = await contests.FindAsync(pupil.Contest, ct);
        return contest is not null && string.Equals(contest.Code, code, StringComparison.OrdinalIgnoreCase)
            ? new PupilContest(contest, pupil, time.GetUtcNow(), heard)
            : null;
    }

    /// <summary>The same with what was told to the pupil, for a whole page.</summary>
    public async Task<PupilContest?> EnterPageAsync(ClaimsPrincipal user, string code, CancellationToken ct) =>
        await EnterAsync(user, code, ct) is { } found
            ? found with
            {
                News = await news.FindAsync(found.Contest, found.Pupil.Entrant, found.Now, ct),
            }
            : null;
}
