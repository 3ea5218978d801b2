using System.Net;
using System.Net.Sockets;

namespace Judge.Worker.Trial;

/// <summary>Ports of loopback that nobody listens on.</summary>
internal static class FreePort
{
    /// <returns>As many different ones.</returns>
    public static IReadOnlyList<int> Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }
}
