using Microsoft.Playwright;

namespace EndToEnd.Tests.Stack;

/// <summary>The public board, open in a tab that is never loaded anew.</summary>
internal sealed class Board
{
    private readonly IPage _tab;
    private readonly Stay _stay;

    private Board(IPage tab, Stay stay) => (_tab, _stay) = (tab, stay);

    public static async Task<Board> OpenAsync(IBrowserContext window, string contest)
    {
        var tab = await window.NewPageAsync();
        await tab.GotoAsync($"/bang/{contest}");
        return new Board(tab, await Stay.BeginAsync(tab));
    }

    /// <summary>The first problem's cell in an entrant's row.</summary>
    public ILocator CellOf(string sbd) => _tab.GetByRole(AriaRole.Row).Filter(new() { HasText = sbd }).Locator("td.cell").First;

    public Task ExpectNeverReloadedAsync() => _stay.ExpectAsync();
}
