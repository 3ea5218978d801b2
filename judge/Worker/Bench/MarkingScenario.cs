using Judge.Marking;
using Judge.Marking.Assignment;
using Judge.Marking.Draw;
using Judge.Marking.Statistics;

namespace Judge.Worker.Bench;

/// <summary>
/// Contests in which the true quality of each entry is known: how well do ranks by raw and by adjusted marks find its order? A mark is
/// 65 + severity + spread · quality + noise, in steps of a quarter. Pure: each contest follows from its number.
/// </summary>
/// <param name="Name">Stable, part of the figure's name.</param>
internal sealed record MarkingScenario(string Name)
{
    private const int Entries = 60;
    private const double Middle = 65;
    private const double Quality = 8;
    private const double Noise = 5;

    /// <summary>Standard deviation of the logarithm of a juror's own spread of the scale.</summary>
    private const double Spread = 0.2;

    public int Jurors { get; init; } = 12;

    public int PerEntry { get; init; } = 3;

    /// <summary>Standard deviation of severity, in marks.</summary>
    public double Severity { get; init; } = 5;

    /// <summary>Panels without a common juror, each for an equal part of the entries; 1: jurors are drawn for each entry.</summary>
    public int Panels { get; init; } = 1;

    /// <summary>Standard deviation of the mean quality of panels' entries, in marks.</summary>
    public double GroupQuality { get; init; }

    /// <summary>Entries that all jurors mark.</summary>
    public int Anchors { get; init; }

    public static IReadOnlyList<MarkingScenario> All { get; } =
    [
        new("random"),
        new("two") { PerEntry = 2 },
        new("five") { PerEntry = 5 },
        new("many") { Jurors = 36 },
        new("panels") { Panels = 4 },
        new("unlike") { Panels = 4, GroupQuality = 8 },
        new("anchors")
        {
            Panels = 4,
            GroupQuality = 8,
            Anchors = 4,
        },
        new("calibrated") { Severity = 1 },
        new("uneven") { Severity = 10 },
    ];

    /// <summary>Kendall's tau of both rankings with the true order in one contest.</summary>
    public (double Raw, double Adjusted) Play(int contest)
    {
        var lots = new Xoshiro($"{Name} {contest}");
        var groups = Enumerable.Range(0, Panels).Select(_ => GroupQuality * lots.NextNormal()).ToArray();
        var quality = Enumerable.Range(0, Entries).Select(entry => groups[entry % Panels] + Quality * lots.NextNormal()).ToArray();
        var severity = Enumerable.Range(0, Jurors).Select(_ => Severity * lots.NextNormal()).ToArray();
        var spread = Enumerable.Range(0, Jurors).Select(_ => Math.Exp(Spread * lots.NextNormal())).ToArray();
        var marks = Sheets(contest)
            .Select(sheet =>
            {
                var (entry, juror) = ((int)sheet.Entry.Value, (int)sheet.Juror.Value);
                var mark = Middle + severity[juror] + spread[juror] * quality[entry] + Noise * lots.NextNormal();
                return new GivenMark(sheet.Entry, sheet.Juror, Math.Round((decimal)Math.Clamp(mark, 0, 100) * 4) / 4);
            })
            .ToList();
        var adjusted = SeverityFit.Of(marks).Entries();
        var raw = marks.GroupBy(mark => mark.Entry).ToDictionary(row => row.Key, row => (double)row.Average(mark => mark.Mark));
        return (Tau(quality, raw), Tau(quality, adjusted));
    }

    private IEnumerable<PlannedSheet> Sheets(int contest)
    {
        var entries = Enumerable.Range(0, Entries).Select(entry => new EntryId(entry)).ToList();
        var jurors = Enumerable.Range(0, Jurors).Select(juror => new JurorId(juror)).ToList();
        if (Panels > 1)
        {
            return entries
                .SelectMany(entry => jurors.Select(juror => new PlannedSheet(entry, juror)))
                .Where(sheet => sheet.Entry.Value < Anchors || sheet.Juror.Value % Panels == sheet.Entry.Value % Panels);
        }

        var task = new AssignmentTask
        {
            Seed = $"{Name} {contest}",
            PerEntry = PerEntry,
            Entries = [.. entries.Select(entry => new DrawnEntry(entry, -1))],
            Jurors = [.. jurors.Select(juror => new DrawnJuror(juror))],
        };
        return Assigner.Assign(task).Plan!.Sheets.Select(sheet => new PlannedSheet(sheet.Entry, sheet.Juror));
    }

    /// <summary>Pairs in the same order less pairs in the other, of all pairs (Kendall 1938).</summary>
    private static double Tau(double[] quality, IReadOnlyDictionary<EntryId, double> marks)
    {
        var sum = 0;
        for (var one = 0; one < quality.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                sum +=
                    Math.Sign(quality[one] - quality[other])
                    * Math.Sign(Math.Round(marks[new EntryId(one)] - marks[new EntryId(other)], 9));
            }
        }

        return sum / (quality.Length * (quality.Length - 1) / 2.0);
    }
}
