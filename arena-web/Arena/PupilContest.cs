using System.Security.Claims;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
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
/// <param name="Begun">When the pupil pressed start; null: not yet, or all start at once.</param>
internal sealed record PupilContest(Contest Contest, PupilVisitor Pupil, DateTimeOffset Now, long Heard = 0, DateTimeOffset? Begun = null)
{
    /// <summary>What was told to the pupil; nothing where it was not asked for.</summary>
    public PupilNews News { get; init; } = PupilNews.None;

    /// <summary>The pupil's own.</summary>
    public Clock Clock { get; } = Clock.Of(Contest, Pupil.Entrant, Begun);

    /// <summary>When the pupil's time begins; of one who has to press start, when that can be done.</summary>
    public DateTimeOffset Starts => Clock.Start ?? Contest.Start;

    public ClockState State => Clock.At(Now);

    /// <summary>What the pupil may see of the contest now, and of the own things in it.</summary>
    public Rights Rights =>
        Rights.Of(
            Asker.Pupil(Pupil),
            ContestAccess.SubjectOf(Contest) with
            {
                Entrant = Pupil.Entrant,
            },
            ContestAccess.PhaseAt(Contest, Clock, Now)
        );

    /// <summary>Problems may be read: the pupil's time has begun, or it is over for all.</summary>
    public bool Started => Rights.May(Objects.Statements);

    /// <summary>From when on what is said about the problems is for this pupil.</summary>
    public DateTimeOffset KnownFrom => Clock.Start ?? Contest.LastEndAt(Now);

    /// <summary>The pupil's own time is over.</summary>
    public bool Over => State == ClockState.Over;

    public bool Running => State == ClockState.Running;

    /// <summary>The clock stands still, or would if it began now.</summary>
    public bool Paused => (MayBegin ? Clock.Of(Contest, Pupil.Entrant, Now).At(Now) : State) == ClockState.Paused;

    /// <summary>It waits for the pupil's press.</summary>
    public bool MayBegin => State == ClockState.Waiting;

    public bool IsOverForAll => Contest.PhaseAt(Now) == ContestPhase.Over;

    /// <summary>What a pupil may see of judgements: what the rules say while somebody sits in the contest, all of it afterwards.</summary>
    /// <remarks>A copy repeats what everybody may know already.</remarks>
    public Feedback Feedback => IsOverForAll || (Over && Contest.CopyOf is not null) ? Feedback.Tests : Contest.Feedback;

    /// <summary>What the pupil sees of a judgement now; null: it waits.</summary>
    public ShownResult Show(ContestProblem problem, Judgement? judgement) => ShownResult.Of(Contest, Feedback, problem, judgement);

    public string Path => $"/thi/{Contest.Code}";

    public string SubmissionsPath => $"{Path}/bai-nop";

    /// <summary>Announcements, questions and answers.</summary>
    public string NewsPath => $"{Path}/hoi-dap";

    /// <summary>What pages of the contest listen to: its window, what is told to all, and what becomes of the pupil's own.</summary>
    public LiveLine Live => new(Heard, LiveTopic.Clock(Contest.Id), LiveTopic.Talk(Contest.Id), LiveTopic.Own(Pupil.Entrant));

    public string ProblemPath(string label) => $"{Path}/bai/{label}";

    /// <summary>A problem that is a level of puzzles has a page of its own.</summary>
    public string LevelPath(string label) => $"{Path}/man/{label}";

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
        if (Pupil.Door.Length > 0)
        {
            links.Add(new(words["class.pair"], PartnerPageModel.Path));
        }
        return new ContestBar(
            Contest.Name(words.Language.Code),
            Path,
            Starts,
            Clock.EndAt(Now),
            Pupil.Sbd,
            Pupil.Names,
            links,
            News.Unread.Count,
            NewsPath
        )
        {
            Paused = Paused,
            ClockPath = $"{Path}?phan={ContestModel.ClockPart}",
        };
    }
}

/// <summary>Opens a contest for a pupil who is in it, and for nobody else.</summary>
internal sealed class PupilContests(IContests contests, IContestActs acts, PupilNewsReader news, LiveFeed feed, TimeProvider time)
{
    /// <summary>Null: this pupil has no contest with this code; to others it looks as if there were none.</summary>
    public async Task<PupilContest?> EnterAsync(ClaimsPrincipal user, string code, CancellationToken ct)
    {
        var pupil = Visitor.Pupil(user);
        // Taken before anything is read: an event that comes while the page is made is told once more, never lost.
        var heard = feed.Heard;
        var contest = await contests.FindAsync(pupil.Contest, ct);
        if (contest is null || !string.Equals(contest.Code, code, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var begun = contest.Duration is null ? null : await acts.BegunAsync(pupil.Entrant, ct);
        var found = new PupilContest(contest, pupil, time.GetUtcNow(), heard, begun);
        return found.Rights.May(Objects.Place) ? found : null;
    }

    /// <summary>The same with what was told to the pupil, for a whole page.</summary>
    public async Task<PupilContest?> EnterPageAsync(ClaimsPrincipal user, string code, CancellationToken ct) =>
        await EnterAsync(user, code, ct) is { } found
            ? found with
            {
                News = await news.FindAsync(found.Contest.Id, found.Pupil.Entrant, found.KnownFrom, found.Now, ct),
            }
            : null;
}
