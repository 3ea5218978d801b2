using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Staff;
using Judge.Sandbox;

namespace ArenaWeb.Tests.Judges;

public sealed class JudgesPageTests : IClassFixture<ClusterFixture>
{
    private const string Path = "/btc/may-cham";

    private readonly ArenaFixture _arena;
    private readonly FakeNodes _nodes;

    public JudgesPageTests(ClusterFixture cluster)
    {
        (_arena, _nodes) = (cluster.Arena, cluster.Nodes);
        _nodes.Clear();
        _nodes.AwakeSince = Now;
        _arena.Clock.Advance(TimeSpan.FromMinutes(1)); // what was said in the test before is forgotten
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _arena.Clock.GetUtcNow();

    [Fact]
    public async Task Without_a_node_the_page_says_what_to_do()
    {
        var staff = await _arena.StaffAsync();
        var page = await staff.GetAsync(Path);
        Assert.Contains("Không có máy chấm nào đang chạy", page.Text);
        Assert.Contains("Máy chấm tự hiện ra ở đây khi chạy.", page.Text);
        Assert.Contains("Nơi điều phối chấm: máy chủ may-chu-1", page.Text);
        var part = await staff.GetAsync(Path + "?phan=1");
        Assert.DoesNotContain("<html", part.Html);
    }

    [Fact]
    public async Task A_node_is_shown_with_what_it_is_and_can()
    {
        _nodes.Add(FakeNodes.Node(Now) with { Warm = ["a", "b", "c", "d", "e", "f"] });
        var text = await TextAsync();
        Assert.All(
            ["may-1", "Sẵn sàng", "Docker", "1/2", "1.234", "Pascal", "rust", "a, b, c, d và 2 bài nữa"],
            word => Assert.Contains(word, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Each_condition_has_its_words()
    {
        _nodes.Add(FakeNodes.Node(Now, "a") with { Trouble = "No engine answers." });
        _nodes.Add(FakeNodes.Node(Now, "b") with { Drained = true });
        _nodes.Add(FakeNodes.Node(Now, "c") with { Stopping = true });
        _nodes.Add(FakeNodes.Node(Now.AddSeconds(-30), "d"));
        _nodes.Add(FakeNodes.Node(Now, "e", SandboxKind.None));
        var page = await (await _arena.StaffAsync()).GetAsync(Path);
        Assert.Equal(
            ["Có sự cố", "Đang nghỉ", "Đang tắt", "Im lặng", "Có sự cố"],
            page.Document.QuerySelectorAll(".nodes tbody .chip:first-child").Select(chip => chip.TextContent)
        );
        Assert.Contains("No engine answers.", page.Text);
        Assert.Contains("Không có hộp cách ly", page.Text);
        Assert.Contains("Máy chấm d im lặng", page.Text);
    }

    [Fact]
    public async Task Another_version_and_another_clock_are_named_with_what_to_do()
    {
        _nodes.Add(FakeNodes.Node(Now, "may-7") with { Version = "0.9.0", ClockAhead = TimeSpan.FromSeconds(-75) });
        var text = await TextAsync();
        Assert.Contains("Máy chấm may-7 chạy phiên bản khác máy chủỞ đó đang chạy phiên bản 0.9.0. Khi thuận tiện", text);
        Assert.Contains("Đồng hồ máy chấm may-7 chậm 75 giây", text);
    }

    [Fact]
    public async Task The_line_is_told_by_contest_with_its_age()
    {
        var contest = await _arena.AddContestAsync();
        _nodes.Queue = new(1200, 3, Now.AddSeconds(-75));
        _nodes.Lines = [new(contest.Id, 1200, 3, Now.AddSeconds(-75)), new(new(999_999), 0, 1, null)];
        var page = await (await _arena.StaffAsync()).GetAsync(Path);
        Assert.Equal(
            [contest.Name("vi"), "1.200", "3", "75 giây", "Cuộc thi số 999999", "0", "1", "không có"],
            page.Document.QuerySelectorAll(".lines tbody :is(th, td)").Select(cell => cell.TextContent.Trim())
        );
    }

    [Fact]
    public async Task While_the_dispatcher_moves_the_page_says_so_and_shows_what_was_said_last()
    {
        _nodes.Add(FakeNodes.Node(Now));
        var staff = await _arena.StaffAsync();
        await staff.GetAsync(Path);
        _nodes.Waking = true;
        _arena.Clock.Advance(TimeSpan.FromSeconds(3));
        var soon = await staff.GetAsync(Path + "?phan=1");
        Assert.Contains("Nơi điều phối chấm đang chuyển sang máy chủ khác", soon.Html);
        Assert.Contains("may-1", soon.Html);
        Assert.DoesNotContain("im lặng", soon.Html);

        _arena.Clock.Advance(TimeSpan.FromSeconds(20));
        var late = await staff.GetAsync(Path + "?phan=1");
        Assert.Contains("Nơi điều phối chấm đang chuyển sang máy chủ khác", late.Html);
        Assert.DoesNotContain("may-1", late.Html);

        _nodes.Waking = false;
        _arena.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.DoesNotContain("đang chuyển", (await staff.GetAsync(Path + "?phan=1")).Html);
    }

    [Fact]
    public async Task An_organiser_drains_a_node_and_lets_it_resume_and_both_are_in_the_log()
    {
        var name = $"may-{Guid.NewGuid():N}";
        _nodes.Add(FakeNodes.Node(Now, name));
        var staff = await _arena.StaffAsync();

        await PressAsync(staff, "Drain", name);
        Assert.True(_nodes.Named(name).Drained);
        var drained = await staff.GetAsync(Path);
        Assert.Contains("Mọi máy chấm đều đang nghỉ", drained.Text);
        Assert.Contains("không nhận bài mới nữa", drained.Html);

        await PressAsync(staff, "Resume", name);
        Assert.False(_nodes.Named(name).Drained);
        Assert.Equal(
            ["judge.resumed", "judge.drained"],
            (await _arena.Get<Audit>().LatestAsync(0, 100, Ct)).Where(entry => entry.Detail == name).Select(entry => entry.Act)
        );
        Assert.Contains("Cho máy chấm nghỉ", (await staff.GetAsync("/btc/nhat-ky")).Text);
    }

    [Fact]
    public async Task Nobody_else_drains_and_a_form_without_its_token_changes_nothing()
    {
        _nodes.Add(FakeNodes.Node(Now));
        var contest = await _arena.AddContestAsync();
        Dictionary<string, string> fields = new() { ["node"] = "may-1" };
        foreach (var refused in new[] { await _arena.PupilAsync(contest), await _arena.StaffAsync(Roles.Juror) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await refused.SendAsync(Path + "?handler=Drain", [], fields)).Status);
        }

        Assert.NotNull((await _arena.Browser().SendAsync(Path + "?handler=Drain", [], fields)).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await _arena.StaffAsync()).SendAsync(Path + "?handler=Drain", [], fields)).Status);
        Assert.False(_nodes.Named("may-1").Drained);
    }

    [Fact]
    public async Task A_node_that_is_not_there_and_a_dispatcher_that_moves_change_nothing_and_are_told()
    {
        _nodes.Add(FakeNodes.Node(Now, "may-9"));
        var staff = await _arena.StaffAsync();
        await PressAsync(staff, "Drain", "made-up");
        Assert.Contains("không còn trong danh sách", (await staff.GetAsync(Path)).Html);
        _nodes.Waking = true;
        await PressAsync(staff, "Drain", "may-9");
        Assert.Contains("Hãy bấm lại sau vài giây", (await staff.GetAsync(Path)).Html);
        Assert.DoesNotContain(
            await _arena.Get<Audit>().LatestAsync(0, 100, Ct),
            entry => entry.Detail is "made-up" or "may-9" && entry.Act.StartsWith("judge.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task However_many_look_the_dispatcher_is_asked_once_in_two_seconds()
    {
        var watch = _arena.Get<ClusterWatch>();
        var before = _nodes.Asked;
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => watch.LookAsync(Ct)));
        await _arena.Browser().GetAsync("/health");
        await _arena.Browser().GetAsync("/");
        Assert.Equal(1, _nodes.Asked - before);
        _arena.Clock.Advance(TimeSpan.FromSeconds(2));
        await watch.LookAsync(Ct);
        Assert.Equal(2, _nodes.Asked - before);
    }

    [Fact]
    public async Task A_node_has_its_words_in_English_too()
    {
        _nodes.Add(FakeNodes.Node(Now));
        var staff = await _arena.StaffAsync();
        await staff.GetAsync(Path + "?lang=en");
        var page = await staff.GetAsync(Path);
        Assert.Contains("Ready", page.Text);
        Assert.Contains("Work is dealt out by server may-chu-1", page.Text);
    }

    private static async Task<Answer> PressAsync(Browser staff, string handler, string node)
    {
        var fields = Browser.HiddenFields(await staff.GetAsync(Path));
        fields["node"] = node;
        return await staff.SendAsync($"{Path}?handler={handler}", fields, []);
    }

    private async Task<string> TextAsync() => (await (await _arena.StaffAsync()).GetAsync(Path)).Text;
}
