using System.Net.Sockets;

namespace Judge.Sandbox.Runner;

/// <summary>A socket on which one runner is expected; it and its folder are gone as soon as the runner has come.</summary>
internal sealed class RunnerListener : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <summary>
    /// The runner is root without the right to override modes, and the judge may be another user: so anybody may enter and connect. The
    /// folder above is closed to other users of this machine, and in the box the socket is gone before any program starts.
    /// </summary>
    private RunnerListener(string folder)
    {
        const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        const UnixFileMode Connect = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        Folder = folder;
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, Enter | UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var path = Path.Combine(folder, SocketName);
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, Connect | UnixFileMode.UserRead);
        _socket.Listen(1);
    }

    public static string SocketName => "s";

    /// <summary>Holds nothing but the socket.</summary>
    public string Folder { get; }

    public static RunnerListener In(string parent, string name) => new(Path.Combine(parent, name));

    /// <summary>Waits for the runner and its hello.</summary>
    /// <exception cref="SandboxException">It does not come, or speaks another protocol.</exception>
    public async Task<RunnerLink> AcceptAsync(TimeSpan patience, CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        both.CancelAfter(patience);
        RunnerLink? link = null;
        try
        {
            link = new RunnerLink(await _socket.AcceptAsync(both.Token));
            await link.HelloAsync(both.Token);
            return link;
        }
        catch (Exception e)
        {
            link?.Dispose();
            ct.ThrowIfCancellationRequested();
            throw e as SandboxException ?? new SandboxException("A box was started but its runner did not report.", e);
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
