namespace Judge.Worker.Bench;

/// <summary>One measured figure: its spread over n takes and, where a baseline was taken in turn with it, their ratio.</summary>
/// <param name="Name">Stable name, by which runs of different days are compared.</param>
/// <param name="Unit">Of median, min, max and baseline: <c>ms</c>, <c>1/s</c>, or <c>tau</c>, which counts from -1 to 1.</param>
/// <param name="Baseline">Median of the bare machine doing the same; null: nothing to compare with.</param>
/// <param name="Ratio">Median divided by baseline.</param>
internal sealed record Figure(string Name, string Unit, int N, double Median, double Min, double Max, double? Baseline, double? Ratio)
{
    /// <summary>Sums up takes; at least one.</summary>
    public static Figure Of(string name, string unit, IEnumerable<double> takes, IEnumerable<double>? baseline = null)
    {
        double[] sorted = [.. takes.Order()];
        double? bare = baseline is null ? null : Middle([.. baseline.Order()]);
        return new(name, unit, sorted.Length, Middle(sorted), sorted[0], sorted[^1], bare, Middle(sorted) / bare);
    }

    private static double Middle(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
}
