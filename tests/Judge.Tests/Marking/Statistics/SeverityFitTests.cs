using FsCheck.Fluent;
using Judge.Marking;
using Judge.Marking.Ranks;
using Judge.Marking.Statistics;

namespace Judge.Tests.Marking.Statistics;

public sealed class SeverityFitTests
{
    private const double Tolerance = 0.00005;

    [Fact]
    public void The_main_example_comes_out_to_four_places()
    {
        var fit = SeverityFit.Of(Marks.Eight);
        Near(427.3542, fit.SumWithin);
        Near(116.1112, fit.SumError);
        Near(8.9316, fit.ErrorVariance);
        Near(17.7780, fit.SeverityVariance);
        Near(0.5024, fit.Shrinkage);
        Assert.Equal((1, SeverityOutcome.Adjusted), (fit.Components, fit.Outcome));
        AllNear([-5.3334, 3.3431, -1.1637, 3.1540], Jurors(4).Select(fit.Severity));
        AllNear([85.2788, 81.2222, 78.2486, 74.2180, 73.1121, 66.4477, 64.5555, 55.8750], Values(fit));
        Near(2.5100, fit.DifferenceError(new EntryId(4), new EntryId(5)));
        Assert.Equal((new EntryId(4), new JurorId(1)), Largest(fit));
        Near(5.8846, fit.Residuals().Max(one => Math.Abs(one.Value)));
        Assert.Empty(fit.UnusualSheets());
    }

    [Fact]
    public void Ranks_of_the_main_example_by_raw_and_by_adjusted_marks()
    {
        var fit = SeverityFit.Of(Marks.Eight);
        Assert.Equal(["1", "2", "3", "5", "4", "7", "6", "8"], Ranks(mark => mark, _ => []));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], Ranks(mark => mark, jurors => jurors));

        IEnumerable<string> Ranks(Func<decimal, decimal> raw, Func<JurorId[], JurorId[]> counted) =>
            Ranking
                .Of(
                    Marks
                        .Eight.GroupBy(mark => mark.Entry)
                        .Select(row =>
                            (row.Key, Mean: raw(row.Average(mark => mark.Mark)), Jurors: counted([.. row.Select(mark => mark.Juror)]))
                        )
                        .Select(row => new RankedEntry
                        {
                            Entry = row.Key,
                            Mark = row.Jurors is [] ? row.Mean : fit.Adjusted(row.Mean, row.Jurors, 100),
                        })
                )
                .OrderBy(row => row.Entry)
                .Select(row => $"{row.Rank}");
    }

    [Fact]
    public void The_example_by_hand_keeps_its_raw_marks_for_all_jurors_mark_all()
    {
        var fit = SeverityFit.Of(Marks.Of("70 60", "80 74", "90 76"));
        AllNear(
            [166, 16, 8, 142.0 / 3, 12.0 / 71, 71.0 / 15, -71.0 / 15],
            [
                fit.SumWithin,
                fit.SumError,
                fit.ErrorVariance!.Value,
                fit.SeverityVariance!.Value,
                fit.Shrinkage!.Value,
                .. Jurors(2).Select(fit.Severity),
            ]
        );
        AllNear([65, 77, 83], Values(fit));
    }

    [Fact]
    public void Two_groups_without_a_common_juror_are_two_components()
    {
        var fit = SeverityFit.Of(Marks.Of("70 60 . .", "80 74 . .", "90 76 . .", ". . 50 58", ". . 62 64", ". . 66 78"));
        Assert.Equal(2, fit.Components);
        AllNear(
            [272, 124.0 / 3, 31.0 / 3, 35, 31.0 / 105],
            [fit.SumWithin, fit.SumError, fit.ErrorVariance!.Value, fit.SeverityVariance!.Value, fit.Shrinkage!.Value]
        );
        AllNear([4.5520, -4.5520, -3.3382, 3.3382], Jurors(4).Select(fit.Severity));
        AllNear([65, 77, 83, 54, 63, 72], Values(fit));
    }

    [Fact]
    public void Where_jurors_differ_no_more_than_by_chance_nothing_is_adjusted()
    {
        var fit = SeverityFit.Of(Marks.Of("70 60", "60 70", "80 81"));
        Assert.Equal(SeverityOutcome.NoSeverity, fit.Outcome);
        AllNear([301.0 / 6, -50.0 / 3], [fit.ErrorVariance!.Value, fit.SeverityVariance!.Value]);
        AllNear([65, 65, 80.5], Values(fit));
    }

    [Fact]
    public void With_one_sheet_an_entry_nothing_can_be_estimated()
    {
        var fit = SeverityFit.Of(Marks.Of("70 .", ". 60", "80 ."));
        Assert.Equal((SeverityOutcome.NotEstimable, null, 2), (fit.Outcome, fit.ErrorVariance, fit.Components));
        AllNear([70, 60, 80], Values(fit));
        Assert.Null(fit.DifferenceError(new EntryId(1), new EntryId(2)));
    }

    [Fact]
    public void Without_any_error_the_plain_fit_is_taken()
    {
        var fit = SeverityFit.Of(Marks.Of("70 60 .", ". 70 76", "85 . 81"));
        Assert.Equal((SeverityOutcome.Adjusted, 0.0), (fit.Outcome, fit.ErrorVariance));
        AllNear([14.0 / 3, -16.0 / 3, 2.0 / 3], Jurors(3).Select(fit.Severity));
    }

    [Fact]
    public void No_marks_are_no_error()
    {
        var fit = SeverityFit.Of([]);
        Assert.Equal((SeverityOutcome.NotEstimable, 0), (fit.Outcome, fit.Components));
    }

    [Fact]
    public void A_mark_is_adjusted_by_the_jurors_whose_sheets_it_is_the_mean_of_and_stays_on_the_scale()
    {
        var fit = SeverityFit.Of(Marks.Eight);
        Assert.Equal(78.33m, fit.Adjusted(73m, [new JurorId(1)], 100));
        Assert.Equal(100m, fit.Adjusted(97m, [new JurorId(1)], 100));
        Assert.Equal(0m, fit.Adjusted(1m, [new JurorId(2)], 100));
    }

    [Fact]
    public void A_mark_far_from_all_others_is_shown_to_the_head()
    {
        var marks = Marks.Of([
            .. Enumerable.Range(0, 30).Select(at => at == 7 ? "50 80 52" : $"{50 + at % 7} {52 + at % 5} {51 + at % 6}"),
        ]);
        Assert.Contains(SeverityFit.Of(marks).UnusualSheets(), one => (one.Entry.Value, one.Juror.Value) == (8, 2));
    }

    [Fact]
    public void Severities_add_up_to_zero_in_each_component() =>
        Prop.ForAll(
                Marks.Any().ToArbitrary(),
                marks =>
                {
                    var fit = SeverityFit.Of(marks);
                    return JurorGraph
                        .Components(
                            marks.GroupBy(mark => mark.Entry).Select(IReadOnlyList<JurorId> (row) => [.. row.Select(mark => mark.Juror)])
                        )
                        .All(component => Math.Abs(component.Sum(fit.Severity)) < 1e-6);
                }
            )
            .Holds();

    [Fact]
    public void Relabelling_and_reordering_jurors_and_entries_changes_nothing() =>
        Prop.ForAll(
                Marks.Any().ToArbitrary(),
                marks =>
                {
                    var (fit, other) = (SeverityFit.Of(marks), SeverityFit.Of(marks.Reverse().Select(Relabelled)));
                    var entries = other.Entries();
                    return fit.Outcome == other.Outcome
                        && fit.Entries().All(one => Math.Abs(one.Value - entries[new EntryId(50 - one.Key.Value)]) < 1e-6)
                        && marks.All(mark => Math.Abs(fit.Severity(mark.Juror) - other.Severity(Relabelled(mark).Juror)) < 1e-6);
                }
            )
            .Holds();

    [Fact]
    public void A_constant_on_all_marks_goes_to_all_entries_and_to_no_juror() =>
        Prop.ForAll(
                Marks.Any().ToArbitrary(),
                marks =>
                {
                    var (fit, other) = (SeverityFit.Of(marks), SeverityFit.Of(marks.Select(mark => mark with { Mark = mark.Mark + 7 })));
                    var entries = other.Entries();
                    return fit.Entries().All(one => Math.Abs(one.Value + 7 - entries[one.Key]) < 1e-6);
                }
            )
            .Holds();

    /// <summary>What the plain fit takes away whole, shrinkage takes away the more, the more it outgrows the error.</summary>
    [Fact]
    public void A_constant_on_one_juror_moves_no_adjusted_rank_when_all_are_connected() =>
        Prop.ForAll(
                Marks.Any().ToArbitrary(),
                Gen.Choose(-60, 60).ToArbitrary(),
                (marks, constant) =>
                {
                    var (plain, moved) = (SeverityFit.Of(marks, 0), SeverityFit.Of(Moved(marks, constant), 0));
                    return plain.Components > 1 || SameDifferences(plain.Entries(), moved.Entries(), 1e-6);
                }
            )
            .Holds();

    [Fact]
    public void Where_jurors_agree_but_for_their_severity_no_constant_on_one_moves_a_shrunk_mark() =>
        Prop.ForAll(
                Marks.Any().ToArbitrary(),
                Gen.Choose(1, 60).ToArbitrary(),
                (marks, constant) =>
                {
                    var agreed = marks.Select(mark => mark with { Mark = mark.Entry.Value * 7 % 31 + mark.Juror.Value }).ToArray();
                    var (plain, moved) = (SeverityFit.Of(agreed), SeverityFit.Of(Moved(agreed, constant)));
                    return plain.Components > 1
                        || plain.Outcome != SeverityOutcome.Adjusted
                        || moved.Outcome != SeverityOutcome.Adjusted
                        || SameDifferences(plain.Entries(), moved.Entries(), 1e-6);
                }
            )
            .Holds();

    [Fact]
    public void Shrunk_to_nothing_adjusted_marks_are_the_raw_ones() =>
        Prop.ForAll(
                Marks.Any().ToArbitrary(),
                marks =>
                    SeverityFit
                        .Of(marks, 1e12)
                        .Entries()
                        .All(one =>
                            Math.Abs(one.Value - (double)marks.Where(mark => mark.Entry == one.Key).Average(mark => mark.Mark)) < 1e-6
                        )
            )
            .Holds();

    /// <summary>Shrinkage keeps a part of a constant; the more it outgrows the error, the less.</summary>
    [Fact]
    public void A_large_constant_on_one_juror_moves_adjusted_marks_by_little_and_raw_ones_by_much()
    {
        var (before, after) = (SeverityFit.Of(Marks.Eight).Entries(), SeverityFit.Of(Moved(Marks.Eight, 40)).Entries());
        Assert.True(SameDifferences(before, after, 2.5));
        Assert.Equal(
            before.OrderByDescending(one => one.Value).Select(one => one.Key),
            after.OrderByDescending(one => one.Value).Select(one => one.Key)
        );
    }

    [Fact]
    public void Where_all_jurors_mark_all_entries_adjusted_marks_are_the_raw_ones() =>
        Prop.ForAll(
                Gen.Choose(0, 200).ArrayOf(12).ToArbitrary(),
                cells =>
                {
                    var fit = SeverityFit.Of(
                        cells
                            .Index()
                            .Select(cell => new GivenMark(new EntryId(cell.Index / 3), new JurorId(cell.Index % 3), cell.Item / 2m))
                    );
                    return fit.Entries()
                        .All(one => Math.Abs(one.Value - cells.Chunk(3).ElementAt((int)one.Key.Value).Average() / 2) < 1e-9);
                }
            )
            .Holds();

    private static bool SameDifferences(
        IReadOnlyDictionary<EntryId, double> before,
        IReadOnlyDictionary<EntryId, double> after,
        double tolerance
    )
    {
        var moves = before.Keys.Select(entry => after[entry] - before[entry]).ToList();
        return moves.Max() - moves.Min() < tolerance;
    }

    private static GivenMark[] Moved(GivenMark[] marks, int constant) =>
        [.. marks.Select(mark => mark.Juror.Value == 1 ? mark with { Mark = mark.Mark + constant } : mark)];

    private static GivenMark Relabelled(GivenMark mark) =>
        mark with
        {
            Entry = new EntryId(50 - mark.Entry.Value),
            Juror = new JurorId(mark.Juror.Value * 5 % 7),
        };

    private static IEnumerable<JurorId> Jurors(int count) => Enumerable.Range(1, count).Select(one => new JurorId(one));

    private static IEnumerable<double> Values(SeverityFit fit) => fit.Entries().OrderBy(one => one.Key).Select(one => one.Value);

    private static (EntryId, JurorId) Largest(SeverityFit fit) =>
        fit.Residuals().MaxBy(one => Math.Abs(one.Value)) is var largest ? (largest.Entry, largest.Juror) : default;

    private static void Near(double expected, double? actual) => Assert.InRange(actual!.Value, expected - Tolerance, expected + Tolerance);

    private static void AllNear(IReadOnlyList<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual.ToList()), pair => Near(pair.First, pair.Second));
}
