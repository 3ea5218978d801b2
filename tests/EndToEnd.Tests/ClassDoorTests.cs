using ArenaWeb.Accounts.Classes;
using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Seed;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Pupils of a primary school at a PC that many share.</summary>
public sealed class ClassDoorTests(Site site)
{
    private const string Problem = "BAI1";

    /// <summary>All that this site could keep in a browser; empty when there is nothing.</summary>
    private const string Kept = """
        async () => [
          ...Object.keys(localStorage), ...Object.keys(sessionStorage),
          ...(await indexedDB.databases()).map(one => one.name), ...await caches.keys(),
        ].join()
        """;

    private const string KeepSomething = """
        async () => {
          sessionStorage.setItem("runs", "1");
          await caches.open("pages");
          await new Promise(done => { indexedDB.open("runs").onsuccess = event => { event.target.result.close(); done(); }; });
        }
        """;

    private SeedClasses Classes => site.Contests.Classes;

    private string Code => Classes.Entry.Contest.Code;

    [Fact]
    public async Task By_keyboard_alone_a_pupil_comes_in_works_and_ends_and_the_next_one_finds_nothing()
    {
        var one = Classes.Pictures;
        await using var seat = await site.NewWindowAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var tab = await seat.NewPageAsync();
        var errors = new BrowserErrors(tab, site.Address);
        await tab.GotoAsync(ClassDoor.Path);
        await tab.Keyboard.TypeAsync(one.Code.ToLowerInvariant());
        await tab.Keyboard.PressAsync("Enter");
        await PressAsync(tab, MateOf(tab, one, 2));
        foreach (var (name, picture) in new[] { ("First", one.Secrets[2].Parts[0]), ("Second", one.Secrets[2].Parts[1]) })
        {
            await ReachAsync(tab, tab.Locator($"[name={name}]").First);
            await tab.Keyboard.PressAsync(" ");
            for (var at = 0; at < ClassSecret.Pictures.ToList().IndexOf(picture); at++)
            {
                await tab.Keyboard.PressAsync("ArrowRight");
            }
            await Expect(tab.Locator($"[name={name}][value={picture}]")).ToBeCheckedAsync();
        }
        await tab.Keyboard.PressAsync("Enter");
        await tab.WaitForURLAsync($"**/thi/{Code}");

        var pupil = new PupilTab(tab, Code);
        await pupil.OpenProblemAsync(Problem);
        await pupil.TypeAsync("pascal", "{ của em }");
        await Expect(tab.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        await tab.EvaluateAsync(KeepSomething);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên" }).PressAsync("Enter");
        await tab.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên" }).PressAsync("Enter");
        await Expect(tab.GetByText("Mời bạn tiếp theo")).ToBeVisibleAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Em là ai?" })).ToBeVisibleAsync();
        Assert.Equal("", await tab.EvaluateAsync<string>(Kept));
        await tab.GoBackAsync();
        await Expect(tab.GetByText("của em")).ToHaveCountAsync(0);
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Vào thi" })).ToBeVisibleAsync();

        await tab.GotoAsync(ClassDoor.Path);
        await PressAsync(tab, MateOf(tab, one, 3));
        await SigningIn.ShowAsync(tab, one.Secrets[3]);
        await tab.WaitForURLAsync($"**/thi/{Code}");
        await pupil.OpenProblemAsync(Problem);
        await Expect(pupil.Editor).ToBeVisibleAsync();
        await Expect(tab.GetByText("của em")).ToHaveCountAsync(0);
        Assert.Empty(errors.Found());
    }

    [Fact]
    public async Task Without_scripts_two_pupils_sit_down_at_one_pc_and_end()
    {
        var one = Classes.Words;
        await using var seat = await site.NewWindowAsync(new() { JavaScriptEnabled = false });
        var tab = await seat.NewPageAsync();
        await SigningIn.EnterAsync(tab, Classes, one, 2);
        await tab.GetByRole(AriaRole.Link, new() { Name = "Bạn cùng máy" }).ClickAsync();
        await MateOf(tab, one, 3).ClickAsync();
        await SigningIn.ShowAsync(tab, one.Secrets[3]);
        await Expect(tab.Locator(".contest-entrant")).ToContainTextAsync($"{one.Cards[2].Name} + {one.Cards[3].Name}");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên" }).ClickAsync();
        await Expect(tab.GetByText("Mời bạn tiếp theo")).ToBeVisibleAsync();
        // This class's PCs do not keep the code.
        await Expect(tab.GetByLabel("Mã lớp")).ToBeVisibleAsync();
    }

    private static ILocator MateOf(IPage tab, SeedClass one, int pupil) =>
        tab.Locator($".mates a[href$='={one.Cards[pupil].Entrant.Value}']");

    private static async Task PressAsync(IPage tab, ILocator link)
    {
        await ReachAsync(tab, link);
        await tab.Keyboard.PressAsync("Enter");
    }

    /// <summary>Tab after Tab, as somebody without a mouse gets there.</summary>
    private static async Task ReachAsync(IPage tab, ILocator wanted)
    {
        await Expect(wanted).ToBeVisibleAsync();
        for (var at = 0; at < 60 && !await wanted.EvaluateAsync<bool>("element => element === document.activeElement"); at++)
        {
            await tab.Keyboard.PressAsync("Tab");
        }
        await Expect(wanted).ToBeFocusedAsync();
    }
}
