using System.Buffers.Binary;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>
/// Pictures of every page, desktop and phone, some as tablets show them, light and dark, and in English, into the folder named by
/// CONTEST_SHOTS. Where nobody wants to look at them, a page of each person is enough to show that pictures can be taken.
/// </summary>
public sealed class ShotsTests(Site site)
{
    private static readonly (string Name, int Width, int Height)[] Screens = [("desktop", 1366, 768), ("phone", 390, 844)];
    private static readonly (string Name, int Width, int Height)[] Tablet = [("tablet", 820, 1180)];

    [Fact]
    public async Task Pages_have_their_pictures()
    {
        var wanted = Environment.GetEnvironmentVariable("CONTEST_SHOTS");
        var folder = wanted is { Length: > 0 } ? Directory.CreateDirectory(wanted) : Directory.CreateTempSubdirectory("arena-shots-");
        try
        {
            var pages = wanted is { Length: > 0 } ? Pages.All : [.. Pages.All.DistinctBy(page => page.Who)];
            foreach (var group in pages.GroupBy(page => page.Who))
            {
                var tab = await site.OpenTabAsync(group.Key);
                foreach (var page in group)
                {
                    await tab.GotoAsync(page.Address(site.Contests));
                    await TakeAsync(tab, Path.Combine(folder.FullName, page.Name), ScreensOf(page));
                }
                await tab.CloseAsync();
                if (wanted is { Length: > 0 })
                {
                    await TakeInEnglishAsync(group.Key, [.. group], folder.FullName);
                }
            }
            foreach (
                var (name, width, _) in pages.SelectMany(page =>
                    ScreensOf(page).Select(screen => (page.Name + "-" + screen.Name, screen.Width, screen.Height))
                )
            )
            {
                Assert.Equal(width, WidthOf(Path.Combine(folder.FullName, name + "-light.png")));
                Assert.Equal(width, WidthOf(Path.Combine(folder.FullName, name + "-dark.png")));
            }
        }
        finally
        {
            if (folder.FullName != wanted)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static (string Name, int Width, int Height)[] ScreensOf(SitePage page) => page.IsOnTablets ? [.. Screens, .. Tablet] : Screens;

    private static async Task TakeAsync(IPage tab, string path, (string Name, int Width, int Height)[] screens)
    {
        foreach (var (name, width, height) in screens)
        {
            await tab.SetViewportSizeAsync(width, height);
            foreach (var (theme, scheme) in new[] { ("light", ColorScheme.Light), ("dark", ColorScheme.Dark) })
            {
                await tab.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await tab.EvaluateAsync("document.fonts.ready");
                await tab.ScreenshotAsync(
                    new()
                    {
                        Path = $"{path}-{name}-{theme}.png",
                        FullPage = true,
                        Animations = ScreenshotAnimations.Disabled,
                    }
                );
            }
        }
    }

    /// <summary>In a window of its own: the language is a cookie, and other tests share the person's window.</summary>
    private async Task TakeInEnglishAsync(Who who, IReadOnlyList<SitePage> pages, string folder)
    {
        await using var window = await site.OpenAsync(who, new() { ReducedMotion = ReducedMotion.Reduce });
        var tab = await window.NewPageAsync();
        var (_, width, height) = Screens[0];
        await tab.SetViewportSizeAsync(width, height);
        foreach (var page in pages)
        {
            var address = page.Address(site.Contests);
            await tab.GotoAsync($"{address}{(address.Contains('?') ? '&' : '?')}lang=en");
            await tab.EvaluateAsync("document.fonts.ready");
            await tab.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{page.Name}-english.png"), FullPage = true });
        }
    }

    /// <summary>Width in a PNG's header, in pixels.</summary>
    private static int WidthOf(string path)
    {
        var head = File.ReadAllBytes(path).AsSpan(0, 24);
        Assert.Equal("PNG"u8.ToArray(), head[1..4].ToArray());
        return BinaryPrimitives.ReadInt32BigEndian(head[16..20]);
    }
}
