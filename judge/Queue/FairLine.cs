namespace Judge.Queue;

/// <summary>
/// Start-time fair queueing (Goyal, Vin, Cheng 1996) with one unit of work a judging: the n-th waiting one of an owner stands n turns
/// behind the clock, so a flood lines up behind everybody else's next one. Lowest turn first, then lowest number.
/// </summary>
internal sealed class FairLine
{
    /// <summary>How many of the same turn are looked at for a problem that the node is warm for.</summary>
    private const int MostLookedAt = 16;

    /// <summary>Owners that are remembered at least; others are forgotten when the clock has passed them.</summary>
    private const int LeastKnown = 1024;

    private readonly Dictionary<string, SortedSet<Place>> _byLanguage = [];
    private readonly Dictionary<long, long> _last = [];
    private long _clock;
    private int _forgetAt = LeastKnown;

    public int Count { get; private set; }

    /// <summary>Owners whose last turn is remembered.</summary>
    internal int Known => _last.Count;

    /// <summary>The turn of an owner's next one.</summary>
    /// <param name="owner">The entrant; of judging again the rejudging.</param>
    public long Draw(long owner)
    {
        var turn = _last.TryGetValue(owner, out var last) ? Math.Max(_clock, last + 1) : _clock;
        _last[owner] = turn;
        ForgetPassed();
        return turn;
    }

    public void Add(Place place)
    {
        if (!_byLanguage.TryGetValue(place.Waiting.Language, out var line))
        {
            _byLanguage[place.Waiting.Language] = line = new(Place.Order);
        }

        Count += line.Add(place) ? 1 : 0;
    }

    public void Remove(Place place) => Count -= _byLanguage.TryGetValue(place.Waiting.Language, out var line) && line.Remove(place) ? 1 : 0;

    /// <summary>Takes the next one that a node can judge, of equals one that it is warm for; null: none waits.</summary>
    public Place? Take(Node node)
    {
        var next = First(node, 1).FirstOrDefault();
        if (next is null)
        {
            return null;
        }

        if (!node.Warm.Contains(next.Waiting.Problem))
        {
            next = First(node, MostLookedAt)
                .TakeWhile(one => one.Turn == next.Turn)
                .FirstOrDefault(one => node.Warm.Contains(one.Waiting.Problem), next);
        }

        Remove(next);
        _clock = Math.Max(_clock, next.Turn);
        return next;
    }

    /// <summary>The first ones of all languages, in order.</summary>
    public IEnumerable<Place> First(int most) => First(_byLanguage.Values, most);

    /// <summary>A last turn before the clock says nothing. Cheap: what is looked at doubles before the next time.</summary>
    private void ForgetPassed()
    {
        if (_last.Count < _forgetAt)
        {
            return;
        }

        foreach (var owner in _last.Where(last => last.Value < _clock).Select(last => last.Key).ToList())
        {
            _last.Remove(owner);
        }

        _forgetAt = Math.Max(LeastKnown, 2 * _last.Count);
    }

    private IEnumerable<Place> First(Node node, int most) =>
        First(_byLanguage.Where(line => node.Has(line.Key)).Select(line => line.Value), most);

    private static IEnumerable<Place> First(IEnumerable<SortedSet<Place>> lines, int most) =>
        lines.SelectMany(line => line.Take(most)).Order(Place.Order).Take(most);
}
