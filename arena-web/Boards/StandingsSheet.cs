using ArenaWeb.Access;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;
using Judge.Board;
using Judge.Contests;
using Judge.Score;

namespace ArenaWeb.Boards;

/// <summary>Standings as a list to take away: what a board shows, with numbers that can be reckoned with. Pure.</summary>
internal static class StandingsSheet
{
    /// <param name="people">As whoever takes it away may know them.</param>
    public static SheetExport Of(Contest contest, IEnumerable<Row> rows, IReadOnlyDictionary<EntrantId, ShownPerson> people, Phrases words)
    {
        return new(words["boards.sheet"], [.. Heading()], [.. rows.Where(row => people.ContainsKey(row.Entrant)).Select(Line)]);

        IEnumerable<string> Heading() =>
            [
                words["board.rank"],
                words["admin.sbd"],
                words["boards.sheet.name"],
                words["boards.sheet.class"],
                words["board.school"],
                .. contest.Problems.Select(problem => problem.Label),
                words["board.total"],
                .. contest.HasPenalty ? [words["board.penalty"]] : Array.Empty<string>(),
            ];

        IReadOnlyList<SheetValue> Line(Row row)
        {
            var person = people[row.Entrant];
            return
            [
                row.Points > 0 ? row.Rank : SheetValue.Empty,
                person.Sbd,
                person.Name,
                person.Class,
                person.School,
                .. row.Cells.Select(cell => cell.Attempts > 0 ? PointsRule.Round(cell.Points) : SheetValue.Empty),
                PointsRule.Round(row.Points),
                .. contest.HasPenalty ? [row.Penalty] : Array.Empty<SheetValue>(),
            ];
        }
    }
}
