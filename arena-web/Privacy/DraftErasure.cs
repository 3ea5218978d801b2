using ArenaWeb.Arena;
using Judge.Contests;

namespace ArenaWeb.Privacy;

/// <summary>
/// Takes away what pupils typed and never handed in. It goes before their names do: whoever still has a name is found again, should the
/// arena die in between.
/// </summary>
internal sealed class DraftErasure(IContests contests, IGrainFactory grains)
{
    /// <returns>How many drafts there were.</returns>
    public async Task<int> ForgetAsync(IEnumerable<(EntrantId Entrant, ContestId Contest)> entrants)
    {
        var labels = (await contests.ListAsync(CancellationToken.None)).ToDictionary(
            contest => contest.Id,
            contest => contest.Problems.Select(problem => problem.Label).ToList()
        );
        var count = 0;
        foreach (var (entrant, contest) in entrants)
        {
            foreach (var label in labels.GetValueOrDefault(contest, []))
            {
                var draft = grains.DraftOf(entrant, label);
                if ((await draft.FindAsync()).Newest is not null)
                {
                    await draft.ForgetAsync();
                    count++;
                }
            }
        }

        return count;
    }
}
