using Judge.Contests;

namespace ArenaWeb.Arena;

/// <summary>How a pupil stands in one problem.</summary>
/// <param name="Points">Best marks so far under points scoring; null: none are told yet.</param>
/// <param name="Solved">One of the submissions is right, and that may be told.</param>
/// <param name="Best">What the problem's card shows: the right one, else the best, else the newest; null: nothing handed in.</param>
internal sealed record Progress(ContestProblem Problem, int Attempts, decimal? Points, bool Solved, Handed? Best)
{
    /// <param name="handed">All of the pupil's submissions, newest first.</param>
    public static IReadOnlyList<Progress> Of(Room room, IReadOnlyCollection<Handed> handed)
    {
        var byLabel = handed.ToLookup(one => one.Submission.Label, StringComparer.OrdinalIgnoreCase);
        return [.. room.Contest.Problems.Select(problem => Of(room, problem, [.. byLabel[problem.Label]]))];
    }

    private static Progress Of(Room room, ContestProblem problem, IReadOnlyList<Handed> handed)
    {
        var shown = handed.Select(one => (One: one, Shown: Shown.Of(room, problem, one.Judgement))).ToList();
        var solved = shown.Any(one => one.Shown.Code == "AC");
        // Ordering is stable: of equals the newest comes first.
        var best = shown.OrderByDescending(one => one.Shown.Code == "AC").ThenByDescending(one => one.Shown.Points ?? -1).FirstOrDefault();
        return new(problem, handed.Count, shown.Max(one => one.Shown.Points), solved, best.One);
    }
}
