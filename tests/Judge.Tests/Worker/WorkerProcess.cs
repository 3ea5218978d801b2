using System.Diagnostics;
using System.Globalization;
using Support;

namespace Judge.Tests.Worker;

/// <summary>A real judge node in a process of its own.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _log;

    private WorkerProcess(Process process, string log) => (_process, _log) = (process, log);

    /// <param name="arena">Port of an arena on loopback.</param>
    /// <param name="folder">Gets a data folder of the node.</param>
    public static WorkerProcess Start(string node, int arena, string folder, string images)
    {
        var log = Path.Combine(folder, $"{node}.log");
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Judge.Worker.dll"),
            "work",
            "--arena",
            string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{arena}"),
            "--data",
            Path.Combine(folder, node),
            "--node",
            node,
            "--slots",
            "1",
            "--languages",
            Path.Combine(Repository.Root, "sandbox-images"),
            "--images",
            images,
        ];
        var start = new ProcessStartInfo("sh", ["-c", "log=$1; shift; exec dotnet \"$@\" >\"$log\" 2>&1", "sh", log, .. arguments]);
        return new WorkerProcess(Process.Start(start)!, log);
    }

    /// <summary>kill -9: the process has no say in it.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a service does, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return _process.ExitCode;
    }

    public string Log() => File.Exists(_log) ? File.ReadAllText(_log) : "";

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
