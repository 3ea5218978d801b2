using System.Globalization;
using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>
/// Puzzles as children do them: with the mouse, with a finger, with the keys alone, and where the network comes and goes.
/// </summary>
public sealed class PuzzleTests(Site site)
{
    private const string Forward = "tiến một bước";
    private const string Hat = "khi bấm Chạy";

    private string Contest => site.Contests.Hour.Contest.Code;

    [Fact]
    public async Task A_pupil_drags_runs_fails_mends_and_wins()
    {
        await using var window = await site.OpenForNextPlayerAsync();
        var pupil = new PuzzleTab(window.Pages[0], Contest);
        var errors = new BrowserErrors(pupil.Tab, site.Address);
        await pupil.OpenAsync("A1");
        await pupil.RunButton.ClickAsync();
        await Expect(pupil.Said).ToContainTextAsync("Chưa có khối nào");
        await pupil.DragBelowAsync(Forward, Hat);
        await pupil.DragBelowAsync(Forward, Hat);
        await Expect(pupil.Count).ToContainTextAsync("2 khối");
        await pupil.RunButton.ClickAsync();
        await Expect(pupil.Failed).ToHaveCountAsync(1);
        await Expect(pupil.Said).ToContainTextAsync($"“{Forward}”");
        await Expect(pupil.NextLink).ToBeHiddenAsync();
        await pupil.DragBelowAsync(Forward, Hat);
        await Expect(pupil.Failed).ToHaveCountAsync(0);
        await pupil.RunButton.ClickAsync();
        await Expect(pupil.Said).ToContainTextAsync("3 sao");
        await pupil.NextLink.ClickAsync();
        await pupil.ExpectReadyAsync();
        await Expect(pupil.Tab).ToHaveURLAsync($"/thi/{Contest}/man/A7");
        await Expect(pupil.Tab.GetByRole(AriaRole.Link, new() { Name = "Màn A1, 3 sao" })).ToBeVisibleAsync();
        Assert.Empty(errors.Found());
    }

    [Fact]
    public async Task With_the_keys_alone_a_pupil_runs_fails_mends_wins_goes_on_loses_the_line_and_comes_back()
    {
        await using var window = await site.OpenForNextPlayerAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var pupil = new PuzzleTab(window.Pages[0], Contest);
        var keys = new Keys(pupil.Tab);
        await pupil.OpenAsync("A1");
        // On the ground first; then each block is taken from the shelf and set down where the focus was.
        await keys.GoToBlocksAsync();
        await PutAsync("t Enter Enter", 1);
        await PutAsync("t Enter Enter", 2);
        await keys.GoAndPressAsync(pupil.RunButton);
        await Expect(pupil.Failed).ToHaveCountAsync(1);
        await keys.GoToBlocksAsync();
        await PutAsync("t Enter Enter", 3);
        await keys.GoAndPressAsync(pupil.RunButton);
        await Expect(pupil.Said).ToContainTextAsync("3 sao");
        await keys.GoAndPressAsync(pupil.NextLink);
        await Expect(pupil.Tab).ToHaveURLAsync($"/thi/{Contest}/man/A7");
        await pupil.ExpectReadyAsync();

        await window.SetOfflineAsync(true);
        await keys.GoToBlocksAsync();
        string[] ideal =
        [
            "t ArrowDown ArrowDown ArrowDown Enter Enter",
            "t ArrowDown Enter Enter",
            "t ArrowDown Enter Enter",
            "t ArrowUp Enter Enter",
            "t ArrowDown ArrowDown Enter Enter",
        ];
        foreach (var (before, row) in ideal.Index())
        {
            await PutAsync(row, before + 1);
        }
        await keys.GoAndPressAsync(pupil.RunButton);
        await Expect(pupil.Saved).ToContainTextAsync("1 lượt chạy");
        await window.SetOfflineAsync(false);
        await Expect(pupil.Said).ToContainTextAsync("3 sao");
        await Expect(pupil.Saved).ToContainTextAsync("Đã lưu");

        async Task PutAsync(string row, int blocks)
        {
            await keys.PressAsync(row);
            await Expect(pupil.Count).ToContainTextAsync($"{blocks} khối");
        }
    }

    [Fact]
    public async Task A_finger_drags_a_block_straight_down()
    {
        await using var window = await site.OpenForNextPlayerAsync(
            new()
            {
                HasTouch = true,
                IsMobile = true,
                ViewportSize = new() { Width = 1024, Height = 768 },
            }
        );
        var tab = window.Pages[0];
        var pupil = new PuzzleTab(tab, Contest) { Hand = new Finger(await window.NewCDPSessionAsync(tab)) };
        await pupil.OpenAsync("A1");
        await pupil.DragBelowAsync(Forward, Hat);
        await Expect(pupil.Count).ToContainTextAsync("1 khối");
    }

    [Fact]
    public async Task Where_the_line_is_lost_runs_are_shown_at_once_and_judged_once_when_it_is_back()
    {
        await using var window = await site.OpenForNextPlayerAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var pupil = new PuzzleTab(window.Pages[0], Contest);
        await pupil.OpenAsync("A1");
        await window.SetOfflineAsync(true);
        await pupil.DragBelowAsync(Forward, Hat);
        await pupil.RunButton.ClickAsync();
        await Expect(pupil.Failed).ToHaveCountAsync(1);
        await pupil.DragBelowAsync(Forward, Hat);
        await pupil.DragBelowAsync(Forward, Hat);
        await pupil.RunButton.ClickAsync();
        await Expect(pupil.Said).ToContainTextAsync("mọi bản đồ");
        await Expect(pupil.Saved).ToContainTextAsync("2 lượt chạy");
        await Expect(pupil.NextLink).ToBeHiddenAsync();
        await window.SetOfflineAsync(false);
        await Expect(pupil.Said).ToContainTextAsync("3 sao");
        await Expect(pupil.Saved).ToContainTextAsync("Đã lưu");
        await new PupilTab(pupil.Tab, Contest).ExpectHandedInAsync(2);
    }

    [Fact]
    public async Task A_program_is_there_again_on_another_pc_and_the_newest_of_two_tabs_works_on()
    {
        await using var window = await site.OpenForNextPlayerAsync();
        var older = new PuzzleTab(window.Pages[0], Contest);
        await older.OpenAsync("A7");
        await older.DragBelowAsync("lặp", Hat);
        await older.DragIntoAsync(Forward, "lặp");
        await Expect(older.Count).ToContainTextAsync("2 khối");
        await Expect(older.Saved).ToContainTextAsync("Đã lưu");
        await using var other = await site.NewWindowAsync(new() { StorageState = await window.StorageStateAsync() });
        var elsewhere = new PuzzleTab(await other.NewPageAsync(), Contest);
        await elsewhere.OpenAsync("A7");
        await Expect(elsewhere.Count).ToContainTextAsync("2 khối");
        var newer = new PuzzleTab(await window.NewPageAsync(), Contest);
        await newer.OpenAsync("A7");
        await Expect(older.Tab.GetByText("Em đã mở màn này ở một thẻ khác")).ToBeVisibleAsync();
        await Expect(older.RunButton).ToBeDisabledAsync();
        await older.Tab.GetByRole(AriaRole.Button, new() { Name = "Dùng thẻ này" }).ClickAsync();
        await older.ExpectReadyAsync();
        await Expect(older.RunButton).ToBeEnabledAsync();
        await Expect(newer.RunButton).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Lines_of_Pascal_light_blocks_and_blocks_light_lines()
    {
        await using var window = await site.OpenForNextPlayerAsync();
        var pupil = new PuzzleTab(window.Pages[0], Contest);
        await pupil.OpenAsync("A1");
        await pupil.DragBelowAsync(Forward, Hat);
        await pupil.Tab.GetByRole(AriaRole.Button, new() { Name = "Pascal" }).ClickAsync();
        var line = pupil.Tab.Locator(".text-line", new() { HasText = "TienLen;" });
        await line.HoverAsync();
        await Expect(pupil.Tab.Locator(".lit-shown")).ToHaveCountAsync(1);
        await pupil.Tab.Mouse.MoveAsync(0, 0);
        await pupil.Block(Forward).HoverAsync();
        await Expect(line).ToHaveClassAsync("text-line lit");
    }

    [Fact]
    public async Task A_first_visit_fits_in_400_kilobytes_and_a_second_in_30()
    {
        await using var window = await site.NewWindowAsync(
            new() { StorageState = await (await site.OpenForNextPlayerAsync()).StorageStateAsync() }
        );
        var pupil = new PuzzleTab(await window.NewPageAsync(), Contest);
        var cold = await WeighAsync(pupil);
        var warm = await WeighAsync(pupil);
        Assert.True(cold.Sum(one => one.Bytes) is > 100_000 and <= 400_000, Listed(cold));
        Assert.True(warm.Sum(one => one.Bytes) <= 30_000, Listed(warm));
    }

    /// <summary>What went over the network until the level could be played.</summary>
    private static async Task<IReadOnlyList<(int Bytes, string Name)>> WeighAsync(PuzzleTab pupil)
    {
        await pupil.OpenAsync("A7");
        const string Heard =
            "() => performance.getEntries().filter(one => one.transferSize > 0).map(one => `${one.transferSize} ${one.name}`)";
        var heard = await pupil.Tab.EvaluateAsync<string[]>(Heard);
        return [.. heard.Select(one => one.Split(' ')).Select(one => (int.Parse(one[0], CultureInfo.InvariantCulture), one[1]))];
    }

    private static string Listed(IEnumerable<(int Bytes, string Name)> heard) => string.Join('\n', heard);
}
