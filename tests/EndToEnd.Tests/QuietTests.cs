using System.Globalization;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>What browsers say of the pages when nobody looks.</summary>
public sealed class QuietTests(Site site)
{
    [Theory, MemberData(nameof(Pages.Names), MemberType = typeof(Pages))]
    public async Task A_page_breaks_no_rule_and_asks_no_other_host(string name)
    {
        var page = Pages.Named(name);
        await using var window = await site.OpenAsync(page.Who);
        var watch = new Watch(window, site.Address);
        var tab = await window.NewPageAsync();
        var answer = await tab.GotoAsync(page.Address(site.Season));
        Assert.Equal(page.Status, answer!.Status);
        await tab.EvaluateAsync("() => document.fonts.ready.then(() => 0)");
        await Assertions.Expect(tab.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        var found = watch.Found(page.Status == 200 ? "" : page.Status.ToString(CultureInfo.InvariantCulture));
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
