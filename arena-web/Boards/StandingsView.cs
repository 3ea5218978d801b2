using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Layout;
using ArenaWeb.Words;
using Judge.Contests;
using Cell = Judge.Board.Cell;
using Row = Judge.Board.Row;

namespace ArenaWeb.Boards;

/// <summary>Standings by number to a board for the public. Pure; without consent a pupil is a number, a class and a school.</summary>
internal static class StandingsView
{
    /// <summary>In place of the rank of whoever has no points: nobody is first before the start.</summary>
    private const string Unranked = "–";

    /// <param name="frozen">Tries without a verdict are those since the freeze.</param>
    /// <param name="title">Name of a package for people, told once the contest has begun.</param>
    public static BoardView Of(
        Contest contest, IEnumerable<Row> rows, IReadOnlyDictionary<EntrantId, Person> people, bool frozen, Func<string, string> title, Phrases words)
    {
        var icpc = contest.Scoring == ScoringStyle.Icpc;
        return new(
            [.. contest.Problems.Select(problem => new BoardColumn(problem.Label, title(problem.Problem)))],
            [.. rows.Where(row => people.ContainsKey(row.Entrant)).Select(row => Line(row, people[row.Entrant]))],
            frozen, icpc);

        BoardRow Line(Row row, Person person) => new(
            Text(row.Entrant.Value), row.Points > 0 ? Text(row.Rank) : Unranked,
            person.PublicName.Length > 0 ? $"{person.Sbd} · {person.PublicName}" : person.Sbd,
            person.School, words.Number(row.Points), icpc ? Text(row.Penalty) : null,
            [.. row.Cells.Select(cell => Square(cell, icpc, frozen, words))], person.Class);
    }

    private static BoardCell Square(Cell cell, bool icpc, bool frozen, Phrases words)
    {
        var tries = cell.Attempts + cell.Waiting;
        if (tries == 0) return BoardCell.Untouched;
        var points = words.Number(cell.Points);
        if (cell.Solved) return new(BoardCellState.Solved, icpc ? $"{cell.Minute}" : points, tries, cell.First);
        if (cell.Waiting > 0 && frozen) return new(BoardCellState.Frozen, icpc || cell.Points == 0 ? "" : points, tries);
        if (cell.Points > 0 && !icpc) return new(BoardCellState.Partial, points, tries);
        return cell.Waiting > 0 ? new(BoardCellState.Waiting, "", tries) : new(BoardCellState.Wrong, icpc ? "" : points, tries);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
