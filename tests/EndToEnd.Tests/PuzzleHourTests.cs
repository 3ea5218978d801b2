using EndToEnd.Tests.Seed;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>An hour of puzzles with a clock for each pupil: its end, and its class as the teacher sees it.</summary>
public sealed class PuzzleHourTests(Site site)
{
    private Entry Hour => site.Contests.OwnHour;

    [Fact]
    public async Task When_the_own_hour_ends_the_open_page_says_so_and_what_is_run_then_changes_no_result()
    {
        await using var window = await site.NewWindowAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var tab = await window.NewPageAsync();
        await SigningIn.EnterAsync(tab, Hour.Contest.Code, Hour.Cards[^1]);
        var pupil = new PuzzleTab(tab, Hour.Contest.Code);
        await pupil.OpenAsync("A10");
        await pupil.DragBelowAsync("lặp đến", "khi bấm Chạy");
        await pupil.DragIntoAsync("tiến một bước", "lặp đến");
        await Expect(tab.Locator(".contest-bar .clock")).ToContainTextAsync("Đã hết giờ");
        await Expect(tab.GetByText("Giờ của em đã hết")).ToBeVisibleAsync();
        await Expect(pupil.Count).ToContainTextAsync("2 khối");
        await pupil.RunButton.ClickAsync();
        await Expect(pupil.Said).ToContainTextAsync("lượt này không tính");
        await new Keys(tab).GoAndPressAsync(tab.GetByRole(AriaRole.Link, new() { Name = "Xem kết quả" }));
        await Expect(tab.Locator(".finish-stars")).ToContainTextAsync("3/18 sao");
        await Expect(tab.GetByRole(AriaRole.Link, new() { Name = "Giấy chứng nhận" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Of_a_class_of_24_at_work_the_open_wall_comes_to_name_exactly_the_three_who_are_stuck()
    {
        var (path, code) = ($"/thi/{Hour.Contest.Code}/man/A1", Hour.Contest.Code);
        var (ideal, short_, long_) = (Program("accepted/ideal"), Program("wrong_answer/two-steps"), Program("wrong_answer/four-steps"));
        await using var office = await site.OpenAsync(Who.Organiser, new() { ReducedMotion = ReducedMotion.Reduce });
        var wall = await office.NewPageAsync();
        await wall.GotoAsync(FormattableString.Invariant($"/theo-doi/{Hour.Contest.Id.Value}?lop=TH%20Hoa%20Mai%7C5A"));
        await Expect(wall.Locator("tr[data-pupil]")).ToHaveCountAsync(SeedPuzzles.ClassSize);
        await Expect(wall.Locator("tr.wall-needs")).ToHaveCountAsync(1);
        var stays = await Stay.BeginAsync(wall);

        for (var i = 1; i < SeedPuzzles.ClassSize; i++)
        {
            using var browser = new FormClient(site.Address);
            await browser.EnterAsync(code, Hour.Cards[i]);
            await browser.PressAsync($"/thi/{code}", "Begin");
            var level = browser.Open(path);
            foreach (
                var program in i switch
                {
                    11 => [long_, short_, long_, short_],
                    17 => [long_, long_, long_, long_],
                    _ => new[] { short_, ideal },
                }
            )
            {
                await level.RunAsync(program);
            }
        }

        var stuck = wall.Locator("tr.wall-needs");
        await Expect(stuck).ToHaveCountAsync(3);
        await Expect(wall.GetByText("3 trong 24 em cần giúp")).ToBeVisibleAsync();
        await Expect(RowOf(wall, 0)).ToContainTextAsync("6 phút");
        await Expect(RowOf(wall, 11)).ToContainTextAsync("nhiều lần hơn đa số");
        await Expect(RowOf(wall, 17)).ToContainTextAsync("cùng một kiểu");
        await Expect(RowOf(wall, 17)).ToContainTextAsync("ra ngoài bản đồ");
        await stays.ExpectAsync();
    }

    private ILocator RowOf(IPage wall, int pupil) => wall.Locator($"tr.wall-needs[data-pupil='{Hour.Cards[pupil].Sbd}']");

    private static byte[] Program(string name) => SeedPuzzles.Program("A1", name);
}
