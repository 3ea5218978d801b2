using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ArenaWeb.Api;

/// <summary>Collects what the program measures of itself: judge, sandbox, requests, connections, memory.</summary>
internal sealed class Metrics : IDisposable
{
    private static readonly string[] Meters =
        ["Judge", "Judge.", "ArenaWeb", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, Family> families = new();

    public Metrics()
    {
        listener.InstrumentPublished = Published;
        listener.SetMeasurementEventCallback<byte>(static (_, value, labels, family) => Measured(family, value, labels));
        listener.SetMeasurementEventCallback<short>(static (_, value, labels, family) => Measured(family, value, labels));
        listener.SetMeasurementEventCallback<int>(static (_, value, labels, family) => Measured(family, value, labels));
        listener.SetMeasurementEventCallback<long>(static (_, value, labels, family) => Measured(family, value, labels));
        listener.SetMeasurementEventCallback<float>(static (_, value, labels, family) => Measured(family, value, labels));
        listener.SetMeasurementEventCallback<double>(static (_, value, labels, family) => Measured(family, value, labels));
        listener.SetMeasurementEventCallback<decimal>(static (_, value, labels, family) => Measured(family, (double)value, labels));
        listener.Start();
    }

    /// <summary>All families as of now, by name.</summary>
    public IReadOnlyList<Family> Read()
    {
        listener.RecordObservableInstruments();
        return [.. families.Values.OrderBy(static family => family.Name, StringComparer.Ordinal)];
    }

    public void Dispose() => listener.Dispose();

    private void Published(Instrument instrument, MeterListener self)
    {
        if (!IsWatched(instrument.Meter.Name)) return;
        var family = families.GetOrAdd(PrometheusText.NameOf(instrument), static (name, of) => Family.Of(name, of), instrument);
        self.EnableMeasurementEvents(instrument, family);
    }

    private static bool IsWatched(string meter) =>
        Meters.Any(name => name.EndsWith('.') ? meter.StartsWith(name, StringComparison.Ordinal) : meter == name);

    private static void Measured(object? family, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
        ((Family)family!).Measure(value, labels);
}
