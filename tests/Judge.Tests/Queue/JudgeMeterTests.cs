using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Judge.Queue;

namespace Judge.Tests.Queue;

/// <summary>
/// Names, units and labels that dashboards are built on. Other tests of the process measure too, so values are looked for.
/// </summary>
public sealed class JudgeMeterTests : IDisposable
{
    /// <summary>Seconds and a number that no other test measures.</summary>
    private const double Odd = 12_345.5;

    private readonly ConcurrentQueue<string> _measured = new();
    private readonly MeterListener _listener = new();

    public JudgeMeterTests()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Judge")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void A_dispatch_is_counted_by_priority_and_try_and_its_wait_once()
    {
        JudgeMeter.Dispatched(Priority.Contest, 1, TimeSpan.FromSeconds(Odd));
        JudgeMeter.Dispatched(Priority.Rejudge, 3, null);
        Assert.Contains("judge.dispatches 1 priority=contest attempt=1", _measured);
        Assert.Contains("judge.dispatches 1 priority=rejudge attempt=3", _measured);
        Assert.Single(_measured, "judge.submit_to_dispatch/s 12345.5");
    }

    [Fact]
    public void Two_clocks_that_disagree_make_no_wait_below_nothing()
    {
        JudgeMeter.Dispatched(Priority.Contest, 1, TimeSpan.FromSeconds(-1));
        Assert.Contains("judge.submit_to_dispatch/s 0", _measured);
    }

    [Fact]
    public void Batches_of_verdicts_and_the_dispatchers_wakes_are_measured()
    {
        JudgeMeter.Stored(54_321, TimeSpan.FromSeconds(Odd));
        JudgeMeter.DispatcherWoke();
        Assert.Contains("judge.verdict_batch 54321", _measured);
        Assert.Contains("judge.verdict_store_duration/s 12345.5", _measured);
        Assert.Contains("judge.dispatcher_wakes 1", _measured);
    }

    private void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
        where T : IFormattable
    {
        var name = instrument.Unit is { } unit ? $"{instrument.Name}/{unit}" : instrument.Name;
        var said = labels.ToArray().Select(label => $" {label.Key}={label.Value}");
        _measured.Enqueue($"{name} {value.ToString(null, CultureInfo.InvariantCulture)}{string.Concat(said)}");
    }
}
