using System.Net;
using Judge.Submit;

namespace ArenaWeb.Tests.Puzzles;

/// <summary>What an hour comes to: result, ranks, certificate; and playing without an account.</summary>
public sealed class FinishTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private readonly Hour _hour = new(arena);

    [Fact]
    public async Task The_result_counts_what_was_run_in_time_and_practice_after_it_changes_nothing()
    {
        var contest = await _hour.AddAsync();
        var (card, browser) = await _hour.PupilAsync(contest);
        await _hour.RunAsync(contest, card.Entrant, "A1", Hour.Won);
        await _hour.RunAsync(contest, card.Entrant, "A2", Hour.Failed("hit_wall") with { Almost = true });
        arena.Clock.Advance(TimeSpan.FromMinutes(61));
        await _hour.RunAsync(contest, card.Entrant, "A3", Hour.Won);
        var page = await browser.GetAsync($"/thi/{contest.Code}/ket-qua");
        Assert.Contains("3/9 sao", page.Text);
        Assert.Contains("Xong 1/3 màn", page.Text);
        Assert.Contains("A2: gần xong", page.Text);
        Assert.Contains("A3: chưa làm", page.Text);
        Assert.Contains("Bảng xếp hạng chưa mở", page.Text);
    }

    [Theory]
    [InlineData("Nguyễn Thị Ửng Đỏ")]
    [InlineData("H'Hen Niê")]
    [InlineData("A & B <3")]
    [InlineData("Tôn Nữ Huyền Trang Thanh Thanh Công Tằng Tôn Nữ Thị Bạch Tuyết")]
    public async Task Everyone_who_solved_a_level_has_a_certificate_with_the_whole_name(string name)
    {
        var contest = await _hour.AddAsync();
        var (card, browser) = await _hour.PupilAsync(contest, "HS001", name);
        var path = $"/thi/{contest.Code}/giay-khen";
        Assert.Equal($"/thi/{contest.Code}/ket-qua", (await browser.GetAsync(path)).Location);
        await _hour.RunAsync(contest, card.Entrant, "A1", Hour.Won with { Stars = 1 });
        Assert.Equal(name, (await browser.GetAsync(path)).Document.QuerySelector(".certificate-name")!.TextContent);
        var teacher = await arena.StaffAsync();
        var all = await teacher.GetAsync($"/theo-doi/{contest.Id.Value}/giay-khen");
        Assert.Equal(name, all.Document.QuerySelector(".certificate-name")!.TextContent);
    }

    [Fact]
    public async Task When_all_are_done_class_school_and_city_have_their_ranks_and_ties_are_ties()
    {
        var contest = await _hour.AddAsync();
        var (first, browser) = await _hour.PupilAsync(contest, "HS001");
        var (second, _) = await _hour.PupilAsync(contest, "HS002", "Trần Văn Hai");
        foreach (var entrant in new[] { first.Entrant, second.Entrant })
        {
            await _hour.RunAsync(contest, entrant, "A1", Hour.Won);
        }

        arena.Clock.Advance(contest.End - arena.Clock.GetUtcNow());
        foreach (var circle in new[] { "Class", "School", "City" })
        {
            var page = await browser.GetAsync($"/thi/{contest.Code}/ket-qua?trong={circle}");
            var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
            Assert.Equal(2, rows.Count);
            Assert.All(rows, row => Assert.StartsWith("1", row.Trim()));
            Assert.DoesNotContain("Trần Văn Hai", page.Text); // no consent
        }
    }

    [Fact]
    public async Task A_free_work_is_shown_when_the_pupil_offers_it_the_organiser_agrees_and_the_consent_holds()
    {
        TestLevels.WriteFree(arena.ProblemsFolder, "tet");
        var contest = await _hour.AddAsync(one => one with { Problems = [new("T", "tet", 3)] });
        foreach (var (sbd, publish) in new[] { ("HS001", true), ("HS002", false) })
        {
            var card = await arena.AddPupilAsync(contest, sbd, $"Vẽ Tranh {sbd}", publish);
            await _hour.BeginAsync(contest, card.Entrant);
            var pupil = await arena.SignInAsync(contest, card);
            await _hour.RunAsync(contest, card.Entrant, "T", Hour.Won);
            var path = $"/thi/{contest.Code}/ket-qua";
            var sent = await pupil.SendAsync($"{path}?handler=Share", Browser.HiddenFields(await pupil.GetAsync(path)), []);
            Assert.Equal(path, sent.Location);
        }

        var figures = $"/btc/cuoc-thi/{contest.Id.Value}/man-choi";
        var organiser = await arena.StaffAsync();
        arena.Clock.Advance(contest.End - arena.Clock.GetUtcNow());
        Assert.Empty(await NamesAsync());
        var page = await organiser.GetAsync(figures);
        var works = page.Document.QuerySelectorAll("input[name=work]").Select(input => input.GetAttribute("value")!).ToList();
        Assert.Equal(2, works.Count);
        var token = Browser.HiddenFields(page);
        token.Remove("work");
        foreach (var work in works)
        {
            var fields = new Dictionary<string, string> { ["work"] = work, ["show"] = "true" };
            Assert.Equal(figures, (await organiser.SendAsync($"{figures}?handler=Decide", token, fields)).Location);
        }

        Assert.Equal(["Vẽ Tranh HS001"], await NamesAsync());
        var shown = await Pupil.OpenAsync(arena.Browser(), $"/gio-lap-trinh/trien-lam?tranh={works.Min()}");
        Assert.Equal(Pupil.Program, shown.Level.GetProperty("saved").GetProperty("program").GetRawText());
        await organiser.SendAsync($"{figures}?handler=Decide", token, new() { ["work"] = works.Min()!, ["show"] = "false" });
        Assert.Empty(await NamesAsync());

        async Task<IEnumerable<string>> NamesAsync()
        {
            var gallery = await arena.Browser().GetAsync("/gio-lap-trinh/trien-lam");
            Assert.Equal(HttpStatusCode.OK, gallery.Status);
            return gallery.Document.QuerySelectorAll(".level-card span").Select(name => name.TextContent);
        }
    }

    [Fact]
    public async Task Anybody_plays_a_level_that_stands_in_no_contest_and_nothing_is_stored()
    {
        await using var empty = new ArenaFixture();
        TestLevels.Write(empty.ProblemsFolder, "z01", "z02");
        var visitor = empty.Browser();
        var home = await visitor.GetAsync("/gio-lap-trinh");
        Assert.Equal(
            ["/gio-lap-trinh/z01", "/gio-lap-trinh/z02"],
            home.Document.QuerySelectorAll(".level-card").Select(link => link.GetAttribute("href"))
        );
        var pupil = await Pupil.OpenAsync(visitor, "/gio-lap-trinh/z01");
        Assert.DoesNotContain(TestLevels.OfHidden, pupil.Level.GetRawText());
        var (status, answer) = await pupil.RunAsync();
        Assert.Equal((HttpStatusCode.OK, 0), (status, answer.GetProperty("stars").GetInt32()));
        Assert.Equal("not_at_goal", answer.GetProperty("worlds")[0].GetProperty("end").GetProperty("code").GetString());
        await new Hour(empty).AddAsync(contest => contest with { Problems = [new("A1", "z01", 3)] });
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/gio-lap-trinh/z01")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await pupil.RunAsync()).Status);
        Assert.Empty(await empty.Get<ISubmissions>().ListAsync(new(), Hour.Ct));
    }
}
