using System.Text;
using ArenaWeb.Accounts;
using ArenaWeb.Judgements;
using ArenaWeb.Layout;
using ArenaWeb.Problems;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Submit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Arena;

/// <summary>One problem: statement, samples, editor, and what became of the last tries.</summary>
[Authorize(Policies.Pupil)]
[RequestSizeLimit(SubmitFormGuard.MostDrained)]
[RequestFormLimits(MultipartBodyLengthLimit = SubmitFormGuard.MostRead, ValueCountLimit = 256)]
[SubmitFormGuard]
internal sealed class ProblemModel(
    PupilContests contests,
    OwnSubmissions own,
    ISubmissions submissions,
    IBlobs blobs,
    ProblemLibrary library,
    Statements statements,
    Languages languages,
    Phrases words
) : PageModel
{
    private const int RecentShown = 5;

    [BindProperty(Name = "language")]
    public string? Language { get; set; }

    [BindProperty(Name = "source")]
    public string? Source { get; set; }

    [BindProperty(Name = "file")]
    public IFormFile? Upload { get; set; }

    /// <summary>Several files or one zip, instead of what is typed.</summary>
    [BindProperty(Name = "files")]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty(Name = "key")]
    public Guid Key { get; set; }

    public PupilContest PupilContest { get; private set; } = null!;

    public ContestProblem Entry { get; private set; } = null!;

    /// <summary>Null: the package is gone or broken.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Null exactly when <see cref="Problem"/> is.</summary>
    public ProblemText? Text { get; private set; }

    /// <summary>What the contest allows.</summary>
    public IReadOnlyList<Language> Languages { get; private set; } = [];

    public IReadOnlyList<(OwnSubmission Own, ShownResult Result)> Recent { get; private set; } = [];

    /// <summary>Null: there is no limit.</summary>
    public int? AttemptsLeft { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>Keeps the draft of a page that goes on from an earlier submission apart, so that it shows that one; else empty.</summary>
    public string GoingOnFrom { get; private set; } = "";

    /// <summary>Files with results are handed in, no program.</summary>
    public bool IsOutputs => Problem?.Handin == HandinKind.Outputs;

    /// <summary>What the output of a test may be called, such as <c>01.out</c>.</summary>
    public string OutputName => $"{Path.GetFileName(Problem!.Tests.First(test => !test.IsSample).Name)}.out";

    public bool IsPoints => PupilContest.Contest.Scoring != ScoringStyle.Icpc;

    /// <summary>Marks the form that is about to be shown, so that sending it twice counts once.</summary>
    public Guid FreshKey { get; } = Guid.NewGuid();

    public string LanguageName(Submission submission, Phrases phrases) => HandinView.Language(languages, submission, phrases);

    /// <summary>All that can be chosen for this problem.</summary>
    public string LanguageNames => string.Join(", ", Languages.Select(language => language.Name));

    /// <summary>The time limit, and those of languages that are given more.</summary>
    public IEnumerable<string> TimeLimits(Phrases phrases)
    {
        var limit = (decimal)Problem!.TimeLimit.TotalSeconds;
        return Languages
            .Where(language => language.TimeFactor != 1)
            .Select(language => $"{language.Name}: {phrases["arena.seconds", phrases.Number(limit * (decimal)language.TimeFactor)]}")
            .Prepend(phrases["arena.seconds", phrases.Number(limit)]);
    }

    /// <param name="phan">Given: only the last tries.</param>
    /// <param name="tu">Number of an own submission to go on from.</param>
    /// <param name="loi">What the form's guard found.</param>
    public async Task<IActionResult> OnGetAsync(string code, string label, string? phan, long? tu, string? loi, CancellationToken ct)
    {
        if (!await EnterAsync(code, label, ct))
        {
            return NotFound();
        }
        await ShowTriesAsync(ct);
        if (phan is not null)
        {
            return Partial("_Recent", this);
        }
        if (
            tu is { } id
            && await own.FindAsync(PupilContest, id, ct) is { } earlier
            && await blobs.GetAsync(earlier.Submission.Source, ct) is var handed
            && !SubmitRule.IsZip(handed)
        )
        {
            Source = Encoding.UTF8.GetString(handed);
            Language = earlier.Submission.Language;
            GoingOnFrom = FormattableString.Invariant($"/{id}");
        }
        if (loi == SubmitFormGuard.TooLarge)
        {
            var problem = library.Look(Entry.Problem)?.Problem;
            var refusal = Refusal.Of(SubmitResult.TooLarge, PupilContest.Contest, problem);
            Refusal = problem?.Handin == HandinKind.Outputs ? refusal.OfFiles() : refusal;
        }
        await ShowProblemAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnGetPdfAsync(string code, string label, CancellationToken ct) =>
        await EnterAsync(code, label, ct) ? ProblemText.PdfOf(library.Look(Entry.Problem)?.Problem, words.Language.Code) : NotFound();

    /// <param name="tep">Name of the attachment.</param>
    public async Task<IActionResult> OnGetAttachmentAsync(string code, string label, string? tep, CancellationToken ct) =>
        await EnterAsync(code, label, ct) ? ProblemText.AttachmentOf(library.Look(Entry.Problem)?.Problem, tep) : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, string label, CancellationToken ct)
    {
        if (!await EnterAsync(code, label, ct))
        {
            return NotFound();
        }
        var submitted = await SubmitAsync(ct);
        if (submitted.Result is SubmitResult.Accepted or SubmitResult.AlreadyAccepted)
        {
            TempData["toast"] = words[$"arena.{submitted.Result}"];
            return LocalRedirect(FormattableString.Invariant($"{PupilContest.SubmissionsPath}/{submitted.Id.Value}"));
        }
        var problem = library.Look(Entry.Problem)?.Problem;
        Refusal ??= Refusal.Of(submitted.Result, PupilContest.Contest, problem);
        Refusal = Files.Count > 0 || problem?.Handin == HandinKind.Outputs ? Refusal.OfFiles() : Refusal;
        Response.StatusCode = Refusal.Status;
        // The form comes back with all that was typed; its key is a new one.
        ModelState.Remove("key");
        await ShowTriesAsync(ct);
        await ShowProblemAsync(ct);
        return Page();
    }

    private async Task<Submitted> SubmitAsync(CancellationToken ct)
    {
        var problem = library.Look(Entry.Problem)?.Problem;
        if (Files.Count > 0 || problem?.Handin == HandinKind.Outputs)
        {
            return await SubmitFilesAsync(problem, ct);
        }

        if (Upload?.Length > SubmitRule.MostBytes)
        {
            return new(SubmitResult.TooLarge, default);
        }
        var intake = Upload is null
            ? SourceIntake.OfText(Source, Language, Languages)
            : SourceIntake.OfFile(Upload.FileName, await Upload.BytesAsync(ct), languages, Languages);
        if (intake.Flaw != SourceFlaw.None)
        {
            Refusal = Refusal.Of(intake.Flaw, Languages);
            return default;
        }
        return await submissions.AddAsync(
            new Handin(
                PupilContest.Contest.Id,
                PupilContest.Pupil.Entrant,
                Entry.Label,
                intake.Language,
                intake.Bytes,
                intake.Key(Key, Entry.Label)
            ),
            ct
        );
    }

    /// <summary>What is in a zip is looked at in judging, whose verdict says what is wrong with it.</summary>
    private async Task<Submitted> SubmitFilesAsync(Problem? problem, CancellationToken ct)
    {
        var kind = problem?.Handin ?? HandinKind.Program;
        var language = kind == HandinKind.Program ? Language ?? "" : "";
        if (Files.Sum(file => file.Length) > SubmitFormGuard.MostRead)
        {
            return new(SubmitResult.TooLarge, default);
        }

        var handed = new SourceIntake(await HandinView.OfAsync(Files, byName: IsManyOutputs(problem), ct), language);
        return await submissions.AddAsync(
            new Handin(
                PupilContest.Contest.Id,
                PupilContest.Pupil.Entrant,
                Entry.Label,
                language,
                handed.Bytes,
                handed.Key(Key, Entry.Label)
            )
            {
                Kind = kind,
            },
            ct
        );
    }

    private static bool IsManyOutputs(Problem? problem) =>
        problem?.Handin == HandinKind.Outputs && problem.Tests.Count(test => !test.IsSample) > 1;

    private async Task<bool> EnterAsync(string code, string label, CancellationToken ct)
    {
        if (await contests.EnterAsync(User, code, ct) is not { } contest || contest.OpenProblem(label) is not { } entry)
        {
            return false;
        }
        (PupilContest, Entry) = (contest, entry);
        Languages = ContestLanguages.Of(contest.Contest, languages, library.Look(entry.Problem)?.Problem);
        return true;
    }

    private async Task ShowTriesAsync(CancellationToken ct)
    {
        var tries = await own.ListAsync(PupilContest, Entry.Label, OwnSubmissions.All, ct);
        AttemptsLeft = PupilContest.Contest.AttemptsLimit - tries.Count(one => one.Judgement?.Verdict != Verdict.JudgeError);
        Recent = [.. tries.Take(RecentShown).Select(one => (one, PupilContest.Show(Entry, one.Judgement)))];
        Language ??= tries.Count > 0 ? tries[0].Submission.Language : Languages.FirstOrDefault()?.Id;
    }

    private async Task ShowProblemAsync(CancellationToken ct)
    {
        Problem = library.Look(Entry.Problem)?.Problem;
        if (Problem is null)
        {
            return;
        }
        Text = await ProblemText.OfAsync(Problem, statements, words.Language.Code, PupilContest.ProblemPath(Entry.Label), ct);
    }
}
