using Judge.Marking.Draw;
using Judge.Messages;

namespace Judge.Marking.Assignment;

/// <summary>
/// Assigns jurors to entries: the draw, holes filled or named, the cheapest plan with its proof, meetings spread, jurors connected. Pure:
/// the same task gives the same plan. Where sheets are kept the rest is drawn around them, so it is also the way to redo a part.
/// </summary>
public static class Assigner
{
    /// <exception cref="ArgumentException">Two entries or jurors have one number, or a kept sheet names an unknown one.</exception>
    public static AssignmentOutcome Assign(AssignmentTask task)
    {
        Check(task);
        var lots = new Xoshiro(task.Seed);
        var deal = new Deal(task, lots);
        var limits = new LoadLimits(deal);
        var pairs = new Pairs(deal);
        GreedyDraw.Play(deal, limits, pairs, lots);
        if (limits.Fill() is { Count: > 0 } stuck)
        {
            return new AssignmentOutcome(null, Named(deal, stuck));
        }

        limits.Lift();
        _ = new RingCancelling(deal, limits).Play();
        var optimum = deal.TotalCost();
        pairs.Count();
        pairs.Spread();
        var proof = new RingCancelling(deal, limits).Play();
        var components = Connection.Join(deal);
        pairs.Count();
        return new AssignmentOutcome(
            new AssignmentPlan
            {
                Sheets = Sheets(deal),
                Cost = deal.TotalCost(),
                Optimum = optimum,
                Proof = proof,
                Loads = (limits.Least, limits.Most),
                Components = components,
                FewestPartners = pairs.FewestPartners(),
            },
            null
        );
    }

    /// <summary>The task of a redo: all sheets of a plan stay but those that are freed.</summary>
    /// <param name="locked">Sheets that count already; they stay whoever marked them.</param>
    /// <param name="gone">Who has dropped out.</param>
    public static AssignmentTask Redo(
        AssignmentTask task,
        AssignmentPlan plan,
        IReadOnlySet<PlannedSheet> locked,
        IReadOnlySet<JurorId> gone
    ) =>
        task with
        {
            Jurors = [.. task.Jurors.Select(juror => gone.Contains(juror.Id) ? juror with { IsGone = true } : juror)],
            Kept =
            [
                .. plan
                    .Sheets.Select(sheet => new PlannedSheet(sheet.Entry, sheet.Juror))
                    .Where(sheet => locked.Contains(sheet) || !gone.Contains(sheet.Juror) && !task.Conflicts.Contains(sheet)),
            ],
        };

    private static void Check(AssignmentTask task)
    {
        var (entries, jurors) = (task.Entries.Select(one => one.Id).ToHashSet(), task.Jurors.Select(one => one.Id).ToHashSet());
        if (
            entries.Count < task.Entries.Count
            || jurors.Count < task.Jurors.Count
            || task.Kept.Distinct().Count() < task.Kept.Count
            || !task.Kept.All(kept => entries.Contains(kept.Entry) && jurors.Contains(kept.Juror))
        )
        {
            throw new ArgumentException("Numbers must be told apart, and kept sheets be of known ones.", nameof(task));
        }
    }

    private static Blockage Named(Deal deal, IReadOnlyList<(int Entry, HashSet<int> Jurors, HashSet<int> Entries)> stuck)
    {
        int[] entries = [.. stuck.SelectMany(cut => cut.Entries).Distinct().Order()];
        var full = stuck.SelectMany(cut => cut.Jurors).ToHashSet();
        var rules = entries
            .SelectMany(entry => Enumerable.Range(0, deal.Jurors.Count).Select(juror => (Juror: juror, Rule: RuleOf(entry, juror))))
            .Where(one => one.Rule != HardRule.None)
            .Distinct()
            .CountBy(one => one.Rule)
            .OrderByDescending(rule => rule.Value)
            .ThenBy(rule => rule.Key);
        return new Blockage(
            stuck.Count,
            [.. entries.Select(entry => deal.Entries[entry].Id)],
            [.. entries.Select(entry => deal.Entries[entry].School).Distinct().Order()],
            [.. rules.Select(rule => (rule.Key, rule.Value))]
        );

        HardRule RuleOf(int entry, int juror) =>
            full.Contains(juror) ? HardRule.Load
            : deal.IsOn(entry, juror) ? HardRule.None
            : deal.Rule(deal.Entries[entry], deal.Jurors[juror]);
    }

    private static PlanSheet[] Sheets(Deal deal) =>
        [
            .. from entry in Enumerable.Range(0, deal.Entries.Count)
            from juror in deal.Holders[entry].Order()
            let kept = deal.IsKept(entry, juror)
            select new PlanSheet(
                deal.Entries[entry].Id,
                deal.Jurors[juror].Id,
                kept,
                kept ? new Said("marking.why.kept") : new Said("marking.why.drawn", (object)Facts(deal, entry, juror).ToList())
            ),
        ];

    private static IEnumerable<Said> Facts(Deal deal, int entry, int juror)
    {
        var (drawn, by) = (deal.Entries[entry], deal.Jurors[juror]);
        yield return new Said("marking.why.allowed");
        if (drawn.Cluster is not null)
        {
            yield return AdmissionRule.IsSameCluster(drawn, by)
                ? new Said("marking.why.sameCluster")
                : new Said("marking.why.otherCluster");
        }

        if (drawn.Subject.Length > 0)
        {
            yield return AdmissionRule.IsOtherSubject(drawn, by) ? new Said("marking.why.otherSubject") : new Said("marking.why.subject");
        }

        var choice = Enumerable.Range(0, deal.Jurors.Count).Count(other => deal.IsAdmissible(entry, other));
        yield return choice <= deal.PerEntry ? new Said("marking.why.noChoice", choice) : new Said("marking.why.lot", choice);
    }
}
