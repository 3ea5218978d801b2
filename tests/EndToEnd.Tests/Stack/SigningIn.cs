using System.Text.RegularExpressions;
using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using EndToEnd.Tests.Seed;
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

    /// <summary>Types the code of a class.</summary>
    public static async Task KnockAsync(IPage page, SeedClass one)
    {
        await page.GotoAsync(ClassDoor.Path);
        await page.GetByLabel("Mã lớp").FillAsync(one.Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đi tiếp" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Em là ai?" })).ToBeVisibleAsync();
    }

    public static async Task EnterAsync(IPage page, SeedClasses of, SeedClass one, int pupil)
    {
        await KnockAsync(page, one);
        await page.Locator($".mates a[href$='={one.Cards[pupil].Entrant.Value}']").ClickAsync();
        await ShowAsync(page, one.Secrets[pupil]);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/thi/{of.Entry.Contest.Code}$"));
    }

    /// <summary>Shows two pictures or types two words.</summary>
    public static async Task ShowAsync(IPage page, ClassSecret secret)
    {
        if (secret.Way == ClassWay.Pictures)
        {
            await page.Locator($"label:has([name=First][value={secret.Parts[0]}])").ClickAsync();
            await page.Locator($"label:has([name=Second][value={secret.Parts[1]}])").ClickAsync();
        }
        else
        {
            await page.GetByLabel("Hai từ bí mật").FillAsync(string.Join(' ', secret.Parts));
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Vào", Exact = true }).ClickAsync();
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
