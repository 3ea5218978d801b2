using Judge.Messages;

namespace Judge.Marking.Statistics;

/// <summary>
/// How far sheets agree (độ tin cậy), from the first independent version of each. Alpha and ICC(1) speak of one sheet, the others of the
/// mean of an entry's sheets, which ranks. Null: it is not defined for these marks.
/// </summary>
/// <remarks>
/// Alpha: Krippendorff, "Content Analysis", chapter 11, interval data. Intraclass correlations: Shrout and Fleiss 1979, Psychological
/// Bulletin 86, with the mean number of sheets k0 where entries have unlike many. How to read them: Koo and Li 2016.
/// </remarks>
public static class Reliability
{
    private const double Firm = 0.8;
    private const double Tentative = 2.0 / 3;
    private const double Excellent = 0.9;
    private const double Good = 0.75;
    private const double Moderate = 0.5;

    /// <summary>Krippendorff's alpha of interval data; entries with one sheet do not enter it.</summary>
    public static double? Alpha(IEnumerable<GivenMark> marks)
    {
        var rows = new MarkTable(marks).Rows.Where(row => row.Count > 1).ToList();
        var all = rows.SelectMany(row => row.Marks).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var whole = new MarkRow(default, all);
        var expected = whole.Within / (all.Count - 1);
        var observed = rows.Sum(row => row.Count * row.Within / (row.Count - 1)) / all.Count;
        return expected > 0 ? 1 - observed / expected : null;
    }

    /// <summary>Jurors differ from entry to entry. Null: fewer than two entries, or one sheet each.</summary>
    public static OneWay? OneWay(IEnumerable<GivenMark> marks)
    {
        var table = new MarkTable(marks);
        var (all, entries) = ((double)table.Marks.Count, table.Rows.Count);
        if (entries < 2 || all <= entries)
        {
            return null;
        }

        var between = table.Rows.Sum(row => row.Count * Math.Pow(row.Mean - table.Mean, 2)) / (entries - 1);
        var sheets = (all - table.Rows.Sum(row => (double)row.Count * row.Count) / all) / (entries - 1);
        return new OneWay(between, table.Within / (all - entries), sheets);
    }

    /// <summary>Every juror marks every entry. Null: not so, or fewer than two of either.</summary>
    public static TwoWay? TwoWay(IEnumerable<GivenMark> marks)
    {
        var table = new MarkTable(marks);
        var (entries, jurors) = (table.Rows.Count, table.Jurors.Count);
        if (entries < 2 || jurors < 2 || table.Marks.Count != entries * jurors)
        {
            return null;
        }

        var rows = table.Rows.Sum(row => jurors * Math.Pow(row.Mean - table.Mean, 2));
        var columns = table
            .Marks.GroupBy(mark => mark.Juror)
            .Sum(column => entries * Math.Pow(column.Average(mark => (double)mark.Mark) - table.Mean, 2));
        return new TwoWay(
            rows / (entries - 1),
            columns / (jurors - 1),
            (table.Within - columns) / ((entries - 1) * (jurors - 1)),
            entries,
            jurors
        );
    }

    public static Said ReadAlpha(double alpha) =>
        alpha >= Firm ? new("marking.reliability.firm")
        : alpha >= Tentative ? new("marking.reliability.tentative")
        : new("marking.reliability.weak");

    public static Said ReadIcc(double icc) =>
        icc >= Excellent ? new("marking.reliability.excellent")
        : icc >= Good ? new("marking.reliability.good")
        : icc >= Moderate ? new("marking.reliability.moderate")
        : new("marking.reliability.poor");
}

/// <param name="Between">Mean square between entries (MSB).</param>
/// <param name="Within">Mean square within entries (MSW).</param>
/// <param name="Sheets">The number of sheets an entry that stands for unlike ones (k0).</param>
public sealed record OneWay(double Between, double Within, double Sheets)
{
    /// <summary>ICC(1): of one sheet.</summary>
    public double? Single => Ratio.Of(Between - Within, Between + (Sheets - 1) * Within);

    /// <summary>ICC(1,k): of the mean.</summary>
    public double? Mean => Ratio.Of(Between - Within, Between);
}

/// <param name="Rows">Mean square of entries (MSR).</param>
/// <param name="Columns">Mean square of jurors (MSC).</param>
/// <param name="Rest">Mean square of the rest (MSE).</param>
public sealed record TwoWay(double Rows, double Columns, double Rest, int Entries, int Jurors)
{
    /// <summary>ICC(2,1): absolute agreement of one sheet.</summary>
    public double? AgreementSingle => Ratio.Of(Rows - Rest, Rows + (Jurors - 1) * Rest + Jurors * (Columns - Rest) / Entries);

    /// <summary>ICC(2,k): absolute agreement of the mean.</summary>
    public double? AgreementMean => Ratio.Of(Rows - Rest, Rows + (Columns - Rest) / Entries);

    /// <summary>ICC(3,1): of one sheet, as far as the order goes.</summary>
    public double? OrderSingle => Ratio.Of(Rows - Rest, Rows + (Jurors - 1) * Rest);

    /// <summary>ICC(3,k): of the mean, as far as the order goes.</summary>
    public double? OrderMean => Ratio.Of(Rows - Rest, Rows);
}

internal static class Ratio
{
    /// <summary>Null: nothing to divide by.</summary>
    public static double? Of(double above, double below) => below == 0 ? null : above / below;
}
