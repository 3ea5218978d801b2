using System.Text.RegularExpressions;
using EndToEnd.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

public sealed class ProjectorTests(Site site)
{
    [Fact]
    public async Task Arrows_turn_the_projectors_pages()
    {
        await using var window = await site.OpenAsync(Who.Public);
        var tab = await window.NewPageAsync();
        await tab.GotoAsync($"/bang/{site.Contests.Points.Contest.Code}?chieu=1");
        await Expect(tab.GetByText("Trang 1/2")).ToBeVisibleAsync();
        await Expect(tab.Locator("body")).ToHaveAttributeAsync("data-mounted", "");
        await tab.WaitForFunctionAsync("performance.getEntriesByType('resource').some(entry => entry.name.includes('/turn-'))");
        await tab.Keyboard.PressAsync("ArrowRight");
        await Expect(tab).ToHaveURLAsync(new Regex("chieu=1&trang=2$"));
        await Expect(tab.GetByText("Trang 2/2")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Twenty_rows_and_a_line_of_the_jury_fit_the_wall()
    {
        await using var window = await site.OpenAsync(Who.Public);
        var tab = await window.NewPageAsync();
        await tab.GotoAsync($"/bang/{site.Contests.Points.Contest.Code}?chieu=1");
        await Expect(tab.Locator(".projector-news")).ToContainTextAsync("BAI2");
        await tab.EvaluateAsync("() => document.fonts.ready.then(() => 0)");
        Assert.InRange(await tab.EvaluateAsync<int>("document.documentElement.scrollHeight - innerHeight"), 0, 1);
    }
}
