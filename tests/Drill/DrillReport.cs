using System.Globalization;

namespace Drill;

/// <summary>What came of a drill.</summary>
/// <param name="Faults">In order of time.</param>
/// <param name="Flaws">What should have held and did not.</param>
internal sealed record DrillReport(DrillFacts Facts, IReadOnlyList<FaultFigures> Faults, IReadOnlyList<string> Flaws)
{
    /// <summary>The figures as a table, then what does not hold.</summary>
    public IEnumerable<string> Lines() =>
        [
            Row("fault", "at", "evicted", "awake", "accepted"),
            .. Faults.Select(of => Row($"{of.Fault}", Text(of.At), Text(of.Evicted), Text(of.Awake), Text(of.Accepted))),
            $"{Facts.Accepted.Count} accepted, {Facts.Verdicts.Count} verdicts, {Facts.Dispatches.Count} dispatches, "
                + $"at most {Facts.Dispatches.Select(of => of.Ticket.Attempt).DefaultIfEmpty().Max()} tries, {Facts.Events.Count} events",
            $"longest wait beside a free slot: {Text(Facts.Idle)}",
            .. Flaws.DefaultIfEmpty("All that must hold does."),
        ];

    private static string Row(string first, params IEnumerable<string> others) =>
        first.PadRight(16) + string.Concat(others.Select(other => other.PadLeft(9)));

    private static string Text(TimeSpan? time) =>
        time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalSeconds:0.0} s") : "-";
}

/// <summary>How a fault was got over; all since it came. Null: it took nothing of the kind, or was not seen.</summary>
/// <param name="At">Since the first hand-in.</param>
/// <param name="Evicted">Until the arena was declared dead.</param>
/// <param name="Awake">Until the first orders of a new dispatcher reached a node.</param>
/// <param name="Accepted">Until a node had a submission that was handed in after the fault.</param>
internal sealed record FaultFigures(Fault Fault, TimeSpan At, TimeSpan? Evicted, TimeSpan? Awake, TimeSpan? Accepted);
