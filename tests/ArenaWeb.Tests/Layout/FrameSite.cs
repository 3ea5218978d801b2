using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ArenaWeb.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArenaWeb.Tests.Layout;

/// <summary>
/// The site's frame, wired as in the program, over a test server: no database, no judge, everybody may open the style guide.
/// </summary>
public sealed class FrameSite : IAsyncLifetime
{
    private readonly WebApplication _app = Build();

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>The page at an address; <paramref name="cookies"/> as "name=value; name=value".</summary>
    public async Task<IHtmlDocument> Page(string address, string? cookies = null) =>
        await new HtmlParser().ParseDocumentAsync(
            await (await Get(address, cookies)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );

    public Task<HttpResponseMessage> Get(string address, string? cookies = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookies is not null)
        {
            request.Headers.Add("Cookie", cookies);
        }
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(LayoutSetup).Assembly.GetName().Name,
                ContentRootPath = Path.Combine(Support.Repository.Root, "arena-web"),
                EnvironmentName = "Development",
            }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.AddLayout("Sân chơi thử");
        builder.Services.AddAuthorization(options => options.AddPolicy("Staff", policy => policy.RequireAssertion(_ => true)));
        var app = builder.Build();
        app.UseLayout();
        app.UseRouting();
        app.UseAuthorization();
        app.MapLayout();
        app.MapGet("/thu/no", string () => throw new InvalidOperationException("broken on purpose"));
        app.MapGet("/thu/cam", () => Results.StatusCode(403));
        return app;
    }
}
