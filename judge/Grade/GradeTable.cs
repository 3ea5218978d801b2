using Judge.Messages;
using Judge.Problems;
using Judge.Score;

namespace Judge.Grade;

/// <summary>What came of one contestant's work on one problem.</summary>
/// <param name="File">Name of the source; null: there is none.</param>
/// <param name="Judgement">Null: not judged, for lack of a file, of its language, or of time.</param>
internal sealed record Grading(string Contestant, Problem Problem, string? File, Judgement? Judgement)
{
    /// <summary>Why the file is no hand-in; null: it is one, or there is none.</summary>
    public Said? Refusal { get; init; }

    /// <summary>What else there is to say of the file.</summary>
    public IReadOnlyList<Said> Remarks { get; init; } = [];

    /// <summary>In the package's own points, to two places as schools round; null: not judged, or the judge failed.</summary>
    public decimal? Points =>
        Judgement is { Verdict: not Verdict.JudgeError } judged ? PointsRule.Points(judged.Share, Problem.FullScore) : null;
}

/// <summary>One contestant's line of the table.</summary>
/// <param name="Rank">1 for the best; equals share a rank.</param>
/// <param name="Cells">One a problem, in the order of the table.</param>
internal sealed record GradeRow(int Rank, string Contestant, IReadOnlyList<Grading> Cells, decimal Total);

/// <summary>The whole result: contestants in the order of their names, with sums and ranks.</summary>
internal sealed record GradeTable(IReadOnlyList<Problem> Problems, IReadOnlyList<GradeRow> Rows)
{
    /// <param name="contestants">In the order of the table.</param>
    /// <param name="gradings">In any order; a pair that is missing counts as not judged.</param>
    public static GradeTable Of(IReadOnlyList<Problem> problems, IReadOnlyList<string> contestants, IEnumerable<Grading> gradings)
    {
        var known = gradings.ToDictionary(one => (one.Contestant, one.Problem.Name));
        List<(string Contestant, List<Grading> Cells, decimal Total)> lines =
        [
            .. contestants.Select(contestant =>
            {
                List<Grading> cells =
                [
                    .. problems.Select(problem =>
                        known.GetValueOrDefault((contestant, problem.Name)) ?? new Grading(contestant, problem, null, null)
                    ),
                ];
                return (contestant, cells, cells.Sum(cell => cell.Points ?? 0));
            }),
        ];
        return new GradeTable(
            problems,
            [
                .. lines.Select(line => new GradeRow(
                    1 + lines.Count(other => other.Total > line.Total),
                    line.Contestant,
                    line.Cells,
                    line.Total
                )),
            ]
        );
    }
}
