using System.IO.Compression;
using System.Runtime.CompilerServices;
using ArenaWeb.Access;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Privacy;

/// <summary>
/// All data of a school as one ZIP, written while it is read. Files inside bear numbers and never a name; tables say whose they are.
/// </summary>
internal sealed class SchoolExport(
    SchoolData data,
    Consents consents,
    PrivacyRequests requests,
    AccessLog log,
    IContests contests,
    ISubmissions submissions,
    IJudgements judgements,
    IBlobs blobs,
    Languages languages
)
{
    private const int PageOfSubmissions = 1_000;
    private const int MostReads = 100_000;

    /// <param name="words">Headings and formats are in this language.</param>
    public async Task WriteAsync(UnitId school, Stream stream, Phrases words, CancellationToken ct)
    {
        var entrants = await data.EntrantsAsync(school, ct);
        var lines = new ExportLines(words, (await contests.ListAsync(ct)).ToDictionary(contest => contest.Id));
        var open = entrants.Select(entrant => new ContestId(entrant.Contest)).Distinct().ToList();
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await TableAsync("hoc-sinh", (await data.PupilsAsync(school, ct)).Select(lines.Of));
        await TableAsync("ghi-danh", (await data.EntriesAsync(school, ct)).Select(lines.Of));
        await TableAsync("thi-sinh", entrants.Select(lines.Of));
        await TableAsync("dong-y", (await consents.OfSchoolAsync(school.Value, ct)).SelectMany(pupil => pupil, lines.Of));
        await TableAsync("yeu-cau", (await requests.OfSchoolAsync(school.Value, ct)).Select(lines.Of));
        await TableAsync("luot-xem", (await log.OfSchoolAsync(school.Value, open, 0, MostReads, ct)).Select(lines.Of));
        await WriteTableAsync("bai-nop", WorkAsync(entrants, ct).Select(lines.Of));
        await foreach (var (work, _) in WorkAsync(entrants, ct))
        {
            var source = await blobs.GetAsync(work.Source, ct);
            await using var file = await zip.CreateEntry(ExportLines.FileOf(work, languages)).OpenAsync(ct);
            await file.WriteAsync(source, ct);
        }

        Task TableAsync(string name, IEnumerable<string[]> rows) => WriteTableAsync(name, rows.ToAsyncEnumerable());

        async Task WriteTableAsync(string name, IAsyncEnumerable<string[]> rows)
        {
            await using var file = await zip.CreateEntry($"{name}.csv").OpenAsync(ct);
            await CsvFile.WriteAsync(file, words[$"privacy.csv.{name}"], rows, ct);
        }
    }

    /// <summary>Each entrant's hand-ins, newest first, with what came of them; null: nothing yet.</summary>
    private async IAsyncEnumerable<(Submission Work, Judgement? Judgement)> WorkAsync(
        IReadOnlyList<SchoolEntrant> entrants,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        foreach (var entrant in entrants)
        {
            var all = new SubmissionFilter { Entrant = new(entrant.Entrant), Most = PageOfSubmissions };
            IReadOnlyList<Submission> page;
            do
            {
                page = await submissions.ListAsync(all, ct);
                var judged = await judgements.OfAsync([.. page.Select(work => work.Id)], ct);
                foreach (var work in page)
                {
                    yield return (work, judged.GetValueOrDefault(work.Id));
                }
                all = all with { Before = page.Count > 0 ? page[^1].Id : null };
            } while (page.Count == PageOfSubmissions);
        }
    }
}
