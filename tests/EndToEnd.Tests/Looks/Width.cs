using Microsoft.Playwright;

namespace EndToEnd.Tests.Looks;

/// <summary>A page on a school's PC, on a phone, and magnified until 320 px are left: it never scrolls sideways.</summary>
internal static class Width
{
    private static readonly (int Width, int Height)[] Screens = [(320, 640), (390, 844), (1366, 768)];

    /// <summary>Names what sticks out at the right, unless it lies in something that scrolls by itself.</summary>
    private const string Wide = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const scrolls = e => {
            for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== "visible") return true;
            return false;
          };
          return [...document.body.querySelectorAll("*")]
            .filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e))
            .map(e => `${e.tagName.toLowerCase()}.${e.className} to ${Math.round(e.getBoundingClientRect().right)} px`)
            .concat("the document").slice(0, 8);
        }
        """;

    /// <returns>What sticks out; the page is left as wide as on a school's PC.</returns>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage tab)
    {
        var found = new List<string>();
        foreach (var (width, height) in Screens)
        {
            await tab.SetViewportSizeAsync(width, height);
            await tab.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            found.AddRange(from line in await tab.EvaluateAsync<string[]>(Wide) select $"Out of {width} px sticks {line}");
        }
        return found;
    }
}
