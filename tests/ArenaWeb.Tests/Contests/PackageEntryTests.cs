using System.Net;
using ArenaWeb.Contests;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Verify;

namespace ArenaWeb.Tests.Contests;

/// <summary>Whether packages may enter a contest, as their own solutions were judged.</summary>
public sealed class PackageEntryTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task A_package_whose_right_solution_fails_enters_only_with_a_reason_that_everybody_can_read()
    {
        var staff = await arena.StaffAsync();
        Proved("baitruot", Solution("accepted/main.py", mustPass: true, good: false));
        foreach (var reason in (string[])["", "  \u0001 "])
        {
            var refused = await SubmitAsync(staff, "/btc/cuoc-thi/tao", Fields("tin-truot", "baitruot", reason));
            Assert.Equal(HttpStatusCode.OK, refused.Status);
            Assert.Contains("Có bài không đạt kiểm chứng", refused.Text);
            Assert.Contains(
                "accepted/main.py: mong đợi mọi test: đúng; kết quả là Sai kết quả, 30/100 điểm. Khác từ test secret/2",
                refused.Text
            );
            Assert.NotNull(refused.Document.QuerySelector("input[name=reason]"));
            Assert.Null(await FindAsync("TIN-TRUOT"));
        }

        await SubmitAsync(staff, "/btc/cuoc-thi/tao", Fields("tin-truot", "baitruot", "Lời giải mẫu chỉ đúng phần đầu"));
        var contest = (await FindAsync("TIN-TRUOT"))!;
        Assert.Contains("baitruot: Lời giải mẫu chỉ đúng phần đầu", (await staff.GetAsync("/btc/nhat-ky")).Text);
        var path = $"/btc/cuoc-thi/{contest.Id.Value}";
        var page = await staff.GetAsync(path);
        Assert.Contains("được dùng dù không đạt kiểm chứng", page.Text);
        Assert.Contains("Lời giải mẫu chỉ đúng phần đầu", page.Text);

        var again = await SubmitAsync(staff, path, Fields("tin-truot", "baitruot", ""));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);

        var taken = await SubmitAsync(staff, "/btc/cuoc-thi/tao", Fields("tin-truot", "baitruot", "Vẫn dùng được phần đầu"));
        Assert.Contains("Đã có cuộc thi khác dùng mã này", taken.Text);
        Assert.Equal("Vẫn dùng được phần đầu", taken.Document.QuerySelector("input[name=reason]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_reason_stays_in_its_field_when_something_else_is_refused()
    {
        var staff = await arena.StaffAsync();
        Proved("bailuu", Solution("accepted/main.py", mustPass: true, good: false));
        var taken = await arena.AddContestAsync();
        var refused = await SubmitAsync(staff, "/btc/cuoc-thi/tao", Fields(taken.Code, "bailuu", "Sẽ sửa sau"));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Equal("Sẽ sửa sau", refused.Document.QuerySelector("input[name=reason]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_changed_package_needs_a_new_reason_and_a_mended_one_none()
    {
        var staff = await arena.StaffAsync();
        Proved("baidoi", Solution("accepted/main.py", mustPass: true, good: false));
        await SubmitAsync(staff, "/btc/cuoc-thi/tao", Fields("tin-doi", "baidoi", "Sẽ sửa sau"));
        var path = $"/btc/cuoc-thi/{(await FindAsync("TIN-DOI"))!.Id.Value}";
        Change("baidoi");
        Assert.Contains("Có bài chưa kiểm chứng", (await staff.GetAsync(path)).Text);
        Proved("baidoi", Solution("accepted/main.py", mustPass: true, good: false));
        Assert.Contains("Có bài không đạt kiểm chứng", (await SubmitAsync(staff, path, Fields("tin-doi", "baidoi", ""))).Text);
        Proved("baidoi", Solution("accepted/main.py", mustPass: true, good: true));
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync(staff, path, Fields("tin-doi", "baidoi", ""))).Status);
        Assert.DoesNotContain("kiểm chứng:", (await staff.GetAsync(path)).Text);
    }

    [Fact]
    public async Task A_package_that_was_never_proved_enters_with_a_hint()
    {
        var staff = await arena.StaffAsync();
        Package("baimoi");
        Assert.Contains("chưa kiểm chứng", (await staff.GetAsync("/btc/kho-bai")).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync(staff, "/btc/cuoc-thi/tao", Fields("tin-chua", "baimoi", ""))).Status);
        Assert.Contains("Có bài chưa kiểm chứng", (await staff.GetAsync($"/btc/cuoc-thi/{(await FindAsync("TIN-CHUA"))!.Id.Value}")).Text);
    }

    [Fact]
    public async Task The_package_page_shows_what_differs_and_what_was_not_judged()
    {
        var staff = await arena.StaffAsync();
        Proved(
            "baikhac",
            Solution("accepted/main.py", mustPass: true, good: true),
            Solution("partially_accepted/half.py", mustPass: false, good: false)
        );
        var page = await staff.GetAsync("/btc/kho-bai/baikhac");
        Assert.Contains("Dùng được, nhưng có bài giải ra kết quả khác với mong đợi", page.Text);
        var row = Assert.Single(page.Document.QuerySelectorAll("#kiem-tra tbody tr")).TextContent;
        Assert.All((string[])["partially_accepted/half.py", "30/100 điểm", "secret/2: Sai kết quả"], text => Assert.Contains(text, row));
        Assert.Contains("accepted/old.py: Viết bằng Python 2", page.Text);
    }

    [Theory]
    [InlineData(ProofState.Failed, false, false, true)]
    [InlineData(ProofState.Failed, true, false, true)]
    [InlineData(ProofState.Failed, true, true, false)]
    [InlineData(ProofState.Failed, false, true, true)]
    [InlineData(ProofState.Differs, false, false, false)]
    [InlineData(ProofState.None, false, false, false)]
    [InlineData(ProofState.Nothing, false, false, false)]
    [InlineData(ProofState.Proved, false, false, false)]
    public void A_contest_that_has_begun_is_not_asked_about_what_it_holds(ProofState state, bool isIn, bool hasBegun, bool blocked)
    {
        var now = DateTimeOffset.UnixEpoch;
        var before = new Contest
        {
            Id = default,
            Code = "A",
            Names = new Dictionary<string, string>(),
            Scoring = ScoringStyle.Points,
            Start = now.AddHours(hasBegun ? -1 : 1),
            End = now.AddHours(2),
            Problems = isIn ? [new("A", "bai", 100)] : [],
        };
        var standing = new PackageStanding("bai", "Bài", state, "1", [], null);
        Assert.Equal(blocked, PackageEntryRule.Blocked([standing], before, now).Count == 1);
        var let = new PackageOverride("bai", "1", "vì", "admin", now);
        Assert.Empty(PackageEntryRule.Blocked([standing with { Override = let }], before, now));
    }

    /// <summary>Sends the form with one problem, whichever lines the page shows.</summary>
    private static async Task<Answer> SubmitAsync(Browser staff, string path, Dictionary<string, string> fields)
    {
        var hidden = Browser.HiddenFields(await staff.GetAsync(path)).Where(field => !field.Key.StartsWith("Form.Problems"));
        return await staff.SendAsync(path, hidden.ToDictionary(), fields);
    }

    private Task<Contest?> FindAsync(string code) => arena.Get<IContests>().FindAsync(code, CancellationToken.None);

    private string Folder(string name) => Path.Combine(arena.DataFolder, "problems", name);

    private Problem Package(string name)
    {
        if (!Directory.Exists(Folder(name)))
        {
            TestProblems.Write(Folder(name), name, name, "Đề.", null);
        }

        return arena.Get<ProblemLibrary>().Look(name)!.Problem!;
    }

    /// <summary>The library looks again after a second.</summary>
    private void Change(string name)
    {
        File.WriteAllText(Path.Combine(Folder(name), "data/secret/2.ans"), "8\n");
        arena.Clock.Advance(TimeSpan.FromSeconds(2));
    }

    private void Proved(string name, params ProvedSolution[] solutions) =>
        arena
            .Get<Proofs>()
            .Keep(
                new Proof
                {
                    Package = name,
                    Stamp = ProofRule.StampOf(Package(name)),
                    At = arena.Clock.GetUtcNow(),
                    Solutions = solutions,
                    Unjudged = [new("accepted/old.py", FindingCode.OldPython)],
                }
            );

    private static ProvedSolution Solution(string path, bool mustPass, bool good) =>
        new(
            path,
            mustPass,
            good,
            [ExpectedResult.Of(Expectation.OfFolder(path.Split('/')[0], 100)!)],
            good ? Verdict.Accepted : Verdict.WrongAnswer,
            good ? 100 : 30,
            100,
            good ? "" : "secret/2",
            good ? Verdict.None : Verdict.WrongAnswer,
            ""
        );

    private static Dictionary<string, string> Fields(string code, string problem, string reason) =>
        new()
        {
            ["Form.Code"] = code,
            ["Form.NameVi"] = "Kỳ thi mới",
            ["Form.Scoring"] = "Points",
            ["Form.Feedback"] = "Tests",
            ["Form.Start"] = "2026-09-01T07:30",
            ["Form.End"] = "2026-09-01T10:00",
            ["Form.Problems[0].Name"] = problem,
            ["Form.Problems[0].Chosen"] = "true",
            ["Form.Problems[0].Label"] = "A",
            ["Form.Problems[0].Points"] = "100",
            ["reason"] = reason,
        };
}
