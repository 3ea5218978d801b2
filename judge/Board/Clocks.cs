using Judge.Contests;

namespace Judge.Board;

/// <summary>The clocks of a contest's entrants; those who have nothing of their own share one.</summary>
/// <param name="begun">When entrants pressed start; null: all start at once.</param>
internal sealed class Clocks(Contest contest, IReadOnlyDictionary<EntrantId, DateTimeOffset>? begun)
{
    private readonly Clock _ofAll = Clock.Of(contest);
    private readonly HashSet<EntrantId> _named = [.. contest.Times.SelectMany(fact => fact.Entrants)];
    private readonly Dictionary<EntrantId, Clock> _own = [];

    public Clock this[EntrantId entrant]
    {
        get
        {
            DateTimeOffset? start = begun is not null && begun.TryGetValue(entrant, out var at) ? at : null;
            if (start is null && !_named.Contains(entrant))
            {
                return _ofAll;
            }

            if (!_own.TryGetValue(entrant, out var clock))
            {
                _own[entrant] = clock = Clock.Of(contest, entrant, start);
            }

            return clock;
        }
    }
}
