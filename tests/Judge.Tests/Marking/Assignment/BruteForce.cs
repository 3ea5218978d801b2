using Judge.Marking.Assignment;
using Judge.Marking.Draw;

namespace Judge.Tests.Marking.Assignment;

/// <summary>Small assignments by trying all.</summary>
internal static class BruteForce
{
    public static bool CanBeSolved(AssignmentTask task) => Cheapest(task, 0, (juror, load) => load <= juror.MostSheets) is not null;

    /// <summary>The least cost of plans whose loads lie between the limits of a plan.</summary>
    public static int? Optimum(AssignmentTask task, AssignmentPlan plan)
    {
        var loads = task.Jurors.ToDictionary(juror => juror.Id, juror => plan.Sheets.Count(sheet => sheet.Juror == juror.Id));
        return Cheapest(
            task,
            plan.Loads.Least,
            (juror, load) => load <= Math.Min(plan.Loads.Most, juror.MostSheets) && load >= Math.Min(plan.Loads.Least, loads[juror.Id])
        );
    }

    /// <param name="fits">Of a whole plan; on the way only too many sheets end a try.</param>
    private static int? Cheapest(AssignmentTask task, int least, Func<DrawnJuror, int, bool> fits)
    {
        var deal = new Deal(task, new Xoshiro(task.Seed));
        var load = new int[deal.Jurors.Count];
        int? best = null;
        Try(0, 0, task.PerEntry, 0);
        return best;

        void Try(int entry, int from, int left, int sum)
        {
            if (left == 0)
            {
                (entry, from, left) = (entry + 1, 0, task.PerEntry);
            }

            if (entry == deal.Entries.Count)
            {
                best = deal.Jurors.Index().All(juror => fits(juror.Item, load[juror.Index])) ? Math.Min(best ?? sum, sum) : best;
                return;
            }

            for (var juror = from; juror < load.Length; juror++)
            {
                if (deal.IsAdmissible(entry, juror) && (load[juror] < least || fits(deal.Jurors[juror], load[juror] + 1)))
                {
                    load[juror]++;
                    Try(entry, juror + 1, left - 1, sum + deal.Cost(entry, juror));
                    load[juror]--;
                }
            }
        }
    }
}
