using FsCheck.Fluent;
using Judge.Marking;
using Judge.Marking.Moderation;

namespace Judge.Tests.Marking.Moderation;

public sealed class ModerationRuleTests
{
    private static readonly Thresholds Hundred = Thresholds.Usual(100);

    [Theory]
    [InlineData("70 76", "Settled 73.00")]
    [InlineData("70 80", "Settled 75.00")]
    [InlineData("70 82.5", "Dialogue")]
    [InlineData("70 82.5 talked", "Settled 76.25")]
    [InlineData("70 78 talked", "Settled 74.00")]
    [InlineData("60 78", "Further")]
    [InlineData("60 78 +78", "Settled 78.00")]
    [InlineData("60 78 +70", "Settled 69.33")]
    [InlineData("55 85 +70", "Collective")]
    [InlineData("55 85 +70 =72", "Settled 72.00")]
    [InlineData("70 82.5 talked 90", "Collective")]
    public void Two_sheets_and_a_third(string sheets, string outcome) => Assert.Equal(outcome, Play(Preset.TwoAndThird, sheets));

    [Theory]
    [InlineData("70 74 79", "Settled 74.33")]
    [InlineData("70 74 82", "Dialogue")]
    [InlineData("70 74 82 talked", "Settled 75.33")]
    [InlineData("60 62 85", "Further")]
    [InlineData("60 62 85 +64", "Settled 63.00")]
    [InlineData("60 62 85 +80", "Collective")]
    [InlineData("80 80 80", "Settled 80.00")]
    [InlineData("70 85 72", "Dialogue")]
    public void Three_sheets_and_the_middle_of_four(string sheets, string outcome) =>
        Assert.Equal(outcome, Play(Preset.MoreAndMiddle, sheets));

    [Fact]
    public void Thresholds_go_with_the_scale() => Assert.Equal(new Thresholds(2, 3, 5), Thresholds.Usual(20));

    [Fact]
    public void The_jurors_whose_sheets_count_are_named()
    {
        var settled = ModerationRule.Of(Hundred, Preset.MoreAndMiddle, Sheets(60, 62, 85), new GivenMark(default, new JurorId(9), 64));
        Assert.Equal([new JurorId(2), new JurorId(9)], settled.Counted);
        Assert.Equal(25, settled.Gap);
    }

    [Fact]
    public void Nobody_counts_where_a_mark_was_set_together() =>
        Assert.Empty(ModerationRule.Of(Hundred, Preset.TwoAndThird, Sheets(40, 90), together: 60).Counted);

    [Theory]
    [InlineData(Preset.TwoAndThird, 2, true)]
    [InlineData(Preset.TwoAndThird, 3, false)]
    [InlineData(Preset.MoreAndMiddle, 2, false)]
    [InlineData(Preset.MoreAndMiddle, 5, true)]
    [InlineData(Preset.None, 2, false)]
    public void A_way_fits_to_a_number_of_sheets(Preset preset, int sheets, bool fits) =>
        Assert.Equal(fits, ModerationRule.Fits(preset, sheets));

    [Fact]
    public void An_agreeing_third_mark_widens_no_gap_and_is_never_worse_than_the_marks_it_lies_between() =>
        Prop.ForAll(
                Gen.Choose(0, 200).ArrayOf(3).ToArbitrary(),
                Gen.Elements(Preset.TwoAndThird, Preset.MoreAndMiddle).ToArbitrary(),
                (marks, preset) =>
                {
                    var sorted = marks.Order().Select(mark => mark / 2m).ToList();
                    var first = preset == Preset.TwoAndThird ? Sheets(sorted[0], sorted[2]) : Sheets(sorted[0], sorted[0], sorted[2]);
                    var (without, with) = (
                        ModerationRule.Of(Hundred, preset, first),
                        ModerationRule.Of(Hundred, preset, first, new GivenMark(default, new JurorId(9), sorted[1]))
                    );
                    return with.Gap == without.Gap
                        && (with.Mark is null ? without.Mark is null : sorted[0] <= with.Mark && with.Mark <= sorted[2]);
                }
            )
            .Holds(300);

    [Fact]
    public void Relabelling_jurors_changes_no_mark() =>
        Prop.ForAll(
                Gen.Choose(0, 200).ArrayOf(3).ToArbitrary(),
                marks =>
                {
                    var given = Sheets([.. marks.Select(mark => mark / 2m)]);
                    var (one, other) = (
                        ModerationRule.Of(Hundred, Preset.MoreAndMiddle, given[..2], given[2]),
                        ModerationRule.Of(
                            Hundred,
                            Preset.MoreAndMiddle,
                            [.. given[..2].Reverse().Select(mark => mark with { Juror = new JurorId(-mark.Juror.Value) })],
                            given[2]
                        )
                    );
                    return (one.Step, one.Mark, one.Gap) == (other.Step, other.Mark, other.Gap);
                }
            )
            .Holds();

    [Theory]
    [InlineData(10, 2, 0.3173)]
    [InlineData(15, 2, 0.1336)]
    [InlineData(25, 2, 0.0124)]
    [InlineData(10, 3, 0.5773)]
    [InlineData(15, 3, 0.2850)]
    [InlineData(0, 2, 1)]
    public void The_share_of_entries_beyond_a_threshold_is_told_before_marking(double threshold, int sheets, double share) =>
        Assert.Equal(share, Thresholds.ShareBeyond((decimal)threshold, sheets, Math.Sqrt(50)), 0.01);

    /// <summary>Of two marks the range is |x − y|, whose distribution is known in closed form.</summary>
    [Fact]
    public void The_share_of_two_sheets_is_that_of_the_normal_distribution() =>
        Assert.Equal(0.31731, Thresholds.ShareBeyond(10, 2, 10 / Math.Sqrt(2)), 0.00001);

    [Theory]
    [InlineData("73 74", 70.00)]
    [InlineData("75 75", 75.00)]
    [InlineData("66 62", 64.00)]
    [InlineData("60 76", null)]
    [InlineData("60 76 74", 70.00)]
    [InlineData("62 78 85", 75.00)]
    public void An_appeal_changes_the_mark_when_new_jurors_differ_enough(string fresh, double? official)
    {
        var appealed = AppealRule.Of(70, [.. fresh.Split(' ').Select(decimal.Parse)], Hundred, AppealRule.UsualLeast);
        Assert.Equal((official is null, (decimal)(official ?? 70)), (appealed.NeedsThird, appealed.Official));
        Assert.Equal(appealed.Official != 70, appealed.Changes(70));
    }

    private static string Play(Preset preset, string text)
    {
        var words = text.Split(' ');
        var marks = words.Where(word => char.IsAsciiDigit(word[0])).Select(decimal.Parse).ToArray();
        var talked = words.Contains("talked");
        // A mark behind "talked" replaces the last one: its juror has revised it.
        var sheets = words[^1] is var last && talked && last != "talked" ? [.. marks[..^2], marks[^1]] : marks;
        GivenMark? extra = words.FirstOrDefault(word => word[0] == '+') is { } further
            ? new GivenMark(default, new JurorId(9), decimal.Parse(further[1..]))
            : null;
        decimal? together = words.FirstOrDefault(word => word[0] == '=') is { } set ? decimal.Parse(set[1..]) : null;
        var outcome = ModerationRule.Of(Hundred, preset, Sheets(sheets), extra, talked, together);
        return outcome.Mark is { } mark ? FormattableString.Invariant($"{outcome.Step} {RubricRule.Mean([mark]):0.00}") : $"{outcome.Step}";
    }

    private static GivenMark[] Sheets(params decimal[] marks) =>
        [.. marks.Select((mark, at) => new GivenMark(new EntryId(1), new JurorId(at + 1), mark))];
}
