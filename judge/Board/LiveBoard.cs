using Judge.Contests;
using Judge.Problems;
using Judge.Score;

namespace Judge.Board;

/// <summary>
/// The same rows as <see cref="Standings"/>, kept up to date fact by fact: one entrant's row is computed anew and
/// moved, so a change costs by what it changes and not by how many entrants there are. Told twice counts once.
/// </summary>
internal sealed class LiveBoard
{
    private readonly Contest _contest;
    private readonly TimeSpan _moment;
    private readonly Clocks _clocks;
    private readonly RankRule _rule;
    private readonly Dictionary<EntrantId, Entry> _entries;
    private readonly SortedSet<Solve>[] _solves;
    private readonly List<Row> _rows;

    /// <param name="begun">When entrants pressed start; null: nobody has, or all start at once.</param>
    public LiveBoard(
        TimeSpan moment,
        Contest contest,
        IReadOnlyList<EntrantId> entrants,
        IEnumerable<Judged> judged,
        IReadOnlyDictionary<EntrantId, DateTimeOffset>? begun = null
    )
    {
        (_contest, _moment, _rule, _clocks) = (contest, moment, new RankRule(contest.Scoring), new Clocks(contest, begun));
        _entries = entrants.ToDictionary(
            entrant => entrant,
            entrant => new Entry(RowRule.Of(contest, moment, _clocks[entrant], entrant, []))
        );
        _solves = [.. contest.Problems.Select(_ => new SortedSet<Solve>())];
        _rows = [.. Standings.AsOf(moment, contest, entrants, [])];
        foreach (var entry in _rows)
        {
            _entries[entry.Entrant].Row = entry;
        }

        foreach (var one in judged)
        {
            Apply(one);
        }
    }

    public IReadOnlyList<Row> Rows => [.. _rows];

    /// <returns>Whether a reader sees a difference.</returns>
    public bool Apply(Judged one)
    {
        if (!_entries.TryGetValue(one.Entrant, out var entry) || !entry.Learn(one))
        {
            return false;
        }

        var line = RowRule.Of(_contest, _moment, _clocks[one.Entrant], one.Entrant, entry.Tries);
        var changed = false;
        for (var problem = 0; problem < _solves.Length; problem++)
        {
            changed |= MoveStar(problem, entry.Solves[problem], line.Solves[problem]);
        }

        entry.Solves = line.Solves;
        var row = line.Row with { Rank = entry.Row.Rank };
        for (var problem = 0; problem < _solves.Length; problem++)
        {
            row = RowRule.WithFirst(row, problem, IsFirst(problem, one.Entrant));
        }

        if (!RowRule.Same(row, entry.Row))
        {
            Move(entry, row);
            changed = true;
        }

        return changed;
    }

    private bool IsFirst(int problem, EntrantId entrant) => _solves[problem] is { Count: > 0 } solves && solves.Min.Entrant == entrant;

    /// <summary>Takes an old solving try out and a new one in; whoever loses or gets the star by it is shown so.</summary>
    private bool MoveStar(int problem, Solve? old, Solve? now)
    {
        if (old == now)
        {
            return false;
        }

        var solves = _solves[problem];
        var before = solves.Count > 0 ? solves.Min.Entrant : (EntrantId?)null;
        if (old is { } gone)
        {
            solves.Remove(gone);
        }

        if (now is { } come)
        {
            solves.Add(come);
        }

        var after = solves.Count > 0 ? solves.Min.Entrant : (EntrantId?)null;
        return before != after && (Show(problem, before, false) | Show(problem, after, true));
    }

    private bool Show(int problem, EntrantId? entrant, bool first)
    {
        if (entrant is not { } who)
        {
            return false;
        }

        var entry = _entries[who];
        var at = _rows.BinarySearch(entry.Row, _rule);
        _rows[at] = entry.Row = RowRule.WithFirst(_rows[at], problem, first);
        return true;
    }

    private void Move(Entry entry, Row row)
    {
        var from = _rows.BinarySearch(entry.Row, _rule);
        _rows.RemoveAt(from);
        var to = ~_rows.BinarySearch(row, _rule);
        _rows.Insert(to, row);
        entry.Row = row;
        _rule.Number(_rows, Math.Min(from, to), Math.Max(from, to));
    }

    private sealed class Entry(Line line)
    {
        public List<Judged> Tries { get; } = [];

        /// <summary>As it stands on the board but for the rank.</summary>
        public Row Row { get; set; } = line.Row;

        public IReadOnlyList<Solve?> Solves { get; set; } = line.Solves;

        /// <returns>False: nothing new. A verdict stays, whatever comes after it.</returns>
        public bool Learn(Judged one)
        {
            var known = Tries.FindLastIndex(other => other.Submission == one.Submission);
            if (known >= 0)
            {
                if (Tries[known].Verdict != Verdict.None || one.Verdict == Verdict.None)
                {
                    return false;
                }

                Tries[known] = one;
                return true;
            }

            var after = Tries.FindLastIndex(other => (other.At, other.Submission.Value).CompareTo((one.At, one.Submission.Value)) < 0);
            Tries.Insert(after + 1, one);
            return true;
        }
    }
}
