using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>What cannot be accepted gets a sentence, and what was typed stays.</summary>
public sealed class BadInputTests(Site site) : IDisposable
{
    private const string TypedText = "{ em đang viết dở }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arena-files-");

    private string Contest => site.Contests.Practice.Contest.Code;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_that_is_no_source_leaves_the_typed_text_alone()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = await AtWorkAsync(seat.Pages[0]);
        foreach (
            var file in new[]
            {
                FileOf("ảnh.pas", new byte[300 << 10]),
                FileOf("phim.pas", new byte[10 << 20]),
                FileOf("bai1.exe", "MZ\0\0\x01"u8.ToArray()),
            }
        )
        {
            await pupil.Tab.Locator("input[name=file]").SetInputFilesAsync(file);
            await Expect(pupil.Tab.GetByText("Không đọc được tệp này như một chương trình").Last).ToBeVisibleAsync();
            await Expect(pupil.Editor).ToHaveTextAsync(TypedText);
        }
        await pupil.ExpectHandedInAsync(0);
    }

    [Fact]
    public async Task Control_characters_in_a_source_are_refused_with_a_sentence()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = await AtWorkAsync(seat.Pages[0]);
        await pupil.Tab.Locator("input[name=file]").SetInputFilesAsync(FileOf("bai1.pas", "begin \x02\x03 end."u8.ToArray()));
        await Expect(pupil.Editor).ToContainTextAsync("begin");
        await pupil.SubmitButton.ClickAsync();
        await Expect(pupil.Tab.GetByText("không phải là mã nguồn dạng chữ")).ToBeVisibleAsync();
        await Expect(pupil.Editor).ToContainTextAsync("begin");
        await pupil.ExpectHandedInAsync(0);
    }

    [Fact]
    public async Task A_source_that_is_too_long_is_refused_and_stays()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = await AtWorkAsync(seat.Pages[0]);
        await pupil.Editor.FillAsync("{ " + new string('x', 257 << 10) + " }");
        await pupil.SubmitButton.ClickAsync();
        await Expect(pupil.Tab.GetByText("Chương trình dài quá")).ToBeVisibleAsync();
        await Expect(pupil.Editor).ToContainTextAsync("{ xxx");
        await pupil.ExpectHandedInAsync(0);
    }

    [Fact]
    public async Task Nothing_at_all_is_refused_with_a_sentence()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        await pupil.OpenProblemAsync("BAI1");
        await pupil.SubmitButton.ClickAsync();
        await Expect(pupil.Tab.GetByText("Chương trình chưa có gì bên trong")).ToBeVisibleAsync();
        await pupil.ExpectHandedInAsync(0);
    }

    [Theory]
    [InlineData("bai1.docx", 2_000, "Không có tệp nào là chương trình (có: bai1.docx)")]
    [InlineData("bai1.pas", 2_000, "không phải là mã nguồn dạng chữ")]
    [InlineData("bai1.pas", 300_000, "dài quá")]
    [InlineData("bai1.pas", 20_000_000, "dài quá")]
    public async Task Without_scripts_the_server_says_what_is_wrong_with_a_file(string name, int size, string sentence)
    {
        var (window, _) = await site.OpenForNextPupilAsync(new() { JavaScriptEnabled = false });
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        await pupil.OpenProblemAsync("BAI1");
        await pupil.Tab.Locator("input[name=file]").SetInputFilesAsync(FileOf(name, new byte[size]));
        await pupil.SubmitButton.ClickAsync();
        await Expect(pupil.Tab.GetByText(sentence)).ToBeVisibleAsync();
        await pupil.ExpectHandedInAsync(0);
    }

    [Fact]
    public async Task Whoever_was_signed_out_meanwhile_comes_back_to_the_draft()
    {
        var (window, card) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = await AtWorkAsync(seat.Pages[0]);
        await seat.ClearCookiesAsync(new() { Name = "arena" });
        await pupil.SubmitButton.ClickAsync();
        await Expect(pupil.Tab.GetByLabel("Mã cuộc thi")).ToHaveValueAsync(Contest);
        await pupil.Tab.GetByLabel("Số báo danh").FillAsync(card.Sbd);
        await pupil.Tab.GetByLabel("Mã PIN").FillAsync(card.Pin);
        await pupil.Tab.GetByRole(AriaRole.Button, new() { Name = "Vào thi" }).ClickAsync();
        await pupil.Tab.WaitForURLAsync("**/bai/BAI1");
        await Expect(pupil.Editor).ToHaveTextAsync(TypedText);
        await pupil.ExpectHandedInAsync(0);
    }

    /// <summary>A pupil who has typed something.</summary>
    private async Task<PupilTab> AtWorkAsync(IPage tab)
    {
        var pupil = new PupilTab(tab, Contest);
        await pupil.OpenProblemAsync("BAI1");
        await pupil.TypeAsync("pascal", TypedText);
        return pupil;
    }

    /// <summary>Its path: the bytes of a large file would take a long way through the driver.</summary>
    private string FileOf(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
