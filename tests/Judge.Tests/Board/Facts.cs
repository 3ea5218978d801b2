using System.Globalization;
using Judge.Board;
using Judge.Contests;
using Judge.Score;
using Judge.Submit;

namespace Judge.Tests.Board;

/// <summary>Short ways to write contests, tries and rows down.</summary>
internal static class Facts
{
    public static readonly DateTimeOffset Start = new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);

    public static Contest Contest(ScoringStyle scoring, DateTimeOffset? freezeAt = null) => new()
    {
        Code = "THT",
        Names = new Dictionary<string, string> { ["vi"] = "Tin học trẻ" },
        Scoring = scoring,
        Start = Start,
        End = Start.AddMinutes(120),
        FreezeAt = freezeAt,
        Problems = [new ContestProblem("A", "aplusb", 100), new ContestProblem("B", "dayso", 6)],
    };

    /// <summary>Entrants 1 to n.</summary>
    public static IReadOnlyList<EntrantId> Entrants(int n) => [.. Enumerable.Range(1, n).Select(id => new EntrantId(id))];

    /// <summary>Tries such as <c>"1 A 10 WA 0.5"</c>: entrant, label, minute, verdict, share; numbered as they stand.</summary>
    public static IReadOnlyList<Judged> Tries(params string[] lines) =>
        [.. lines.Select((line, at) =>
        {
            var words = line.Split(' ');
            var verdict = words[3] switch
            {
                "AC" => Verdict.Accepted, "WA" => Verdict.WrongAnswer, "TLE" => Verdict.TimeLimit, "CE" => Verdict.CompileError,
                "JE" => Verdict.JudgeError, "??" => Verdict.None, var other => throw new ArgumentException(other),
            };
            return new Judged(
                new SubmissionId(at + 1), new EntrantId(Number(words[0])), words[1], Start.AddMinutes(Number(words[2])), verdict,
                words.Length > 4 ? decimal.Parse(words[4], CultureInfo.InvariantCulture) : verdict == Verdict.Accepted ? 1 : 0);
        })];

    /// <summary>A row such as <c>"1. #2 100 +25 | A 100 s 2 w0 m10 * | B …"</c>.</summary>
    public static string Text(Row row) => string.Create(CultureInfo.InvariantCulture, $"{row.Rank}. #{row.Entrant.Value} {row.Points} +{row.Penalty}")
        + string.Concat(row.Cells.Select(Text));

    private static string Text(Cell cell) => string.Create(
        CultureInfo.InvariantCulture,
        $" | {cell.Label} {cell.Points}{(cell.Solved ? " solved" : "")} of {cell.Attempts} waiting {cell.Waiting} m{cell.Minute}{(cell.First ? " first" : "")}");

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
