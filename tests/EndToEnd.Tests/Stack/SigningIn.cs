using System.Text.RegularExpressions;
using ArenaWeb.Accounts;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Stack;

/// <summary>Comes in as people do, by typing what stands on the card.</summary>
internal static class SigningIn
{
    public static async Task EnterAsync(IPage page, string contest, Card card)
    {
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Mã cuộc thi").FillAsync(contest);
        await page.GetByLabel("Số báo danh").FillAsync(card.Sbd);
        await page.GetByLabel("Mã PIN").FillAsync(card.Pin);
        await page.GetByRole(AriaRole.Button, new() { Name = "Vào thi" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/thi/{contest}$"));
    }

    public static async Task EnterAsync(IPage page, string login, string password)
    {
        await page.GotoAsync("/dang-nhap/can-bo");
        await page.GetByLabel("Tên đăng nhập").FillAsync(login);
        await page.GetByLabel("Mật khẩu").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/(btc|giam-khao)$"));
    }
}
