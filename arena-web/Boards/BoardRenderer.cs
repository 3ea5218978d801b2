using ArenaWeb.Accounts;
using ArenaWeb.Words;
using Judge.Problems.Package;
using Standings = Judge.Board.BoardView;

namespace ArenaWeb.Boards;

/// <summary>Brings together what a board shows: standings from the judge, people and titles from this side.</summary>
internal sealed class BoardRenderer(People people, ProblemLibrary library)
{
    public async Task<BoardSnapshot> SnapshotAsync(Standings standings, SnapshotKey key, CancellationToken ct)
    {
        var known = await people.ListAsync(standings.Contest.Id, ct);
        return new(key, standings.Contest, standings.Rows, known.ToDictionary(person => person.Entrant));
    }

    /// <summary>Titles of problems appear with the start; a package that is gone or broken shows its bare name.</summary>
    public BoardView View(BoardSnapshot snapshot, Phrases words) =>
        StandingsView.Of(
            snapshot.Contest,
            snapshot.Rows,
            snapshot.People,
            snapshot.Key.Frozen,
            name => snapshot.Key.Started ? library.Look(name)?.Problem?.Title(words.Language.Code) ?? name : "",
            words
        );
}
