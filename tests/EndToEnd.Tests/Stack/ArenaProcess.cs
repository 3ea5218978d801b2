using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Support;

namespace EndToEnd.Tests.Stack;

/// <summary>The built arena as its own process on a free port of loopback, so that it can be killed and started again.</summary>
public sealed class ArenaProcess : IAsyncDisposable
{
    private readonly Dictionary<string, string> environment;
    private Process? process;

    /// <param name="dataFolder">Kept when the process ends.</param>
    public ArenaProcess(string dataFolder, IReadOnlyDictionary<string, string> settings)
    {
        DataFolder = dataFolder;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        environment = new(settings)
        {
            ["Contest__DataFolder"] = dataFolder,
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        };
    }

    public string DataFolder { get; }

    public Uri Address { get; }

    /// <summary>Starts it and returns when it is ready.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [Program]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await IsReadyAsync(client, patience.Token))
        {
            if (process.HasExited) throw new InvalidOperationException($"The arena ended with {process.ExitCode} at its start.");
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private static string Program =>
        Path.Combine(AppContext.BaseDirectory.Replace("EndToEnd.Tests", "ArenaWeb"), "ArenaWeb.dll");

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetAsync("/health", ct);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
