using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using Support;

namespace EndToEnd.Tests;

/// <summary>axe-core looks at every page, in both themes.</summary>
public sealed class AxeTests(Site site)
{
    private static readonly string Axe = Path.Combine(Repository.Root, "arena-web", "Client", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Serious and critical findings, one line an element.</summary>
    private const string Look = """
        async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations
          .filter(rule => rule.impact === "serious" || rule.impact === "critical")
          .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`))
        """;

    [Theory, MemberData(nameof(Pages.Names), MemberType = typeof(Pages))]
    public async Task Nothing_serious_stands_in_anybodys_way(string name)
    {
        var page = Pages.Named(name);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            // axe is put into the page from outside, which its content security policy rightly forbids.
            await using var window = await site.OpenAsync(page.Who, new() { BypassCSP = true, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var tab = await window.NewPageAsync();
            await tab.GotoAsync(page.Address(site.Season));
            await tab.AddScriptTagAsync(new() { Path = Axe });
            var found = await tab.EvaluateAsync<string[]>(Look);
            Assert.True(found.Length == 0, $"In the {scheme} theme:\n{string.Join('\n', found)}");
        }
    }
}
