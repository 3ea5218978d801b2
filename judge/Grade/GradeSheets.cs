using Judge.Messages;
using Judge.Score;

namespace Judge.Grade;

/// <summary>The table of grades as a spreadsheet: the marks, and every test on a second sheet.</summary>
internal static class GradeSheets
{
    private static readonly string[] TestColumns =
    [
        "themis.sheet.contestant",
        "themis.sheet.problem",
        "themis.sheet.test",
        "themis.sheet.verdict",
        "themis.sheet.points",
        "themis.sheet.time",
        "themis.sheet.memory",
    ];

    public static void Write(GradeTable table, MessageCatalog words, Stream to)
    {
        var book = new Workbook();
        book.Add(words["themis.sheet.marks"], Marks(table, words), [6, 28, .. table.Problems.Select(_ => 12), 10, 10]);
        book.Add(words["themis.sheet.tests"], Tests(table, words), [28, 14, 20, 24, 10, 12, 12]);
        book.Write(to);
    }

    private static List<IReadOnlyList<object?>> Marks(GradeTable table, MessageCatalog words)
    {
        List<IReadOnlyList<object?>> rows =
        [
            [
                words["themis.sheet.number"],
                words["themis.sheet.contestant"],
                .. table.Problems.Select(problem => problem.Name.ToUpperInvariant()),
                words["themis.sheet.total"],
                words["themis.sheet.rank"],
            ],
        ];
        foreach (var (row, at) in table.Rows.Select((row, at) => (row, at)))
        {
            rows.Add([
                at + 1,
                row.Contestant,
                .. row.Cells.Select(cell => (object?)cell.Points ?? ThemisLog.Missing(cell, words)),
                row.Total,
                row.Rank,
            ]);
        }

        return rows;
    }

    private static List<IReadOnlyList<object?>> Tests(GradeTable table, MessageCatalog words)
    {
        List<IReadOnlyList<object?>> rows =
        [
            [.. TestColumns.Select(column => words[column])],
        ];
        foreach (var cell in table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Judgement is not null))
        {
            var judged = cell.Judgement!;
            if (judged.Tests.Count == 0)
            {
                rows.Add([
                    cell.Contestant,
                    cell.Problem.Name.ToUpperInvariant(),
                    "",
                    ThemisLog.Says(judged.Verdict, words),
                    0m,
                    null,
                    null,
                ]);
            }

            foreach (var test in judged.Tests.Where(test => !test.IsSample))
            {
                var mark = cell.Problem.Tests.First(known => !known.IsSample && known.Name == test.Name).Mark;
                rows.Add([
                    cell.Contestant,
                    cell.Problem.Name.ToUpperInvariant(),
                    test.Name,
                    ThemisLog.Result(test, words),
                    PointsRule.Points(test.Share, mark),
                    decimal.Round((decimal)test.Cpu.TotalSeconds, 3),
                    decimal.Round(test.MemoryBytes / 1048576m, 1),
                ]);
            }
        }

        return rows;
    }
}
