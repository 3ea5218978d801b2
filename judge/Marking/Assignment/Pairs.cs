namespace Judge.Marking.Assignment;

/// <summary>How often two jurors mark the same entry. Meeting again and again makes one panel of many.</summary>
internal sealed class Pairs
{
    /// <summary>What two jurors of one school on one entry weigh more, in meetings.</summary>
    private const int SameSchool = 20;

    private readonly Deal _deal;
    private readonly int[,] _met;
    private readonly bool[,] _sameSchool;

    public Pairs(Deal deal)
    {
        _deal = deal;
        var size = deal.Jurors.Count;
        (_met, _sameSchool) = (new int[size, size], new bool[size, size]);
        for (var one = 0; one < size; one++)
        {
            for (var other = 0; other < size; other++)
            {
                _sameSchool[one, other] = one != other && deal.Jurors[one].Schools.Intersect(deal.Jurors[other].Schools).Any();
            }
        }

        Count();
    }

    /// <summary>What one meeting more weighs.</summary>
    public int Weight(int one, int other) => _met[one, other] + (_sameSchool[one, other] ? SameSchool : 0);

    public void Add(IEnumerable<int> holders, int juror) => holders.ToList().ForEach(other => Change(other, juror, 1));

    /// <summary>Counts all anew, after moves that nobody told of.</summary>
    public void Count()
    {
        Array.Clear(_met);
        foreach (var holders in _deal.Holders)
        {
            for (var at = 1; at < holders.Count; at++)
            {
                Add(holders.Take(at), holders[at]);
            }
        }
    }

    public int FewestPartners() =>
        Enumerable
            .Range(0, _deal.Jurors.Count)
            .Where(juror => _deal.Load[juror] > 0)
            .Select(juror => Enumerable.Range(0, _deal.Jurors.Count).Count(other => _met[juror, other] > 0))
            .DefaultIfEmpty()
            .Min();

    /// <summary>
    /// Exchanges sheets of two jurors where the cost stays and jurors meet less often, in the sum of squares. Loads and cost do not change,
    /// so an optimum stays one.
    /// </summary>
    public void Spread()
    {
        for (var one = 0; one < _deal.Jurors.Count; one++)
        {
            for (var other = one + 1; other < _deal.Jurors.Count; other++)
            {
                Spread(one, other);
            }
        }
    }

    private void Spread(int one, int other)
    {
        for (var at = 0; at < _deal.Movable[one].Count; at++)
        {
            var entry = _deal.Movable[one][at];
            if (!_deal.CanTake(entry, other))
            {
                continue;
            }

            var gain = _deal.Cost(entry, one) - _deal.Cost(entry, other);
            var back = _deal
                .Movable[other]
                .FindIndex(its =>
                    _deal.CanTake(its, one) && _deal.Cost(its, one) - _deal.Cost(its, other) == gain && IsBetter(entry, one, its, other)
                );
            if (back >= 0)
            {
                var its = _deal.Movable[other][back];
                _deal.Move(entry, one, other);
                _deal.Move(its, other, one);
                at--;
            }
        }
    }

    /// <summary>Whether jurors meet less often after an exchange; if so, it is counted as done.</summary>
    private bool IsBetter(int entry, int one, int its, int other)
    {
        var change = Replace(entry, one, other) + Replace(its, other, one);
        if (change < 0)
        {
            return true;
        }

        // Holders have not changed yet, so the way back is the same way.
        Restore(its, other, one);
        Restore(entry, one, other);
        return false;
    }

    private int Replace(int entry, int from, int to)
    {
        var change = 0;
        foreach (var holder in _deal.Holders[entry])
        {
            if (holder != from)
            {
                change -= Cost(holder, from) - Cost(holder, from, -1);
                Change(holder, from, -1);
                change += Cost(holder, to, 1) - Cost(holder, to);
                Change(holder, to, 1);
            }
        }

        return change;
    }

    private void Restore(int entry, int from, int to)
    {
        foreach (var holder in _deal.Holders[entry].Where(holder => holder != from))
        {
            Change(holder, from, 1);
            Change(holder, to, -1);
        }
    }

    private int Cost(int one, int other, int more = 0)
    {
        var met = _met[one, other] + more;
        return met * met + (_sameSchool[one, other] ? 2 * SameSchool * met : 0);
    }

    private void Change(int one, int other, int by)
    {
        _met[one, other] += by;
        _met[other, one] += by;
    }
}
