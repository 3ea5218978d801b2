using System.Globalization;

namespace Judge.Sandbox.Runner;

/// <summary>
/// Where the sockets of one sandbox's boxes lie: a short path that the engine sees too. Named by process, so that what a
/// killed judge left can be told and removed.
/// </summary>
internal sealed class SocketFolder : IDisposable
{
    private const string Root = "/run/contest-judge";
    private static int _serial;

    private SocketFolder(string path) => Path = Directory.CreateDirectory(path).FullName;

    public string Path { get; }

    /// <summary>Name of the folder, unlike that of any other sandbox on this machine.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <param name="parent">Empty: chosen by what this process may write.</param>
    public static SocketFolder Create(string parent)
    {
        if (parent.Length == 0 && !Environment.IsPrivilegedProcess)
        {
            return new SocketFolder(Directory.CreateTempSubdirectory("contest-judge-").FullName);
        }

        parent = parent.Length > 0 ? parent : Root;
        Directory.CreateDirectory(parent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var left in Directory.GetDirectories(parent).Where(d => IsLeftOver(System.IO.Path.GetFileName(d))))
        {
            Remove(left);
        }

        var number = Interlocked.Increment(ref _serial);
        return new SocketFolder(System.IO.Path.Combine(parent, FormattableString.Invariant($"{Environment.ProcessId}.{number}")));
    }

    /// <summary>Whether a name that begins with <c>PROCESS.</c> is of a process that is dead.</summary>
    public static bool IsLeftOver(string name) =>
        int.TryParse(name.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && !Directory.Exists(FormattableString.Invariant($"/proc/{process}"));

    /// <summary>Judges that start together sweep together: whatever another has removed in the meantime is gone as wished.</summary>
    private static void Remove(string left)
    {
        try
        {
            Directory.Delete(left, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The other judge was quicker.
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
