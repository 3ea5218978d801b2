using System.Collections.Concurrent;
using System.Diagnostics;
using Judge.Settings;

namespace Judge.Worker.Bench;

/// <summary>
/// Listens where the time of submissions goes. Tests that run side by side are added up, so stages may be more than the whole.
/// </summary>
internal sealed class StageBench : IDisposable
{
    private static readonly string[] Order = [Tracing.Judging, Tracing.Box, Tracing.Compile, Tracing.Run, Tracing.Check, Tracing.Store];

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _spent = new();
    private readonly ActivityListener _listener;

    public StageBench()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Tracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = stage => _spent.GetOrAdd(stage.OperationName, _ => []).Add(stage.Duration.TotalMilliseconds),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Milliseconds a submission in each stage, the whole first.</summary>
    /// <param name="bareCompile">Milliseconds of the same compile on the bare machine.</param>
    public IEnumerable<Figure> Figures(double bareCompile)
    {
        var submissions = _spent.GetValueOrDefault(Tracing.Judging)?.Count ?? 0;
        foreach (var stage in Order.Where(stage => submissions > 0 && _spent.ContainsKey(stage)))
        {
            var times = _spent[stage];
            var each = times.Sum() / submissions;
            double? baseline = stage == Tracing.Compile ? bareCompile : null;
            yield return new Figure($"stage.{stage}", "ms", times.Count, each, times.Min(), times.Max(), baseline, each / baseline);
        }
    }

    public void Dispose() => _listener.Dispose();
}
