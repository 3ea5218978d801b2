using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArenaWeb.Layout.Tags;

namespace ArenaWeb.Tests.Layout;

/// <summary>The components as the style guide shows them.</summary>
public sealed class ComponentTests(FrameSite site) : IClassFixture<FrameSite>
{
    [Fact]
    public async Task Vietnamese_letters_stay_letters()
    {
        var answer = await site.Get("/kieu-dang");
        Assert.Contains(
            "Kiểu dáng",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_sites_own_name_stands_in_the_title_and_the_header()
    {
        var page = await Guide();
        Assert.EndsWith("Sân chơi thử", page.Title);
        Assert.Equal("Sân chơi thử", page.QuerySelector(".brand")!.TextContent.Trim());
    }

    [Fact]
    public async Task Every_verdict_has_a_word_and_a_sign()
    {
        var badges = (await Guide()).QuerySelectorAll(".verdict:not(.verdict-large)");
        foreach (var look in VerdictLook.Codes.Select(VerdictLook.Of))
        {
            var badge = badges.First(badge => badge.ClassList.Contains(look.Css));
            Assert.NotEmpty(badge.QuerySelector(".verdict-word")!.TextContent);
            Assert.NotNull(badge.QuerySelector("svg, .hop"));
        }
    }

    [Fact]
    public async Task Test_squares_say_their_number_and_verdict_and_wait_up_to_the_total()
    {
        var squares = (await Guide()).QuerySelector(".squares")!.Children;
        Assert.Equal(20, squares.Length);
        Assert.Equal("Test 4: Sai kết quả", squares[3].TextContent);
        Assert.Equal("Test 20: Chờ chấm", squares[19].TextContent);
    }

    [Fact]
    public async Task A_field_ties_label_hint_and_error_to_its_control()
    {
        var page = await Guide();
        var number = page.GetElementById("Number")!;
        Assert.Equal("Số báo danh", page.QuerySelector("label[for=Number]")!.TextContent);
        Assert.Equal("Number-hint", number.GetAttribute("aria-describedby"));
        Assert.Equal("numeric", number.GetAttribute("inputmode"));

        var pin = page.GetElementById("Pin")!;
        Assert.Equal("true", pin.GetAttribute("aria-invalid"));
        Assert.Contains("6 chữ số", page.GetElementById(pin.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_becomes_the_control_that_its_attributes_ask_for()
    {
        var page = await Guide();
        Assert.IsAssignableFrom<IHtmlSelectElement>(page.GetElementById("School"));
        Assert.IsAssignableFrom<IHtmlTextAreaElement>(page.GetElementById("Note"));
        Assert.Equal("checkbox", page.GetElementById("Agree")!.GetAttribute("type"));
    }

    [Fact]
    public async Task Every_icon_on_the_page_is_in_the_sprite()
    {
        var page = await Guide();
        var uses = page.QuerySelectorAll("use").Select(use => use.GetAttribute("href")!.Split('#')).ToList();
        var sprite = await site.Page(uses[0][0]);
        Assert.All(uses, use => Assert.NotNull(sprite.GetElementById(use[1])));
    }

    [Fact]
    public async Task The_pager_keeps_the_rest_of_the_address()
    {
        var links = (await site.Page("/kieu-dang?loc=a%26b")).QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href"));
        Assert.Equal(["/kieu-dang?loc=a%26b&trang=2", "/kieu-dang?loc=a%26b&trang=4"], links);
    }

    [Fact]
    public async Task Every_id_is_used_once_and_every_control_has_a_name()
    {
        var page = await Guide();
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("button, a[href]"), element => Assert.NotEmpty(Name(element)));
    }

    private Task<IHtmlDocument> Guide() => site.Page("/kieu-dang");

    private static string Name(IElement element) => (element.GetAttribute("aria-label") ?? element.TextContent).Trim();
}
