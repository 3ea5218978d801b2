using System.Net;
using System.Text.RegularExpressions;
using ArenaWeb.Words;
using Support;

namespace ArenaWeb.Tests.Contests;

/// <summary>Dates and times on the forms of a contest, without script.</summary>
public sealed partial class MomentFieldTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Create = "/btc/cuoc-thi/tao";

    [Fact]
    public void No_field_takes_its_form_from_the_browsers_language()
    {
        var sources = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "arena-web"), "*.cshtml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "arena-web/Layout"), "*.cs", SearchOption.AllDirectories));
        Assert.DoesNotContain(sources, file => BrowsersOwn().IsMatch(File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("vi", "Thứ Hai, ngày 9 tháng 3 năm 2026, 07:30, giờ Việt Nam")]
    [InlineData("en", "Monday, 9 March 2026, 07:30, Vietnam time")]
    public async Task A_moment_is_said_in_words_beside_its_field(string language, string words)
    {
        var page = await (await StaffAsync(language)).GetAsync(Create);
        Assert.Equal("09/03/2026 07:30", page.Document.QuerySelector("[name='Form.Start']")!.GetAttribute("value"));
        var said = page.Document.QuerySelector("output[for=Form_Start]")!;
        Assert.Equal(words, said.TextContent);
        Assert.Contains(said.Id!, page.Document.QuerySelector("#Form_Start")!.GetAttribute("aria-describedby"));
    }

    [Theory]
    [InlineData("31/02/2026 7:30", "vi", "không có ngày 31/02/2026")]
    [InlineData("12/31/2026 07:30 AM", "vi", "có phải thầy/cô muốn viết 31/12/2026?")]
    [InlineData("12/31/2026 07:30 AM", "en", "did you mean 31/12/2026?")]
    [InlineData("1/12/26 7:30", "vi", "như 01/12/2026 07:30")]
    [InlineData("1/12/2026", "en", "like 01/12/2026 07:30")]
    [InlineData("<b>mai</b>", "vi", "như 01/12/2026 07:30")]
    [InlineData("", "en", "like 01/12/2026 07:30")]
    public async Task What_is_no_moment_is_kept_and_told_with_the_fields_name_and_an_example(string typed, string language, string told)
    {
        var fields = new Dictionary<string, string> { ["Form.Start"] = typed, ["Form.End"] = "1/12/2026 10h" };
        var page = await (await StaffAsync(language)).SubmitAsync(Create, fields);
        Assert.Equal((HttpStatusCode.OK, typed), (page.Status, page.Document.QuerySelector("#Form_Start")!.GetAttribute("value") ?? ""));
        var error = page.Document.QuerySelector("#Form_Start-error")!.TextContent;
        Assert.StartsWith(language == "vi" ? "Bắt đầu: " : "Start: ", error);
        Assert.Contains(told, error);
        Assert.Empty(page.Document.QuerySelector("output[for=Form_Start]")!.TextContent);
    }

    private async Task<Browser> StaffAsync(string language)
    {
        var staff = await arena.StaffAsync();
        await staff.GetAsync($"{Create}?{Appearance.LanguageKey}={language}");
        return staff;
    }

    [GeneratedRegex("""type=\\?"(date|time|datetime|datetime-local|month|week|number)\\?"|toLocale""")]
    private static partial Regex BrowsersOwn();
}
