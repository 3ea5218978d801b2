using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Live;
using ArenaWeb.Tests.Live;
using Judge.Contests;

namespace ArenaWeb.Tests.Clarifications;

/// <summary>What jurors do with questions, and what they announce.</summary>
public sealed class DeskPagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_waits_in_the_list_with_its_number_and_age_and_without_a_name()
    {
        var contest = await arena.AddContestAsync();
        await AskAsync(contest, "n lớn tới đâu ạ?", "A");
        arena.Clock.Advance(TimeSpan.FromMinutes(4));
        var staff = await arena.StaffAsync(Roles.Juror);
        var page = await staff.GetAsync(PathOf(contest));
        Assert.Contains("Chờ trả lời (1)", page.Text);
        Assert.Contains("Bài A · HS001", page.Text);
        Assert.Contains("4 phút", page.Text);
        Assert.DoesNotContain("Minh Anh", page.Html);
        Assert.Contains("1 câu hỏi chờ trả lời ở", (await staff.GetAsync("/giam-khao")).Text);
        var organiser = await arena.StaffAsync();
        Assert.Contains($"1 câu hỏi chờ trả lời ở {contest.Name("vi")}", (await organiser.GetAsync("/btc?handler=Open")).Html);
        Assert.Contains("1", (await organiser.GetAsync($"{PathOf(contest)}?phan=dem")).Html);
        Assert.Contains("Không có câu hỏi nào", (await staff.GetAsync($"{PathOf(contest)}?bai=B")).Text);
    }

    [Fact]
    public async Task Of_two_jurors_one_claims_and_the_other_is_told_who()
    {
        var contest = await arena.AddContestAsync();
        var thread = await AskAsync(contest, "n lớn tới đâu ạ?");
        var (first, second) = (await arena.StaffAsync(Roles.Juror), await arena.StaffAsync(Roles.Juror));
        Assert.Equal(thread, (await DoAsync(first, thread, "Claim")).Location);
        Assert.Equal(thread, (await DoAsync(second, thread, "Claim")).Location);
        Assert.Contains("Người khác đang trả lời", (await second.GetAsync(thread)).Document.QuerySelector("#toasts")!.TextContent);
        Assert.Contains("Trần Văn Bình đang trả lời câu này", (await second.GetAsync(thread)).Text);
        Assert.Contains("Đang trả lời: Trần Văn Bình, còn 3:00", (await second.GetAsync($"{PathOf(contest)}?phan=1")).Text);
        var refused = await SayAsync(second, thread, "Answer", "Tới 1000", Audience.One);
        Assert.Contains("Người khác đang trả lời", refused.Text);
        Assert.Contains("Tới 1000", refused.Document.QuerySelector("[name='Say.Text']")!.TextContent);
        await DoAsync(first, thread, "Release");
        Assert.NotNull((await SayAsync(second, thread, "Answer", "Tới 1000", Audience.One)).Location);
    }

    [Fact]
    public async Task An_answer_to_one_is_corrected_to_all_and_each_reads_what_is_theirs()
    {
        var contest = await arena.AddContestAsync();
        var asker = await arena.SignInAsync(contest, await arena.AddPupilAsync(contest, "HS1"));
        var other = await arena.PupilAsync(contest, "HS2");
        await asker.SubmitAsync($"/thi/{contest.Code}/hoi-dap", new() { ["Ask.Text"] = "Em hỏi riêng", ["Ask.Label"] = "A" });
        var thread = await ThreadAsync(contest);
        var staff = await arena.StaffAsync();
        Assert.Equal(PathOf(contest), (await SayAsync(staff, thread, "Answer", "Tới 1000", Audience.One)).Location);
        Assert.Contains("Tới 1000", (await asker.GetAsync($"/thi/{contest.Code}/hoi-dap")).Text);
        Assert.DoesNotContain("Tới 1000", (await other.GetAsync($"/thi/{contest.Code}/hoi-dap")).Html);
        arena.Clock.Advance(TimeSpan.FromSeconds(1));
        await SayAsync(staff, thread, "Correct", "Tới 2000", Audience.All, "Giới hạn của n?");
        var own = await asker.GetAsync($"/thi/{contest.Code}/hoi-dap");
        Assert.Contains("Tới 1000", own.Document.QuerySelector("del")!.TextContent);
        Assert.Contains("Tới 2000", own.Text);
        var shown = await other.GetAsync($"/thi/{contest.Code}/hoi-dap");
        Assert.Contains("Giới hạn của n? ", shown.Text + " ");
        Assert.Contains("Tới 2000", shown.Text);
        Assert.DoesNotContain("Em hỏi riêng", shown.Html);
        Assert.DoesNotContain("Tới 1000", shown.Html);
        var audit = await staff.GetAsync("/btc/nhat-ky");
        Assert.Contains("Trả lời câu hỏi", audit.Text);
        Assert.Contains("Đính chính", audit.Text);
    }

    [Fact]
    public async Task A_long_list_comes_by_pages_and_its_links_lead_to_whole_pages()
    {
        var contest = await arena.AddContestAsync();
        var act = ClarificationRule.Announce(SomeClarifications.An, new("Nghỉ", Audience.All), arena.Clock.GetUtcNow()).Act!;
        foreach (var i in Enumerable.Range(0, 51))
        {
            await arena.Get<ClarificationStore>().AnnounceAsync(contest.Id, null, act, $"{contest.Id.Value} {i}", Ct);
        }
        var staff = await arena.StaffAsync(Roles.Juror);
        var part = await staff.GetAsync($"{PathOf(contest)}?phan=1&bai=-");
        Assert.Equal(50, part.Document.QuerySelectorAll(".thread").Length);
        Assert.Equal($"{PathOf(contest)}?bai=-&trang=2", part.Document.QuerySelector(".pager a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_jurors_stream_ends_with_the_session()
    {
        var contest = await arena.AddContestAsync();
        await arena.Get<LiveFeed>().Following.WaitAsync(Ct);
        var staff = await arena.StaffAsync(Roles.Juror);
        await using var desk = await EventStream.OpenAsync(staff.Client, $"/su-kien?nghe=desk:{contest.Id.Value}", null, null, Ct);
        await staff.SendAsync("/ket-thuc", Browser.HiddenFields(await staff.GetAsync("/ket-thuc")), []);
        while (await desk.LineAsync() is not null) { }
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync($"/su-kien?nghe=desk:{contest.Id.Value}&mot-lan=1")).Status);
    }

    [Fact]
    public async Task An_answer_that_is_sent_twice_is_said_once()
    {
        var contest = await arena.AddContestAsync();
        var thread = await AskAsync(contest, "n lớn tới đâu ạ?");
        var staff = await arena.StaffAsync();
        var form = Browser.HiddenFields(await staff.GetAsync(thread));
        Dictionary<string, string> typed = new() { ["Say.Text"] = "Tới 1000", ["Say.Audience"] = "One" };
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal(PathOf(contest), (await staff.SendAsync($"{thread}?handler=Answer", form, typed)).Location);
        }
        var about = Assert.Single(await arena.Get<ClarificationStore>().OfContestAsync(contest.Id, Ct));
        Assert.Single(about.Acts, act => act.IsSaid);
    }

    [Fact]
    public async Task A_text_for_all_with_a_pupils_name_is_refused_and_stays_in_the_form()
    {
        var contest = await arena.AddContestAsync();
        await arena.AddPupilAsync(contest);
        var staff = await arena.StaffAsync();
        var refused = await AnnounceAsync(staff, contest, "Mời em Nguyễn Thị Minh Anh lên bàn BTC");
        Assert.Contains("có tên thí sinh (Nguyễn Thị Minh Anh)", refused.Text);
        Assert.Contains("lên bàn BTC", refused.Document.QuerySelector("[name='Say.Text']")!.TextContent);
        Assert.Empty(await arena.Get<ClarificationStore>().OfContestAsync(contest.Id, Ct));
    }

    [Fact]
    public async Task An_announcement_is_planned_moved_and_taken_back_before_anybody_sees_it()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        var staff = await arena.StaffAsync();
        var at = arena.Clock.GetUtcNow().AddMinutes(30);
        var sent = await AnnounceAsync(staff, contest, "Nghỉ 5 phút", from: ArenaWeb.Words.VietnamTime.ForInput(at));
        Assert.Equal(PathOf(contest), sent.Location);
        Assert.Contains("Hẹn gửi", (await staff.GetAsync(PathOf(contest))).Text);
        var thread = await ThreadAsync(contest);
        await SayAsync(
            staff,
            thread,
            "Correct",
            "Nghỉ 10 phút",
            Audience.All,
            from: ArenaWeb.Words.VietnamTime.ForInput(at.AddMinutes(10))
        );
        arena.Clock.SetUtcNow(at.AddMinutes(5));
        Assert.DoesNotContain("Nghỉ", (await pupil.GetAsync($"/thi/{contest.Code}/hoi-dap")).Text);
        await DoAsync(staff, thread, "Withdraw");
        arena.Clock.SetUtcNow(at.AddMinutes(15));
        Assert.DoesNotContain("Nghỉ", (await pupil.GetAsync($"/thi/{contest.Code}/hoi-dap")).Text);
        Assert.Contains("Đã thu hồi", (await staff.GetAsync(PathOf(contest))).Text);
    }

    [Fact]
    public async Task A_moment_that_cannot_be_read_or_has_passed_is_told_at_its_field()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        Assert.Contains("không đọc được ngày giờ", (await AnnounceAsync(staff, contest, "x", from: "mai")).Text);
        Assert.Contains("Giờ hẹn đã qua", (await AnnounceAsync(staff, contest, "x", from: "01/12/2020 07:30")).Text);
    }

    [Fact]
    public async Task Canned_answers_are_kept_one_a_line_and_put_behind_what_is_typed()
    {
        var contest = await arena.AddContestAsync();
        var thread = await AskAsync(contest, "n lớn tới đâu ạ?");
        var staff = await arena.StaffAsync(Roles.Juror);
        var path = $"/btc/cuoc-thi/{contest.Id.Value}/cau-mau";
        await staff.SubmitAsync(path, new() { ["lines"] = "Xem ví dụ 2.\nXem phần giới hạn." });
        var options = (await staff.GetAsync(thread)).Document.QuerySelectorAll("[name='Say.Canned'] option").Select(one => one.TextContent);
        Assert.Equal(["Xem ví dụ 2.", "Xem phần giới hạn."], options.Take(2));
        var page = await staff.SendAsync(
            $"{thread}?handler=Insert",
            Browser.HiddenFields(await staff.GetAsync(thread)),
            new() { ["Say.Text"] = "Chào em.", ["Say.Canned"] = "Xem ví dụ 2." }
        );
        Assert.Equal("Chào em.\nXem ví dụ 2.", page.Document.QuerySelector("[name='Say.Text']")!.TextContent.Trim());
        Assert.DoesNotContain("dùng chung", (await staff.GetAsync(path)).Text);
        var hidden = Browser.HiddenFields(await staff.GetAsync(path));
        hidden["site"] = "true";
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.SendAsync(path, hidden, new() { ["lines"] = "x" })).Status);
    }

    [Fact]
    public async Task Numbers_of_another_contest_and_of_none_are_not_there()
    {
        var (contest, foreign) = (await arena.AddContestAsync(), await arena.AddContestAsync());
        var thread = await AskAsync(contest, "n lớn tới đâu ạ?");
        var staff = await arena.StaffAsync();
        var hidden = Browser.HiddenFields(await staff.GetAsync(thread));
        var number = thread.Split('/')[^1];
        var missing = await staff.GetAsync($"{PathOf(contest)}/999999");
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        foreach (var act in new[] { "", "Claim", "Release", "Withdraw", "Insert", "Answer", "Correct" })
        {
            var path = $"{PathOf(foreign)}/{number}";
            var answer = act.Length == 0 ? await staff.GetAsync(path) : await staff.SendAsync($"{path}?handler={act}", hidden, []);
            Assert.Equal((HttpStatusCode.NotFound, missing.Text), (answer.Status, answer.Text));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/btc/cuoc-thi/999999/hoi-dap")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/btc/cuoc-thi/999999/cau-mau")).Status);
        var pupil = await arena.PupilAsync(contest, "HS9");
        Assert.Equal(HttpStatusCode.Forbidden, (await pupil.GetAsync(thread)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await pupil.GetAsync(PathOf(contest))).Status);
    }

    private static string PathOf(Contest contest) => FormattableString.Invariant($"/btc/cuoc-thi/{contest.Id.Value}/hoi-dap");

    private static Task<Answer> AnnounceAsync(Browser staff, Contest contest, string text, string from = "") =>
        staff.SubmitAsync(
            PathOf(contest),
            new()
            {
                ["Say.Text"] = text,
                ["Say.Audience"] = "All",
                ["Say.From"] = from,
            }
        );

    private static async Task<Answer> DoAsync(Browser staff, string thread, string act) =>
        await staff.SendAsync($"{thread}?handler={act}", Browser.HiddenFields(await staff.GetAsync(thread)), []);

    private static async Task<Answer> SayAsync(
        Browser staff,
        string thread,
        string act,
        string text,
        Audience audience,
        string shown = "",
        string from = ""
    )
    {
        var hidden = Browser.HiddenFields(await staff.GetAsync(thread));
        hidden.Remove("Say.Audience");
        return await staff.SendAsync(
            $"{thread}?handler={act}",
            hidden,
            new()
            {
                ["Say.Text"] = text,
                ["Say.Audience"] = audience.ToString(),
                ["Say.Shown"] = shown,
                ["Say.From"] = from,
            }
        );
    }

    /// <summary>A new pupil asks; returns the staff's page of the question.</summary>
    private async Task<string> AskAsync(Contest contest, string text, string label = "")
    {
        var pupil = await arena.PupilAsync(contest);
        await pupil.SubmitAsync($"/thi/{contest.Code}/hoi-dap", new() { ["Ask.Text"] = text, ["Ask.Label"] = label });
        return await ThreadAsync(contest);
    }

    private async Task<string> ThreadAsync(Contest contest)
    {
        var all = await arena.Get<ClarificationStore>().OfContestAsync(contest.Id, Ct);
        return FormattableString.Invariant($"{PathOf(contest)}/{Assert.Single(all).Id}");
    }
}
