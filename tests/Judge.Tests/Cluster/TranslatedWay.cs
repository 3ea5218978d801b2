using System.Net;
using System.Net.Sockets;

namespace Judge.Tests.Cluster;

/// <summary>
/// A way on which an arena sees another caller than there is, as behind a router of a school. It leads where it led: a client asks
/// a gateway by the address that the gateway knows itself by, of which loopback has many.
/// </summary>
internal sealed class TranslatedWay : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private int _connections;

    public TranslatedWay(IPEndPoint target)
    {
        _listener = new TcpListener(IPAddress.Parse("127.0.0.2"), target.Port);
        _listener.Start();
        _running = Task.Run(() => RunAsync(target));
    }

    public IPEndPoint Entrance => (IPEndPoint)_listener.LocalEndpoint;

    public int Connections => _connections;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync(IPEndPoint target)
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var here = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                open.Add(CarryAsync(here, target));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task CarryAsync(TcpClient here, IPEndPoint target)
    {
        using var there = new TcpClient();
        using (here)
        {
            try
            {
                await there.ConnectAsync(target, _end.Token);
                await Task.WhenAny(
                    here.GetStream().CopyToAsync(there.GetStream(), _end.Token),
                    there.GetStream().CopyToAsync(here.GetStream(), _end.Token)
                );
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // One end is gone, and so is the way.
            }
        }
    }
}
