using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Looks;

/// <summary>axe-core looks at a page in both themes.</summary>
internal static class Axe
{
    /// <summary>Everything, and what depends on colours: nothing else differs between the themes.</summary>
    private static readonly (ColorScheme Scheme, RunOnlyOptions What)[] Looks =
    [
        (ColorScheme.Light, RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")),
        (ColorScheme.Dark, RunOnlyOptions.Rules("color-contrast", "link-in-text-block")),
    ];

    /// <returns>What stands in somebody's way.</returns>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage tab)
    {
        var found = new List<string>();
        foreach (var (scheme, what) in Looks)
        {
            await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
            // Colours on their way to the theme arrive.
            await tab.EvaluateAsync("document.getAnimations().forEach(one => one instanceof CSSTransition && one.finish())");
            var result = await tab.RunAxe(new AxeRunOptions { RunOnly = what });
            found.AddRange(from line in Grave(result) select $"In the {scheme} theme {line}");
        }
        return found;
    }

    /// <summary>Serious and critical findings, one line an element.</summary>
    private static IEnumerable<string> Grave(AxeResult result) =>
        from rule in result.Violations
        where rule.Impact is "serious" or "critical"
        from node in rule.Nodes
        let why = node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message)
        select $"{rule.Id}: {node.Target}: {string.Join(' ', why)}";
}
