using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A teacher plans a contest in a browser that speaks English, by the keyboard.</summary>
public sealed class ContestFormTests(Site site)
{
    [Fact]
    public async Task Day_and_month_keep_their_places_and_problems_are_chosen_by_search()
    {
        await using var office = await site.OpenAsync(Who.Organiser, new() { Locale = "en-US", ReducedMotion = ReducedMotion.Reduce });
        var tab = await office.NewPageAsync();
        var errors = new BrowserErrors(tab, site.Address);
        var year = TimeProvider.System.GetUtcNow().Year + 1;
        await tab.GotoAsync("/btc/cuoc-thi/tao");
        await tab.GetByLabel("Tên cuộc thi", new() { Exact = true }).FillAsync("Kỳ thi tháng Mười hai");
        await tab.GetByLabel("Mã cuộc thi").FillAsync("THANG-12");
        var start = tab.GetByLabel("Bắt đầu");
        await start.FillAsync($"12/31/{year} 7:30 AM");
        await start.PressAsync("Tab");
        await Expect(tab.GetByText($"có phải thầy/cô muốn viết 31/12/{year}?")).ToBeVisibleAsync();
        await start.FillAsync($"1-12-{year} 7g30");
        await Expect(tab.GetByText($", ngày 1 tháng 12 năm {year}, 07:30, giờ Việt Nam")).ToBeVisibleAsync();
        var end = tab.GetByLabel("Kết thúc");
        await end.FillAsync($"10:00 1/12/{year}");
        await end.PressAsync("Tab");
        Assert.Equal(($"01/12/{year} 07:30", $"01/12/{year} 10:00"), (await start.InputValueAsync(), await end.InputValueAsync()));

        var find = tab.GetByRole(AriaRole.Searchbox);
        var chosen = tab.Locator("table.picks tbody tr");
        foreach (var (words, title) in new[] { ("ke hoach", "Kế hoạch nhỏ"), ("SONUT", "Số nút") })
        {
            await find.FillAsync(words);
            var offer = tab.GetByRole(AriaRole.Checkbox, new() { Name = title });
            await Expect(tab.Locator("#found li")).ToHaveCountAsync(1);
            await find.PressAsync("Enter");
            await offer.PressAsync("Space");
            await Expect(chosen.Last).ToContainTextAsync(title);
        }

        await tab.GetByRole(AriaRole.Button, new() { Name = "Đưa bài Số nút lên trên" }).PressAsync("Enter");
        await Expect(chosen.First).ToContainTextAsync("Số nút");
        await Expect(tab.GetByLabel("Nhãn của bài Số nút")).ToHaveValueAsync("BAI1");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Tạo cuộc thi này" }).PressAsync("Enter");
        await tab.WaitForURLAsync("**/btc/cuoc-thi/*");
        await Expect(tab.Locator("dl.facts")).ToContainTextAsync($"01/12/{year} 07:30");
        await Expect(chosen).ToHaveCountAsync(2);
        Assert.True(errors.Found().Count == 0, string.Join("\n", errors.Found()));
    }

    [Fact]
    public async Task A_choice_that_a_search_overtakes_is_kept_and_one_that_is_not_taken_is_told()
    {
        await using var office = await site.OpenAsync(Who.Organiser, new() { ReducedMotion = ReducedMotion.Reduce });
        var tab = await office.NewPageAsync();
        await tab.GotoAsync("/btc/cuoc-thi/tao");
        var (find, chosen) = (tab.GetByRole(AriaRole.Searchbox), tab.Locator("table.picks tbody tr"));
        await find.FillAsync("sonut");
        await Expect(tab.Locator("#found li")).ToHaveCountAsync(1);
        var never = new TaskCompletionSource();
        // The answer to the choice does not come before the next search is sent.
        var asked = 0;
        await tab.RouteAsync("**handler=Problems", route => asked++ == 0 ? never.Task : route.ContinueAsync());
        await tab.GetByRole(AriaRole.Checkbox, new() { Name = "Số nút" }).PressAsync("Space");
        await find.FillAsync("ke hoach");
        await Expect(chosen).ToContainTextAsync("Số nút");
        await Expect(tab.GetByRole(AriaRole.Checkbox, new() { Name = "Kế hoạch nhỏ" })).ToBeVisibleAsync();

        await office.ClearCookiesAsync(new() { Name = "arena" });
        await tab.GetByRole(AriaRole.Checkbox, new() { Name = "Kế hoạch nhỏ" }).PressAsync("Space");
        await Expect(tab.GetByText("Chưa làm được; những gì đã nhập còn nguyên")).ToBeVisibleAsync();
        await Expect(chosen).ToContainTextAsync("Số nút");
        never.SetResult();
    }
}
