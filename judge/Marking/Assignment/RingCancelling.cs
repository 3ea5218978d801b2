namespace Judge.Marking.Assignment;

/// <summary>
/// Makes a full plan as cheap as can be: while a ring of moves between jurors gains anything, the ring is moved (Klein 1967, negative
/// cycle cancelling). Rings are looked for among jurors alone: an arc is the cheapest move of one sheet from a juror to another. One more
/// node, the slack, takes what a juror may have less and gives what a juror may have more.
/// </summary>
internal sealed class RingCancelling
{
    private const int NoArc = int.MaxValue;

    private readonly Deal _deal;
    private readonly LoadLimits _limits;
    private readonly int _slack;
    private readonly int[,] _cost;
    private readonly int[,] _sheet;
    private readonly int[] _potential;
    private readonly int[] _from;

    public RingCancelling(Deal deal, LoadLimits limits)
    {
        (_deal, _limits, _slack) = (deal, limits, deal.Jurors.Count);
        (_cost, _sheet) = (new int[_slack + 1, _slack + 1], new int[_slack + 1, _slack + 1]);
        (_potential, _from) = (new int[_slack + 1], new int[_slack + 1]);
        for (var juror = 0; juror < _slack; juror++)
        {
            Measure(juror);
        }
    }

    /// <summary>Moves rings until none gains anything.</summary>
    /// <returns>The potentials that prove it.</returns>
    public int[] Play()
    {
        while (Ring() is { } ring)
        {
            var touched = new HashSet<int>();
            foreach (var (from, to) in ring)
            {
                if (from != _slack && to != _slack)
                {
                    var entry = _sheet[from, to];
                    _deal.Move(entry, from, to);
                    touched.UnionWith(_deal.Holders[entry].Append(from));
                }
            }

            touched.ToList().ForEach(Measure);
        }

        return [.. _potential];
    }

    /// <summary>
    /// Bellman and Ford, from all nodes at once, and each round a look for a ring in what leads where (Tarjan 1981). Null: there is none,
    /// and the potentials are right.
    /// </summary>
    private List<(int From, int To)>? Ring()
    {
        Array.Clear(_potential);
        Array.Fill(_from, -1);
        Slack();
        var changed = true;
        while (changed)
        {
            changed = false;
            for (var from = 0; from <= _slack; from++)
            {
                for (var to = 0; to <= _slack; to++)
                {
                    if (_cost[from, to] != NoArc && _potential[from] + _cost[from, to] < _potential[to])
                    {
                        (_potential[to], _from[to], changed) = (_potential[from] + _cost[from, to], from, true);
                    }
                }
            }

            if (changed && Closed() is { } ring)
            {
                return ring;
            }
        }

        return null;
    }

    private List<(int From, int To)>? Closed()
    {
        var seen = new int[_slack + 1];
        for (var start = 0; start <= _slack; start++)
        {
            var at = start;
            while (at >= 0 && seen[at] == 0)
            {
                (seen[at], at) = (start + 1, _from[at]);
            }

            if (at >= 0 && seen[at] == start + 1)
            {
                List<(int, int)> ring = [(_from[at], at)];
                while (ring[^1].Item1 != at)
                {
                    var node = ring[^1].Item1;
                    ring.Add((_from[node], node));
                }

                return ring;
            }
        }

        return null;
    }

    private void Slack()
    {
        for (var juror = 0; juror < _slack; juror++)
        {
            _cost[juror, _slack] = _limits.HasRoom(juror) ? 0 : NoArc;
            _cost[_slack, juror] = _limits.HasSpare(juror) ? 0 : NoArc;
        }

        _cost[_slack, _slack] = NoArc;
    }

    /// <summary>The cheapest move of a sheet from a juror to each other.</summary>
    private void Measure(int from)
    {
        for (var to = 0; to < _slack; to++)
        {
            _cost[from, to] = NoArc;
        }

        foreach (var entry in _deal.Movable[from])
        {
            var own = _deal.Cost(entry, from);
            for (var to = 0; to < _slack; to++)
            {
                if (_deal.CanTake(entry, to) && _deal.Cost(entry, to) - own < _cost[from, to])
                {
                    (_cost[from, to], _sheet[from, to]) = (_deal.Cost(entry, to) - own, entry);
                }
            }
        }
    }
}
