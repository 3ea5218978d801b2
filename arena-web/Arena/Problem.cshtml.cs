using ArenaWeb.Accounts;
using ArenaWeb.Judgements;
using ArenaWeb.Layout;
using ArenaWeb.Problems;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Messages;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Submit;
using Judge.Submit.Intake;
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
    DraftEndpoint drafts,
    Phrases words
) : PageModel
{
    private const int RecentShown = 5;

    /// <summary>More than this is a large hand-in, in bytes; zips of outputs may be large once they are unpacked.</summary>
    private const int LargeBytes = 1 << 20;

    /// <summary>So many large hand-ins at a time are held in memory.</summary>
    private static readonly SemaphoreSlim LargeHandins = new(2);

    /// <summary>What the pupil is told of an accepted hand-in.</summary>
    private IReadOnlyList<Said> _remarks = [];

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

    public string DraftPath => $"{PupilContest.ProblemPath(Entry.Label)}/nhap";

    /// <summary>Files with results are handed in, no program.</summary>
    public bool IsOutputs => Problem?.Handin == HandinKind.Outputs;

    /// <summary>What the output of a test may be called, such as <c>01.out</c>.</summary>
    public string OutputName => HandinIntake.OutputNames(Problem!)[0];

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
        if (Problem?.Level is not null)
        {
            return LocalRedirect(PupilContest.LevelPath(Entry.Label));
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
            && !HandinView.AreFiles(earlier.Submission, handed)
        )
        {
            Source = DisplayText.Of(handed);
            Language = earlier.Submission.Language;
            GoingOnFrom = FormattableString.Invariant($"/{id}");
        }
        if (loi == SubmitFormGuard.TooLarge)
        {
            Refusal = RefusalOf(SubmitResult.TooLarge);
        }
        await ShowProblemAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnGetPdfAsync(string code, string label, CancellationToken ct) =>
        await EnterAsync(code, label, ct) ? ProblemText.PdfOf(Problem, words.Language.Code) : NotFound();

    /// <param name="tep">Name of the attachment.</param>
    public async Task<IActionResult> OnGetAttachmentAsync(string code, string label, string? tep, CancellationToken ct) =>
        await EnterAsync(code, label, ct) ? ProblemText.AttachmentOf(Problem, tep) : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, string label, CancellationToken ct)
    {
        if (!await EnterAsync(code, label, ct))
        {
            return NotFound();
        }
        var submitted = await SubmitAsync(ct);
        if (submitted.Result is SubmitResult.Accepted or SubmitResult.AlreadyAccepted)
        {
            await drafts.ForgetAsync(PupilContest, Entry);
            TempData["toast"] = string.Join(' ', _remarks.Select(remark => words[remark]).Prepend(words[$"arena.{submitted.Result}"]));
            return LocalRedirect(FormattableString.Invariant($"{PupilContest.SubmissionsPath}/{submitted.Id.Value}"));
        }
        Refusal ??= RefusalOf(submitted.Result);
        Response.StatusCode = Refusal.Status;
        // The form comes back with all that was typed; its key is a new one.
        ModelState.Remove("key");
        await ShowTriesAsync(ct);
        await ShowProblemAsync(ct);
        return Page();
    }

    private async Task<Submitted> SubmitAsync(CancellationToken ct)
    {
        var decision = await DecideAsync(ct);
        if (decision.Handin is not { } handin)
        {
            Refusal = Refusal.Of(decision.Refusal!);
            return default;
        }
        if (handin.Kind == HandinKind.Program && Languages.All(known => known.Id != handin.Language))
        {
            Refusal = Refusal.OfLanguage(Languages);
            return default;
        }
        _remarks = handin.Remarks;
        return await submissions.AddAsync(
            new Handin(
                PupilContest.Contest.Id,
                PupilContest.Pupil.Entrant,
                Entry.Label,
                handin.Language,
                handin.Bytes,
                HandinKey.Of(Key, Entry.Label, handin)
            )
            {
                Kind = handin.Kind,
            },
            ct
        );
    }

    /// <summary>Chosen files, else what was typed; their sum is no larger than a form that is read.</summary>
    private async Task<HandinDecision> DecideAsync(CancellationToken ct)
    {
        var chosen = Upload is null ? Files : [.. Files, Upload];
        var isLarge = IsOutputs || chosen.Sum(file => file.Length) > LargeBytes;
        if (isLarge)
        {
            await LargeHandins.WaitAsync(ct);
        }
        try
        {
            return HandinIntake.Decide(await HandedAsync(chosen, ct), Problem, Language, languages);
        }
        finally
        {
            if (isLarge)
            {
                LargeHandins.Release();
            }
        }
    }

    private async Task<IReadOnlyList<HandedFile>> HandedAsync(List<IFormFile> chosen, CancellationToken ct)
    {
        if (chosen.Count == 0)
        {
            return IsOutputs ? [] : [HandedFile.Typed(Source)];
        }

        var handed = new List<HandedFile>();
        foreach (var file in chosen)
        {
            handed.Add(new HandedFile(file.FileName, await file.BytesAsync(ct)));
        }
        return handed;
    }

    private Refusal RefusalOf(SubmitResult result)
    {
        var refusal = Refusal.Of(result, PupilContest.Contest, Problem);
        return Files.Count > 0 || Upload is not null || IsOutputs ? refusal.OfFiles() : refusal;
    }

    private async Task<bool> EnterAsync(string code, string label, CancellationToken ct)
    {
        if (await contests.EnterPageAsync(User, code, ct) is not { } contest || contest.OpenProblem(label) is not { } entry)
        {
            return false;
        }
        (PupilContest, Entry, Problem) = (contest, entry, library.Look(entry.Problem)?.Problem);
        Languages = ContestLanguages.Of(contest.Contest, languages, Problem);
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
        if (Problem is null)
        {
            return;
        }
        Text = await ProblemText.OfAsync(Problem, statements, words.Language.Code, PupilContest.ProblemPath(Entry.Label), ct);
    }
}
