using System.Text;
using Judge.Messages;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

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
    public async Task RunAsync(
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
    }

    /// <summary>Not judged yet.</summary>
    private static (Grading Grading, ContestantSource? Source) Wanted(Contestant one, Problem problem)
    {
        var source = one.Sources.FirstOrDefault(source => source.Package == problem.Name);
        return (new Grading(one.Name, problem, source?.File, null), source);
    }

    private async Task<Grading> GradeAsync(Grading wanted, ContestantSource? source, CancellationToken ct)
    {
        var grading =
            source is { Bytes.Length: <= SubmitRule.MostBytes } && languages.OfFile(source.File) is { } language
                ? wanted with
                {
                    Judgement = await judge(wanted.Problem, language.Id, source.Bytes, ct),
                }
                : wanted;
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
