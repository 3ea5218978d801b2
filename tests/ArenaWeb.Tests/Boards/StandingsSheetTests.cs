using ArenaWeb.Accounts;
using ArenaWeb.Boards;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Tests.Boards;

public sealed class StandingsSheetTests
{
    private static readonly Phrases Words = new(new Lexicon(), SiteLanguage.Vietnamese);

    [Fact]
    public void A_name_is_there_with_consent_only_and_numbers_are_numbers()
    {
        var sheet = Sheet(ScoringStyle.PointsWithPenalty, person => person.PublicName);
        Assert.Equal(["Hạng", "SBD", "Họ và tên", "Lớp", "Trường", "A", "B", "Tổng", "Phạt"], sheet.Heading);
        Assert.Equal([1, "TS2", "Đỗ Minh Đức", "9A1", "THCS Bàn Cờ", 8.75m, 0, 8.75m, 12], sheet.Rows[0]);
        Assert.Equal([SheetValue.Empty, "TS1", "", "9A1", "THCS Bàn Cờ", SheetValue.Empty, SheetValue.Empty, 0, 0], sheet.Rows[1]);
        Assert.Equal(2, sheet.Rows.Count);
    }

    [Fact]
    public void Without_a_penalty_there_is_no_column_for_it_and_organisers_read_every_name()
    {
        var sheet = Sheet(ScoringStyle.Points, person => person.Name);
        Assert.Equal("Tổng", sheet.Heading[^1]);
        Assert.All(sheet.Rows, row => Assert.Equal((SheetValue)"Đỗ Minh Đức", row[2]));
        Assert.All(sheet.Rows, row => Assert.Equal(sheet.Heading.Count, row.Count));
    }

    private static SheetExport Sheet(ScoringStyle scoring, Func<Person, string> name) =>
        StandingsSheet.Of(
            new()
            {
                Code = "A",
                Names = new Dictionary<string, string> { ["vi"] = "A" },
                Scoring = scoring,
                Problems = [new("A", "a", 10), new("B", "b", 10)],
                Start = DateTimeOffset.UnixEpoch,
                End = DateTimeOffset.UnixEpoch.AddHours(3),
            },
            [
                new(1, new(2), 8.75m, 12, [new("A", 8.75m, false, 2, 1, 12, false), new("B", 0, false, 1, 0, null, false)]),
                new(2, new(1), 0, 0, [new("A", 0, false, 0, 1, null, false), new("B", 0, false, 0, 0, null, false)]),
                new(2, new(3), 0, 0, [new("A", 0, false, 0, 0, null, false), new("B", 0, false, 0, 0, null, false)]),
            ],
            new Dictionary<EntrantId, Person> { [new(1)] = Pupil(1, publish: false), [new(2)] = Pupil(2, publish: true) },
            name,
            Words
        );

    private static Person Pupil(long entrant, bool publish) =>
        new(new(entrant), new(1), $"TS{entrant}", "Đỗ Minh Đức", "THCS Bàn Cờ", "9A1", publish);
}
