using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace ArenaWeb.Tests.Accounts;

public sealed class AccessTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    /// <summary>The start page, the error page and the public board.</summary>
    private static readonly string[] Open = ["", "loi/{code:int}", "bang/{code}"];

    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        var pages = arena
            .Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .ToList();
        Assert.True(pages.Count > 8, $"Only {pages.Count} pages found: is the test still right?");
        var silent = pages
            .Where(page => page.Metadata.GetMetadata<IAuthorizeData>() is null && page.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(page => page.RoutePattern.RawText);
        Assert.Empty(silent.Except(Open));
    }
}
