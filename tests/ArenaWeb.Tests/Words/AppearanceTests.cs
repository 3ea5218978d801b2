using System.Net;
using ArenaWeb.Tests.Layout;

namespace ArenaWeb.Tests.Words;

public sealed class AppearanceTests(FrameSite site) : IClassFixture<FrameSite>
{
    [Fact]
    public async Task A_new_visitor_reads_Vietnamese_in_the_systems_theme()
    {
        var html = (await site.Page("/kieu-dang")).DocumentElement;
        Assert.Equal("vi", html.GetAttribute("lang"));
        Assert.Equal("auto", html.GetAttribute("data-theme"));
    }

    [Fact]
    public async Task The_cookies_decide_language_and_theme()
    {
        var page = await site.Page("/", "lang=en; theme=dark");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("screen", page.QuerySelector("#dark")!.GetAttribute("media"));
    }

    [Theory]
    [InlineData("lang=xx; theme=pink")]
    [InlineData("lang=; theme=\"><script>")]
    public async Task An_unknown_cookie_changes_nothing(string cookies)
    {
        var html = (await site.Page("/", cookies)).DocumentElement;
        Assert.Equal("vi", html.GetAttribute("lang"));
        Assert.Equal("auto", html.GetAttribute("data-theme"));
    }

    [Fact]
    public async Task A_switch_sets_its_cookie_and_returns_to_the_same_page()
    {
        var answer = await site.Get("/kieu-dang?trang=2&lang=en");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/kieu-dang?trang=2", answer.Headers.Location!.OriginalString);
        Assert.StartsWith("lang=en;", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_never_leads_to_another_host()
    {
        var answer = await site.Get("http://localhost//evil.example/?lang=en");
        Assert.Equal("/evil.example/", answer.Headers.Location!.OriginalString);
    }
}
