using Judge.Problems;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Problems;

/// <summary>What a page shows of a package to who is to solve it; <c>_ProblemText</c> draws it.</summary>
/// <param name="Pdf">Path of the statement as PDF; null: there is none.</param>
/// <param name="Page">Address of the page, whose handlers <c>Pdf</c> and <c>Attachment</c> give the files.</param>
internal sealed record ProblemText(
    Problem Problem,
    Statement Statement,
    string? Pdf,
    IReadOnlyList<Sample> Samples,
    IReadOnlyList<Talk> Talks,
    IReadOnlyList<Attachment> Attachments,
    string Page
)
{
    public bool IsPdfOnly => Pdf is not null && string.IsNullOrWhiteSpace(Statement.Markdown);

    public string PdfAddress => $"{Page}?handler=Pdf";

    public string AddressOf(Attachment attachment) => $"{Page}?handler=Attachment&tep={Uri.EscapeDataString(attachment.Name)}";

    /// <summary>
    /// Where there are talks they are the samples: the files of an interactive test are the interactor's, no program reads them.
    /// </summary>
    public static async Task<ProblemText> OfAsync(
        Problem problem,
        Statements statements,
        string language,
        string page,
        CancellationToken ct
    )
    {
        var talks = await Talk.OfAsync(problem, ct);
        var samples = talks.Count > 0 ? [] : await Sample.OfAsync(problem, ct);
        return new(problem, statements.Of(problem, language), problem.StatementPdf(language), samples, talks, Attachment.Of(problem), page);
    }

    /// <summary>The statement as a PDF to be shown; the answer's type is fixed, so nothing in the file can act as a page of ours.</summary>
    public static IActionResult PdfOf(Problem? problem, string language) =>
        problem?.StatementPdf(language) is { } path ? new PhysicalFileResult(path, "application/pdf") : new NotFoundResult();

    /// <summary>An attachment to be saved, never opened in a page.</summary>
    public static IActionResult AttachmentOf(Problem? problem, string? name) =>
        problem is not null && Attachment.Find(problem, name) is { } found
            ? new PhysicalFileResult(found.Path, "application/octet-stream") { FileDownloadName = found.Name }
            : new NotFoundResult();
}
