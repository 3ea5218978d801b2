namespace Judge.Marking.Statistics;

public enum SeverityOutcome
{
    /// <summary>Too few sheets tell severity from error: adjusted marks are the raw ones.</summary>
    NotEstimable,

    /// <summary>Jurors differ no more than their errors do: adjusted marks are the raw ones.</summary>
    NoSeverity,

    Adjusted,
}

/// <summary>What is left of a mark beside entry and juror.</summary>
public readonly record struct Residual(EntryId Entry, JurorId Juror, double Value);

/// <summary>
/// Adjusted marks (điểm điều chỉnh): x_ij = a_i + s_j + e_ij, the value of an entry fixed, the severity of a juror random around 0 and so
/// shrunk. Made of the first locked version of each sheet. Pure.
/// </summary>
/// <remarks>
/// Variances by Henderson's method III (Searle, Casella and McCulloch, "Variance Components", 1992, 5.5); severities are best linear
/// unbiased predictions from the mixed model equations after the entries are absorbed (Henderson 1975, Biometrics 31). As a ranking of
/// essays by several readers: Longford, "Models for Uncertainty in Educational Testing", 1995, chapter 2.
/// </remarks>
public sealed class SeverityFit
{
    /// <summary>A residual of more standard deviations is shown to the head juror (phiếu bất thường).</summary>
    private const double Unusual = 2.5;

    /// <summary>What rounding leaves of a sum of squares that is zero.</summary>
    private const double Nothing = 1e-9;

    private readonly MarkTable _table;
    private readonly Dictionary<JurorId, int> _at;
    private readonly Cholesky? _equations;
    private readonly double[] _severity;

    private SeverityFit(MarkTable table, double? shrinkage)
    {
        _table = table;
        _at = table.Jurors.Index().ToDictionary(juror => juror.Item, juror => juror.Index);
        _severity = new double[_at.Count];
        var components = JurorGraph.Components(
            table.Rows.Select(IReadOnlyList<JurorId> (row) => [.. row.Marks.Select(mark => mark.Juror)])
        );
        Components = components.Count;
        SumWithin = table.Within;
        var (matrix, right) = Absorbed();
        var plain = Plain(matrix, right, components);
        SumError = SumWithin - plain.Zip(right, (s, r) => s * r).Sum();
        SumError = SumError < Nothing * SumWithin ? 0 : SumError;

        var free = table.Marks.Count - table.Rows.Count - table.Jurors.Count + Components;
        if (free > 0)
        {
            ErrorVariance = SumError / free;
            SeverityVariance = SumWithin / (table.Marks.Count - table.Rows.Count) - ErrorVariance;
        }

        Shrinkage = shrinkage ?? (SeverityVariance > 0 ? ErrorVariance / SeverityVariance : null);
        Outcome =
            Shrinkage is not null ? SeverityOutcome.Adjusted
            : SeverityVariance is null ? SeverityOutcome.NotEstimable
            : SeverityOutcome.NoSeverity;
        if (Shrinkage is { } ratio)
        {
            _equations = ratio > 0 ? Shrunk(matrix, ratio) : null;
            _severity = _equations?.Solve(right) ?? plain;
        }
    }

    public SeverityOutcome Outcome { get; }

    /// <summary>Variance of what is neither entry nor juror (σ̂e²); null: it cannot be estimated.</summary>
    public double? ErrorVariance { get; }

    /// <summary>Variance of severity (σ̂s²), below 0 where jurors differ less than by chance; null: it cannot be estimated.</summary>
    public double? SeverityVariance { get; }

    /// <summary>σ̂e² over σ̂s²: how much severities are shrunk. Null: nothing is adjusted.</summary>
    public double? Shrinkage { get; }

    /// <summary>Adjusted marks of different components cannot be compared; 1: all can.</summary>
    public int Components { get; }

    /// <summary>Sum of squares within entries (SSW).</summary>
    public double SumWithin { get; }

    /// <summary>Sum of squares that the plain two-way fit leaves (SSE).</summary>
    public double SumError { get; }

    /// <exception cref="ArgumentException">A juror has marked an entry twice.</exception>
    public static SeverityFit Of(IEnumerable<GivenMark> marks) => new(new MarkTable(marks), null);

    /// <summary>The fit with a known ratio of the variances; 0: the plain two-way fit.</summary>
    internal static SeverityFit Of(IEnumerable<GivenMark> marks, double shrinkage) => new(new MarkTable(marks), shrinkage);

    /// <summary>How many marks a juror gives more than others would; 0 of one who is not known.</summary>
    public double Severity(JurorId juror) => _at.TryGetValue(juror, out var at) ? _severity[at] : 0;

    /// <summary>A final mark without the mean severity of the jurors whose sheets entered it, rounded once.</summary>
    /// <param name="final">Before rounding. A mark that jurors set together is not adjusted.</param>
    public decimal Adjusted(decimal final, IReadOnlyCollection<JurorId> counted, decimal scale) =>
        Math.Round(Math.Clamp(final - (decimal)counted.Average(Severity), 0, scale), 2, MidpointRounding.AwayFromZero);

    /// <summary>The adjusted mean of all sheets of each entry, neither kept within the scale nor rounded.</summary>
    public IReadOnlyDictionary<EntryId, double> Entries() =>
        _table.Rows.ToDictionary(row => row.Entry, row => row.Mean - row.Marks.Average(mark => Severity(mark.Juror)));

    public IReadOnlyList<Residual> Residuals()
    {
        var entries = Entries();
        return
        [
            .. _table.Marks.Select(mark => new Residual(
                mark.Entry,
                mark.Juror,
                (double)mark.Mark - entries[mark.Entry] - Severity(mark.Juror)
            )),
        ];
    }

    /// <summary>Sheets that the head juror should look at; none where the error cannot be estimated.</summary>
    public IReadOnlyList<Residual> UnusualSheets() =>
        ErrorVariance is > 0 and var variance ? [.. Residuals().Where(one => Math.Abs(one.Value) > Unusual * Math.Sqrt(variance))] : [];

    /// <summary>
    /// Standard error of the difference of two entries; a smaller difference is shown as "sát nhau". Null: it cannot be estimated.
    /// </summary>
    public double? DifferenceError(EntryId one, EntryId other)
    {
        if (ErrorVariance is not { } variance || Row(one) is not { } first || Row(other) is not { } second)
        {
            return null;
        }

        var weights = new double[_at.Count];
        first.Marks.ToList().ForEach(mark => weights[_at[mark.Juror]] += 1.0 / first.Count);
        second.Marks.ToList().ForEach(mark => weights[_at[mark.Juror]] -= 1.0 / second.Count);
        var ofJurors = _equations?.Solve(weights).Zip(weights, (x, weight) => x * weight).Sum() ?? 0;
        return Math.Sqrt(variance * (1.0 / first.Count + 1.0 / second.Count + ofJurors));
    }

    private MarkRow? Row(EntryId entry) => _table.Rows.FirstOrDefault(row => row.Entry == entry);

    /// <summary>C·s = r, the equations of the jurors after those of the entries are put into them.</summary>
    private (double[,] Matrix, double[] Right) Absorbed()
    {
        var (matrix, right) = (new double[_at.Count, _at.Count], new double[_at.Count]);
        foreach (var row in _table.Rows)
        {
            foreach (var mark in row.Marks)
            {
                var juror = _at[mark.Juror];
                matrix[juror, juror] += 1;
                right[juror] += (double)mark.Mark - row.Mean;
                foreach (var other in row.Marks)
                {
                    matrix[juror, _at[other.Juror]] -= 1.0 / row.Count;
                }
            }
        }

        return (matrix, right);
    }

    /// <summary>The plain least squares fit: the first juror of each component is set to 0, then severities are centred.</summary>
    private double[] Plain(double[,] matrix, double[] right, IReadOnlyList<IReadOnlyList<JurorId>> components)
    {
        var (held, b) = ((double[,])matrix.Clone(), right.ToArray());
        foreach (var zero in components.Select(component => _at[component[0]]))
        {
            for (var at = 0; at < b.Length; at++)
            {
                (held[zero, at], held[at, zero]) = (0, 0);
            }

            (held[zero, zero], b[zero]) = (1, 0);
        }

        var plain = new Cholesky(held).Solve(b);
        foreach (var component in components)
        {
            var mean = component.Average(juror => plain[_at[juror]]);
            component.ToList().ForEach(juror => plain[_at[juror]] -= mean);
        }

        return plain;
    }

    private static Cholesky Shrunk(double[,] matrix, double ratio)
    {
        var sum = (double[,])matrix.Clone();
        for (var at = 0; at < sum.GetLength(0); at++)
        {
            sum[at, at] += ratio;
        }

        return new Cholesky(sum);
    }
}
