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
            $"{"fault", -16}{"at", 9}{"evicted", 9}{"awake", 9}{"accepted", 9}",
            .. Faults.Select(fault => $"{fault.Fault, -16}{Text(fault.At)}{Text(fault.Evicted)}{Text(fault.Awake)}{Text(fault.Accepted)}"),
            $"{Facts.Accepted.Count} accepted, {Facts.Verdicts.Count} verdicts, {Facts.Dispatches.Count} dispatches, "
                + $"at most {Facts.Dispatches.Select(of => of.Ticket.Attempt).DefaultIfEmpty().Max()} tries, {Facts.Events.Count} events",
            $"longest wait beside a free slot:{Text(Facts.Idle)}",
            .. Flaws.DefaultIfEmpty("All that must hold does."),
        ];

    private static string Text(TimeSpan? time) =>
        (time is { } known ? $"{known.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s" : "-").PadLeft(9);
}

/// <summary>How a fault was got over; all since it came. Null: it took nothing of the kind, or was not seen.</summary>
/// <param name="At">Since the first hand-in.</param>
/// <param name="Evicted">Until the arena was declared dead.</param>
/// <param name="Awake">Until the first orders of a new dispatcher reached a node.</param>
/// <param name="Accepted">Until a node had a submission that was handed in after the fault.</param>
internal sealed record FaultFigures(Fault Fault, TimeSpan At, TimeSpan? Evicted, TimeSpan? Awake, TimeSpan? Accepted);
