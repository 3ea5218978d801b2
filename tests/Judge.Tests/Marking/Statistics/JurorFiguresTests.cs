using Judge.Marking;
using Judge.Marking.Statistics;

namespace Judge.Tests.Marking.Statistics;

public sealed class JurorFiguresTests
{
    [Fact]
    public void Offsets_of_anchors_are_mean_differences_to_the_median() =>
        Assert.Equal(
            [-4.0000m, 2.6667m, -1.6667m, 2.0000m],
            JurorFigures
                .AnchorOffsets(Marks.Of("72 80 75 78", "55 62 58 61", "85 90 86 91"))
                .OrderBy(one => one.Key)
                .Select(one => Math.Round(one.Value, 4))
        );

    [Theory]
    [InlineData(7.5, 100, false)]
    [InlineData(-7.51, 100, true)]
    [InlineData(1.6, 20, true)]
    public void Whoever_lies_far_from_the_others_is_talked_to(double offset, int scale, bool far) =>
        Assert.Equal(far, JurorFigures.IsFarOff((decimal)offset, scale));

    [Fact]
    public void Each_juror_has_sheets_mean_spread_offset_and_severity()
    {
        var figures = JurorFigures.Of(Marks.Eight);
        Assert.Equal([6, 6, 6, 6], figures.Select(one => one.Sheets));
        Assert.Equal([-30.0417, 18.4583, -5.7083, 17.2917], figures.Select(one => Math.Round(one.Offset * one.Sheets, 4)));
        Assert.Equal([-5.3334, 3.3431, -1.1637, 3.1540], figures.Select(one => Math.Round(one.Severity, 4)));
        Assert.Equal((66.4167, 10.0718), (Math.Round(figures[0].Mean, 4), Math.Round(figures[0].Spread!.Value, 4)));
        Assert.Null(JurorFigures.Of(Marks.Of("70 60", "80 .")).Single(one => one.Juror == new JurorId(2)).Spread);
    }
}
