using System.Net.Sockets;

namespace Sandbox.Tests;

/// <summary>Stands between judge and engine, and can be cut like an engine that is stopped.</summary>
internal sealed class EngineProxy(string path, string engine) : IDisposable
{
    private readonly List<Socket> _open = [];
    private Socket? _listener;

    public void Start()
    {
        _listener = Open(s => s.Bind(new UnixDomainSocketEndPoint(path)));
        _listener.Listen();
        _ = AcceptAsync(_listener);
    }

    public void Cut()
    {
        lock (_open)
        {
            _open.ForEach(s => s.Dispose());
            _open.Clear();
        }

        File.Delete(path);
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(Socket from)
    {
        try
        {
            while (true)
            {
                var judge = await from.AcceptAsync();
                var there = Open(s => s.Connect(new UnixDomainSocketEndPoint(engine)));
                lock (_open)
                {
                    _open.Add(judge);
                }

                _ = PumpAsync(judge, there);
                _ = PumpAsync(there, judge);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        using var source = new NetworkStream(from, ownsSocket: true);
        using var target = new NetworkStream(to, ownsSocket: true);
        try
        {
            await source.CopyToAsync(target);
        }
        catch (IOException)
        {
            // Cut.
        }
    }

    private Socket Open(Action<Socket> how)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        how(socket);
        lock (_open)
        {
            _open.Add(socket);
        }

        return socket;
    }
}
