using System.Net;

namespace ArenaWeb.Tests.Layout;

public sealed class TroubleTests(FrameSite site) : IClassFixture<FrameSite>
{
    [Theory]
    [InlineData("/khong-co-trang-nay", 404, "Không tìm thấy trang này")]
    [InlineData("/thu/cam", 403, "Trang này dành cho người khác")]
    [InlineData("/thu/no", 500, "Máy chủ gặp trục trặc")]
    [InlineData("/loi/500", 404, "Không tìm thấy trang này")]
    public async Task A_failure_is_told_in_a_sentence(string address, int status, string title)
    {
        var answer = await site.Get(address);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(title, (await site.Page(address)).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/khong-co-trang-nay?trang=2", "/khong-co-trang-nay?trang=2&")]
    [InlineData("/thu/cam", "/thu/cam?")]
    [InlineData("/thu/no?x=1", "/thu/no?x=1&")]
    public async Task The_switches_stay_at_the_address_that_failed(string address, string kept)
    {
        var page = await site.Page(address);
        Assert.Equal([kept + "lang=en", kept + "theme=light"], page.QuerySelectorAll("a.switch").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_broke_is_not_shown()
    {
        var page = await site.Page("/thu/no");
        Assert.DoesNotContain("broken on purpose", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_token_is_told_that_it_expired()
    {
        var answer = await site.Client.PostAsync("/kieu-dang", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "Trang đã mở quá lâu",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }
}
