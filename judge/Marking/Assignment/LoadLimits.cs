namespace Judge.Marking.Assignment;

/// <summary>
/// How many sheets each juror has at least and at most: as equal as the rules let them be. Sheets move along shortest chains of the
/// residual network, so a hole that cannot be filled shows a minimum cut (Ford and Fulkerson 1956; Edmonds and Karp 1972).
/// </summary>
internal sealed class LoadLimits
{
    private readonly Deal _deal;
    private readonly int[] _least;

    public LoadLimits(Deal deal)
    {
        _deal = deal;
        var active = deal.Jurors.Index().Where(juror => !juror.Item.IsGone).Select(juror => juror.Index).ToList();
        var sheets = active.Sum(juror => deal.Load[juror]) + Enumerable.Range(0, deal.Entries.Count).Sum(deal.Holes);
        Most = active.Count == 0 ? 0 : (sheets + active.Count - 1) / active.Count;
        Least = active.Count == 0 ? 0 : sheets / active.Count;
        _least = [.. deal.Jurors.Select((juror, at) => juror.IsGone ? deal.Load[at] : Math.Min(Least, juror.MostSheets))];
    }

    /// <summary>Of a juror who may have that many; fewer are not taken from.</summary>
    public int Least { get; }

    /// <summary>Of any juror, if not by what was kept.</summary>
    public int Most { get; private set; }

    public bool HasRoom(int juror) => !_deal.Jurors[juror].IsGone && _deal.Load[juror] < Math.Min(Most, _deal.Jurors[juror].MostSheets);

    public bool HasSpare(int juror) => _deal.Load[juror] > _least[juror];

    /// <summary>Fills all holes that the greedy passes have left, and raises the common limit where it must be.</summary>
    /// <returns>Holes that stay, with all that was tried; empty: none.</returns>
    public IReadOnlyList<(int Entry, HashSet<int> Jurors, HashSet<int> Entries)> Fill()
    {
        var stuck = new List<(int, HashSet<int>, HashSet<int>)>();
        for (var entry = 0; entry < _deal.Entries.Count; entry++)
        {
            for (var hole = _deal.Holes(entry); hole > 0; hole--)
            {
                var tried = Fill(entry);
                while (tried is not null && tried.Value.Jurors.Any(IsHeldByLimit))
                {
                    Most++;
                    tried = Fill(entry);
                }

                if (tried is { } cut)
                {
                    stuck.Add((entry, cut.Jurors, cut.Entries));
                }
            }
        }

        return stuck;
    }

    /// <summary>Gives jurors with few sheets some of others, as far as the rules allow; what they cannot have is not asked again.</summary>
    public void Lift()
    {
        for (var juror = 0; juror < _least.Length; juror++)
        {
            var lifted = true;
            while (lifted && _deal.Load[juror] < _least[juror])
            {
                lifted = Lift(juror);
            }

            _least[juror] = Math.Min(_least[juror], _deal.Load[juror]);
        }
    }

    private bool IsHeldByLimit(int juror) =>
        _deal.Load[juror] < _deal.Jurors[juror].MostSheets && !_deal.Jurors[juror].IsGone && _deal.Load[juror] >= Most;

    /// <summary>Null: the hole is filled.</summary>
    private (HashSet<int> Jurors, HashSet<int> Entries)? Fill(int hole)
    {
        var from = new (int Juror, int Entry)?[_deal.Jurors.Count];
        var line = new Queue<int>();
        var entries = new HashSet<int> { hole };
        Reach(-1, hole);
        var reached = new HashSet<int>();
        while (line.TryDequeue(out var juror))
        {
            reached.Add(juror);
            if (HasRoom(juror))
            {
                Shift(from, juror);
                return null;
            }

            foreach (var entry in _deal.Movable[juror])
            {
                entries.Add(entry);
                Reach(juror, entry);
            }
        }

        return (reached, entries);

        void Reach(int holder, int entry)
        {
            for (var juror = 0; juror < from.Length; juror++)
            {
                if (from[juror] is null && _deal.CanTake(entry, juror))
                {
                    from[juror] = (holder, entry);
                    line.Enqueue(juror);
                }
            }
        }
    }

    /// <summary>A chain of moves from a juror who has more than the least to one who has less.</summary>
    private bool Lift(int poor)
    {
        var next = new (int Juror, int Entry)?[_deal.Jurors.Count];
        next[poor] = (-1, -1);
        var line = new Queue<int>([poor]);
        while (line.TryDequeue(out var to))
        {
            for (var juror = 0; juror < next.Length; juror++)
            {
                if (next[juror] is not null || _deal.Movable[juror].FindIndex(entry => _deal.CanTake(entry, to)) is not (>= 0 and var at))
                {
                    continue;
                }

                next[juror] = (to, _deal.Movable[juror][at]);
                line.Enqueue(juror);
                if (HasSpare(juror))
                {
                    ShiftOn(next, juror);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Moves the sheets of a chain that was followed from the hole, the last first.</summary>
    private void Shift((int Juror, int Entry)?[] from, int to)
    {
        var (holder, entry) = from[to]!.Value;
        while (holder >= 0)
        {
            _deal.Move(entry, holder, to);
            to = holder;
            (holder, entry) = from[to]!.Value;
        }

        _deal.Give(entry, to);
    }

    /// <summary>Moves the sheets of a chain that was followed from its end.</summary>
    private void ShiftOn((int Juror, int Entry)?[] next, int giver)
    {
        var (taker, entry) = next[giver]!.Value;
        while (taker >= 0)
        {
            _deal.Move(entry, giver, taker);
            giver = taker;
            (taker, entry) = next[giver]!.Value;
        }
    }
}
