using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Live;
using ArenaWeb.Tests.Live;
using Judge.Contests;

namespace ArenaWeb.Tests.Clarifications;

/// <summary>What a pupil asks and reads.</summary>
public sealed class NewsPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_stands_on_the_own_page_and_on_nobody_elses()
    {
        var contest = await arena.AddContestAsync();
        var (asker, other) = (await arena.PupilAsync(contest, "HS1"), await arena.PupilAsync(contest, "HS2"));
        var sent = await AskAsync(asker, contest, "n lớn tới đâu ạ?", "A");
        Assert.Equal(PathOf(contest), sent.Location);
        var page = await asker.GetAsync(PathOf(contest));
        Assert.Contains("Đã gửi câu hỏi", page.Text);
        Assert.Contains("Câu hỏi 1 của em · Bài A", page.Text);
        Assert.Contains("n lớn tới đâu ạ?", page.Text);
        Assert.DoesNotContain("n lớn tới đâu", (await other.GetAsync(PathOf(contest))).Html);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_asks_once_and_another_text_asks_again_after_a_pause()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var form = Browser.HiddenFields(await pupil.GetAsync(PathOf(contest)));
        Dictionary<string, string> typed = new() { ["Ask.Text"] = "một", ["Ask.Label"] = "" };
        Assert.NotNull((await pupil.SendAsync(PathOf(contest), form, typed)).Location);
        Assert.NotNull((await pupil.SendAsync(PathOf(contest), form, typed)).Location);
        Assert.Single(await AllAsync(contest));
        typed["Ask.Text"] = "hai";
        var refused = await pupil.SendAsync(PathOf(contest), form, typed);
        Assert.Contains("Em vừa hỏi xong", refused.Text);
        Assert.Equal("hai", refused.Document.QuerySelector("[name='Ask.Text']")!.TextContent.Trim());
        arena.Clock.Advance(AskRule.Pause);
        Assert.NotNull((await pupil.SendAsync(PathOf(contest), form, typed)).Location);
        Assert.Equal(2, (await AllAsync(contest)).Count);
    }

    [Fact]
    public async Task What_is_too_long_or_hostile_comes_back_or_is_shown_as_text()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var refused = await AskAsync(pupil, contest, new string('x', 100_000));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("Dài quá", refused.Text);
        Assert.Contains(new string('x', 100_000), refused.Html);
        await AskAsync(pupil, contest, "\u202e<script>alert(1)</script>\u0000 [a](javascript:alert(1))");
        var page = await pupil.GetAsync(PathOf(contest));
        var asked = page.Document.QuerySelector(".typed")!;
        Assert.Equal("<script>alert(1)</script> [a](javascript:alert(1))", asked.TextContent);
        Assert.Empty(asked.Children);
    }

    [Fact]
    public async Task What_the_jury_says_is_shown_as_statements_are()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        await AnnounceAsync(
            contest,
            "**Chú ý** $n \\le 10$ <script>alert(1)</script> [bấm](javascript:alert(1)) ![a](https://example.org/x.png)"
        );
        var said = (await pupil.GetAsync(PathOf(contest))).Document.QuerySelector(".said-text")!;
        Assert.NotNull(said.QuerySelector("strong"));
        Assert.NotNull(said.QuerySelector("math"));
        Assert.Empty(said.QuerySelectorAll("script, img, a"));
    }

    [Fact]
    public async Task News_is_unread_on_every_page_until_it_was_read_by_that_person()
    {
        var contest = await arena.AddContestAsync();
        var (first, second) = (await arena.PupilAsync(contest, "HS1"), await arena.PupilAsync(contest, "HS2"));
        await AnnounceAsync(contest, "Nghỉ 5 phút", "B");
        foreach (var path in new[] { $"/thi/{contest.Code}", $"/thi/{contest.Code}/bai/A", $"/thi/{contest.Code}/bai-nop" })
        {
            var page = await first.GetAsync(path);
            Assert.Contains("Nghỉ 5 phút", page.Document.QuerySelector(".notice-news")!.TextContent);
            Assert.Equal("1", Counter(page, "*"));
        }
        Assert.Equal("1", Counter(await first.GetAsync($"/thi/{contest.Code}"), "B"));
        Assert.Equal("", Counter(await first.GetAsync($"/thi/{contest.Code}"), "A"));
        Assert.NotNull((await first.GetAsync(PathOf(contest))).Document.QuerySelector(".said-unread"));
        var after = await first.GetAsync($"/thi/{contest.Code}");
        Assert.Null(after.Document.QuerySelector(".notice-news"));
        Assert.Equal("", Counter(after, "*"));
        Assert.Null((await first.GetAsync(PathOf(contest))).Document.QuerySelector(".said-unread"));
        Assert.Equal("1", Counter(await second.GetAsync($"/thi/{contest.Code}"), "*"));
    }

    [Fact]
    public async Task Pressing_read_marks_what_was_on_the_page_and_leads_back_to_it_and_never_elsewhere()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        await AnnounceAsync(contest, "một");
        var form = Browser.HiddenFields(await pupil.GetAsync($"/thi/{contest.Code}"));
        arena.Clock.Advance(TimeSpan.FromSeconds(1));
        await AnnounceAsync(contest, "hai");
        var read = await pupil.SendAsync($"{PathOf(contest)}?handler=Read", form, []);
        Assert.Equal($"/thi/{contest.Code}", read.Location);
        var news = (await pupil.GetAsync($"/thi/{contest.Code}")).Document.QuerySelector(".notice-news")!.TextContent;
        Assert.Contains("hai", news);
        Assert.DoesNotContain("một", news);
        form["back"] = "https://example.org/";
        Assert.Equal(PathOf(contest), (await pupil.SendAsync($"{PathOf(contest)}?handler=Read", form, [])).Location);
    }

    [Fact]
    public async Task Others_contests_and_problems_are_not_there()
    {
        var (own, foreign) = (await arena.AddContestAsync(), await arena.AddContestAsync());
        var pupil = await arena.PupilAsync(own);
        var hidden = Browser.HiddenFields(await pupil.GetAsync(PathOf(own)));
        Dictionary<string, string> typed = new() { ["Ask.Text"] = "x", ["Ask.Label"] = "Z" };
        var missing = await pupil.GetAsync("/thi/KHONG-CO/hoi-dap");
        foreach (
            var answer in new[]
            {
                await pupil.GetAsync(PathOf(foreign)),
                await pupil.SendAsync(PathOf(foreign), hidden, typed),
                await pupil.SendAsync($"{PathOf(foreign)}?handler=Read", hidden, []),
                await pupil.SendAsync(PathOf(own), hidden, typed),
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Equal(missing.Text, answer.Text);
        }
        Assert.Empty(await AllAsync(own));
    }

    [Fact]
    public async Task Before_the_start_problems_cannot_be_asked_about_and_after_the_end_nothing_can()
    {
        var now = arena.Clock.GetUtcNow();
        var coming = await arena.AddContestAsync(contest => contest with { Start = now.AddHours(1) });
        var early = await arena.PupilAsync(coming);
        var page = await early.GetAsync(PathOf(coming));
        Assert.Equal([""], page.Document.QuerySelectorAll("[name='Ask.Label'] option").Select(option => option.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(early, coming, "x", "A")).Status);
        var over = await arena.AddContestAsync(contest => contest with { Start = now.AddHours(-3), End = now.AddHours(-1) });
        var late = await arena.PupilAsync(over);
        var closed = await late.GetAsync(PathOf(over));
        Assert.Contains("Đã hết giờ nên không hỏi thêm được", closed.Text);
        Assert.Null(closed.Document.QuerySelector("[name='Ask.Text']"));
    }

    [Fact]
    public async Task The_stream_tells_topics_and_no_words_and_questions_only_to_the_staff_and_who_asked()
    {
        var contest = await arena.AddContestAsync();
        await arena.Get<LiveFeed>().Following.WaitAsync(Ct);
        var (asker, other) = (await arena.PupilAsync(contest, "HS1"), await arena.PupilAsync(contest, "HS2"));
        var staff = await arena.StaffAsync(Roles.Juror);
        await using var mine = await ListenAsync(asker, contest);
        await using var theirs = await ListenAsync(other, contest);
        await using var desk = await EventStream.OpenAsync(staff.Client, $"/su-kien?nghe=desk:{contest.Id.Value}", null, null, Ct);
        await AskAsync(asker, contest, "bí mật");
        Assert.Equal($$"""{"topic":"desk:{{contest.Id.Value}}"}""", await desk.DataOfAsync("desk"));
        Assert.StartsWith("{\"topic\":\"entrant:", await mine.DataOfAsync("talk"));
        await AnnounceAsync(contest, "cho mọi người");
        // The first that others hear of is the announcement.
        Assert.Equal($$"""{"topic":"talk:{{contest.Id.Value}}"}""", await theirs.DataOfAsync("talk"));
        foreach (var (browser, topic) in new[] { (other, $"desk:{contest.Id.Value}"), (arena.Browser(), $"talk:{contest.Id.Value}") })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/su-kien?nghe={topic}&mot-lan=1")).Status);
        }
    }

    [Fact]
    public async Task A_planned_announcement_reaches_open_pages_when_its_moment_comes()
    {
        var contest = await arena.AddContestAsync();
        await arena.Get<LiveFeed>().Following.WaitAsync(Ct);
        var pupil = await arena.PupilAsync(contest);
        var plan = new Wording("Nghỉ 5 phút", Audience.Everybody, null, arena.Clock.GetUtcNow().AddMinutes(3));
        await AnnounceAsync(contest, plan, null);
        Assert.DoesNotContain("Nghỉ 5 phút", (await pupil.GetAsync($"/thi/{contest.Code}")).Html);
        await using var stream = await ListenAsync(pupil, contest);
        arena.Clock.Advance(TimeSpan.FromMinutes(3));
        await stream.DataOfAsync("talk");
        Assert.Contains("Nghỉ 5 phút", (await pupil.GetAsync($"/thi/{contest.Code}")).Html);
        Assert.Contains("Nghỉ 5 phút", (await arena.Browser().GetAsync($"/bang/{contest.Code}")).Html);
        Assert.Contains("Nghỉ 5 phút", (await arena.Browser().GetAsync($"/bang/{contest.Code}?chieu=1")).Html);
    }

    [Fact]
    public async Task The_public_board_shows_what_is_meant_for_everybody_and_nothing_else()
    {
        var contest = await arena.AddContestAsync();
        await AnnounceAsync(contest, "chỉ cho thí sinh");
        await AnnounceAsync(contest, new Wording("cho mọi người", Audience.Everybody), null);
        var board = await arena.Browser().GetAsync($"/bang/{contest.Code}");
        Assert.Contains("cho mọi người", board.Text);
        Assert.DoesNotContain("chỉ cho thí sinh", board.Html);
        Assert.DoesNotContain("<html", (await arena.Browser().GetAsync($"/bang/{contest.Code}?phan=1")).Html);
    }

    private static string PathOf(Contest contest) => $"/thi/{contest.Code}/hoi-dap";

    /// <summary>What a counter of the page shows; empty: it is hidden.</summary>
    private static string Counter(Answer page, string of)
    {
        var counter = page.Document.QuerySelector($"[data-news-count='{of}']")!;
        return counter.HasAttribute("hidden") ? "" : counter.QuerySelector("[data-number]")!.TextContent;
    }

    private static Task<Answer> AskAsync(Browser pupil, Contest contest, string text, string label = "") =>
        pupil.SubmitAsync(PathOf(contest), new() { ["Ask.Text"] = text, ["Ask.Label"] = label });

    private static async Task<EventStream> ListenAsync(Browser pupil, Contest contest)
    {
        var topics = (await pupil.GetAsync($"/thi/{contest.Code}"))
            .Document.QuerySelector("[data-island=live]")!
            .GetAttribute("data-topics")!;
        return await EventStream.OpenAsync(pupil.Client, $"/su-kien?nghe={topics.Replace(' ', '+')}", null, null, Ct);
    }

    private Task<IReadOnlyList<Clarification>> AllAsync(Contest contest) => arena.Get<ClarificationStore>().OfContestAsync(contest.Id, Ct);

    [Fact]
    public async Task With_own_times_what_is_said_about_a_problem_waits_for_the_readers_own_start_and_for_the_end_of_all()
    {
        var contest = await arena.AddContestAsync();
        await arena.Get<IContests>().ChangeAsync(contest with { Duration = TimeSpan.FromMinutes(20) }, Ct);
        var (early, late) = (await arena.PupilAsync(contest, "HS1"), await arena.PupilAsync(contest, "HS2"));
        var home = $"/thi/{contest.Code}";
        await early.SendAsync($"{home}?handler=Begin", Browser.HiddenFields(await early.GetAsync(home)), []);
        await AnnounceAsync(contest, new Wording("n luôn lẻ", Audience.Everybody), "A");
        Assert.Contains("n luôn lẻ", (await early.GetAsync(PathOf(contest))).Text);
        Assert.DoesNotContain("n luôn lẻ", (await late.GetAsync(PathOf(contest))).Html);
        Assert.DoesNotContain("n luôn lẻ", (await arena.Browser().GetAsync($"/bang/{contest.Code}?phan=1")).Html);
        arena.Clock.Advance(contest.End - contest.Start);
        Assert.Contains("n luôn lẻ", (await late.GetAsync(PathOf(contest))).Text);
        Assert.Contains("n luôn lẻ", (await arena.Browser().GetAsync($"/bang/{contest.Code}?phan=1")).Html);
    }

    private Task AnnounceAsync(Contest contest, string text, string? label = null) =>
        AnnounceAsync(contest, new Wording(text, Audience.All), label);

    private Task AnnounceAsync(Contest contest, Wording words, string? label)
    {
        var act = ClarificationRule.Announce(SomeClarifications.An, words, arena.Clock.GetUtcNow()).Act!;
        return arena.Get<ClarificationStore>().AnnounceAsync(contest.Id, label, act, Guid.NewGuid().ToString(), Ct);
    }
}
