using System.Net;
using System.Text.Json;
using ArenaWeb.Accounts;
using ArenaWeb.Live;
using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Tests.Puzzles;

/// <summary>A class at work as its teacher sees it.</summary>
public sealed class WallTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private readonly Hour _hour = new(arena);

    [Fact]
    public async Task Of_24_pupils_the_wall_names_exactly_those_three_who_are_stuck_and_says_why()
    {
        var contest = await _hour.AddAsync();
        var cards = await ClassAsync(contest, 24);
        foreach (var (i, card) in cards.Index())
        {
            foreach (
                var end in i switch
                {
                    4 => Ends("hit_wall", "not_at_goal", 4),
                    11 => ["hit_wall"],
                    17 => Ends("left_map", "left_map", 2),
                    _ => ["hit_wall", "ok"],
                }
            )
            {
                await _hour.RunAsync(contest, card.Entrant, "A1", end == "ok" ? Hour.Won : Hour.Failed(end));
            }
        }

        arena.Clock.Advance(TimeSpan.FromMinutes(5));
        await _hour.RunAsync(contest, cards[4].Entrant, "A1", Hour.Failed("hit_wall"));
        await _hour.RunAsync(contest, cards[17].Entrant, "A1", Hour.Failed("left_map"));
        arena.Clock.Advance(TimeSpan.FromMinutes(2));
        var page = await (await arena.StaffAsync()).GetAsync($"/theo-doi/{contest.Id.Value}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var needing = page
            .Document.QuerySelectorAll("tr.wall-needs")
            .ToDictionary(row => row.GetAttribute("data-pupil")!, row => row.TextContent);
        Assert.Equal(["HS005", "HS012", "HS018"], needing.Keys.Order());
        Assert.Contains("nhiều lần hơn đa số", needing["HS005"]);
        Assert.Contains("6 phút", needing["HS012"]);
        Assert.Contains("cùng một kiểu", needing["HS018"]);
        Assert.Contains("ra ngoài bản đồ", needing["HS018"]);
        Assert.Equal(
            needing.Keys.Order(),
            page.Document.QuerySelectorAll("tr[data-pupil]").Take(3).Select(row => row.GetAttribute("data-pupil")).Order()
        );
        Assert.Contains("3 trong 24 em cần giúp", page.Text);
    }

    [Fact]
    public async Task Two_clicks_lead_to_the_program_which_can_be_played_and_nothing_of_it_changes()
    {
        var contest = await _hour.AddAsync();
        var card = (await ClassAsync(contest, 1))[0];
        await _hour.RunAsync(contest, card.Entrant, "A1", Hour.Failed("hit_wall"));
        var teacher = await arena.StaffAsync();
        var wall = await teacher.GetAsync($"/theo-doi/{contest.Id.Value}");
        var path = wall.Document.QuerySelector("tr[data-pupil] a")!.GetAttribute("href")!;
        var runs = await Pupil.OpenAsync(teacher, path);
        Assert.Equal(Pupil.Program.Trim(), runs.Level.GetProperty("saved").GetProperty("program").GetRawText().Trim());
        Assert.Null(runs.Level.GetProperty("paths").GetProperty("save").GetString());
        var run = runs.Level.GetProperty("paths").GetProperty("run").GetString()!;
        var tried = new Pupil(teacher, run[..run.LastIndexOf('/')], runs.Level);
        var (status, answer) = await tried.SendAsync(
            HttpMethod.Post,
            run[(run.LastIndexOf('/') + 1)..],
            $$"""{"clientRunId":"{{Guid.NewGuid()}}","seq":1,"program":{{Pupil.Program}}}"""
        );
        Assert.Equal((HttpStatusCode.OK, 0), (status, answer.GetProperty("stars").GetInt32()));
        Assert.Single(await arena.Get<ISubmissions>().ListAsync(new() { Contest = contest.Id }, Hour.Ct));
        Assert.Contains("đâm vào tường", (await teacher.GetAsync(path)).Text);
    }

    [Fact]
    public async Task A_page_that_says_it_is_there_is_seen_with_its_level_its_minutes_and_its_hint()
    {
        var contest = await _hour.AddAsync();
        var (card, browser) = await _hour.PupilAsync(contest);
        var pupil = await Pupil.OpenAsync(browser, $"/thi/{contest.Code}/man/A2");
        var here = pupil.Level.GetProperty("paths").GetProperty("here").GetString()!;
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync(here)).Status);
        arena.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync(here)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await pupil.SendAsync(HttpMethod.Post, "goi-y", """{"stage":1}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await pupil.SendAsync(HttpMethod.Post, "goi-y", """{"stage":9}""")).Status);
        var teacher = await arena.StaffAsync();
        var row = (await teacher.GetAsync($"/theo-doi/{contest.Id.Value}?phan=1")).Document.QuerySelector($"tr[data-pupil={card.Sbd}]")!;
        Assert.Contains("Có mặt", row.TextContent);
        Assert.Contains("Gợi ý 1", row.TextContent);
        Assert.Equal("3", row.QuerySelector("[data-label='Số phút']")!.TextContent);
        arena.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Contains("Mất kết nối", (await teacher.GetAsync($"/theo-doi/{contest.Id.Value}?phan=1")).Text);
    }

    [Fact]
    public async Task The_wall_is_told_of_each_verdict_and_of_each_pause()
    {
        var contest = await _hour.AddAsync();
        var card = (await ClassAsync(contest, 1))[0];
        await arena.Get<LiveFeed>().Following;
        using var view = arena.Get<LiveFeed>().Look(LiveTopic.Wall(contest.Id));
        await _hour.RunAsync(contest, card.Entrant, "A1", Hour.Failed("hit_wall"));
        var verdict = await view.Waiting.ReadAsync(Hour.Ct);
        await arena.Get<IContestActs>().PauseAsync(contest.Id, [card.Entrant], new("test", "Mất điện"), Hour.Ct);
        var pause = await view.Waiting.ReadAsync(Hour.Ct);
        Assert.True(verdict.Sequence < pause.Sequence);
    }

    [Fact]
    public async Task Who_looks_after_nobody_of_the_contest_finds_no_wall_and_hears_nothing()
    {
        var contest = await _hour.AddAsync();
        await ClassAsync(contest, 2);
        foreach (var role in new[] { StaffRole.Juror, StaffRole.Coach, StaffRole.Invigilator })
        {
            var staff = await arena.StaffAsync(
                new Scope(contest.Id, role == StaffRole.Coach ? 7 : null, role == StaffRole.Invigilator ? "P9" : null),
                role
            );
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/theo-doi/{contest.Id.Value}")).Status);
        }

        var elsewhere = await arena.StaffAsync(new Scope((await _hour.AddAsync()).Id), StaffRole.Organiser);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/theo-doi/{contest.Id.Value}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.GetAsync($"/su-kien?nghe=wall:{contest.Id.Value}&mot-lan=1")).Status);
        var organiser = await arena.StaffAsync(new Scope(contest.Id), StaffRole.Organiser);
        Assert.Equal(HttpStatusCode.OK, (await organiser.GetAsync($"/su-kien?nghe=wall:{contest.Id.Value}&mot-lan=1")).Status);
    }

    [Fact]
    public async Task Authors_read_figures_and_juries_programs_that_are_alike()
    {
        var contest = await _hour.AddAsync();
        var cards = await ClassAsync(contest, 3);
        foreach (var card in cards.Take(2))
        {
            arena.Clock.Advance(TimeSpan.FromSeconds(30));
            await _hour.RunAsync(contest, card.Entrant, "A1", Hour.Won with { Blocks = 9 }, Pupil.Program.Replace("s1", card.Sbd));
        }

        await _hour.RunAsync(contest, cards[2].Entrant, "A1", Hour.Failed("hit_wall"));
        var organiser = await arena.StaffAsync();
        var figures = await organiser.GetAsync($"/btc/cuoc-thi/{contest.Id.Value}/man-choi");
        Assert.Contains("67 %", figures.Text);
        Assert.Contains("đâm vào tường (1)", figures.Text);
        var path = $"/btc/cuoc-thi/{contest.Id.Value}/giong-nhau";
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync(path)).Status);
        arena.Clock.Advance(contest.End - arena.Clock.GetUtcNow());
        var alike = await organiser.GetAsync(path);
        Assert.Equal(["HS001", "HS002"], alike.Document.QuerySelectorAll(".card li a").Select(link => link.TextContent.Trim()));
        Assert.DoesNotContain("Nguyễn", alike.Text);
    }

    [Fact]
    public async Task A_jury_puts_any_two_programs_that_are_alike_side_by_side()
    {
        var contest = await _hour.AddAsync();
        var cards = await ClassAsync(contest, 3);
        foreach (var card in cards)
        {
            arena.Clock.Advance(TimeSpan.FromSeconds(30));
            var program = Pupil.Program.Replace("s1", card.Sbd).Replace("sc_start\"", "sc_start\",\"data\":\"</script><h1>\"");
            await _hour.RunAsync(contest, card.Entrant, "A1", Hour.Won with { Blocks = 9 }, program);
        }

        arena.Clock.Advance(contest.End - arena.Clock.GetUtcNow());
        var (jury, path) = (await arena.StaffAsync(Roles.Juror), $"/btc/cuoc-thi/{contest.Id.Value}/giong-nhau");
        Assert.Empty((await jury.GetAsync(path)).Document.QuerySelectorAll(".beside"));
        Assert.Equal(["HS001", "HS002"], await SidesAsync("?xem=1"));
        Assert.Equal(["HS003", "HS001"], await SidesAsync("?xem=1&trai=3"));
        Assert.Equal(["HS002", "HS003"], await SidesAsync("?xem=1&trai=2&phai=3"));
        Assert.Equal(["HS001", "HS002"], await SidesAsync("?xem=1&trai=-1&phai=99"));

        async Task<IEnumerable<string>> SidesAsync(string query)
        {
            var page = await jury.GetAsync(path + query);
            var sides = page.Document.QuerySelectorAll("[data-side]");
            Assert.All(sides, side => Assert.Contains("TienLen", side.QuerySelector("pre")!.TextContent));
            Assert.Single(page.Document.QuerySelectorAll("h1")); // what a program holds is no part of the page
            var level = JsonDocument.Parse(page.Document.QuerySelector("#level")!.TextContent).RootElement;
            Assert.Equal(1, level.GetProperty("worlds").GetArrayLength());
            var programs = JsonDocument.Parse(page.Document.QuerySelector("#programs")!.TextContent).RootElement;
            var numbers = sides.Select(side => side.QuerySelector("b, a")!.TextContent.Trim()).ToList();
            Assert.Equal(numbers, programs.EnumerateArray().Select(FirstBlock));
            return numbers;
        }

        static string FirstBlock(JsonElement program) =>
            program.GetProperty("blocks").GetProperty("blocks")[0].GetProperty("next").GetProperty("block").GetProperty("id").GetString()!;
    }

    private static IEnumerable<string> Ends(string one, string other, int times) =>
        Enumerable.Repeat(new[] { one, other }, times).SelectMany(two => two).SkipLast(1);

    private async Task<IReadOnlyList<Card>> ClassAsync(Contest contest, int pupils)
    {
        var newcomers = Enumerable
            .Range(1, pupils)
            .Select(n => new NewPerson($"HS{n:000}", $"Nguyễn Thị Em {n}", "TH Lê Lợi", "4A"))
            .ToList();
        var (cards, _) = await arena.Get<People>().AddAsync(contest.Id, newcomers, Hour.Ct);
        foreach (var card in cards)
        {
            await _hour.BeginAsync(contest, card.Entrant);
        }

        return cards;
    }
}
