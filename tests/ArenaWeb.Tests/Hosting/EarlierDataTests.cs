using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Support;

namespace ArenaWeb.Tests.Hosting;

/// <summary>
/// A data folder of the version of November 2026, as that version left it, and the boards that it showed: made-up pupils in contests of
/// each kind, with submissions of all verdicts, a frozen board, and rejudgings that were applied, discarded and left ready.
/// </summary>
public sealed partial class EarlierDataTests : IAsyncLifetime
{
    private static readonly string Kept = Path.Combine(Repository.Root, "tests", "ArenaWeb.Tests", "Hosting", "data-of-2026-11.zip");

    private readonly ArenaFixture _arena = ArenaFixture.Opening(Kept, new DateTimeOffset(2026, 11, 28, 2, 0, 0, TimeSpan.Zero));

    public ValueTask InitializeAsync() => _arena.InitializeAsync();

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task A_data_folder_of_an_earlier_version_opens_and_shows_the_same_boards()
    {
        await using var kept = await ZipFile.OpenReadAsync(Kept, TestContext.Current.CancellationToken);
        var boards = kept.Entries.Where(entry => entry.FullName.StartsWith("boards/", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, boards.Count);
        foreach (var board in boards)
        {
            using var text = new StreamReader(await board.OpenAsync(TestContext.Current.CancellationToken), Encoding.UTF8);
            var shown = await _arena.Browser().GetAsync($"/bang/{Path.GetFileNameWithoutExtension(board.Name)}/rows");
            var expected = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
            // The word for some of the points is another since.
            Assert.Equal(expected.Replace(">Một phần: <", ">Đúng một phần: <"), shown.Html);
        }
    }

    [Fact]
    public async Task Organisers_of_an_earlier_version_sign_in_and_find_everything()
    {
        var browser = _arena.Browser();
        var answer = await browser.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = "bantochuc", ["Password"] = "mật khẩu để thử" });
        Assert.Equal("/btc", answer.Location);
        var home = await browser.GetAsync("/btc");
        var links = home.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href") ?? "");
        var pages = links.Where(path => ContestPattern().IsMatch(path)).Distinct().ToList();
        Assert.Equal(5, pages.Count);
        foreach (var path in pages.SelectMany(page => (string[])[page, $"{page}/thi-sinh", $"{page}/bai-nop", $"{page}/cham-lai"]))
        {
            var page = await browser.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, page.Status));
            foreach (var link in page.Document.QuerySelectorAll("tbody a[href^='/btc/bai-nop/'], tbody a[href^='/btc/cham-lai/']").Take(12))
            {
                var shown = await browser.GetAsync(link.GetAttribute("href")!);
                Assert.Equal((link.GetAttribute("href"), HttpStatusCode.OK), (link.GetAttribute("href"), shown.Status));
            }
        }
    }

    [GeneratedRegex(@"^/btc/cuoc-thi/\d+$")]
    private static partial Regex ContestPattern();
}
