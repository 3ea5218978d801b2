using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Stack;

/// <summary>What somebody does who has neither a mouse nor a finger to point with.</summary>
internal sealed class Keys(IPage tab)
{
    /// <summary>More stops than the keyboard makes on any page.</summary>
    private const int Most = 120;

    /// <summary>Keys with spaces between, each once the page shows what came of the one before.</summary>
    public async Task PressAsync(string row)
    {
        foreach (var key in row.Split(' '))
        {
            await tab.Keyboard.PressAsync(key);
            await tab.EvaluateAsync(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
            );
        }
    }

    /// <summary>Tab after Tab until it has the focus.</summary>
    public async Task GoToAsync(ILocator wanted)
    {
        await Expect(wanted).ToBeEnabledAsync();
        for (var at = 0; at < Most && !await wanted.EvaluateAsync<bool>("element => element === document.activeElement"); at++)
        {
            await tab.Keyboard.PressAsync("Tab");
        }
        await Expect(wanted).ToBeFocusedAsync();
    }

    public async Task GoAndPressAsync(ILocator wanted)
    {
        await GoToAsync(wanted);
        await tab.Keyboard.PressAsync("Enter");
    }

    /// <summary>To the last block on the ground of a level's page.</summary>
    public async Task GoToBlocksAsync()
    {
        await GoToAsync(tab.Locator("[data-text=python]"));
        await PressAsync("Tab Tab ArrowDown");
    }
}
