using System.Net;
using ArenaWeb.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArenaWeb.Tests.Live;

/// <summary>The same streams by the server of the real arena, which the other tests pass by.</summary>
public sealed class LiveStreamHttp2Tests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpProtocols.Http1, 1)]
    [InlineData(HttpProtocols.Http2, 2)]
    public async Task Over_either_version_of_http_news_comes_at_once(HttpProtocols protocols, int version)
    {
        var contest = await arena.AddContestAsync();
        await arena.Get<LiveFeed>().Following.WaitAsync(Ct);
        await using var server = Server(protocols);
        await server.StartAsync(Ct);
        using var client = new HttpClient
        {
            BaseAddress = new Uri(server.Urls.First()),
            DefaultRequestVersion = new Version(version, version == 1 ? 1 : 0),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var topics = $"/su-kien?nghe=contest:{contest.Id.Value}+board:{contest.Id.Value}";
        var streams = new List<EventStream>();
        for (var i = 0; i < 10; i++)
        {
            streams.Add(await EventStream.OpenAsync(client, topics, null, null, Ct));
            await streams[i].DataOfAsync("board");
        }
        arena.Get<LiveFeed>().PublishBoard(contest.Id, "v1");
        foreach (var stream in streams)
        {
            Assert.Equal(version, stream.Response.Version.Major);
            await stream.DataOfAsync("board", "v1");
            await stream.DisposeAsync();
        }
    }

    private WebApplication Server(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, end => end.Protocols = protocols));
        var server = builder.Build();
        var life = server.Services.GetRequiredService<IHostApplicationLifetime>();
        server.MapGet(LiveStream.Path, (HttpContext http) => arena.Get<LiveStream>().RunAsync(http, life));
        return server;
    }
}
