using System.Diagnostics;
using EndToEnd.Tests.Seed;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Many pages of one browser, over HTTP/1.1, which gives an address six connections: news comes to all of them over one.</summary>
public sealed class LiveTabsTests(Site site, LiveArena arena) : IClassFixture<LiveArena>
{
    private const string WithoutWorkers = "delete window.SharedWorker;";
    private const string WithoutLocks = WithoutWorkers + "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });";

    private static readonly string Right = SampleSolution.Named("kehoachnho/submissions/accepted/direct.pas").Text;

    /// <summary>Far beyond what a page takes on a crowded machine; one that waits for a free connection waits for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string Contest => arena.Entry.Contest.Code;

    private string Home => $"/thi/{Contest}";

    [Fact]
    public async Task Ten_tabs_load_and_all_show_the_verdict_of_a_hand_in_in_the_tenth()
    {
        await using var window = await OpenAsync(arena.Process.Address);
        var pupil = new PupilTab(window.Pages[0], Contest);
        await SigningIn.EnterAsync(pupil.Tab, Contest, arena.NextCard());
        string[] pages = [Home, $"{Home}/bai-nop", $"/bang/{Contest}", $"{Home}/bai/BAI1", $"{Home}/bai/BAI1", $"{Home}/bai/BAI2"];
        foreach (var page in pages.Concat(pages).Take(9))
        {
            var tab = await window.NewPageAsync();
            var watch = Stopwatch.StartNew();
            await tab.GotoAsync(page, new() { WaitUntil = WaitUntilState.Load });
            TestContext.Current.TestOutputHelper?.WriteLine($"{page}: {watch.ElapsedMilliseconds} ms");
            Assert.True(watch.Elapsed < Patience, $"{page} took {watch.Elapsed}.");
        }
        await arena.ExpectStreamsAsync(1);
        await pupil.OpenProblemAsync("BAI1");
        var stays = await Task.WhenAll(window.Pages.Skip(1).Select(Stay.BeginAsync));
        await pupil.SubmitAsync("pascal", Right);
        await pupil.ExpectVerdictAsync("Đúng");
        foreach (var tab in window.Pages.Skip(1).Where(tab => !tab.Url.Contains("/bang/") && !tab.Url.EndsWith("BAI2")))
        {
            await Expect(tab.Locator("main .v-ac").First).ToBeVisibleAsync();
        }
        foreach (var board in window.Pages.Where(tab => tab.Url.Contains("/bang/")))
        {
            await Expect(board.Locator("tr.own")).ToContainTextAsync("100");
        }
        await arena.ExpectStreamsAsync(1);
        foreach (var stay in stays)
        {
            await stay.ExpectAsync();
        }
    }

    [Fact]
    public async Task Behind_a_proxy_that_holds_streams_back_a_verdict_comes_all_the_same()
    {
        await using var proxy = await BufferingProxy.StartAsync(arena.Process.Address, TestContext.Current.CancellationToken);
        await using var window = await OpenAsync(proxy.Address);
        var card = arena.NextCard();
        await SigningIn.EnterAsync(window.Pages[0], Contest, card);
        await window.Pages[0].GotoAsync($"{Home}/bai-nop");
        var stay = await Stay.BeginAsync(window.Pages[0]);
        await HandInAsync(card);
        await Expect(window.Pages[0].Locator("main .v-ac")).ToBeVisibleAsync();
        await stay.ExpectAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(WithoutWorkers)]
    [InlineData(WithoutLocks)]
    public async Task After_another_pupil_has_signed_in_no_tab_is_the_first_ones_and_news_is_the_seconds_alone(string lacks)
    {
        var (first, second) = (arena.NextCard(), arena.NextCard());
        await using var window = await OpenAsync(arena.Process.Address, lacks);
        var (left, right) = (window.Pages[0], await window.NewPageAsync());
        await SigningIn.EnterAsync(left, Contest, first);
        await left.GotoAsync($"{Home}/bai-nop");
        await arena.ExpectStreamsAsync(1);
        await right.GotoAsync(Home);
        await right.GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên" }).ClickAsync();
        await Expect(right.GetByRole(AriaRole.Heading, new() { Name = "Phiên làm việc đã kết thúc" })).ToBeVisibleAsync();
        await SigningIn.EnterAsync(right, Contest, second);
        await Expect(left.GetByText(second.Sbd).Or(left.GetByLabel("Số báo danh")).First).ToBeVisibleAsync();
        await HandInAsync(first);
        await HandInAsync(second);
        await Expect(right.Locator("main .v-ac").First).ToBeVisibleAsync();
        await right.GotoAsync($"{Home}/bai-nop");
        await Expect(right.Locator("main tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Where_tabs_can_share_no_worker_one_leads_and_when_it_goes_another_does()
    {
        var card = arena.NextCard();
        await using var window = await OpenAsync(arena.Process.Address, WithoutWorkers);
        await SigningIn.EnterAsync(window.Pages[0], Contest, card);
        var tabs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => window.NewPageAsync()));
        foreach (var tab in tabs)
        {
            await tab.GotoAsync($"{Home}/bai-nop");
        }
        await arena.ExpectStreamsAsync(1);
        var stays = await Task.WhenAll(tabs.Skip(1).Select(Stay.BeginAsync));
        await window.Pages[0].CloseAsync();
        await tabs[0].CloseAsync();
        await HandInAsync(card);
        foreach (var tab in tabs.Skip(1))
        {
            await Expect(tab.Locator("main .v-ac")).ToBeVisibleAsync();
        }
        await arena.ExpectStreamsAsync(1);
        foreach (var stay in stays)
        {
            await stay.ExpectAsync();
        }
    }

    [Fact]
    public async Task Where_tabs_cannot_speak_to_each_other_a_hidden_one_listens_to_nothing_and_learns_later_what_it_missed()
    {
        var card = arena.NextCard();
        await using var window = await OpenAsync(arena.Process.Address, WithoutLocks);
        var (seen, hidden) = (window.Pages[0], await window.NewPageAsync());
        await SigningIn.EnterAsync(seen, Contest, card);
        await seen.GotoAsync($"{Home}/bai-nop");
        await hidden.GotoAsync($"{Home}/bai-nop");
        await arena.ExpectStreamsAsync(2);
        await LookAsync(hidden, isVisible: false);
        await arena.ExpectStreamsAsync(1);
        await HandInAsync(card);
        await Expect(seen.Locator("main .v-ac")).ToBeVisibleAsync();
        await Expect(hidden.Locator("main .v-ac")).ToHaveCountAsync(0);
        await LookAsync(hidden, isVisible: true);
        await Expect(hidden.Locator("main .v-ac")).ToBeVisibleAsync();
    }

    /// <param name="lacks">A script that takes something away before any of a page's own runs.</param>
    private async Task<IBrowserContext> OpenAsync(Uri address, string lacks = "")
    {
        // No stream of the test before is left.
        await arena.ExpectStreamsAsync(0);
        var window = await site.NewWindowAsync(new() { BaseURL = address.ToString(), ReducedMotion = ReducedMotion.Reduce });
        if (lacks.Length > 0)
        {
            await window.AddInitScriptAsync(lacks);
        }
        await window.NewPageAsync();
        return window;
    }

    /// <summary>Hands in with no page of the browser.</summary>
    private async Task HandInAsync(ArenaWeb.Accounts.Card card)
    {
        using var other = new FormClient(arena.Process.Address);
        await other.EnterAsync(Contest, card);
        await other.SendAsync($"{Home}/bai/BAI1", new() { ["language"] = "pascal", ["source"] = Right });
    }

    /// <summary>Tells a page what a browser with windows would.</summary>
    private static Task LookAsync(IPage tab, bool isVisible) =>
        tab.EvaluateAsync(
            "visible => { Object.defineProperty(document, 'hidden', { value: !visible, configurable: true });"
                + "document.dispatchEvent(new Event('visibilitychange')); }",
            isVisible
        );
}
