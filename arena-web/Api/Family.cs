using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ArenaWeb.Api;

internal enum FamilyKind
{
    None,
    Counter,
    Gauge,
    Histogram,
}

/// <summary>One instrument with a series for each combination of its labels.</summary>
internal sealed class Family
{
    /// <summary>A bound on memory: what would be one more is added to the series without labels.</summary>
    private const int MostSeries = 500;

    /// <summary>From a test's milliseconds to a queue's minutes, in the instrument's unit.</summary>
    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

    private readonly double[] _bounds;
    private readonly bool _replaces;
    private readonly ConcurrentDictionary<string, Series> _series = new();

    private Family(string name, string help, FamilyKind kind, bool replaces, double[] bounds)
    {
        (Name, Help, Kind) = (name, help, kind);
        (this._replaces, this._bounds) = (replaces, bounds);
    }

    public string Name { get; }

    public string Help { get; }

    public FamilyKind Kind { get; }

    /// <summary>Series by their labels as Prometheus writes them, without braces.</summary>
    public IEnumerable<KeyValuePair<string, Series>> Series => _series.OrderBy(static one => one.Key, StringComparer.Ordinal);

    public static Family Of(string name, Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        var kind = KindOf(instrument);
        var replaces = type != typeof(Counter<>) && type != typeof(UpDownCounter<>);
        var bounds = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries?.ToArray() ?? DefaultBounds;
        return new(name, instrument.Description ?? "", kind, replaces, kind == FamilyKind.Histogram ? bounds : []);
    }

    public static FamilyKind KindOf(Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        return type == typeof(Histogram<>) ? FamilyKind.Histogram
            : type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? FamilyKind.Counter
            : FamilyKind.Gauge;
    }

    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var key = PrometheusText.Labels(labels);
        var one = _series.TryGetValue(key, out var known)
            ? known
            : _series.GetOrAdd(_series.Count < MostSeries ? key : "", static (_, bounds) => new Series(bounds), _bounds);
        if (Kind == FamilyKind.Histogram)
        {
            one.Observe(value);
        }
        else if (_replaces)
        {
            one.Set(value);
        }
        else
        {
            one.Add(value);
        }
    }
}

/// <summary>A number that goes up and down, or a histogram.</summary>
/// <param name="bounds">Upper bounds of the buckets, rising; empty: no histogram.</param>
internal sealed class Series(double[] bounds)
{
    private readonly Lock _gate = new();
    private readonly long[] _counts = new long[bounds.Length + 1];
    private double _sum;

    public void Add(double value)
    {
        lock (_gate)
        {
            _sum += value;
        }
    }

    public void Set(double value)
    {
        lock (_gate)
        {
            _sum = value;
        }
    }

    public void Observe(double value)
    {
        var bucket = Array.FindIndex(bounds, bound => value <= bound);
        lock (_gate)
        {
            _counts[bucket < 0 ? bounds.Length : bucket]++;
            _sum += value;
        }
    }

    /// <summary>The number, or the histogram's sum.</summary>
    public double Value
    {
        get
        {
            lock (_gate)
            {
                return _sum;
            }
        }
    }

    /// <summary>How many values were at most each bound, then how many there were; with their sum.</summary>
    public (IReadOnlyList<(double Bound, long Count)> Buckets, double Sum) Histogram()
    {
        lock (_gate)
        {
            var buckets = new (double, long)[_counts.Length];
            long below = 0;
            for (var i = 0; i < _counts.Length; i++)
            {
                below += _counts[i];
                buckets[i] = (i < bounds.Length ? bounds[i] : double.PositiveInfinity, below);
            }
            return (buckets, _sum);
        }
    }
}
