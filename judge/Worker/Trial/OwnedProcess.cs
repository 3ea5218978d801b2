using System.Diagnostics;
using System.Globalization;

namespace Judge.Worker.Trial;

/// <summary>
/// A program that ends when this one does, however that comes about: a shell beside it waits for the end of a pipe that nobody else holds.
/// </summary>
internal sealed class OwnedProcess : IAsyncDisposable
{
    /// <summary>Only its own child is ever signalled: its number is not given anew before the watcher is gone.</summary>
    private const string Shell = """
        end=$1; shift
        exec 3<&0 </dev/null 2>/dev/null
        sh -c 'echo $$; exec "$@"' sh "$@" 3<&- 2>&1 &
        program=$!
        (read -r _ <&3; kill -$end $program) >/dev/null 2>&1 &
        watcher=$!
        wait $program
        status=$?
        kill $watcher 2>/dev/null
        exit $status
        """;

    private readonly Process _shell;
    private readonly Task _listening;

    private OwnedProcess(Process shell, int program, Task listening) => (_shell, Id, _listening) = (shell, program, listening);

    /// <summary>Number of the process.</summary>
    public int Id { get; }

    public bool HasExited => _shell.HasExited;

    /// <param name="end">Signal that ends it, such as KILL.</param>
    /// <param name="settings">Added to its environment.</param>
    /// <param name="said">Called with each line of its output, one at a time.</param>
    public static async Task<OwnedProcess> StartAsync(
        IReadOnlyList<string> command,
        string end,
        IReadOnlyDictionary<string, string> settings,
        Action<string> said
    )
    {
        var start = new ProcessStartInfo("sh", ["-c", Shell, "sh", end, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var shell = Process.Start(start)!;
        var number = int.Parse((await shell.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        return new OwnedProcess(shell, number, ListenAsync(shell, said));
    }

    /// <summary>Sends a signal, such as STOP; nothing happens when it has ended.</summary>
    public async Task SignalAsync(string signal)
    {
        if (!HasExited)
        {
            using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    public async Task EndAsync(string signal)
    {
        await SignalAsync(signal);
        await WaitAsync();
    }

    public async Task WaitAsync()
    {
        await _listening;
        await _shell.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await WaitAsync();
        _shell.Dispose();
    }

    private static async Task ListenAsync(Process shell, Action<string> said)
    {
        while (await shell.StandardOutput.ReadLineAsync() is { } line)
        {
            said(line);
        }
    }
}
