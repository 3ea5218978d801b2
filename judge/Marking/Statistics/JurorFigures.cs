namespace Judge.Marking.Statistics;

/// <summary>How one juror marks beside the others.</summary>
/// <param name="Spread">Standard deviation of the own marks; null with fewer than two.</param>
/// <param name="Offset">Mean difference to the mean of each entry that was marked.</param>
/// <param name="Severity">The same without what the entries' other jurors do, shrunk.</param>
public sealed record JurorFigures(JurorId Juror, int Sheets, double Mean, double? Spread, double Offset, double Severity)
{
    /// <summary>A juror whose marks of anchors lie further from the others', in hundredths of the scale, is talked to.</summary>
    private const decimal MostOffset = 7.5m;

    /// <summary>By juror.</summary>
    public static IReadOnlyList<JurorFigures> Of(IReadOnlyCollection<GivenMark> marks)
    {
        var table = new MarkTable(marks);
        var fit = SeverityFit.Of(marks);
        var means = table.Rows.ToDictionary(row => row.Entry, row => row.Mean);
        return
        [
            .. table
                .Marks.GroupBy(mark => mark.Juror)
                .OrderBy(own => own.Key)
                .Select(own => new MarkRow(default, [.. own]))
                .Select(own => new JurorFigures(
                    own.Marks[0].Juror,
                    own.Count,
                    own.Mean,
                    own.Count > 1 ? Math.Sqrt(own.Within / (own.Count - 1)) : null,
                    own.Marks.Average(mark => (double)mark.Mark - means[mark.Entry]),
                    fit.Severity(own.Marks[0].Juror)
                )),
        ];
    }

    /// <summary>
    /// What each juror gives anchors (bài mốc) more than the median of all: its mean over the anchors that were marked.
    /// </summary>
    public static IReadOnlyDictionary<JurorId, decimal> AnchorOffsets(IReadOnlyCollection<GivenMark> anchors)
    {
        var medians = anchors
            .GroupBy(mark => mark.Entry)
            .ToDictionary(entry => entry.Key, entry => Median([.. entry.Select(Mark).Order()]));
        return anchors
            .GroupBy(mark => mark.Juror)
            .ToDictionary(own => own.Key, own => own.Sum(mark => mark.Mark - medians[mark.Entry]) / own.Count());

        static decimal Mark(GivenMark mark) => mark.Mark;
    }

    /// <summary>Whether the head juror talks to a juror before marking goes on.</summary>
    public static bool IsFarOff(decimal offset, decimal scale) => Math.Abs(offset) * 100 > MostOffset * scale;

    private static decimal Median(List<decimal> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
