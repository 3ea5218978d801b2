namespace Judge.Marking.Moderation;

/// <summary>What is done where sheets of an entry lie too far apart.</summary>
public enum Preset
{
    None,

    /// <summary>Two sheets, then a third.</summary>
    TwoAndThird,

    /// <summary>Three sheets or more, then one more, of which the highest and the lowest are left out.</summary>
    MoreAndMiddle,
}

/// <summary>
/// Gaps between the highest and the lowest sheet of an entry, in marks (lệch điểm). The usual ones follow the marking of literature papers
/// in Vietnamese schools: 1, 1.5 and 2.5 of 10.
/// </summary>
/// <param name="Agree">Up to here jurors agree.</param>
/// <param name="Talk">Up to here they talk; beyond, one more marks.</param>
/// <param name="Spread">Up to here the mean of three sheets counts.</param>
public sealed record Thresholds(decimal Agree, decimal Talk, decimal Spread)
{
    private const int Steps = 2_000;

    public static Thresholds Usual(decimal scale) => new(scale * 10 / 100, scale * 15 / 100, scale * 25 / 100);

    /// <summary>
    /// The share of entries whose gap will be greater than a threshold, before any is marked: of the range of so many normal marks (Tippett
    /// 1925, Biometrika 17). What the anchors have shown of the spread goes in.
    /// </summary>
    /// <param name="sheets">Of an entry, at least 1.</param>
    /// <param name="spread">Standard deviation of sheets of one entry, in marks; above 0.</param>
    public static double ShareBeyond(decimal threshold, int sheets, double spread)
    {
        // P(range ≤ w) = k ∫ φ(x) (Φ(x + w) − Φ(x))^(k−1) dx, by Simpson's rule over ±8 standard deviations.
        var (width, from, step) = ((double)threshold / spread, -8.0, 16.0 / Steps);
        var sum = 0.0;
        for (var at = 0; at <= Steps; at++)
        {
            var x = from + at * step;
            var weight =
                at is 0 or Steps ? 1
                : at % 2 == 1 ? 4
                : 2;
            sum += weight * Density(x) * Math.Pow(Below(x + width) - Below(x), sheets - 1);
        }

        return Math.Clamp(1 - sheets * sum * step / 3, 0, 1);
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>Φ by Zelen and Severo (Abramowitz and Stegun 26.2.17), to 7.5e-8.</summary>
    private static double Below(double x)
    {
        var t = 1 / (1 + 0.2316419 * Math.Abs(x));
        var tail = Density(x) * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x < 0 ? tail : 1 - tail;
    }
}
