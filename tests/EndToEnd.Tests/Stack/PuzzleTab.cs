using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Stack;

/// <summary>What a pupil does on the page of one level, in one tab.</summary>
internal sealed class PuzzleTab(IPage tab, string contest)
{
    /// <summary>From the corner of a block to where it is held.</summary>
    private const float Grip = 14;

    /// <summary>How much lower a block hangs in one that holds others, and how much further in.</summary>
    private const float Head = 48;
    private const float Arm = 16;

    private const float Near = 4;
    private const int MostTries = 50;

    /// <summary>How far right of a block the last place below or in it is where the held one would be joined; null: none.</summary>
    private const string Marked = """
        async ground => {
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const mark = ground.querySelector(".blocklyInsertionMarker");
          return mark && !mark.querySelector(".blocklyBlock") ? mark.getScreenCTM().e - ground.getScreenCTM().e : null;
        }
        """;

    /// <summary>What blocks are dragged with.</summary>
    public Hand Hand { get; init; } = new Mouse(tab);

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

    /// <summary>Drags a block from the shelf to the end of a stack.</summary>
    public async Task DragBelowAsync(string words, string stack)
    {
        var height = (await BoxAsync(Block(stack))).Height;
        await DragAsync(words, Block(stack), 0, height);
    }

    /// <summary>Drags a block from the shelf into an empty one that holds others.</summary>
    public Task DragIntoAsync(string words, string holder) => DragAsync(words, Block(holder), Arm, Head);

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

    /// <summary>As people drag: to the place, a little to and fro until it shows that it would be joined, and only then let go.</summary>
    /// <param name="right">From the block on the ground to the new one.</param>
    private async Task DragAsync(string words, ILocator ground, float right, float down)
    {
        var there = tab.Locator($"svg.blocklySvg [data-id=\"{Escaped((await ground.GetAttributeAsync("data-id"))!)}\"]");
        var joined = there.Locator(".blocklyBlock:not(.blocklyInsertionMarker)");
        var before = await joined.CountAsync();
        var (x, y) = await OnShelfAsync(words);
        await Hand.TakeAsync(x, y);
        // Straight down first: a shelf that scrolls would take that for scrolling.
        await Hand.MoveAsync(x, y + 60);
        for (var tries = 0; await there.EvaluateAsync<float?>(Marked) is not { } marked || Math.Abs(marked - right) > Near; tries++)
        {
            Assert.True(tries < MostTries, $"“{words}” is offered no place.");
            var corner = (await there.BoundingBoxAsync())!;
            await Hand.MoveAsync(corner.X + right + Grip + tries % 3, corner.Y + down + Grip - 4 + tries % 5);
        }

        await Hand.LetGoAsync();
        await Expect(there.Locator(".blocklyInsertionMarker")).ToHaveCountAsync(0);
        await Expect(joined).Not.ToHaveCountAsync(before);
    }

    /// <summary>As a string of a selector: Blockly's names of blocks may have any signs in them.</summary>
    private static string Escaped(string id) =>
        id.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
