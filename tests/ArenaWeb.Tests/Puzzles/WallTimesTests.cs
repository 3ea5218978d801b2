using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Entries;
using ArenaWeb.Entries.Seating;
using Judge.Contests;

namespace ArenaWeb.Tests.Puzzles;

/// <summary>An invigilator gives the pupils of a room minutes, and stops their clocks.</summary>
public sealed class WallTimesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private readonly Hour _hour = new(arena);

    [Fact]
    public async Task An_invigilator_gives_a_pupil_of_the_own_room_minutes_with_a_reason_that_is_written_down()
    {
        var (contest, cards, path) = await RoomsAsync();
        var invigilator = await InvigilatorAsync(contest);
        Assert.Equal(path, (await ActAsync(invigilator, path, "Time", TimeOf(cards[0], "10", "Chuột hỏng"))).Location);
        var fact = Assert.Single(await TimesAsync(contest));
        Assert.Equal((TimeKind.Extension, TimeSpan.FromMinutes(10), "Chuột hỏng"), (fact.Kind, fact.Amount, fact.Reason));
        Assert.Equal([cards[0].Entrant], fact.Entrants);
        Assert.Contains("Chuột hỏng", (await (await arena.StaffAsync()).GetAsync("/btc/nhat-ky")).Text);
    }

    [Fact]
    public async Task A_whole_room_stands_still_and_goes_on_and_nobody_loses_a_minute()
    {
        var (contest, cards, path) = await RoomsAsync();
        var invigilator = await InvigilatorAsync(contest);
        var before = await EndAsync(contest, cards[0]);
        await ActAsync(invigilator, path, "Time", TimeOf(null, "", "Mất điện"));
        var page = await invigilator.GetAsync(path);
        Assert.Contains("Đang tạm dừng: HS001, HS002", page.Text);
        arena.Clock.Advance(TimeSpan.FromMinutes(7));
        var pause = page.Document.QuerySelector("input[name=fact]")!.GetAttribute("value")!;
        Assert.Equal(path, (await ActAsync(invigilator, path, "GoOn", new() { ["fact"] = pause })).Location);
        Assert.Equal(before.AddMinutes(7), await EndAsync(contest, cards[0]));
        Assert.Equal(before, await EndAsync(contest, cards[2]));
    }

    [Theory]
    [InlineData(0, "10", "", "Hãy viết lý do")]
    [InlineData(0, "31", "Chuột hỏng", "từ 1 đến 30 phút")]
    [InlineData(0, "-5", "Chuột hỏng", "từ 1 đến 30 phút")]
    [InlineData(2, "10", "Chuột hỏng", "không thuộc cuộc thi")]
    public async Task Without_a_reason_with_too_much_and_for_another_room_nothing_is_given(
        int who,
        string minutes,
        string reason,
        string said
    )
    {
        var (contest, cards, path) = await RoomsAsync();
        var invigilator = await InvigilatorAsync(contest);
        var answer = await ActAsync(invigilator, path, "Time", TimeOf(cards[who], minutes, reason));
        Assert.Contains(said, answer.Text);
        Assert.Equal(reason, answer.Document.QuerySelector("#reason")!.GetAttribute("value"));
        Assert.Empty(await TimesAsync(contest));
    }

    [Fact]
    public async Task A_pause_of_another_room_is_let_go_on_by_nobody_here()
    {
        var (contest, cards, path) = await RoomsAsync();
        await arena.Get<IContestActs>().PauseAsync(contest.Id, [cards[2].Entrant], new("test", "Mất mạng"), Hour.Ct);
        var invigilator = await InvigilatorAsync(contest);
        Assert.DoesNotContain("Mất mạng", (await invigilator.GetAsync(path)).Text);
        var pause = Assert.Single(await TimesAsync(contest));
        var answer = await ActAsync(invigilator, path, "GoOn", new() { ["fact"] = $"{pause.Id}" });
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Null(Assert.Single(await TimesAsync(contest)).To);
    }

    private static Dictionary<string, string> TimeOf(Card? card, string minutes, string reason) =>
        new()
        {
            ["pupil"] = $"{card?.Entrant.Value ?? 0}",
            ["minutes"] = minutes,
            ["reason"] = reason,
        };

    private static async Task<Answer> ActAsync(Browser browser, string path, string handler, Dictionary<string, string> fields)
    {
        var hidden = Browser.HiddenFields(await browser.GetAsync(path));
        hidden.Remove("fact");
        return await browser.SendAsync($"{path}&handler={handler}", hidden, fields);
    }

    private Task<Browser> InvigilatorAsync(Contest contest) =>
        arena.StaffAsync(new Scope(contest.Id, Room: "Phòng 1"), StaffRole.Invigilator);

    /// <summary>Two pupils in a room and one in another, an hour for each that has begun.</summary>
    private async Task<(Contest Contest, IReadOnlyList<Card> Cards, string Path)> RoomsAsync()
    {
        var contest = await _hour.AddAsync();
        var newcomers = Enumerable.Range(1, 3).Select(n => new NewPerson($"HS{n:000}", $"Nguyễn Thị Em {n}", "TH Lê Lợi", "4A")).ToList();
        var (cards, _) = await arena.Get<People>().AddAsync(contest.Id, newcomers, Hour.Ct);
        var exams = arena.Get<ExamStore>();
        await exams.SaveRoomsAsync(contest.Id, [new(0, "Phòng 1", 2), new(0, "Phòng 2", 2)], Hour.Ct);
        await exams.SaveShiftsAsync(contest.Id, [new(0, "Ca 1", contest.Start, TimeSpan.FromHours(3), [])], Hour.Ct);
        var (rooms, shift) = (await exams.RoomsAsync(contest.Id, Hour.Ct), (await exams.ShiftsAsync(contest.Id, Hour.Ct))[0]);
        var seats = cards
            .Index()
            .ToDictionary(one => one.Item.Entrant.Value, one => new Seat(shift.Id, rooms[one.Index / 2].Id, 1 + (one.Index % 2)));
        await exams.PlaceAsync(contest.Id, seats, Hour.Ct);
        foreach (var card in cards)
        {
            await _hour.BeginAsync(contest, card.Entrant);
        }

        return (contest, cards, $"/theo-doi/{contest.Id.Value}?lop=phong-{rooms[0].Id}");
    }

    private async Task<IReadOnlyList<TimeFact>> TimesAsync(Contest contest) =>
        (await arena.Get<IContests>().FindAsync(contest.Id, Hour.Ct))!.Times;

    private async Task<DateTimeOffset> EndAsync(Contest contest, Card card)
    {
        var found = (await arena.Get<IContests>().FindAsync(contest.Id, Hour.Ct))!;
        return Clock
            .Of(found, card.Entrant, await arena.Get<IContestActs>().BegunAsync(card.Entrant, Hour.Ct))
            .EndAt(arena.Clock.GetUtcNow());
    }
}
