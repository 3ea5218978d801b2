using Microsoft.Playwright;
using Support;

namespace EndToEnd.Tests.Looks;

/// <summary>axe-core looks at a page in both themes.</summary>
internal static class Axe
{
    private static readonly string Script = File.ReadAllText(
        Path.Combine(Repository.Root, "arena-web", "Client", "node_modules", "axe-core", "axe.min.js")
    );

    /// <summary>Serious and critical findings, one line an element.</summary>
    private const string Look = """
        async what => (await axe.run(document, { runOnly: what })).violations
          .filter(rule => rule.impact === "serious" || rule.impact === "critical")
          .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`))
        """;

    /// <summary>Everything, and what depends on colours: nothing else differs between the themes.</summary>
    private static readonly (ColorScheme Scheme, string[] What)[] Looks =
    [
        (ColorScheme.Light, ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]),
        (ColorScheme.Dark, ["color-contrast", "link-in-text-block"]),
    ];

    /// <returns>What stands in somebody's way.</returns>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage tab)
    {
        // Evaluated from outside: as an element of the page, its content security policy would rightly forbid the script.
        await tab.EvaluateAsync(Script);
        var found = new List<string>();
        foreach (var (scheme, what) in Looks)
        {
            await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
            // Colours on their way to the theme arrive.
            await tab.EvaluateAsync("document.getAnimations().forEach(one => one instanceof CSSTransition && one.finish())");
            found.AddRange(from line in await tab.EvaluateAsync<string[]>(Look, what) select $"In the {scheme} theme {line}");
        }
        return found;
    }
}
