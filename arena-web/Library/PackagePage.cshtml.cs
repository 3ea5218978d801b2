using System.Text;
using ArenaWeb.Accounts;
using ArenaWeb.Problems;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Formats.Draft;
using Judge.Formats.Kattis;
using Judge.Problems;
using Judge.Verify;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Library;

/// <summary>One package: what it says, how pupils see it, and its verification.</summary>
/// <param name="checks">Null: this program has no boxes to verify in.</param>
[Authorize(Policies.Organiser)]
internal sealed class PackagePageModel(
    Packages packages,
    Statements statements,
    Languages languages,
    Uploads uploads,
    Audit audit,
    Phrases words,
    Proofs proofs,
    PackageChecks? checks = null
) : PageModel
{
    public Package Package { get; private set; } = null!;

    /// <summary>Null: the package is broken.</summary>
    public ProblemText? Text { get; private set; }

    public bool CanCheck => checks is not null;

    /// <summary>The last verification; null: there was none since the start of this program.</summary>
    public PackageCheck? Check { get; private set; }

    /// <summary>What came of the package's own solutions; null: it was never proved as it is now.</summary>
    public Proof? Proof { get; private set; }

    public ProofState State => ProofRule.StateOf(Proof);

    /// <summary>The package was changed after it was verified.</summary>
    public bool IsStale => Check?.Result is { } result && result.Problem.Version != Package.Problem?.Version;

    /// <summary>What an export changed or left out; null: none was asked for.</summary>
    public IReadOnlyList<ImportLine>? ExportLines { get; private set; }

    /// <summary>The exported zip; null: there is none.</summary>
    public KeptFile? Exported { get; private set; }

    public string Path => LibraryPaths.Package(Package.Name);

    public IHtmlContent Report =>
        Check?.Result is { } result ? new HtmlString(VerifyHtml.Fragment(result, words.Catalog)) : HtmlString.Empty;

    /// <summary>The languages that the author admits.</summary>
    public string LanguageNames(Problem problem) =>
        problem.Languages.Count == 0
            ? words["library.languages.all"]
            : string.Join(", ", problem.Languages.Select(id => languages.Find(id)?.Name ?? id));

    /// <param name="phan">Given: only the part that changes while it is verified.</param>
    public async Task<IActionResult> OnGetAsync(string name, string? phan, CancellationToken ct)
    {
        if (!Find(name))
        {
            return NotFound();
        }

        if (phan is not null)
        {
            return Partial("_CheckNow", this);
        }

        return await ShowAsync(ct);
    }

    public IActionResult OnGetPdf(string name) => Find(name) ? ProblemText.PdfOf(Package.Problem, words.Language.Code) : NotFound();

    /// <param name="tep">Name of the attachment.</param>
    public IActionResult OnGetAttachment(string name, string? tep) =>
        Find(name) ? ProblemText.AttachmentOf(Package.Problem, tep) : NotFound();

    /// <summary>The last verification as a page that stands alone, to be kept or sent.</summary>
    public IActionResult OnGetReport(string name) =>
        Find(name) && Check?.Result is { } result
            ? File(
                Encoding.UTF8.GetBytes(VerifyHtml.Page(result, words.Catalog)),
                "application/octet-stream",
                $"{name}-{result.Problem.Version[..8]}.html"
            )
            : NotFound();

    public async Task<IActionResult> OnPostCheckAsync(string name)
    {
        if (!Find(name) || checks is null)
        {
            return NotFound();
        }

        if (checks.Start(name))
        {
            await audit.WriteAsync(Visitor.Staff(User).Login, "problem.verified", null, name);
        }
        else
        {
            TempData["toast"] = words["library.check.busy"];
        }

        return Redirect(Path + "#kiem-tra");
    }

    public async Task<IActionResult> OnPostExportAsync(string name, CancellationToken ct)
    {
        if (!Find(name) || Package.Problem is not { } problem)
        {
            return NotFound();
        }

        var (id, folder) = uploads.NewPlace();
        ExportLines = await Task.Run(() => ExportKattis.Write(problem.Folder, System.IO.Path.Combine(folder, $"{name}.zip")), ct);
        Exported = uploads.Find(id);
        return await ShowAsync(ct);
    }

    /// <param name="id">Of an export of this package.</param>
    public IActionResult OnGetExported(string name, string? id) =>
        Find(name) && uploads.Find(id) is { } file && file.Name == $"{name}.zip"
            ? PhysicalFile(file.Path, "application/zip", file.Name)
            : NotFound();

    private async Task<PageResult> ShowAsync(CancellationToken ct)
    {
        if (Package.Problem is { } problem)
        {
            Text = await ProblemText.OfAsync(problem, statements, words.Language.Code, Path, ct);
        }

        return Page();
    }

    private bool Find(string name)
    {
        if (packages.Find(name) is not { } package)
        {
            return false;
        }

        (Package, Check) = (package, checks?.Of(name));
        Proof = package.Problem is { } problem ? proofs.Of(problem) : null;
        return true;
    }
}
