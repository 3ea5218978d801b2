using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ArenaWeb.Accounts;

namespace ArenaWeb.Live;

/// <summary>
/// How many streams stay open at once. A browser needs one, so a few an account are plenty, and who wants more asks now and then instead
/// of listening. Visitors are counted by address, and a whole school shares one.
/// </summary>
internal sealed class StreamLimits
{
    /// <summary>A PC, a phone, and pages from before an update, each twice over.</summary>
    public const int AnAccount = 8;

    public const int AnAddress = 1_000;

    /// <summary>Half of the connections that the server takes, so that pages always load.</summary>
    public const int Everybody = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _open = [];
    private int _all;

    /// <summary>Takes a place; dispose to give it back. Null: there is none left.</summary>
    /// <param name="who">Null: a visitor, who counts by address.</param>
    public IDisposable? Enter(Visitor? who, IPAddress? address)
    {
        var (key, most) = who switch
        {
            PupilVisitor pupil => (string.Create(CultureInfo.InvariantCulture, $"pupil {pupil.Entrant.Value}"), AnAccount),
            StaffVisitor staff => ($"staff {staff.Login}", AnAccount),
            _ => ($"at {Network(address)}", AnAddress),
        };
        lock (_lock)
        {
            var open = _open.GetValueOrDefault(key);
            if (open >= most || _all >= Everybody)
            {
                return null;
            }
            (_open[key], _all) = (open + 1, _all + 1);
        }
        return new Place(this, key);
    }

    /// <summary>One household of the newer protocol has 2^64 addresses, which count as one.</summary>
    private static string Network(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : $"{address?.MapToIPv4()}";

    private void Leave(string key)
    {
        lock (_lock)
        {
            _all--;
            if (--_open[key] == 0)
            {
                _open.Remove(key);
            }
        }
    }

    private sealed class Place(StreamLimits limits, string key) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                limits.Leave(key);
            }
        }
    }
}
