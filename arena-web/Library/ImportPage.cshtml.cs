using ArenaWeb.Accounts;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Formats;
using Judge.Formats.Draft;
using Judge.Settings;
using Judge.Verify;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Library;

/// <summary>Importing packages in two steps, of which the first stores nothing and says what would come of it.</summary>
/// <param name="checks">Null: this program has no boxes to judge solutions in.</param>
/// <param name="trial">Null: this program has no boxes to compile in.</param>
[Authorize(Policies.Organiser)]
[RequestSizeLimit(UploadGuard.MostRead)]
[UploadGuard]
internal sealed class ImportPageModel(
    Uploads uploads,
    Packages packages,
    JudgeOptions options,
    IContests contests,
    Audit audit,
    Phrases words,
    TimeProvider time,
    PackageChecks? checks = null,
    ProgramTrial? trial = null
) : PageModel
{
    /// <summary>Less than the minute after which reverse proxies usually give up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>Name of the package, where the source holds one problem; empty: made of the problem's own.</summary>
    [BindProperty]
    public string? PackageName { get; set; }

    /// <summary>Empty: as the files look.</summary>
    [BindProperty]
    public string? Format { get; set; }

    /// <summary>Write tests as programs expect them.</summary>
    [BindProperty]
    public bool ConvertText { get; set; }

    /// <summary>What was sent and is looked at; null: nothing, or it was used.</summary>
    public KeptFile? Sent { get; private set; }

    public ImportReport? Report { get; private set; }

    /// <summary>Sound packages whose names the library has already.</summary>
    public IReadOnlyList<string> Replacing { get; private set; } = [];

    /// <summary>Contests that run now with one of <see cref="Replacing"/>.</summary>
    public IReadOnlyList<Contest> Running { get; private set; } = [];

    /// <summary>Key of what is wrong with the request; null: nothing.</summary>
    public string? Trouble { get; private set; }

    public bool HasNew =>
        Report is { } report && report.Packages.Any(package => package.Outcome == ImportOutcome.Sound && !Replacing.Contains(package.Name));

    /// <summary>Packages that were stored just now and whose own solutions can be judged here.</summary>
    public IReadOnlyList<string> Provable =>
        checks is null
            ? []
            :
            [
                .. (Report?.Packages ?? [])
                    .Where(package => package.Outcome is ImportOutcome.Stored or ImportOutcome.Replaced)
                    .Select(package => package.Name),
            ];

    public void OnGet() { }

    /// <summary>Puts packages in line to be proved, and shows how far they are.</summary>
    public async Task<IActionResult> OnPostProveAsync(List<string> names)
    {
        List<string> known = [.. names.Where(name => packages.Find(name) is not null)];
        foreach (var name in known.Where(name => checks?.Start(name) == true))
        {
            await audit.WriteAsync(Visitor.Staff(User).Login, "problem.verified", null, name);
        }

        TempData["toast"] = words["proof.begun", known.Count];
        return Redirect(known is [var only] ? LibraryPaths.Proof(only) : LibraryPaths.Home);
    }

    public async Task<IActionResult> OnPostLookAsync(CancellationToken ct)
    {
        var (file, tooLarge) = UploadGuard.FileOf(HttpContext);
        if (file is null)
        {
            return Refuse(
                tooLarge ? "tooLarge" : "noFile",
                tooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity
            );
        }

        await LookAsync(file, ct);
        return Page();
    }

    /// <param name="id">Of the file that was looked at.</param>
    /// <param name="replace">Packages of the same names give way.</param>
    /// <param name="sure">Also those that a running contest uses.</param>
    public async Task<IActionResult> OnPostStoreAsync(string? id, bool replace, bool sure, CancellationToken ct)
    {
        if (uploads.Find(id) is not { } file)
        {
            return Refuse("gone", StatusCodes.Status422UnprocessableEntity);
        }

        if (replace && !sure)
        {
            await LookAsync(file, ct);
            if (Running.Count > 0)
            {
                return Refuse("unsure", StatusCodes.Status422UnprocessableEntity);
            }
        }
        Report = await RunAsync(file, new(file.Path, options.ImportedFolder) { Replace = replace }, ct);
        (Sent, Replacing, Running) = (null, [], []);
        foreach (var package in Report.Packages.Where(package => package.Outcome is ImportOutcome.Stored or ImportOutcome.Replaced))
        {
            var act = package.Outcome == ImportOutcome.Replaced ? "problem.replaced" : "problem.imported";
            await audit.WriteAsync(Visitor.Staff(User).Login, act, null, package.Name);
        }
        if (Report.Packages.Count > 0)
        {
            uploads.Delete(file);
        }

        return Page();
    }

    private async Task LookAsync(KeptFile file, CancellationToken ct)
    {
        Sent = file;
        Report = await RunAsync(file, new(file.Path, options.ImportedFolder) { DryRun = true, Replace = true }, ct);
        Replacing =
        [
            .. Report
                .Packages.Where(package => package.Outcome == ImportOutcome.Sound)
                .Select(package => package.Name)
                .Where(name => Directory.Exists(Path.Combine(options.ImportedFolder, name))),
        ];
        var now = time.GetUtcNow();
        Running =
        [
            .. (await contests.ListAsync(ct)).Where(contest =>
                contest.PhaseAt(now) == ContestPhase.Running && contest.Problems.Any(problem => Replacing.Contains(problem.Problem))
            ),
        ];
    }

    /// <summary>
    /// Off the request's thread: a large source takes its time. Programs are tried as long as somebody likes to wait for a page; while
    /// boxes are busy with a contest, none may come free.
    /// </summary>
    private async Task<ImportReport> RunAsync(KeptFile file, ImportRequest request, CancellationToken ct)
    {
        using var enough = new CancellationTokenSource(Patience, time);
        return await Task.Run(
            () =>
                Importers.Run(
                    request with
                    {
                        Beside = [options.ProblemsFolder],
                        Name = string.IsNullOrWhiteSpace(PackageName) ? null : PackageName.Trim(),
                        Format = string.IsNullOrEmpty(Format) ? null : Format,
                        ConvertText = ConvertText,
                        Trial = trial is null ? null : problem => trial.RunAsync(problem, ct, enough.Token).GetAwaiter().GetResult(),
                    },
                    ct
                ),
            ct
        );
    }

    private PageResult Refuse(string trouble, int status)
    {
        (Trouble, Response.StatusCode) = ($"library.import.{trouble}", status);
        return Page();
    }
}
