using System.Globalization;
using ArenaWeb.Access;
using ArenaWeb.Words;
using Judge.Board;
using Judge.Contests;

namespace ArenaWeb.Boards;

/// <summary>Standings by number to a board for the public. Pure; without consent a pupil is a number, a class and a school.</summary>
internal static class StandingsView
{
    /// <summary>In place of the rank of whoever has no points: nobody is first before the start.</summary>
    private const string Unranked = "–";

    /// <param name="frozen">Tries without a verdict are those since the freeze.</param>
    /// <param name="title">Name of a package for people, told once the contest has begun.</param>
    public static BoardView Of(
        Contest contest,
        IEnumerable<Row> rows,
        IReadOnlyDictionary<EntrantId, ShownPerson> people,
        bool frozen,
        Func<string, string> title,
        Phrases words
    )
    {
        return new(
            [.. contest.Problems.Select(problem => new BoardColumn(problem.Label, title(problem.Problem)))],
            [.. rows.Where(row => people.ContainsKey(row.Entrant)).Select(row => Line(row, people[row.Entrant]))],
            frozen,
            contest.HasPenalty
        );

        BoardRow Line(Row row, ShownPerson person) =>
            new(
                Text(row.Entrant.Value),
                row.Points > 0 ? Text(row.Rank) : Unranked,
                person.Label,
                person.School,
                words.Number(row.Points),
                contest.HasPenalty ? Text(row.Penalty) : null,
                [.. row.Cells.Select(cell => Square(contest, cell, frozen, words))],
                person.Class
            );
    }

    /// <summary>A right solution is settled, unless a later try takes its place.</summary>
    private static BoardCell Square(Contest contest, Cell cell, bool frozen, Phrases words)
    {
        var tries = cell.Attempts + cell.Waiting;
        if (tries == 0)
        {
            return BoardCell.Untouched;
        }

        var icpc = contest.Scoring == ScoringStyle.Icpc;
        var hidden = frozen && cell.Waiting > 0;
        var points = words.Number(cell.Points);
        var minute = contest.Scoring == ScoringStyle.PointsWithPenalty ? cell.Minute : null;
        if (cell.Solved && !(hidden && contest.Counting == Counting.Last))
        {
            return new(BoardCellState.Solved, icpc ? $"{cell.Minute}" : points, tries, cell.First, minute);
        }
        if (hidden)
        {
            return new(BoardCellState.Frozen, icpc || cell.Points == 0 ? "" : points, tries, Minute: minute);
        }

        if (cell.Points > 0 && !icpc)
        {
            return new(BoardCellState.Partial, points, tries, Minute: minute);
        }

        return cell.Waiting > 0 ? new(BoardCellState.Waiting, "", tries) : new(BoardCellState.Wrong, icpc ? "" : points, tries);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
