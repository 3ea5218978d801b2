using Judge.Messages;

namespace Judge.Marking.Assignment;

/// <param name="Why">In words for whoever asks why this juror marks this entry.</param>
public sealed record PlanSheet(EntryId Entry, JurorId Juror, bool IsKept, Said Why);

/// <summary>Who marks what, with what shows that no other plan costs less.</summary>
public sealed record AssignmentPlan
{
    /// <summary>Version of the algorithm; a plan that was stored names its own.</summary>
    public const int Algorithm = 1;

    /// <summary>By entry, then juror.</summary>
    public required IReadOnlyList<PlanSheet> Sheets { get; init; }

    /// <summary>Of all sheets that are not kept, the lots included.</summary>
    public required int Cost { get; init; }

    /// <summary>The least that any plan with these loads can cost; less than <see cref="Cost"/> where jurors had to be connected.</summary>
    public required int Optimum { get; init; }

    /// <summary>
    /// Potentials of the jurors in the order of their numbers, then that of the slack: no move of a sheet from one juror to another costs
    /// less than their potentials differ, so no ring of moves gains anything.
    /// </summary>
    public required IReadOnlyList<int> Proof { get; init; }

    /// <summary>Sheets that each juror has at least, where the rules let it, and at most.</summary>
    public required (int Least, int Most) Loads { get; init; }

    /// <summary>1: adjusted marks may rank. More: anchors are wanted first.</summary>
    public required int Components { get; init; }

    /// <summary>The fewest jurors that any juror with sheets shares an entry with.</summary>
    public required int FewestPartners { get; init; }
}

/// <summary>Entries that cannot have all their sheets, whatever is moved.</summary>
/// <param name="Missing">Sheets that nobody can take.</param>
/// <param name="Schools">Of those entries, by number.</param>
/// <param name="Rules">What keeps jurors away from them, with how many jurors, the most first.</param>
public sealed record Blockage(
    int Missing,
    IReadOnlyList<EntryId> Entries,
    IReadOnlyList<long> Schools,
    IReadOnlyList<(HardRule Rule, int Jurors)> Rules
)
{
    public Said Said =>
        new(
            "marking.assignment.blocked",
            Missing,
            Entries.Count,
            Schools.Count,
            Rules.Select(rule => AdmissionRule.Say(rule.Rule, rule.Jurors)).ToList()
        );
}

/// <summary>Either a plan, or what stands in its way.</summary>
public sealed record AssignmentOutcome(AssignmentPlan? Plan, Blockage? Blocked);
