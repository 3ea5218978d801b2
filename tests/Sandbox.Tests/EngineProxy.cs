using System.Net.Sockets;

namespace Sandbox.Tests;

/// <summary>Stands between judge and engine, and can be cut like an engine that is stopped.</summary>
internal sealed class EngineProxy(string path, string engine) : IDisposable
{
    private readonly List<Socket> open = [];
    private Socket? listener;

    public void Start()
    {
        listener = Open(s => s.Bind(new UnixDomainSocketEndPoint(path)));
        listener.Listen();
        _ = AcceptAsync(listener);
    }

    public void Cut()
    {
        lock (open)
        {
            open.ForEach(s => s.Dispose());
            open.Clear();
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
                Socket judge = await from.AcceptAsync();
                Socket there = Open(s => s.Connect(new UnixDomainSocketEndPoint(engine)));
                lock (open)
                {
                    open.Add(judge);
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
        lock (open)
        {
            open.Add(socket);
        }

        return socket;
    }
}
