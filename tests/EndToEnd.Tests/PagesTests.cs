using System.Globalization;
using System.Text.RegularExpressions;
using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using Support;

namespace EndToEnd.Tests;

/// <summary>
/// One visit of every page: what the browser says when nobody looks, whether it fits the screen, and what axe-core finds.
/// </summary>
public sealed partial class PagesTests(Site site)
{
    [Theory, MemberData(nameof(Pages.Names), MemberType = typeof(Pages))]
    public async Task A_page_is_quiet_fits_its_screen_and_stands_in_nobodys_way(string name)
    {
        var page = Pages.Named(name);
        var tab = await site.OpenTabAsync(page.Who);
        var errors = new BrowserErrors(tab, site.Address);
        var answer = await tab.GotoAsync(page.Address(site.Contests));
        Assert.Equal(page.Status, answer!.Status);
        await tab.EvaluateAsync("() => document.fonts.ready.then(() => 0)");
        await Assertions.Expect(tab.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        // Blocks come later than the page; while buttons wake up, two frames of one look are mixed.
        await Assertions.Expect(tab.Locator("[data-island=puzzle]:not(.ready)")).ToHaveCountAsync(0);
        await tab.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        List<string> found = [.. errors.Found(page.Status == 200 ? "" : page.Status.ToString(CultureInfo.InvariantCulture))];
        found.AddRange(await Width.LookAsync(tab));
        found.AddRange(await Axe.LookAsync(tab));
        await tab.CloseAsync();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void The_list_has_every_page_of_the_arena()
    {
        var routes = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "arena-web"), "*.cshtml", SearchOption.AllDirectories)
            .Select(path => PageLine().Match(File.ReadAllText(path)))
            .Where(match => match.Success)
            .Select(match => match.Groups["route"].Value)
            .Order();
        Assert.Equal(routes, Pages.All.Select(page => page.Route).Distinct().Order());
    }

    [Fact]
    public void No_two_pages_bear_the_same_name() => Assert.Distinct(Pages.All.Select(page => page.Name));

    [GeneratedRegex("^@page(?: \"(?<route>[^\"]*)\")?", RegexOptions.Multiline)]
    private static partial Regex PageLine();
}
