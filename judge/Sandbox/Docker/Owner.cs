using System.Globalization;

namespace Judge.Sandbox.Docker;

/// <summary>
/// Which process a box belongs to: host name, process id and when the process started (in ticks since boot), so that a number used
/// again is not taken for its predecessor.
/// </summary>
internal sealed record Owner(string Host, int Process, string Started)
{
    public static Owner Current() => new(Environment.MachineName, Environment.ProcessId, StartOf(Environment.ProcessId) ?? "");

    public static Owner? Parse(string text) =>
        text.Split('/') is [var host, var process, var started]
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new Owner(host, id, started)
            : null;

    /// <summary>Whether that process is known to be dead. Of another host's processes nothing is known.</summary>
    public bool IsDead => Host == Environment.MachineName && StartOf(Process) != Started;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}/{Process}/{Started}");

    /// <summary>Field 22 of /proc/PID/stat; the name in brackets before it may hold blanks.</summary>
    private static string? StartOf(int process)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
