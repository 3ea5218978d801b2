using System.Text.Encodings.Web;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Words;
using Judge.Board;
using Judge.Problems.Package;

namespace ArenaWeb.Boards;

/// <summary>Makes a board ready to be shown: standings from the judge, people and titles from this side.</summary>
internal sealed class BoardRenderer(People people, ProblemLibrary library, HtmlEncoder encoder, TimeProvider time)
{
    public async Task<BoardSnapshot> SnapshotAsync(Scoreboard scoreboard, SnapshotKey key, CancellationToken ct)
    {
        var known = await people.ListAsync(scoreboard.Contest.Id, ct);
        var shown = ShownName.Public(scoreboard.Contest, known, time.GetUtcNow());
        return new(key, scoreboard.Contest, scoreboard.Rows, shown.ToDictionary(person => person.Entrant));
    }

    /// <param name="sprite">Where the icons are.</param>
    public RenderedBoard Render(BoardSnapshot snapshot, Phrases words, string sprite) =>
        RenderedBoard.Of(View(snapshot, words), words, sprite, encoder);

    /// <summary>Titles of problems appear with the start; a package that is gone or broken shows its bare name.</summary>
    private BoardView View(BoardSnapshot snapshot, Phrases words) =>
        StandingsView.Of(
            snapshot.Contest,
            snapshot.Rows,
            snapshot.People,
            snapshot.Key.Frozen,
            name => snapshot.Key.Titles ? library.Look(name)?.Problem?.Title(words.Language.Code) ?? name : "",
            words
        );
}
