using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Stack;

/// <summary>What a pupil does on the page of one level, in one tab.</summary>
internal sealed class PuzzleTab(IPage tab, string contest)
{
    /// <summary>From the corner of a block to where it is held.</summary>
    private const float Grip = 14;

    public IPage Tab => tab;

    /// <summary>The sentence below the map.</summary>
    public ILocator Said => tab.Locator("[data-said]");

    public ILocator RunButton => tab.GetByRole(AriaRole.Button, new() { Name = "Chạy" });

    public ILocator NextLink => tab.GetByRole(AriaRole.Link, new() { Name = "Màn tiếp theo" });

    /// <summary>Blocks that are lit as wrong.</summary>
    public ILocator Failed => tab.Locator(".lit-failed");

    public ILocator Saved => tab.Locator("[data-save-mark]");

    public ILocator Count => tab.Locator("[data-count]");

    public async Task OpenAsync(string label)
    {
        await tab.GotoAsync($"/thi/{contest}/man/{label}");
        await ExpectReadyAsync();
    }

    /// <summary>The blocks are there.</summary>
    public Task ExpectReadyAsync() => Expect(tab.Locator(".puzzle.ready svg.blocklySvg .blocklyBlock").First).ToBeVisibleAsync();

    /// <summary>The newest block on the ground with these words.</summary>
    public ILocator Block(string words) => tab.Locator("svg.blocklySvg .blocklyBlock", new() { HasText = words }).Last;

    /// <summary>Drags a block from the shelf to the end of a stack, with the mouse.</summary>
    public async Task DragBelowAsync(string words, string stack)
    {
        var (from, end) = (await OnShelfAsync(words), await BoxAsync(Block(stack)));
        await DragAsync(from, end.X + Grip, end.Y + end.Height + Grip - 4);
    }

    /// <summary>Where a block of the shelf is held.</summary>
    public async Task<(float X, float Y)> OnShelfAsync(string words)
    {
        var box = await BoxAsync(tab.Locator(".blocklyFlyout .blocklyBlock", new() { HasText = words }).First);
        return (box.X + Grip, box.Y + Grip);
    }

    public async Task<LocatorBoundingBoxResult> BoxAsync(ILocator locator)
    {
        await Expect(locator).ToBeVisibleAsync();
        // Blocks move into their places after a drop: where one is follows from two looks that agree.
        var (before, box) = ((LocatorBoundingBoxResult?)null, await locator.BoundingBoxAsync());
        while (box is null || (before?.X, before?.Y) != (box.X, box.Y))
        {
            await tab.EvaluateAsync(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
            );
            (before, box) = (box, await locator.BoundingBoxAsync());
        }

        return box;
    }

    private async Task DragAsync((float X, float Y) from, float x, float y)
    {
        var mouse = tab.Mouse;
        await mouse.MoveAsync(from.X, from.Y);
        await mouse.DownAsync();
        await mouse.MoveAsync(from.X + 40, from.Y + 20, new() { Steps = 4 });
        await mouse.MoveAsync(x, y, new() { Steps = 10 });
        await mouse.UpAsync();
    }
}
