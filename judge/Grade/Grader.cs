using System.Text;
using Judge.Formats.Draft;
using Judge.Messages;
using Judge.Problems;
using Judge.Score;
using Judge.Submit.Intake;

namespace Judge.Grade;

/// <summary>Grades all contestants on all problems and writes what came of it: a log a source, and the table as a spreadsheet.</summary>
/// <param name="judge">Judges one source in a language, given by its folder name.</param>
/// <param name="slots">How many are judged at once.</param>
/// <param name="results">Folder that gets <c>Logs</c> and <c>BangDiem.xlsx</c>; it need not exist yet.</param>
/// <param name="words">The language of logs and table.</param>
internal sealed class Grader(
    Func<Problem, string, ReadOnlyMemory<byte>, CancellationToken, Task<Judgement>> judge,
    Languages languages,
    int slots,
    string results,
    MessageCatalog words
)
{
    /// <summary>
    /// Writes each log as soon as it is known, and the table at the end; after an interruption too, so that nothing graded is lost.
    /// </summary>
    /// <param name="onGraded">Told of each grading, of how many are done and of how many there are, by whichever thread.</param>
    /// <returns>A line for each file that was not graded, or not as it is.</returns>
    public async Task<IReadOnlyList<ImportLine>> RunAsync(
        IReadOnlyList<Problem> problems,
        IReadOnlyList<Contestant> contestants,
        Action<Grading, int, int> onGraded,
        CancellationToken ct
    )
    {
        Directory.CreateDirectory(Path.Combine(results, "Logs"));
        List<(Grading Grading, ContestantSource? Source)> all =
        [
            .. from one in contestants from problem in problems select Wanted(one, problem),
        ];
        var gradings = all.Select(wanted => wanted.Grading).ToArray();
        var done = 0;
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, all.Count),
                new ParallelOptions { MaxDegreeOfParallelism = slots, CancellationToken = ct },
                async (at, token) =>
                {
                    gradings[at] = await GradeAsync(all[at].Grading, all[at].Source, token);
                    onGraded(gradings[at], Interlocked.Increment(ref done), all.Count);
                }
            );
        }
        finally
        {
            await WriteAsync(GradeTable.Of(problems, [.. contestants.Select(one => one.Name)], gradings));
        }

        return [.. gradings.SelectMany(Lines), .. contestants.SelectMany(one => Unused(one, problems))];
    }

    private static IEnumerable<ImportLine> Lines(Grading grading)
    {
        if (grading.Refusal is { } refusal)
        {
            yield return new ImportLine(ImportLineKind.Error, new Said("grade.about", grading.Contestant, refusal));
        }

        foreach (var remark in grading.Remarks)
        {
            yield return new ImportLine(ImportLineKind.LeftOut, new Said("grade.about", grading.Contestant, remark));
        }
    }

    /// <summary>Sources that bear the name of no problem, or of one that has another source.</summary>
    private static IEnumerable<ImportLine> Unused(Contestant one, IReadOnlyList<Problem> problems) =>
        one
            .Sources.Except(problems.Select(problem => SourceFor(one, problem)))
            .Select(source => new ImportLine(
                ImportLineKind.Error,
                problems.Any(problem => problem.Name == source!.Package)
                    ? new Said("grade.fileUnused", one.Name, ImportNames.Shown(source!.File))
                    : new Said(
                        "grade.unknownProblem",
                        one.Name,
                        ImportNames.Shown(source!.File),
                        string.Join(", ", problems.Select(problem => problem.Name.ToUpperInvariant()))
                    )
            ));

    /// <summary>A file that bears the problem's name and no known ending goes to the door, which says what it lacks.</summary>
    private static ContestantSource? SourceFor(Contestant one, Problem problem) =>
        one.Sources.Concat(one.Others).FirstOrDefault(source => source.Package == problem.Name);

    /// <summary>Not judged yet.</summary>
    private static (Grading Grading, ContestantSource? Source) Wanted(Contestant one, Problem problem)
    {
        var source = SourceFor(one, problem);
        return (new Grading(one.Name, problem, source?.File, null), source);
    }

    private async Task<Grading> GradeAsync(Grading wanted, ContestantSource? source, CancellationToken ct)
    {
        var grading = wanted;
        if (source is not null)
        {
            var decision = HandinIntake.Decide([new HandedFile(source.File, source.Bytes)], wanted.Problem, null, languages);
            grading = decision.Handin is { } handin
                ? wanted with
                {
                    Judgement = await judge(wanted.Problem, handin.Language, handin.Bytes, ct),
                    Remarks = handin.Remarks,
                }
                : wanted with
                {
                    Refusal = decision.Refusal,
                };
        }

        await File.WriteAllTextAsync(
            Path.Combine(results, "Logs", ThemisLog.Name(grading)),
            ThemisLog.Text(grading, words),
            new UTF8Encoding(false),
            CancellationToken.None
        );
        return grading;
    }

    private async Task WriteAsync(GradeTable table)
    {
        using var bytes = new MemoryStream();
        GradeSheets.Write(table, words, bytes);
        await File.WriteAllBytesAsync(Path.Combine(results, "BangDiem.xlsx"), bytes.ToArray(), CancellationToken.None);
    }
}
