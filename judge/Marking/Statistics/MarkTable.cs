namespace Judge.Marking.Statistics;

/// <summary>Marks by entry and juror, in an order that does not depend on how they came.</summary>
internal sealed class MarkTable
{
    /// <exception cref="ArgumentException">A juror has marked an entry twice.</exception>
    public MarkTable(IEnumerable<GivenMark> marks)
    {
        Marks = [.. marks.OrderBy(mark => mark.Entry).ThenBy(mark => mark.Juror)];
        if (Marks.Zip(Marks.Skip(1)).Any(pair => (pair.First.Entry, pair.First.Juror) == (pair.Second.Entry, pair.Second.Juror)))
        {
            throw new ArgumentException("A juror marks an entry once.", nameof(marks));
        }

        Rows = [.. Marks.GroupBy(mark => mark.Entry).Select(row => new MarkRow(row.Key, [.. row]))];
        Jurors = [.. Marks.Select(mark => mark.Juror).Distinct().Order()];
        Mean = Marks.Count == 0 ? 0 : Marks.Average(mark => (double)mark.Mark);
    }

    public IReadOnlyList<GivenMark> Marks { get; }

    public IReadOnlyList<MarkRow> Rows { get; }

    public IReadOnlyList<JurorId> Jurors { get; }

    /// <summary>Of all marks; 0 without any.</summary>
    public double Mean { get; }

    /// <summary>Sum of squares within entries (SSW).</summary>
    public double Within => Rows.Sum(row => row.Within);
}

/// <summary>The marks of one entry.</summary>
internal sealed class MarkRow(EntryId entry, IReadOnlyList<GivenMark> marks)
{
    public EntryId Entry => entry;

    public IReadOnlyList<GivenMark> Marks => marks;

    public int Count => marks.Count;

    public double Mean { get; } = marks.Average(mark => (double)mark.Mark);

    public double Within => marks.Sum(mark => Square((double)mark.Mark - Mean));

    private static double Square(double x) => x * x;
}
