using System.Globalization;
using Judge.Contests;
using Judge.Events;
using Judge.Queue;
using Judge.Rejudge;
using Judge.Settings;
using Judge.Storage;
using Judge.Submit;
using Judge.Worker.Trial;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Support;

namespace Judge.Tests.Worker;

/// <summary>An arena without pages, in this process, that judge nodes of this machine come to.</summary>
internal sealed class KillArena : IAsyncDisposable
{
    private readonly IHost _host;

    private KillArena(IHost host, int gateway) => (_host, Gateway) = (host, gateway);

    /// <summary>Port on loopback.</summary>
    public int Gateway { get; }

    public IContests Contests => Get<IContests>();

    public ISubmissions Submissions => Get<ISubmissions>();

    public IEvents Events => Get<IEvents>();

    public IJudgeQueue Queue => Get<IJudgeQueue>();

    public IRejudgings Rejudgings => Get<IRejudgings>();

    public JudgementStore Judgements => Get<JudgementStore>();

    public Database Database => Get<Database>();

    public static async Task<KillArena> StartAsync(string database, string folder, string problems, CancellationToken ct)
    {
        var ports = FreePort.Take(2);
        var (silo, gateway) = (ports[0], ports[1]);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddJudge(
            new()
            {
                Database = database,
                DataFolder = folder,
                ProblemsFolder = problems,
                LanguagesFolder = Path.Combine(Repository.Root, "sandbox-images"),
                ImagesFolder = folder,
                Node = "arena",
                Cluster = new ClusterSettings
                {
                    Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{silo}"),
                    GatewayPort = gateway,
                },
            }
        );
        var host = builder.Build();
        await host.StartAsync(ct);
        return new KillArena(host, gateway);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();
}
