using System.Net;
using System.Net.Sockets;

namespace Sandbox.Tests;

/// <summary>Stands between judge and engine, and can be cut like an engine that is stopped.</summary>
/// <param name="at">Where it listens: a socket's path, or a port of this machine, 0 for any.</param>
/// <param name="engine">Path of the engine's socket.</param>
internal sealed class EngineProxy(EndPoint at, string engine) : IDisposable
{
    private readonly List<Socket> _open = [];
    private Socket? _listener;

    /// <summary>The port that was chosen, once started.</summary>
    public int Port => ((IPEndPoint)_listener!.LocalEndPoint!).Port;

    public void Start()
    {
        _listener = Open(at.AddressFamily, s => s.Bind(at));
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

        if (at is UnixDomainSocketEndPoint)
        {
            File.Delete(at.ToString()!);
        }
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(Socket from)
    {
        try
        {
            while (true)
            {
                var judge = await from.AcceptAsync();
                var there = Open(AddressFamily.Unix, s => s.Connect(new UnixDomainSocketEndPoint(engine)));
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

    private Socket Open(AddressFamily family, Action<Socket> how)
    {
        var socket = new Socket(family, SocketType.Stream, ProtocolType.Unspecified);
        how(socket);
        lock (_open)
        {
            _open.Add(socket);
        }

        return socket;
    }
}
