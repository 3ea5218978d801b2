using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ArenaWeb.Api;

/// <summary>Collects what the program measures of itself: judge, sandbox, requests, connections, memory.</summary>
internal sealed class Metrics : IDisposable
{
    private static readonly string[] Meters =
    [
        "Judge",
        "Judge.",
        "ArenaWeb",
        "System.Runtime",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, Family> _families = new();

    public Metrics()
    {
        _listener.InstrumentPublished = Published;
        _listener.SetMeasurementEventCallback<byte>(static (_, value, labels, family) => Measured(family, value, labels));
        _listener.SetMeasurementEventCallback<short>(static (_, value, labels, family) => Measured(family, value, labels));
        _listener.SetMeasurementEventCallback<int>(static (_, value, labels, family) => Measured(family, value, labels));
        _listener.SetMeasurementEventCallback<long>(static (_, value, labels, family) => Measured(family, value, labels));
        _listener.SetMeasurementEventCallback<float>(static (_, value, labels, family) => Measured(family, value, labels));
        _listener.SetMeasurementEventCallback<double>(static (_, value, labels, family) => Measured(family, value, labels));
        _listener.SetMeasurementEventCallback<decimal>(static (_, value, labels, family) => Measured(family, (double)value, labels));
        _listener.Start();
    }

    /// <summary>All families as of now, by name.</summary>
    public IReadOnlyList<Family> Read()
    {
        _listener.RecordObservableInstruments();
        return [.. _families.Values.OrderBy(static family => family.Name, StringComparer.Ordinal)];
    }

    public void Dispose() => _listener.Dispose();

    private void Published(Instrument instrument, MeterListener self)
    {
        if (!IsWatched(instrument.Meter.Name))
        {
            return;
        }

        var family = _families.GetOrAdd(PrometheusText.NameOf(instrument), static (name, of) => Family.Of(name, of), instrument);
        self.EnableMeasurementEvents(instrument, family);
    }

    private static bool IsWatched(string meter) =>
        Meters.Any(name => name.EndsWith('.') ? meter.StartsWith(name, StringComparison.Ordinal) : meter == name);

    private static void Measured(object? family, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
        ((Family)family!).Measure(value, labels);
}
