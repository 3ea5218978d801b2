using ArenaWeb.Accounts;
using ArenaWeb.Arena;
using ArenaWeb.Problems;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Words;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles;

/// <summary>One level: its story and maps, and the program where the pupil left it, on whichever PC.</summary>
[Authorize(Policies.Pupil)]
internal sealed class LevelModel(
    PupilContests contests,
    OwnSubmissions own,
    LevelDoor door,
    ProblemLibrary library,
    Statements statements,
    Phrases words
) : PageModel
{
    public PupilContest PupilContest { get; private set; } = null!;

    public LevelView Level { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, string label, CancellationToken ct)
    {
        if (await contests.EnterPageAsync(User, code, ct) is not { } contest || door.Open(contest, label) is not { } level)
        {
            return NotFound();
        }
        PupilContest = contest;
        var story = statements.Of(level.Problem, words.Language.Code).Body;
        var addresses = new LevelAddresses(
            contest.Runs(level.Entry.Label),
            contest.Saves(level.Entry.Label),
            contest.Hints(level.Entry.Label),
            contest.Here(level.Entry.Label),
            Next(level),
            contest.Path
        );
        var json = LevelJson.Of(
            level.Problem,
            level.Entry.Label,
            level.Problem.Statement(words.Language.Code),
            await door.SavedAsync(level),
            addresses,
            contest.Pupil.Account,
            door.TokenFor(HttpContext),
            words
        );
        Level = new($"{level.Entry.Label}. {level.Problem.Title(words.Language.Code)}", story, json, await PathAsync(level, ct))
        {
            Finish = contest.Finish(),
            IsOver = contest.Over,
        };
        return Page();
    }

    private async Task<IReadOnlyList<LevelSquare>> PathAsync(OpenLevel level, CancellationToken ct)
    {
        var runs = (await own.ListAsync(PupilContest, null, OwnSubmissions.All, ct))
            .Select(one => LevelRuns.Of(one.Submission, one.Judgement))
            .ToLookup(run => run.Label);
        return [.. PupilContest.Contest.Problems.Select(entry => SquareOf(entry.Label, LevelRun.Best(runs[entry.Label])))];

        LevelSquare SquareOf(string label, LevelMark mark) =>
            new(
                label,
                PupilContest.LevelPath(label),
                mark == LevelMark.Untried ? null : mark.Stars(),
                mark == LevelMark.Almost,
                label == level.Entry.Label
            );
    }

    /// <summary>The level after this one; after the last the page of the whole hour.</summary>
    private string Next(OpenLevel level)
    {
        var problems = level.Contest.Contest.Problems;
        var at = problems.Index().First(one => one.Item == level.Entry).Index + 1;
        return at < problems.Count && library.Look(problems[at].Problem)?.Problem is { Level: not null }
            ? level.Contest.LevelPath(problems[at].Label)
            : level.Contest.Finish();
    }
}
