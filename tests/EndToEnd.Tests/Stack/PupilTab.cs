using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Stack;

/// <summary>What a pupil does in a contest, in one tab.</summary>
internal sealed partial class PupilTab(IPage tab, string contest)
{
    public IPage Tab => tab;

    public ILocator Editor => tab.Locator(".cm-content");

    public ILocator Language => tab.GetByRole(AriaRole.Combobox, new() { Name = "Ngôn ngữ" });

    public ILocator SubmitButton => tab.GetByRole(AriaRole.Button, new() { Name = "Nộp bài" });

    public Task OpenContestAsync() => tab.GotoAsync($"/thi/{contest}");

    public Task OpenProblemAsync(string label) => tab.GotoAsync($"/thi/{contest}/bai/{label}");

    public Task FollowAsync(string link) => tab.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();

    public Task GoAgainAsync() => FollowAsync("Sửa và nộp lại");

    /// <summary>Puts the source into the editor in place of what is there.</summary>
    public async Task TypeAsync(string language, string source)
    {
        await ChooseAsync(language);
        await Editor.PressAsync("ControlOrMeta+a");
        await Editor.PressAsync("Delete");
        await Editor.FillAsync(source);
    }

    public Task ChooseAsync(string language) => Language.SelectOptionAsync(language);

    /// <summary>Hands in, and stands on the page of the new submission.</summary>
    public async Task SubmitAsync(string language, string source)
    {
        await TypeAsync(language, source);
        await HandInAsync();
    }

    public async Task HandInAsync()
    {
        await SubmitButton.ClickAsync();
        await tab.WaitForURLAsync($"**/thi/{contest}/bai-nop/*");
    }

    /// <summary>Leaves for the list of own submissions.</summary>
    public async Task ExpectHandedInAsync(int count)
    {
        await tab.GotoAsync($"/thi/{contest}/bai-nop");
        await Expect(tab.Locator("main tbody tr")).ToHaveCountAsync(count);
    }

    /// <summary>It waits, or a judge is at it already: how far it is, is the machine's affair.</summary>
    public Task ExpectNoVerdictYetAsync() => Expect(tab.GetByText(NotYetPattern())).ToBeVisibleAsync();

    public Task ExpectVerdictAsync(string word) => Expect(tab.Locator(".verdict-large")).ToContainTextAsync(word);

    [GeneratedRegex("Bài đang (?:chờ|được) chấm")]
    private static partial Regex NotYetPattern();
}

/// <summary>Proof that a page was not loaded anew meanwhile.</summary>
internal sealed class Stay
{
    private readonly IPage _tab;

    private Stay(IPage tab) => _tab = tab;

    public static async Task<Stay> BeginAsync(IPage tab)
    {
        await tab.EvaluateAsync("window.stayed = true");
        return new Stay(tab);
    }

    public async Task ExpectAsync() => Assert.True(await _tab.EvaluateAsync<bool?>("window.stayed ?? null"), "The page was loaded anew.");
}
