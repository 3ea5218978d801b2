using Judge.Marking.Draw;

namespace Judge.Marking.Assignment;

/// <summary>Looks a plan over from its task alone, as anybody may who knows the seed.</summary>
/// <remarks>
/// No sheet can move from one juror to another for less than the difference of their potentials, and jurors between their limits stand on
/// the right side of the slack. So every ring of moves costs at least 0, and no other plan with the same limits costs less (Ahuja, Magnanti
/// and Orlin, "Network Flows", 1993, theorem 9.1).
/// </remarks>
public static class PlanProof
{
    /// <returns>False: it is not proved to be the cheapest, or sheets were exchanged after the proof to connect jurors.</returns>
    public static bool Holds(AssignmentTask task, AssignmentPlan plan)
    {
        var deal = new Deal(task, new Xoshiro(task.Seed));
        var (entries, jurors) = (Places(deal.Entries.Select(one => one.Id)), Places(deal.Jurors.Select(one => one.Id)));
        foreach (var sheet in plan.Sheets.Where(sheet => !sheet.IsKept))
        {
            deal.Give(entries[sheet.Entry], jurors[sheet.Juror]);
        }

        return plan.Cost == plan.Optimum
            && plan.Cost == deal.TotalCost()
            && Enumerable.Range(0, deal.Jurors.Count).All(juror => IsRight(deal, plan, juror));
    }

    private static bool IsRight(Deal deal, AssignmentPlan plan, int juror)
    {
        var (load, own, slack) = (deal.Load[juror], plan.Proof[juror], plan.Proof[deal.Jurors.Count]);
        var hasRoom = !deal.Jurors[juror].IsGone && load < Math.Min(plan.Loads.Most, deal.Jurors[juror].MostSheets);
        var hasSpare = !deal.Jurors[juror].IsGone && load > plan.Loads.Least;
        return (!hasRoom || slack <= own)
            && (!hasSpare || own <= slack)
            && deal.Movable[juror].All(entry => Others(entry).All(other => plan.Proof[other] - own <= Change(entry, other)));

        IEnumerable<int> Others(int entry) => Enumerable.Range(0, deal.Jurors.Count).Where(other => deal.CanTake(entry, other));

        int Change(int entry, int other) => deal.Cost(entry, other) - deal.Cost(entry, juror);
    }

    private static Dictionary<T, int> Places<T>(IEnumerable<T> numbers)
        where T : notnull => numbers.Index().ToDictionary(one => one.Item, one => one.Index);
}
