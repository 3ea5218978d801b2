using EndToEnd.Tests.Stack;

namespace EndToEnd.Tests;

/// <summary>Pages on a school's PC, on a phone, and magnified until 320 px are left.</summary>
public sealed class LayoutTests(Site site)
{
    private static readonly (int Width, int Height)[] Screens = [(1366, 768), (390, 844), (320, 640)];

    /// <summary>Names what sticks out at the right, unless it lies in something that scrolls by itself.</summary>
    private const string Wide = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== "visible") return true; return false; };
          return [...document.body.querySelectorAll("*")]
            .filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e))
            .map(e => `${e.tagName.toLowerCase()}.${e.className} to ${Math.round(e.getBoundingClientRect().right)} px`)
            .concat("the document").slice(0, 8);
        }
        """;

    [Theory, MemberData(nameof(Pages.Names), MemberType = typeof(Pages))]
    public async Task A_page_does_not_scroll_sideways(string name)
    {
        var page = Pages.Named(name);
        await using var window = await site.OpenAsync(page.Who);
        var tab = await window.NewPageAsync();
        await tab.GotoAsync(page.Address(site.Season));
        foreach (var (width, height) in Screens)
        {
            await tab.SetViewportSizeAsync(width, height);
            var wide = await tab.EvaluateAsync<string[]>(Wide);
            Assert.True(wide.Length == 0, $"At {width} px these stick out: {string.Join("; ", wide)}");
        }
    }
}
