using System.Net;
using Judge.Cluster;
using Judge.Settings;
using Judge.Worker.Trial;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Support;

namespace Judge.Tests.Cluster;

/// <summary>An arena on loopback, without pages and without a judge.</summary>
internal sealed class TestArena : IAsyncDisposable
{
    private readonly IHost _host;

    private TestArena(IHost host, string name, IPEndPoint gateway) => (_host, Name, Gateway) = (host, name, gateway);

    public string Name { get; }

    public IPEndPoint Gateway { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<TestArena> StartAsync(string name, string database, TestSite site, CancellationToken ct)
    {
        IPEndPoint[] ports = [.. FreePort.Take(2).Select(port => new IPEndPoint(IPAddress.Loopback, port))];
        var (silo, gateway) = (ports[0], ports[1]);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddJudge(
            new JudgeOptions
            {
                DataFolder = site.DataFolder,
                ProblemsFolder = Path.Combine(Repository.Root, "problems"),
                LanguagesFolder = Path.Combine(Repository.Root, "sandbox-images"),
                ImagesFolder = site.DataFolder,
                Node = name,
                Database = database,
                Cluster = new ClusterSettings
                {
                    Address = silo.ToString(),
                    GatewayPort = gateway.Port,
                    Certificate = site.File(name, SiteRole.Arena),
                    Authority = site.AuthorityFile,
                },
            }
        );
        var host = builder.Build();
        await host.StartAsync(ct);
        return new TestArena(host, name, gateway);
    }

    /// <summary>Ends at once, and tells nobody.</summary>
    public Task KillAsync() => _host.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _host.Dispose();
    }
}

/// <summary>A judge node's way to an arena; it does not try twice.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private readonly IHost _host;

    private TestNode(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static Task<TestNode> ConnectAsync(IPEndPoint gateway, SiteCertificate? site, CancellationToken ct) =>
        ConnectAsync(services => services.AddJudgeClient([gateway], site), ct);

    public static async Task<TestNode> ConnectAsync(Action<IServiceCollection> client, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.TryAddSingleton(TimeProvider.System);
        client(builder.Services);
        builder.Services.AddSingleton<IClientConnectionRetryFilter, Once>();
        var host = builder.Build();
        try
        {
            await host.StartAsync(ct);
            return new TestNode(host);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private sealed class Once : IClientConnectionRetryFilter
    {
        public Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
