using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Staff;
using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A school's list of pupils from a workbook, as somebody without a mouse brings it up to date.</summary>
public sealed class RosterTests(Site site)
{
    private static readonly string[] Heading = ["STT", "Họ đệm", "Tên", "Lớp học", "Điểm"];

    [Fact]
    public async Task A_workbook_with_two_bad_rows_is_mended_mapped_and_stored_by_keyboard()
    {
        var tab = await site.OpenTabAsync(Who.Organiser);
        await tab.GotoAsync(StaffPaths.SchoolPupils(site.Contests.Schools.New));
        await LookAsync(tab, ["1", "Nguyễn Minh", "An", "6A1", 8.75m], ["2", "Trần", "=Ánh", "6A1", 9], ["3", "Đỗ Gia", "Bảo", "", 7]);
        await Expect(tab.GetByText("Tệp còn 2 chỗ cần sửa")).ToBeVisibleAsync();
        await FitsAsync(tab, "roster-mistakes");

        await LookAsync(tab, ["1", "Nguyễn Minh", "An", "6A1", 8.75m], ["2", "Trần", "Ánh", "6A1", 9], ["3", "Đỗ Gia", "Bảo", "6A2", 7]);
        await Expect(tab.GetByText("Tệp đọc được: thêm 3 em, sửa 0 em, giữ nguyên 0 em")).ToBeVisibleAsync();
        await FitsAsync(tab, "roster-plan");
        var confirm = tab.GetByRole(AriaRole.Button, new() { Name = "Lưu: thêm 3 em" });
        await confirm.FocusAsync();
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.GetByText("Danh sách học sinh (3)")).ToBeVisibleAsync();
        await Expect(tab.Locator("tbody th")).ToHaveTextAsync(["Nguyễn Minh An", "Trần Ánh", "Đỗ Gia Bảo"]);
        await tab.CloseAsync();
    }

    private static async Task LookAsync(IPage tab, params SheetValue[][] rows)
    {
        var file = tab.Locator("input[type=file]");
        await file.SetInputFilesAsync(
            new FilePayload
            {
                Name = "danh-sach.xlsx",
                MimeType = SheetFormat.Xlsx.ContentType(),
                Buffer = new SheetExport("Lớp 6", Heading, rows).ToBytes(SheetFormat.Xlsx),
            }
        );
        await file.FocusAsync();
        while (await tab.EvaluateAsync<string>("document.activeElement.textContent.trim()") != "Xem thử")
        {
            await tab.Keyboard.PressAsync("Tab");
        }

        await tab.Keyboard.PressAsync("Enter");
        await tab.Locator("#roster").WaitForAsync();
    }

    private static async Task FitsAsync(IPage tab, string name)
    {
        List<string> found = [.. await Width.LookAsync(tab), .. await Axe.LookAsync(tab)];
        Assert.True(found.Count == 0, name + "\n" + string.Join('\n', found));
    }
}
