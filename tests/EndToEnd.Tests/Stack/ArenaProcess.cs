using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Support;

namespace EndToEnd.Tests.Stack;

/// <summary>
/// The built arena as its own process on a free port of loopback, with SQLite and its embedded judge, so that it can be killed and
/// started again at the same address. The Docker engine and the boxes' images are those of the environment.
/// </summary>
public sealed class ArenaProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;

    /// <param name="dataFolder">Stays when the process ends.</param>
    public ArenaProcess(string dataFolder)
    {
        DataFolder = dataFolder;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public string DataFolder { get; }

    public Uri Address { get; }

    private static string Program => Path.Combine(AppContext.BaseDirectory.Replace("EndToEnd.Tests", "ArenaWeb"), "ArenaWeb.dll");

    /// <summary>Starts it and returns when it is ready to judge.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [Program])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Contest__DataFolder"] = DataFolder,
                ["ASPNETCORE_URLS"] = Address.ToString(),
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        await ReadyAsync(patience.Token);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
        {
            return;
        }

        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Returns when nothing waits for a verdict any more.</summary>
    public Task WaitUntilJudgedAsync(CancellationToken ct) => WaitForAsync(ct, "contest_queue_waiting 0", "contest_queue_leased 0");

    /// <summary>Returns when all of these are measured at once.</summary>
    /// <param name="values">Each a name and a number.</param>
    public async Task WaitForAsync(CancellationToken ct, params string[] values)
    {
        var lines = Array.ConvertAll(values, value => $"\n{value.Replace(" ", "{} ", StringComparison.Ordinal)}\n");
        using var client = new HttpClient { BaseAddress = Address };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (
            await client.GetStringAsync("/metrics", patience.Token) is var metrics
            && !Array.TrueForAll(lines, line => metrics.Contains(line, StringComparison.Ordinal))
        )
        {
            await Task.Delay(50, patience.Token);
        }
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task ReadyAsync(CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var trouble = "It did not answer.";
        try
        {
            while (await TroubleAsync(client, ct) is { } told)
            {
                trouble = told;
                if (_process!.HasExited)
                {
                    throw Failed($"It ended with {_process.ExitCode}.");
                }

                await Task.Delay(50, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw Failed(trouble);
        }
    }

    /// <summary>Null: it is ready.</summary>
    private static async Task<string?> TroubleAsync(HttpClient client, CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetAsync("/health", ct);
            var text = await answer.Content.ReadAsStringAsync(ct);
            return answer.StatusCode == HttpStatusCode.OK ? null : text;
        }
        catch (HttpRequestException e)
        {
            return e.Message;
        }
    }

    private InvalidOperationException Failed(string trouble) =>
        new(
            "The arena is not ready (./contest test sets up the Docker engine and the boxes that it needs). "
                + $"{trouble}\n{string.Join('\n', _said.TakeLast(30))}"
        );

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            _said.Enqueue(text);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
