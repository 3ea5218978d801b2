using Microsoft.Playwright;

namespace EndToEnd.Tests.Stack;

/// <summary>The system's Chromium, driven by Playwright.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Long enough for a crowded machine; nobody waits longer than it takes.</summary>
    private const float Patience = 180_000;

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        const string path = "/usr/bin/chromium";
        Assert.True(File.Exists(path), "Chromium is missing: ./contest test installs it (package chromium).");
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        Browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    // Two pages of the browser's own that each new window would load, hidden, and a third of all the time.
                    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
                    "--lang=vi",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
