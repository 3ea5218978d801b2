using System.Net;
using System.Net.Http.Headers;
using ArenaWeb.Accounts;
using ArenaWeb.Live;
using ArenaWeb.Privacy;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Rosters.Sheets;
using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Submit;

namespace ArenaWeb.Tests.Boards;

/// <summary>The public board over HTTP.</summary>
public sealed class BoardPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_entrant_is_listed_from_the_start_by_number_and_by_name_with_consent_only()
    {
        var contest = await arena.AddContestAsync();
        await arena.AddPupilAsync(contest, "HS001", "Nguyễn Thị Kín");
        await arena.AddPupilAsync(contest, "HS002", "Trần Văn Mở", publish: true);
        var page = await arena.Browser().GetAsync($"/bang/{contest.Code}");
        Assert.Equal(["HS001", "HS002 · Trần Văn Mở"], page.Document.QuerySelectorAll("tbody th span").Select(name => name.TextContent));
        Assert.DoesNotContain("Nguyễn Thị Kín", page.Html);
        Assert.Contains("THCS Nguyễn Du · 8A1", page.Text);
    }

    [Fact]
    public async Task A_closed_board_lists_who_takes_part_and_in_mid_contest_a_withdrawn_consent_takes_the_name_off()
    {
        var contest = await arena.AddContestAsync(contest => contest with { Duration = TimeSpan.FromHours(1) });
        await arena.AddPupilAsync(contest, "HS002", "Nguyễn Thị Kín");
        var card = await arena.AddPupilAsync(contest, "HS001", "Trần Văn Mở", publish: true);
        Assert.Equal(["HS001 · Trần Văn Mở", "HS002"], await ListedAsync());
        await arena
            .Get<Consents>()
            .RecordAsync(card.Entrant, new(ConsentKind.Publish, [ConsentGiver.Child], false, ConsentWay.Told, "", "test"), Ct);
        Assert.Equal(["HS001", "HS002"], await ListedAsync());

        async Task<IEnumerable<string>> ListedAsync()
        {
            var page = await arena.Browser().GetAsync($"/bang/{contest.Code}");
            return page.Document.QuerySelectorAll("details li > span").Select(label => label.TextContent);
        }
    }

    [Fact]
    public async Task Rows_are_the_same_bytes_until_something_changes()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        using var first = await RowsAsync(contest);
        Assert.StartsWith("<tbody>", await first.Content.ReadAsStringAsync(Ct));
        using (var same = await RowsAsync(contest, first.Headers.ETag))
        {
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            Assert.Empty(await same.Content.ReadAsByteArrayAsync(Ct));
        }
        await JudgeOneAsync(contest, card);
        using var changed = await RowsAsync(contest, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("cell-solved", await changed.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Rows_come_packed_with_a_tag_of_their_own_to_who_takes_brotli()
    {
        var contest = await arena.AddContestAsync();
        await arena.AddPupilAsync(contest);
        using var plain = await RowsAsync(contest);
        using var packed = await RowsAsync(contest, encoding: "br");
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
    }

    [Fact]
    public async Task Viewers_hear_of_a_change()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        using var rows = await RowsAsync(contest);
        using var view = arena.Get<LiveFeed>().Look(LiveTopic.Board(contest.Id), LiveTopic.Clock(contest.Id));
        await JudgeOneAsync(contest, card);
        var heard = await HeardAsync(view, "event: board");
        Assert.Equal(LiveTopic.Board(contest.Id), heard.Topic);
    }

    [Fact]
    public async Task A_withdrawn_consent_hides_the_name_at_the_next_look_and_tells_the_viewers()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest, "HS001", "Trần Văn Mở", publish: true);
        Assert.Contains("Trần Văn Mở", (await arena.Browser().GetAsync($"/bang/{contest.Code}")).Html);
        using var view = arena.Get<LiveFeed>().Look(LiveTopic.Board(contest.Id), LiveTopic.Clock(contest.Id));
        var withdrawn = new ConsentWord(ConsentKind.Publish, [ConsentGiver.Child], false, ConsentWay.Told, "", "test");
        await arena.Get<Consents>().RecordAsync(card.Entrant, withdrawn, Ct);
        await HeardAsync(view, "event: board");
        Assert.DoesNotContain("Trần Văn Mở", (await arena.Browser().GetAsync($"/bang/{contest.Code}")).Html);
    }

    [Fact]
    public async Task The_board_as_a_file_shows_what_the_board_shows_and_no_name_after_its_consent_was_withdrawn()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest, "HS001", "Trần Văn Mở", publish: true);
        await JudgeOneAsync(contest, card);
        var page = await arena.Browser().GetAsync($"/bang/{contest.Code}");
        var links = page.Document.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(3, links.Count);
        async Task<List<string>> ReadAsync(string link) =>
            SheetReader
                .Read(await arena.Browser().Client.GetByteArrayAsync(link, Ct), new())
                .Table!.Rows.Select(row => string.Join('|', row.Cells))
                .ToList();
        foreach (var link in links)
        {
            var rows = await ReadAsync(link);
            Assert.Equal(2, rows.Count);
            Assert.StartsWith("1|HS001|Trần Văn Mở|8A1|THCS Nguyễn Du|", rows[1]);
        }

        var withdrawn = new ConsentWord(ConsentKind.Publish, [ConsentGiver.Child], false, ConsentWay.Told, "", "test");
        await arena.Get<Consents>().RecordAsync(card.Entrant, withdrawn, Ct);
        foreach (var link in links)
        {
            Assert.StartsWith("1|HS001||8A1|THCS Nguyễn Du|", (await ReadAsync(link))[1]);
        }
    }

    [Fact]
    public async Task A_contest_that_tells_nothing_has_no_board_before_its_end()
    {
        var contest = await arena.AddContestAsync(contest => contest with { Feedback = Feedback.None });
        var card = await arena.AddPupilAsync(contest);
        await JudgeOneAsync(contest, card);
        var page = await arena.Browser().GetAsync($"/bang/{contest.Code}");
        Assert.Contains("Bảng xếp hạng mở khi cuộc thi kết thúc", page.Text);
        Assert.Null(page.Document.QuerySelector("table"));
        using var rows = await RowsAsync(contest);
        Assert.Equal(HttpStatusCode.NotFound, rows.StatusCode);
        var file = await arena.Browser().GetAsync($"/bang/{contest.Code}?tep=csv");
        Assert.Equal("text/html", file.ContentHeaders.ContentType!.MediaType);
        Assert.DoesNotContain("HS001", file.Html);
    }

    [Fact]
    public async Task What_came_after_the_freeze_is_hatched()
    {
        var contest = await arena.AddContestAsync(contest => contest with { FreezeAt = contest.Start.AddMinutes(10) });
        var card = await arena.AddPupilAsync(contest);
        await JudgeOneAsync(contest, card);
        var page = await arena.Browser().GetAsync($"/bang/{contest.Code}");
        Assert.Contains("Bảng đã đóng băng", page.Text);
        Assert.NotNull(page.Document.QuerySelector("td.cell-frozen"));
        Assert.Null(page.Document.QuerySelector("td.cell-solved"));
    }

    [Fact]
    public async Task Names_of_problems_are_not_told_before_the_start()
    {
        var contest = await arena.AddContestAsync(contest => contest with { Start = contest.End.AddHours(-1) });
        await arena.AddPupilAsync(contest);
        var page = await arena.Browser().GetAsync($"/bang/{contest.Code}");
        Assert.DoesNotContain("Tổng hai số", page.Html);
        Assert.DoesNotContain(TestProblems.Streams, page.Html);
    }

    [Fact]
    public async Task A_pupils_own_row_is_marked_for_the_pupil()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var own = (await pupil.GetAsync($"/bang/{contest.Code}")).Document.QuerySelector("[data-island=board]")!.GetAttribute("data-own");
        Assert.Equal($"{(await arena.Get<People>().ListAsync(contest.Id, Ct)).Single().Entrant.Value}", own);
        Assert.Equal(
            "",
            (await arena.Browser().GetAsync($"/bang/{contest.Code}"))
                .Document.QuerySelector("[data-island=board]")!
                .GetAttribute("data-own")
        );
    }

    [Fact]
    public async Task A_projector_shows_twenty_rows_and_turns_to_the_next_page_by_itself()
    {
        var contest = await arena.AddContestAsync();
        var newcomers = Enumerable
            .Range(1, 21)
            .Select(number => new NewPerson($"HS{number:000}", "Nguyễn Văn An", "THCS Nguyễn Du", "8A1"))
            .ToList();
        await arena.Get<People>().AddAsync(contest.Id, newcomers, Ct);
        var page = await arena.Browser().GetAsync($"/bang/{contest.Code}?chieu=1");
        Assert.Equal(20, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.EndsWith("trang=2", page.Document.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        var last = await arena.Browser().GetAsync($"/bang/{contest.Code}?chieu=1&trang=2");
        Assert.Single(last.Document.QuerySelectorAll("tbody tr"));
        Assert.EndsWith("trang=1", last.Document.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task There_is_no_board_without_a_contest()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await arena.Browser().GetAsync("/bang/KHONG-CO")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await arena.Browser().GetAsync("/bang/KHONG-CO/rows")).Status);
    }

    [Fact]
    public async Task The_start_page_leads_into_running_contests_and_to_every_board()
    {
        var running = await arena.AddContestAsync();
        var over = await arena.AddContestAsync(contest =>
            contest with
            {
                Start = contest.Start.AddDays(-9),
                End = contest.End.AddDays(-9),
            }
        );
        var page = await arena.Browser().GetAsync("/");
        Assert.NotNull(page.Document.QuerySelector($"a[href='/thi/{running.Code}']"));
        Assert.Null(page.Document.QuerySelector($"a[href='/thi/{over.Code}']"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/bang/{over.Code}']"));
    }

    [Fact]
    public async Task A_board_that_nobody_looks_at_is_not_followed_on_and_whoever_comes_back_sees_it_move()
    {
        var contest = await arena.AddContestAsync(contest => contest with { End = contest.End.AddYears(1) });
        var card = await arena.AddPupilAsync(contest);
        var feed = arena.Get<LiveFeed>();
        await arena.Browser().GetAsync($"/bang/{contest.Code}");
        for (var turn = 0; feed.BoardVersion(contest.Id).Length > 0; turn++)
        {
            Assert.True(turn < 6_000, "The board is followed for ever.");
            arena.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(10, Ct);
        }

        using var view = feed.Look(LiveTopic.Board(contest.Id));
        await arena.Browser().GetAsync($"/bang/{contest.Code}");
        await JudgeOneAsync(contest, card);
        await HeardAsync(view, "event: board");
    }

    private async Task JudgeOneAsync(Contest contest, Card card)
    {
        var handin = new Handin(contest.Id, card.Entrant, "A", "pascal", "begin end."u8.ToArray(), Guid.NewGuid());
        await arena.Get<ISubmissions>().AddAsync(handin, Ct);
        await arena.JudgeAllAsync(_ => new() { Verdict = Verdict.Accepted, Share = 1 });
        BoardSide[] sides = contest.FreezeAt is null ? [BoardSide.Staff, BoardSide.Public] : [BoardSide.Staff];
        for (var turn = 0; !(await Task.WhenAll(sides.Select(IsSolvedAsync))).All(solved => solved); turn++)
        {
            Assert.True(turn < 6_000, "The board does not follow.");
            // The board follows in the background and pauses between versions by the arena's clock.
            arena.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, Ct);
        }

        async Task<bool> IsSolvedAsync(BoardSide side) =>
            (await arena.Get<IBoards>().NowAsync(contest.Id, side, Ct))!.Rows.Any(row => row.Cells.Any(cell => cell.Solved));
    }

    private static async Task<LiveMessage> HeardAsync(LiveView view, string start)
    {
        while (true)
        {
            var message = await view.Waiting.ReadAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Ct);
            if (System.Text.Encoding.UTF8.GetString(message.Bytes.Span).StartsWith(start, StringComparison.Ordinal))
            {
                return message;
            }
        }
    }

    private async Task<HttpResponseMessage> RowsAsync(Contest contest, EntityTagHeaderValue? known = null, string? encoding = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/bang/{contest.Code}/rows");
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        }

        return await arena.Browser().Client.SendAsync(request, Ct);
    }
}
