using System.Net;
using ArenaWeb.Accounts;

namespace ArenaWeb.Tests.Library;

/// <summary>The library of problems over HTTP.</summary>
public sealed class LibraryPagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Theory]
    [InlineData("/btc/kho-bai")]
    [InlineData("/btc/nhap-bai")]
    [InlineData("/btc/kho-bai/tonghaiso")]
    [InlineData("/btc/kho-bai/tonghaiso?handler=Attachment&tep=a.txt")]
    public async Task Only_organisers_come_in(string page)
    {
        var contest = await arena.AddContestAsync();
        Assert.StartsWith("/dang-nhap/can-bo", (await arena.Browser().GetAsync(page)).Location?.Replace("http://localhost", ""));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await arena.PupilAsync(contest)).GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await arena.StaffAsync(Roles.Juror)).GetAsync(page)).Status);
    }

    [Fact]
    public async Task Every_package_is_listed_and_a_broken_one_with_its_reason()
    {
        var broken = Directory.CreateDirectory(Path.Combine(arena.ProblemsFolder, "baihong")).FullName;
        await File.WriteAllTextAsync(Path.Combine(broken, "problem.yaml"), "name: [", TestContext.Current.CancellationToken);
        TestProblems.Write(Path.Combine(arena.DataFolder, "problems", "bainhap"), "Bài nhập", "Imported", "Đề.", null);
        var page = await (await arena.StaffAsync()).GetAsync("/btc/kho-bai");
        var rows = page
            .Document.QuerySelectorAll("tbody tr")
            .ToDictionary(row => row.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1], row => row.TextContent);
        Assert.Contains("Tổng hai số", rows[TestProblems.Streams]);
        Assert.Contains("Có sẵn", rows[TestProblems.Streams]);
        Assert.Contains("Đã nhập", rows["bainhap"]);
        Assert.Contains("Không đọc được: baihong/problem.yaml", rows["baihong"]);
    }

    [Fact]
    public async Task A_package_is_shown_as_pupils_see_it_and_cannot_be_verified_without_boxes()
    {
        var page = await (await arena.StaffAsync()).GetAsync($"/btc/kho-bai/{TestProblems.Streams}");
        Assert.Equal(3, page.Document.QuerySelectorAll(".prose math").Length);
        Assert.Contains("./contest verify tonghaiso", page.Text);
        Assert.Null(page.Document.QuerySelector("main form[action*=Check]"));
    }

    [Theory]
    [InlineData("khongco")]
    [InlineData("..%2Fproblems")]
    public async Task A_name_that_is_no_package_is_not_found(string name) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await arena.StaffAsync()).GetAsync($"/btc/kho-bai/{name}")).Status);

    [Fact]
    public async Task Attachments_are_saved_and_never_opened_and_no_name_leads_out_of_their_folder()
    {
        var package = Path.Combine(arena.ProblemsFolder, "baitep");
        TestProblems.Write(package, "Bài tệp", "Files", "Đề.", null);
        var folder = Directory.CreateDirectory(Path.Combine(package, "attachments")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "mẫu <b>.html"), "<script>", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "mẫu 1.html"), "<script>", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(folder, "link.txt"), "/etc/hostname");
        await File.WriteAllTextAsync(Path.Combine(package, "statement/problem.vi.pdf"), "%PDF-1.4", TestContext.Current.CancellationToken);
        var contest = await arena.AddContestAsync(contest => contest with { Problems = [new("A", "baitep", 100)] });
        var pupil = await arena.PupilAsync(contest);
        var path = $"/thi/{contest.Code}/bai/A";

        var page = await pupil.GetAsync(path);
        var link = Assert.Single(page.Document.QuerySelectorAll(".attachments a")).GetAttribute("href")!;
        var file = await pupil.GetAsync(link);
        Assert.Equal("attachment", file.ContentHeaders.ContentDisposition?.DispositionType);
        Assert.Equal("application/octet-stream", file.ContentHeaders.ContentType?.MediaType);
        Assert.Equal("<script>", file.Html);
        foreach (
            var name in (string[])
                ["../problem.yaml", "..%2Fproblem.yaml", "link.txt", "m%E1%BA%ABu%20%3Cb%3E.html", "", "/etc/hostname", "%00"]
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await pupil.GetAsync($"{path}?handler=Attachment&tep={name}")).Status);
        }
        var pdf = await pupil.GetAsync($"{path}?handler=Pdf");
        Assert.Equal("application/pdf", pdf.ContentHeaders.ContentType?.MediaType);
        Assert.Contains(
            "frame-ancestors 'self'",
            Assert.Single(pdf.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        Assert.Equal("nosniff", Assert.Single(pdf.Headers.GetValues("X-Content-Type-Options")));

        var other = await arena.PupilAsync(await arena.AddContestAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{path}?handler=Pdf")).Status);
    }

    [Fact]
    public async Task A_package_is_exported_as_a_zip_with_what_was_lost()
    {
        var staff = await arena.StaffAsync();
        var path = $"/btc/kho-bai/{TestProblems.Streams}";
        var page = await staff.SendAsync($"{path}?handler=Export", Browser.HiddenFields(await staff.GetAsync(path)), []);
        var link = page.Document.QuerySelector("a[href*=Exported]")!.GetAttribute("href")!;
        using var zip = await staff.Client.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal("tonghaiso.zip", zip.Content.Headers.ContentDisposition?.FileName);
        Assert.StartsWith("PK", await zip.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(link.Replace("tonghaiso", "chiakeo"))).Status);
    }

    [Fact]
    public async Task Nothing_of_a_problem_can_be_fetched_before_the_contest_starts()
    {
        var contest = await arena.AddContestAsync(contest => contest with { Start = arena.Clock.GetUtcNow().AddHours(1) });
        var pupil = await arena.PupilAsync(contest);
        foreach (var handler in (string[])["Pdf", "Attachment&tep=a.txt"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await pupil.GetAsync($"/thi/{contest.Code}/bai/A?handler={handler}")).Status);
        }
    }
}
