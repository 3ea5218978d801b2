using System.IO.Compression;
using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A package on its way from the import to a contest, proved by its own solutions on the real stack.</summary>
public sealed class ProofTests(Site site)
{
    [Fact]
    public async Task An_imported_package_is_proved_and_enters_a_contest_only_with_a_reason_where_its_right_solution_fails()
    {
        await using var office = await site.OpenAsync(Who.Organiser);
        var tab = await office.NewPageAsync();
        var errors = new BrowserErrors(tab, site.Address);
        await tab.GotoAsync("/btc/nhap-bai");
        await tab.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "tongsai.zip",
                    MimeType = "application/zip",
                    Buffer = Broken(),
                }
            );
        await tab.GetByRole(AriaRole.Button, new() { Name = "Xem thử" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Nhập", Exact = true }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Kiểm chứng 1 bài vừa nhập" }).ClickAsync();
        await tab.WaitForURLAsync("**/btc/kho-bai/tongsai*");
        var proof = tab.Locator("#kiem-tra");
        await Expect(proof).ToContainTextAsync("chưa dùng để thi được", new() { Timeout = 60_000 });
        await Expect(proof).ToContainTextAsync("accepted/sum.py");
        await Expect(proof).ToContainTextAsync("secret/2: Sai kết quả");
        await Expect(proof).ToContainTextAsync("Python 2");

        await tab.GotoAsync("/btc/cuoc-thi/tao");
        await tab.GetByLabel("Tên cuộc thi").FillAsync("Thi thử");
        await tab.GetByLabel("Mã cuộc thi").FillAsync("THU-SAI");
        await tab.GetByRole(AriaRole.Searchbox).FillAsync("tongsai");
        await tab.GetByRole(AriaRole.Checkbox, new() { Name = "Tổng sai" }).ClickAsync();
        await Expect(tab.Locator("table.picks tbody tr")).ToContainTextAsync("Tổng sai");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Tạo cuộc thi này" }).ClickAsync();
        await Expect(tab.GetByText("Chưa dùng được để thi").First).ToBeVisibleAsync();
        await tab.GetByLabel("Lý do vẫn dùng").FillAsync("Sẽ sửa lời giải mẫu trước giờ thi");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Tạo cuộc thi này" }).ClickAsync();
        await Expect(tab.GetByText("được dùng dù không đạt kiểm chứng")).ToBeVisibleAsync();
        await Expect(tab.GetByText("Sẽ sửa lời giải mẫu trước giờ thi")).ToBeVisibleAsync();
        await tab.GotoAsync("/btc/nhat-ky");
        await Expect(tab.GetByText("tongsai: Sẽ sửa lời giải mẫu trước giờ thi")).ToBeVisibleAsync();
        Assert.True(errors.Found().Count == 0, string.Join("\n", errors.Found()));
    }

    /// <summary>A package whose right solution is wrong on its second test.</summary>
    private static byte[] Broken()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var (name, text) in (IEnumerable<(string, string)>)
                    [
                        (
                            "problem.yaml",
                            "problem_format_version: 2025-09\nname: {vi: Tổng sai}\nuuid: 6f3f6f3c\nlimits: {time_limit: 1}\n"
                        ),
                        ("statement/problem.vi.md", "Tính tổng hai số.\n"),
                        ("data/sample/1.in", "1 2\n"),
                        ("data/sample/1.ans", "3\n"),
                        ("data/secret/1.in", "2 2\n"),
                        ("data/secret/1.ans", "4\n"),
                        ("data/secret/2.in", "5 5\n"),
                        ("data/secret/2.ans", "11\n"),
                        ("submissions/accepted/sum.py", "print(sum(map(int, input().split())))\n"),
                        ("submissions/accepted/old.py", "print 3\n"),
                    ]
            )
            {
                using var stream = zip.CreateEntry($"tongsai/{name}").Open();
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
