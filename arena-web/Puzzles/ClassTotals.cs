using ArenaWeb.Puzzles.Rules;
using Judge.Contests;

namespace ArenaWeb.Puzzles;

/// <summary>Adds up what classes have together.</summary>
internal sealed class ClassTotals(RunBook book, IContestActs acts, TimeProvider time)
{
    /// <returns>One a class, in their order.</returns>
    public async Task<IReadOnlyList<ClassTotal>> OfAsync(Contest contest, IEnumerable<IEnumerable<EntrantId>> classes, CancellationToken ct)
    {
        var (runs, begun) = (await book.OfAsync(contest.Id, ct), await acts.BegunAsync(contest.Id, ct));
        return
        [
            .. classes.Select(pupils =>
                ClassTotal.Of(
                    pupils.Select(one => (ClockOf(one), runs.GetValueOrDefault(one, []))),
                    contest.Problems.Count,
                    time.GetUtcNow()
                )
            ),
        ];

        Clock ClockOf(EntrantId pupil) => Clock.Of(contest, pupil, begun.TryGetValue(pupil, out var at) ? at : null);
    }
}
