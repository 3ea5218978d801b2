using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Live;
using Judge.Contests;

namespace ArenaWeb.Tests.Puzzles;

/// <summary>What may be shown to all while somebody still sits.</summary>
public sealed class ClassBoardTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private readonly Hour _hour = new(arena);

    [Fact]
    public async Task A_projector_shows_what_a_class_has_together_and_no_pupil()
    {
        var contest = await _hour.AddAsync();
        var cards = await ClassAsync(contest, "4A", 6);
        var teacher = await arena.StaffAsync();
        var path = $"/theo-doi/{contest.Id.Value}/chieu?lop={Uri.EscapeDataString("TH Lê Lợi|4A")}";
        await _hour.RunAsync(contest, cards[0].Entrant, "A1", Hour.Won);
        await _hour.RunAsync(contest, cards[1].Entrant, "A1", Hour.Won with { Stars = 2 });
        var page = await teacher.GetAsync(path);
        Assert.Contains("5 sao", page.Text);
        Assert.Contains("6 bạn cùng làm", page.Text);
        Assert.All(cards, card => Assert.DoesNotContain(card.Sbd, page.Text));
        Assert.DoesNotContain("Nguyễn", page.Text);
        Assert.Contains($"wall:{contest.Id.Value}", page.Document.QuerySelector("[data-topics]")!.GetAttribute("data-topics"));

        await _hour.RunAsync(contest, cards[2].Entrant, "A2", Hour.Won with { Stars = 1 });
        var fresh = page.Document.QuerySelector("[data-island=fragment]")!.GetAttribute("data-src")!;
        Assert.Contains("6 sao", (await teacher.GetAsync(fresh)).Text);
        Assert.Contains("Trình chiếu", (await teacher.GetAsync($"/theo-doi/{contest.Id.Value}")).Text);
    }

    [Fact]
    public async Task All_classes_stand_on_one_board_without_those_that_are_too_small()
    {
        var contest = await _hour.AddAsync();
        foreach (var (form, pupils) in new[] { ("4A", 5), ("4B", 5), ("4C", 5), ("4D", 4) })
        {
            var cards = await ClassAsync(contest, form, pupils);
            await _hour.RunAsync(contest, cards[0].Entrant, "A1", Hour.Won with { Stars = form == "4C" ? 1 : 2 });
        }

        var page = await (await arena.StaffAsync()).GetAsync($"/theo-doi/{contest.Id.Value}/chieu");
        Assert.Equal(
            ["1 4A", "1 4B", "3 4C"],
            page.Document.QuerySelectorAll("tbody tr")
                .Select(row => $"{row.Children[0].TextContent} {row.Children[1].TextContent.Split(' ')[0]}")
        );
    }

    [Fact]
    public async Task Where_pupils_are_told_nothing_and_where_a_board_stands_still_no_total_is_shown_until_there_are_results()
    {
        Func<Contest, Contest>[] closing =
        [
            contest => contest with { Feedback = Feedback.None },
            contest => contest with { Duration = null, FreezeAt = contest.Start.AddHours(2) },
        ];
        foreach (var close in closing)
        {
            var contest = await _hour.AddAsync(close);
            await ClassAsync(contest, "4A", 5);
            var teacher = await arena.StaffAsync();
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/theo-doi/{contest.Id.Value}/chieu")).Status);
            Assert.DoesNotContain("Trình chiếu", (await teacher.GetAsync($"/theo-doi/{contest.Id.Value}")).Text);
        }
    }

    [Fact]
    public async Task Who_looks_after_nobody_of_the_contest_shows_nothing_to_anybody()
    {
        var contest = await _hour.AddAsync();
        await ClassAsync(contest, "4A", 5);
        var path = $"/theo-doi/{contest.Id.Value}/chieu";
        foreach (var (role, scope) in new[] { (StaffRole.Juror, new Scope(contest.Id)), (StaffRole.Coach, new Scope(contest.Id, 7)) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await arena.StaffAsync(scope, role)).GetAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await arena.StaffAsync()).GetAsync($"{path}?lop=khac")).Status);
    }

    [Fact]
    public async Task A_pupil_with_an_own_hour_sees_while_others_sit_what_the_class_has_and_nobody_in_it()
    {
        var contest = await _hour.AddAsync();
        var cards = await ClassAsync(contest, "4A", 6);
        await _hour.RunAsync(contest, cards[1].Entrant, "A1", Hour.Won);
        var page = await (await arena.SignInAsync(contest, cards[0])).GetAsync($"/thi/{contest.Code}/ket-qua");
        Assert.Contains("Cả lớp em đã có 3 sao", page.Text);
        Assert.Contains("Bảng xếp hạng chưa mở", page.Text);
        Assert.DoesNotContain("HS4A02", page.Text);
    }

    [Fact]
    public async Task Where_all_start_together_the_leaderboards_are_open_and_follow_each_verdict()
    {
        var contest = await _hour.AddAsync(one => one with { Duration = null });
        var cards = await ClassAsync(contest, "4A", 2);
        var browser = await arena.SignInAsync(contest, cards[0]);
        await _hour.RunAsync(contest, cards[1].Entrant, "A1", Hour.Won);
        var page = await browser.GetAsync($"/thi/{contest.Code}/ket-qua?trong=School");
        Assert.Contains($"board:{contest.Id.Value}", page.Document.QuerySelector("[data-topics]")!.GetAttribute("data-topics"));
        Assert.Equal(["1"], Ranks(page));
        using var view = arena.Get<LiveFeed>().Look(LiveTopic.Board(contest.Id));
        await _hour.RunAsync(contest, cards[0].Entrant, "A1", Hour.Won);
        var fresh = page.Document.QuerySelector("#ranks ~ [data-island=fragment]")!.GetAttribute("data-src")!;
        while (Ranks(await browser.GetAsync(fresh)).Count() < 2)
        {
            // The board pauses between versions by the arena's clock.
            arena.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(view.Waiting.ReadAsync(Hour.Ct).AsTask(), Task.Delay(10, Hour.Ct));
        }

        Assert.Equal(["1", "1"], Ranks(await browser.GetAsync(fresh)));

        static IEnumerable<string> Ranks(Answer answer) =>
            answer.Document.QuerySelectorAll("tbody tr").Select(row => row.Children[0].TextContent);
    }

    private async Task<IReadOnlyList<Card>> ClassAsync(Contest contest, string form, int pupils)
    {
        var newcomers = Enumerable
            .Range(1, pupils)
            .Select(n => new NewPerson($"HS{form}{n:00}", $"Nguyễn Thị Em {n}", "TH Lê Lợi", form))
            .ToList();
        var (cards, _) = await arena.Get<People>().AddAsync(contest.Id, newcomers, Hour.Ct);
        if (contest.Duration is not null)
        {
            foreach (var card in cards)
            {
                await _hour.BeginAsync(contest, card.Entrant);
            }
        }

        return cards;
    }
}
