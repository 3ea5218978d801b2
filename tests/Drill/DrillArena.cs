using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Judge.Worker.Trial;

namespace Drill;

/// <summary>
/// A real arena in a process of its own, at the same ports through all its lives. Whenever it has ended it is started again after a while,
/// as a service manager would.
/// </summary>
internal sealed class DrillArena : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly DrillSite _site;
    private readonly TimeSpan _down;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly StreamWriter _log;
    private readonly CancellationTokenSource _end = new();
    private OwnedProcess? _process;
    private Task _kept = Task.CompletedTask;

    /// <param name="number">From 0.</param>
    public DrillArena(DrillSite site, int number, TimeSpan down)
    {
        (_site, _down) = (site, down);
        Name = string.Create(CultureInfo.InvariantCulture, $"arena-{number + 1}");
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        (Silo, Gateway) = (FreePort(), FreePort());
        _log = new StreamWriter(Path.Combine(site.Folder, $"{Name}.log")) { AutoFlush = true };
    }

    public string Name { get; }

    public Uri Address { get; }

    /// <summary>Port at which other arenas find it.</summary>
    public int Silo { get; }

    /// <summary>Port at which nodes find it.</summary>
    public int Gateway { get; }

    /// <summary>Starts it, and returns when its pages answer.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        _process = await BeginAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (!await AnswersAsync(patience.Token))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"{Name} did not start; {_site.Folder}/{Name}.log says why.");
            }

            await Task.Delay(100, patience.Token);
        }

        _kept = KeepAsync();
    }

    public Task SignalAsync(string signal) => _process!.SignalAsync(signal);

    /// <summary>The board as it shows it now.</summary>
    public Task<string> BoardAsync(CancellationToken ct) =>
        _client.GetStringAsync(new Uri(Address, $"/bang/{_site.Contest.Code}/rows"), ct);

    public Task<string> MetricsAsync(CancellationToken ct) => _client.GetStringAsync(new Uri(Address, "/metrics"), ct);

    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(Address, "/health/live"), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _kept;
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _client.Dispose();
        _end.Dispose();
        await _log.DisposeAsync();
    }

    private async Task KeepAsync()
    {
        try
        {
            while (true)
            {
                await _process!.WaitAsync().WaitAsync(_end.Token);
                await _process.DisposeAsync();
                await Task.Delay(_down, _end.Token);
                _process = await BeginAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The drill is over.
        }
    }

    private Task<OwnedProcess> BeginAsync() =>
        OwnedProcess.StartAsync(
            ["dotnet", Built.Program("ArenaWeb")],
            "KILL",
            new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = Address.ToString(),
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Contest__Home"] = _site.Sources,
                ["Contest__DataFolder"] = _site.Folder,
                ["Contest__Database"] = _site.Database,
                ["Contest__EmbeddedJudge"] = "false",
                ["Contest__Node"] = Name,
                ["Contest__Cluster__Address"] = $"127.0.0.1:{Silo}",
                ["Contest__Cluster__GatewayPort"] = Gateway.ToString(CultureInfo.InvariantCulture),
            },
            _log.WriteLine
        );

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
