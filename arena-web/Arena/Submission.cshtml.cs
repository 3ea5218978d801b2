using ArenaWeb.Accounts;
using ArenaWeb.Judgements;
using ArenaWeb.Live;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Score;
using Judge.Submit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Arena;

/// <summary>One submission of one's own: what became of it, test by test where the contest shows that.</summary>
[Authorize(Policies.Pupil)]
internal sealed class SubmissionModel(
    PupilContests contests,
    OwnSubmissions own,
    IBlobs blobs,
    ProblemLibrary library,
    Languages languages,
    LiveFeed feed,
    Phrases words
) : PageModel
{
    public PupilContest PupilContest { get; private set; } = null!;

    public ContestProblem Entry { get; private set; } = null!;

    public OwnSubmission Own { get; private set; } = null!;

    public ShownResult Result { get; private set; } = null!;

    /// <summary>Null: the package is gone or broken.</summary>
    public Problem? Problem { get; private set; }

    public IHtmlContent Source { get; private set; } = HtmlString.Empty;

    public string Title => $"{Entry.Label}. {Problem?.Title(words.Language.Code)}";

    /// <summary>Name of the source's highlighting; empty: none.</summary>
    public string Mode => languages.Find(Own.Submission.Language)?.Mode ?? "";

    public string LanguageName => HandinView.Language(languages, Own.Submission, words);

    public bool IsOutputs => Own.Submission.Kind == HandinKind.Outputs;

    /// <summary>It is a zip or an output: no text of a program to be copied.</summary>
    public bool IsFiles { get; private set; }

    /// <summary>Verdicts by test, while it is judged as far as it is.</summary>
    public IReadOnlyList<string> TestCodes { get; private set; } = [];

    /// <summary>Groups of tests where the contest shows tests and gives points.</summary>
    public IReadOnlyList<GroupLine> Groups =>
        Result is { Tests.Count: > 0, Judgement: { } judgement } && PupilContest.Contest.Scoring != ScoringStyle.Icpc
            ? GroupLine.Of(judgement, Entry.Points, words)
            : [];

    /// <summary>How many squares to show while it waits; null: as many as there are verdicts.</summary>
    public int? WaitingTests => Own.Judgement is null && PupilContest.Feedback == Feedback.Tests ? Problem?.Tests.Count : null;

    /// <summary>A sentence on what to look at next; null: there is nothing to say.</summary>
    public string? Hint =>
        Result switch
        {
            { Code: ShownResult.Judging } => words["arena.hint.JUDGING"],
            { Code: ShownResult.Waiting } => words["arena.hint.WAITING"],
            { Judgement.Verdict: Verdict.Accepted } when IsOutputs => words["problem.outputs.right"],
            { Judgement.Verdict: Verdict.WrongAnswer, FirstFailed: { } test } when IsOutputs => words["problem.outputs.wrong", test],
            { Judgement.Program.CompileFault: not (CompileFault.None or CompileFault.Errors) and var fault } => words[
                $"arena.fault.{fault}"
            ],
            { Judgement.Verdict: Verdict.CompileError or Verdict.JudgeError or Verdict.Accepted } => words[$"arena.hint.{Result.Code}"],
            { Judgement: { } judgement, FirstFailed: { } test } => words[$"arena.hint.{judgement.Verdict.Code()}", test],
            _ => null,
        };

    public static decimal Megabytes(long bytes) => Math.Round(bytes / 1048576m, 1, MidpointRounding.AwayFromZero);

    /// <param name="phan">Given: only the part that changes while it is judged.</param>
    public async Task<IActionResult> OnGetAsync(string code, long id, string? phan, CancellationToken ct)
    {
        if (await contests.EnterPageAsync(User, code, ct) is not { } contest || await own.FindAsync(contest, id, ct) is not { } found)
        {
            return NotFound();
        }
        (PupilContest, Own, Entry) = (contest, found, contest.EntryOf(found.Submission));
        var progress = found.Judgement is null ? feed.ProgressOf(found.Submission.Id) : null;
        Result = progress is null ? contest.Show(Entry, found.Judgement) : ShownResult.InProgress;
        TestCodes =
            contest.Feedback == Feedback.Tests && progress is not null
                ? [.. progress.Tests.Select(verdict => verdict.Code())]
                : [.. Result.TestCodes];
        Problem = library.Look(found.Submission.Problem)?.Problem;
        if (phan is not null)
        {
            return Partial("_Result", this);
        }
        var bytes = await blobs.GetAsync(found.Submission.Source, ct);
        IsFiles = HandinView.AreFiles(found.Submission, bytes);
        var source = HandinView.Shown(bytes, words);
        Source = SourceColours.Of(source, IsFiles ? "" : Mode);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(string code, long id, CancellationToken ct) =>
        await contests.EnterPageAsync(User, code, ct) is { } contest && await own.FindAsync(contest, id, ct) is { } found
            ? HandinView.Download(found.Submission, await blobs.GetAsync(found.Submission.Source, ct))
            : NotFound();
}
