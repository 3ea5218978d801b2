using System.Net;

namespace ArenaWeb.Tests.Layout;

public sealed class SecurityHeadersTests(FrameSite site) : IClassFixture<FrameSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/thu/no")]
    [InlineData("/favicon.svg")]
    public async Task Every_answer_carries_the_policy(string address)
    {
        var answer = await site.Get(address);
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'self'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
    }

    [Fact]
    public async Task The_nonce_of_the_page_is_the_one_of_its_header_and_changes_with_each_answer()
    {
        var (first, firstPolicy) = await Nonce();
        var (second, _) = await Nonce();
        Assert.Contains($"'nonce-{first}'", firstPolicy, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/kieu-dang")]
    public async Task No_page_has_scripts_or_styles_of_its_own(string address)
    {
        var page = await site.Page(address);
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Files_with_a_hash_in_their_name_are_kept_for_good()
    {
        var page = await site.Page("/kieu-dang");
        var font = page.QuerySelector("link[rel=preload]")!.GetAttribute("href")!;
        var answer = await site.Get(font);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", Header(answer, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitors_page_sets_no_cookie() => Assert.False((await site.Get("/")).Headers.Contains("Set-Cookie"));

    private async Task<(string Nonce, string Policy)> Nonce()
    {
        var answer = await site.Get("/");
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var nonce = html.Split("nonce=\"")[1].Split('"')[0];
        return (nonce, Header(answer, "Content-Security-Policy"));
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(',', answer.Headers.GetValues(name));
}
