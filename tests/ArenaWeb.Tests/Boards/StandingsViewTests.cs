using System.Text.Encodings.Web;
using System.Text.Unicode;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Boards;
using ArenaWeb.Words;
using Judge.Board;
using Judge.Contests;

namespace ArenaWeb.Tests.Boards;

public sealed class StandingsViewTests
{
    private static readonly Phrases Words = new(new Lexicon(), SiteLanguage.Vietnamese);
    private static readonly Contest Points = Contest(ScoringStyle.Points);
    private static readonly Contest Icpc = Contest(ScoringStyle.Icpc);

    [Fact]
    public void A_name_appears_with_consent_only()
    {
        var view = View(Points, [Row(1), Row(2)], new() { [new(1)] = Pupil(1, publish: false), [new(2)] = Pupil(2, publish: true) });
        Assert.Equal(["TS1", "TS2 · Đỗ Minh Đức"], view.Rows.Select(row => row.Entrant));
        Assert.All(view.Rows, row => Assert.Equal(("THCS <Bàn Cờ>", "9A1"), (row.School, row.Class)));
    }

    [Fact]
    public void An_entrant_without_a_person_is_not_shown() => Assert.Empty(View(Points, [Row(1)], []).Rows);

    [Fact]
    public void Nobody_has_a_rank_without_points()
    {
        var view = View(
            Points,
            [Row(1) with { Points = 40 }, Row(2) with { Rank = 2 }],
            new() { [new(1)] = Pupil(1, false), [new(2)] = Pupil(2, false) }
        );
        Assert.Equal(["1", "–"], view.Rows.Select(row => row.Rank));
    }

    [Fact]
    public void Cells_by_points()
    {
        Assert.Equal(BoardCell.Untouched, Cell(Points, new("A", 0, false, 0, 0, null, false)));
        Assert.Equal(new(BoardCellState.Solved, "8,75", 2, true), Cell(Points, new("A", 8.75m, true, 2, 0, 10, true)));
        Assert.Equal(new(BoardCellState.Partial, "40", 3), Cell(Points, new("A", 40, false, 3, 0, 10, false)));
        Assert.Equal(new(BoardCellState.Wrong, "0", 1), Cell(Points, new("A", 0, false, 1, 0, null, false)));
        Assert.Equal(new(BoardCellState.Waiting, "", 1), Cell(Points, new("A", 0, false, 0, 1, null, false)));
    }

    [Fact]
    public void Cells_by_ICPC()
    {
        Assert.Equal(new(BoardCellState.Solved, "57", 2), Cell(Icpc, new("A", 1, true, 2, 0, 57, false)));
        Assert.Equal(new(BoardCellState.Wrong, "", 2), Cell(Icpc, new("A", 0, false, 2, 0, null, false)));
    }

    [Fact]
    public void Points_with_penalty_tell_the_minute_that_parts_equals()
    {
        var contest = Contest(ScoringStyle.PointsWithPenalty);
        Assert.Equal(new(BoardCellState.Solved, "100", 2, true, 57), Cell(contest, new("A", 100, true, 2, 0, 57, true)));
        Assert.Equal(new(BoardCellState.Partial, "40", 3, Minute: 12), Cell(contest, new("A", 40, false, 3, 0, 12, false)));
        Assert.Equal(new(BoardCellState.Wrong, "0", 1), Cell(contest, new("A", 0, false, 1, 0, null, false)));
        var view = View(
            contest,
            [Row(1) with { Points = 40, Penalty = 22, Cells = [new("A", 40, false, 3, 0, 12, false)] }],
            new() { [new(1)] = Pupil(1, false) }
        );
        Assert.Equal((true, "22"), (view.HasPenalty, view.Rows[0].Penalty));
        Assert.Contains(
            "<small><span class=\"cell-minute\">12′ · </span>3 lần</small>",
            RenderedBoard.Of(view, Words, "/icons.svg", HtmlEncoder.Create(UnicodeRanges.All)).Html
        );
        Assert.Equal(
            (false, null),
            (View(Points, [Row(1)], []).HasPenalty, View(Points, [Row(1)], new() { [new(1)] = Pupil(1, false) }).Rows[0].Penalty)
        );
    }

    [Fact]
    public void Where_the_last_try_counts_one_since_the_freeze_may_take_the_place_of_a_right_one()
    {
        var last = Points with { Counting = Counting.Last };
        Assert.Equal(BoardCellState.Frozen, Cell(last, new("A", 100, true, 1, 1, 5, false), frozen: true).State);
        Assert.Equal(BoardCellState.Solved, Cell(last, new("A", 100, true, 1, 0, 5, false), frozen: true).State);
        Assert.Equal(BoardCellState.Solved, Cell(last, new("A", 100, true, 1, 1, 5, false)).State);
        Assert.Equal(BoardCellState.Solved, Cell(Points, new("A", 100, true, 1, 1, 5, false), frozen: true).State);
    }

    [Fact]
    public void What_was_handed_in_since_the_freeze_is_hatched_and_says_no_more_than_its_number()
    {
        Assert.Equal(new(BoardCellState.Frozen, "", 3), Cell(Icpc, new("A", 0, false, 1, 2, null, false), frozen: true));
        Assert.Equal(new(BoardCellState.Frozen, "40", 2), Cell(Points, new("A", 40, false, 1, 1, 5, false), frozen: true));
        Assert.Equal(new(BoardCellState.Solved, "57", 1), Cell(Icpc, new("A", 1, true, 1, 0, 57, false), frozen: true));
    }

    [Fact]
    public void Rows_are_rendered_encoded_and_packed_to_the_same_bytes_for_the_same_rows()
    {
        var view = View(Points, [Row(1)], new() { [new(1)] = Pupil(1, publish: true) });
        var encoder = HtmlEncoder.Create(UnicodeRanges.All);
        var rendered = RenderedBoard.Of(view, Words, "/icons.svg", encoder);
        Assert.Contains("THCS &lt;Bàn Cờ&gt;", rendered.Html);
        Assert.DoesNotContain("<Bàn", rendered.Html);
        Assert.Equal(rendered.Tag, RenderedBoard.Of(view, Words, "/icons.svg", encoder).Tag);
        using var unpacked = new MemoryStream();
        using var brotli = new System.IO.Compression.BrotliStream(
            new MemoryStream(rendered.Brotli.ToArray()),
            System.IO.Compression.CompressionMode.Decompress
        );
        brotli.CopyTo(unpacked);
        Assert.Equal(rendered.Plain.ToArray(), unpacked.ToArray());
    }

    private static BoardCell Cell(Contest contest, Cell cell, bool frozen = false) =>
        View(contest, [new Row(1, new(1), 0, 0, [cell])], new() { [new(1)] = Pupil(1, false) }, frozen).Rows[0].Cells[0];

    private static BoardView View(Contest contest, IEnumerable<Row> rows, Dictionary<EntrantId, Person> people, bool frozen = false) =>
        StandingsView.Of(contest, rows, Shown(contest, people), frozen, name => name, Words);

    private static Dictionary<EntrantId, ShownPerson> Shown(Contest contest, Dictionary<EntrantId, Person> people) =>
        ShownName.Public(contest, people.Values, contest.Start).ToDictionary(person => person.Entrant);

    private static Row Row(long entrant) => new(1, new(entrant), 0, 0, [new("A", 0, false, 0, 0, null, false)]);

    private static Person Pupil(long entrant, bool publish) =>
        new(new(entrant), new(1), $"TS{entrant}", "Đỗ Minh Đức", "THCS <Bàn Cờ>", "9A1", publish);

    private static Contest Contest(ScoringStyle scoring) =>
        new()
        {
            Code = "A",
            Names = new Dictionary<string, string> { ["vi"] = "A" },
            Scoring = scoring,
            Problems = [new("A", "a", 100)],
            Start = DateTimeOffset.UnixEpoch,
            End = DateTimeOffset.UnixEpoch.AddHours(3),
        };
}
