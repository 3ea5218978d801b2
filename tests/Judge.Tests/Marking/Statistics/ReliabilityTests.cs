using FsCheck.Fluent;
using Judge.Marking;
using Judge.Marking.Statistics;

namespace Judge.Tests.Marking.Statistics;

public sealed class ReliabilityTests
{
    /// <summary>Krippendorff's published example: four coders, twelve units.</summary>
    private static readonly GivenMark[] Krippendorff =
    [
        .. Marks
            .Of("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
            .Select(mark => new GivenMark(new EntryId(mark.Juror.Value), new JurorId(mark.Entry.Value), mark.Mark)),
    ];

    [Fact]
    public void Alpha_of_published_examples()
    {
        Near(951.0 / 1120, Reliability.Alpha(Krippendorff));
        Near(0.8491, Reliability.Alpha(Krippendorff));
        Near(0.7692, Reliability.Alpha(Marks.Eight));
        Near(0.1473, Reliability.Alpha(Marks.ShroutFleiss));
        Near(0.7873, Reliability.Alpha(Marks.Final));
    }

    [Fact]
    public void One_way_figures_where_entries_have_unlike_many_sheets()
    {
        var oneWay = Reliability.OneWay(Marks.Eight)!;
        Near(316.3289, oneWay.Between);
        Near(26.7096, oneWay.Within);
        Near(2.9881, oneWay.Sheets);
        Near(0.7840, oneWay.Single);
        Near(0.9156, oneWay.Mean);
        Assert.Null(Reliability.TwoWay(Marks.Eight));
    }

    [Fact]
    public void Intraclass_correlations_of_Shrout_and_Fleiss()
    {
        var (oneWay, twoWay) = (Reliability.OneWay(Marks.ShroutFleiss)!, Reliability.TwoWay(Marks.ShroutFleiss)!);
        Near(0.1657, oneWay.Single);
        Near(0.4428, oneWay.Mean);
        Near(0.2898, twoWay.AgreementSingle);
        Near(0.6201, twoWay.AgreementMean);
        Near(0.7148, twoWay.OrderSingle);
        Near(0.9093, twoWay.OrderMean);
    }

    [Fact]
    public void Intraclass_correlations_of_a_final()
    {
        var (oneWay, twoWay) = (Reliability.OneWay(Marks.Final)!, Reliability.TwoWay(Marks.Final)!);
        Near(171.0917, twoWay.Rows);
        Near(66.5000, twoWay.Columns);
        Near(1.8167, twoWay.Rest);
        Near(0.8075, oneWay.Single);
        Near(0.9264, oneWay.Mean);
        Near(0.8175, twoWay.AgreementSingle);
        Near(0.9307, twoWay.AgreementMean);
        Near(0.9688, twoWay.OrderSingle);
        Near(0.9894, twoWay.OrderMean);
    }

    [Fact]
    public void What_is_not_defined_is_not_told()
    {
        Assert.Null(Reliability.Alpha([]));
        Assert.Null(Reliability.Alpha(Marks.Of("7 7", "7 7")));
        Assert.Null(Reliability.Alpha(Marks.Of("7 .", ". 8")));
        Assert.Null(Reliability.OneWay(Marks.Of("7 .", ". 8")));
        Assert.Null(Reliability.OneWay(Marks.Of("7 8")));
        Assert.Null(Reliability.OneWay(Marks.Of("7 7", "7 7"))!.Mean);
        Assert.Null(Reliability.TwoWay(Marks.Of("7", "8")));
    }

    [Fact]
    public void Whoever_agrees_in_all_is_wholly_reliable() =>
        Assert.Equal((1, 1, 1), (Reliability.Alpha(Marks.Of("7 7", "8 8")), Reliability.OneWay(Marks.Of("7 7", "8 8"))!.Mean, 1));

    [Fact]
    public void Labels_and_units_of_marks_change_no_figure() =>
        Prop.ForAll(
                Marks.Any().ToArbitrary(),
                marks =>
                {
                    var other = marks
                        .Reverse()
                        .Select(mark => new GivenMark(
                            new EntryId(-mark.Entry.Value),
                            new JurorId(mark.Juror.Value * 5 % 7),
                            mark.Mark * 3 + 1
                        ))
                        .ToList();
                    return Same(Reliability.Alpha(marks), Reliability.Alpha(other))
                        && Same(Reliability.OneWay(marks)?.Mean, Reliability.OneWay(other)?.Mean)
                        && Same(Reliability.TwoWay(marks)?.AgreementMean, Reliability.TwoWay(other)?.AgreementMean);
                }
            )
            .Holds();

    [Theory]
    [InlineData(0.8, "marking.reliability.firm")]
    [InlineData(0.79, "marking.reliability.tentative")]
    [InlineData(0.55, "marking.reliability.weak")]
    public void Alpha_is_put_in_words(double alpha, string key) => Assert.Equal(key, Reliability.ReadAlpha(alpha).Key);

    [Theory]
    [InlineData(0.9, "marking.reliability.excellent")]
    [InlineData(0.75, "marking.reliability.good")]
    [InlineData(0.5, "marking.reliability.moderate")]
    [InlineData(0.49, "marking.reliability.poor")]
    public void Correlations_are_put_in_words(double icc, string key) => Assert.Equal(key, Reliability.ReadIcc(icc).Key);

    private static bool Same(double? one, double? other) =>
        one is null && other is null || Math.Abs(one!.Value - other!.Value) < 1e-6 * Math.Max(1, Math.Abs(one.Value));

    private static void Near(double expected, double? actual) => Assert.InRange(actual!.Value, expected - 0.00005, expected + 0.00005);
}
