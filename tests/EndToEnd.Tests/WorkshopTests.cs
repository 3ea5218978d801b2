using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A teacher makes a level of puzzles, a second one lets it in, and anybody plays it.</summary>
public sealed class WorkshopTests(Site site)
{
    [Fact]
    public async Task A_teacher_draws_proves_and_publishes_a_level()
    {
        await using var desk = await site.OpenAsync(Who.Organiser, new() { ReducedMotion = ReducedMotion.Reduce });
        var tab = await desk.NewPageAsync();
        var errors = new BrowserErrors(tab, site.Address);
        await tab.GotoAsync("/btc/man-choi");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Làm màn mới" }).ClickAsync();
        await tab.GetByLabel("Tên màn").FillAsync("Ra đầu hẻm");
        await tab.GetByLabel("Câu chuyện cho học sinh").FillAsync("Robot Gạo đi ra đầu hẻm. Em giúp Gạo nhé.");
        await tab.GetByRole(AriaRole.Radio, new() { Name = "đích" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Hàng 3 cột 3: đường đi" }).ClickAsync();
        await tab.GetByRole(AriaRole.Radio, new() { Name = "tường" }).FocusAsync();
        await tab.Keyboard.PressAsync("Space");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Hàng 3 cột 5: đích" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Bớt hàng" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Lưu và chơi thử" }).ClickAsync();

        await tab.WaitForURLAsync("**/choi");
        var play = new PuzzleTab(tab, "");
        await play.ExpectReadyAsync();
        await play.DragBelowAsync("tiến một bước", "khi bấm Chạy");
        await play.DragBelowAsync("tiến một bước", "khi bấm Chạy");
        await play.RunButton.ClickAsync();
        await Expect(play.Said).ToContainTextAsync("3 sao");
        await tab.GetByRole(AriaRole.Link, new() { Name = "Về trang vẽ" }).ClickAsync();
        await Expect(tab.GetByText("Đã có lời giải 2 khối")).ToBeVisibleAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Gửi người thứ hai duyệt" }).ClickAsync();
        await Expect(tab.GetByText("Đã gửi duyệt.")).ToBeVisibleAsync();
        var path = new Uri(tab.Url).AbsolutePath;
        Assert.Empty(errors.Found());

        var second = await site.OpenTabAsync(Who.Juror);
        await second.GotoAsync(path);
        await second.GetByRole(AriaRole.Button, new() { Name = "Duyệt, đưa vào kho bài" }).ClickAsync();
        var address = second.Locator("a[href^='/gio-lap-trinh/man']");
        await Expect(address).ToBeVisibleAsync();
        await address.ClickAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Name = "Ra đầu hẻm" })).ToBeVisibleAsync();
        await second.CloseAsync();
    }

    [Fact]
    public async Task A_drawing_is_made_with_the_pen_and_stands_on_the_map_as_chalk()
    {
        await using var desk = await site.OpenAsync(Who.Organiser, new() { ReducedMotion = ReducedMotion.Reduce });
        var tab = await desk.NewPageAsync();
        var errors = new BrowserErrors(tab, site.Address);
        await tab.GotoAsync("/btc/man-choi");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Làm màn mới" }).ClickAsync();
        await tab.GetByLabel("Tên màn").FillAsync("Vẽ góc nhà");
        await tab.GetByLabel("Câu chuyện cho học sinh").FillAsync("Robot Gạo vẽ một góc nhà. Em giúp Gạo nhé.");
        await tab.GetByRole(AriaRole.Radio, new() { Name = "bút vẽ hình" }).ClickAsync();
        foreach (var cell in new[] { "Hàng 3 cột 1", "Hàng 3 cột 2", "Hàng 2 cột 2", "Hàng 1 cột 2" })
        {
            await tab.GetByRole(AriaRole.Button, new() { Name = cell }).ClickAsync();
        }

        await tab.GetByRole(AriaRole.Button, new() { Name = "Bỏ bước vẽ cuối" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Button, new() { Name = "Hàng 2 cột 2: đường đi, trên hình vẽ" })).ToBeVisibleAsync();
        await Expect(tab.Locator("[data-drawing]")).ToHaveValueAsync("3 1 EN");
        await tab.GetByLabel("dừng ở đích").UncheckAsync();
        await tab.GetByLabel("vẽ đúng các nét").CheckAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Lưu và chơi thử" }).ClickAsync();
        await tab.WaitForURLAsync("**/choi");
        await new PuzzleTab(tab, "").ExpectReadyAsync();
        await Expect(tab.Locator(".m-wanted path")).ToHaveCountAsync(2);
        Assert.Empty(errors.Found());
    }
}
