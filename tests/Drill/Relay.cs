using System.Net;
using System.Net.Sockets;

namespace Drill;

/// <summary>Hands on whatever comes in at an address to another one, until it is disposed.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener;
    private readonly Task _accepting;

    public Relay(IPEndPoint from, IPEndPoint to)
    {
        _listener = new TcpListener(from);
        _listener.Start();
        _accepting = AcceptAsync(to);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync(IPEndPoint to)
    {
        try
        {
            while (true)
            {
                _ = HandOnAsync(await _listener.AcceptTcpClientAsync(_end.Token), to, _end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private static async Task HandOnAsync(TcpClient near, IPEndPoint to, CancellationToken ct)
    {
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        using (near)
        {
            try
            {
                await far.ConnectAsync(to, ct);
                await await Task.WhenAny(
                    near.GetStream().CopyToAsync(far.GetStream(), ct),
                    far.GetStream().CopyToAsync(near.GetStream(), ct)
                );
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
            {
                // One end is gone, and the other is told by closing.
            }
        }
    }
}
