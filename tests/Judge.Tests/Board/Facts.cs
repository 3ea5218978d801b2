using System.Globalization;
using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace Judge.Tests.Board;

/// <summary>Short ways to write contests, tries and rows down.</summary>
internal static class Facts
{
    public static readonly DateTimeOffset Start = new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Every way to count that makes sense.</summary>
    public static IEnumerable<(ScoringStyle Scoring, Counting Counting)> Styles =>
        from scoring in Enum.GetValues<ScoringStyle>()
        from counting in Enum.GetValues<Counting>()
        where ContestRule.Flaws(Contest(scoring, counting: counting)).Count == 0
        select (scoring, counting);

    public static Contest Contest(ScoringStyle scoring, DateTimeOffset? freezeAt = null, Counting counting = Counting.Best) =>
        new()
        {
            Code = "THT",
            Names = new Dictionary<string, string> { ["vi"] = "Tin học trẻ" },
            Scoring = scoring,
            Counting = counting,
            Start = Start,
            End = Start.AddMinutes(120),
            FreezeAt = freezeAt,
            Problems = [new ContestProblem("A", "aplusb", 100), new ContestProblem("B", "dayso", 6)],
        };

    /// <summary>Entrants 1 to n.</summary>
    public static IReadOnlyList<EntrantId> Entrants(int n) => [.. Enumerable.Range(1, n).Select(id => new EntrantId(id))];

    /// <summary>
    /// Tries such as <c>"1 A 10 WA 0.5"</c>: entrant, label, minute, verdict, share; numbered as they stand. <c>0.3+0+0.2</c> are the
    /// weighted shares of groups.
    /// </summary>
    public static IReadOnlyList<Judged> Tries(params string[] lines) =>
        [
            .. lines.Select(
                (line, at) =>
                {
                    var words = line.Split(' ');
                    var verdict = words[3] switch
                    {
                        "AC" => Verdict.Accepted,
                        "WA" => Verdict.WrongAnswer,
                        "TLE" => Verdict.TimeLimit,
                        "CE" => Verdict.CompileError,
                        "JE" => Verdict.JudgeError,
                        "??" => Verdict.None,
                        var other => throw new ArgumentException(other),
                    };
                    var shares =
                        words.Length > 4
                            ? words[4].Split('+').Select(share => decimal.Parse(share, CultureInfo.InvariantCulture)).ToArray()
                            : [];
                    return new Judged(
                        new SubmissionId(at + 1),
                        new EntrantId(Number(words[0])),
                        words[1],
                        Start.AddMinutes(Number(words[2])),
                        verdict,
                        shares.Length > 0 ? shares.Sum()
                            : verdict == Verdict.Accepted ? 1
                            : 0
                    )
                    {
                        Groups = shares.Length > 1 ? shares : [],
                    };
                }
            ),
        ];

    /// <summary>A row such as <c>"1. #2 100 +25 | A 100 s 2 w0 m10 * | B …"</c>.</summary>
    public static string Text(Row row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Rank}. #{row.Entrant.Value} {row.Points:0.##} +{row.Penalty}")
        + string.Concat(row.Cells.Select(Text));

    private static string Text(Cell cell) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $" | {cell.Label} {cell.Points:0.##}{(cell.Solved ? " solved" : "")} of {cell.Attempts} waiting {cell.Waiting} "
                + $"m{cell.Minute}{(cell.First ? " first" : "")}"
        );

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
