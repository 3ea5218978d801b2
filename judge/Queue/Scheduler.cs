using Judge.Score;

namespace Judge.Queue;

/// <summary>
/// Who judges what, decided from what was told: waiting judgings, nodes' reports, what became of tickets, and time that passes. It reads
/// and writes nothing; whoever asks for a <see cref="Plan"/> writes it and says whether that was done.
/// </summary>
/// <param name="epoch">Told with all orders.</param>
/// <param name="clock">Only time that passes here counts: no two clocks have to agree.</param>
internal sealed partial class Scheduler(long epoch, TimeProvider clock)
{
    /// <summary>A node that is not heard of for so long is dead.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(6);

    /// <summary>How long what was tried waits, after the dispatcher woke up, for its node to say that it holds it.</summary>
    public static readonly TimeSpan Adoption = TimeSpan.FromSeconds(4);

    /// <summary>
    /// How long a judging rests after its first failed try; after the second, twice that. What fails everywhere for a while, such as a full
    /// disk, must not use up all tries of all that waits within a second.
    /// </summary>
    public static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>Tries without a verdict after which there is a judge error.</summary>
    public const int MostTries = 3;

    /// <summary>
    /// Times that a first judging is given back without counting as a try, because its node stops or its sandbox does not answer. A
    /// rejudging is given back as often as contests need its slot.
    /// </summary>
    public const int MostReturns = 10;

    private readonly long _start = clock.GetTimestamp();
    private readonly Dictionary<JudgingId, Place> _places = [];
    private readonly FairLine _contest = new();
    private readonly FairLine _again = new();
    private readonly PriorityQueue<Place, TimeSpan> _resting = new();
    private readonly List<Place> _spent = [];

    /// <summary>What got a verdict or a judge error since the last look began, so that an old look brings nothing back.</summary>
    private readonly HashSet<JudgingId> _overSinceLook = [];

    public TimeSpan Now => clock.GetElapsedTime(_start);

    public bool Knows(JudgingId judging) => _places.ContainsKey(judging);

    /// <summary>To be called before facts are read that are told afterwards.</summary>
    public void BeginLook() => _overSinceLook.Clear();

    /// <summary>Puts in line what is not known yet. What was tried waits for its node to claim it.</summary>
    /// <param name="some">In the order of their numbers.</param>
    public void Tell(IEnumerable<Waiting> some)
    {
        foreach (var waiting in some.Where(one => !_overSinceLook.Contains(one.Judging)))
        {
            var place = new Place(waiting);
            if (!_places.TryAdd(waiting.Judging, place))
            {
                continue;
            }

            place.Turn = LineOf(place).Draw(waiting.Judging.Rejudging.IsFirst ? waiting.Entrant.Value : waiting.Judging.Rejudging.Value);
            if (waiting.Tries > 0)
            {
                Rest(place, Adoption);
            }
            else
            {
                PutInLine(place);
            }
        }
    }

    /// <summary>Rejudgings that something is known of.</summary>
    public IEnumerable<RejudgingId> Rejudgings() =>
        _places.Keys.Select(judging => judging.Rejudging).Where(rejudging => !rejudging.IsFirst).Distinct();

    /// <summary>Lets go of a rejudging, but for what still waits by the facts.</summary>
    public void Keep(RejudgingId rejudging, IReadOnlySet<JudgingId> waiting)
    {
        foreach (var place in _places.Values.Where(place => place.Judging.Rejudging == rejudging).ToList())
        {
            if (!waiting.Contains(place.Judging))
            {
                LetGo(place);
            }
        }
    }

    /// <summary>What is to be written before it is said. Everything in it is out of line until <see cref="Carry"/>.</summary>
    public Plan Decide()
    {
        var grants = new List<Grant>();
        if (_contest.Count + _again.Count > 0)
        {
            Choose(grants);
            MakeWay();
            Choose(grants); // what its node had not heard of has made way already
        }

        var spent = _spent.ToList();
        _spent.Clear();
        return new Plan(grants, spent);
    }

    /// <summary>Says what became of a plan.</summary>
    /// <param name="written">False: nothing was written, and nothing of it has happened.</param>
    public void Carry(Plan plan, bool written)
    {
        foreach (var grant in plan.Grants)
        {
            grant.Node.Chosen--;
            Give(grant, written);
        }

        foreach (var place in plan.Spent)
        {
            if (written || place.IsOver)
            {
                _overSinceLook.Add(place.Judging);
                Forget(place);
            }
            else
            {
                _spent.Add(place);
            }
        }
    }

    /// <summary>Time has passed: who was silent is dead, and what has rested is in line.</summary>
    /// <param name="deaf">How long nobody could be heard, as while this machine slept; it is no node's silence.</param>
    public void Pass(TimeSpan deaf = default)
    {
        var now = Now;
        foreach (var node in _nodes.Values.ToList())
        {
            node.HeardAt += deaf;
            if (node.IsAlive && now - node.HeardAt >= Silence)
            {
                LoseAll(node);
                node.IsAlive = false;
            }
            else if (now - node.HeardAt >= Remembered)
            {
                _nodes.Remove(node.Report.Node);
                _toTell.Remove(node.Report.Node);
            }
        }

        while (_resting.TryPeek(out var place, out var due) && due <= now)
        {
            _resting.Dequeue();
            if (place.State == PlaceState.Resting && place.Due == due)
            {
                PutInLine(place);
            }
        }
    }

    private FairLine LineOf(Place place) => place.Judging.Rejudging.IsFirst ? _contest : _again;

    /// <summary>Nodes with most free slots first, one each, until nobody can take anything: none is idle while it could judge.</summary>
    private void Choose(List<Grant> grants)
    {
        var open = _nodes.Values.Where(node => node is { IsOpen: true, Free: > 0 }).OrderByDescending(node => node.Free).ToList();
        while (open.Count > 0)
        {
            open.RemoveAll(node =>
            {
                if (node.Free <= 0 || (_contest.Take(node) ?? _again.Take(node)) is not { } place)
                {
                    return true;
                }

                place.State = PlaceState.Chosen;
                place.Tries++;
                node.Chosen++;
                grants.Add(new Grant(node, place, place.Ticket));
                return false;
            });
        }
    }

    /// <summary>
    /// While something of a contest waits that no free slot can take, the rejudging that was given last gives way, one for each.
    /// </summary>
    private void MakeWay()
    {
        if (_contest.Count == 0 || _againHeld.Count == 0)
        {
            return;
        }

        var leaving = _againHeld.Where(held => held.Holding.GivesWay).ToList();
        var staying = _againHeld.Where(held => !held.Holding.GivesWay).OrderByDescending(held => held.Holding.Age).ToList();
        foreach (var waits in _contest.First(_againHeld.Count))
        {
            var language = waits.Waiting.Language;
            if (leaving.FindIndex(held => held.Node.Has(language)) is >= 0 and var known)
            {
                leaving.RemoveAt(known);
            }
            else if (staying.FindIndex(held => held.Node.IsOpen && held.Node.Has(language)) is >= 0 and var youngest)
            {
                AskBack(staying[youngest].Node, staying[youngest].Holding);
                staying.RemoveAt(youngest);
            }
        }
    }

    private void Give(Grant grant, bool written)
    {
        var (node, place) = (grant.Node, grant.Place);
        if (!written)
        {
            place.Tries--;
        }

        if (place.IsOver)
        {
            Forget(place);
        }
        else if (written && node.IsAlive && _nodes.GetValueOrDefault(node.Report.Node) == node)
        {
            Hold(node, place, grant.Ticket);
        }
        else
        {
            PutInLine(place);
        }
    }

    private void PutInLine(Place place)
    {
        if (place.IsOver)
        {
            Forget(place);
        }
        else if (place.Tries >= MostTries)
        {
            place.State = PlaceState.Spent;
            _spent.Add(place);
        }
        else
        {
            place.State = PlaceState.InLine;
            LineOf(place).Add(place);
        }
    }

    private void Rest(Place place, TimeSpan time)
    {
        place.State = PlaceState.Resting;
        place.Due = Now + time;
        _resting.Enqueue(place, place.Due);
    }

    /// <summary>It has a verdict or is not wanted any more; a node that holds it is asked to give it back.</summary>
    private void LetGo(Place place)
    {
        _overSinceLook.Add(place.Judging);
        place.IsOver = true;
        switch (place.State)
        {
            case PlaceState.InLine:
                LineOf(place).Remove(place);
                Forget(place);
                break;
            case PlaceState.Held:
                var (node, holding) = _holders[place];
                AskBack(node, holding);
                break;
            case PlaceState.Spent when _spent.Remove(place):
            case PlaceState.Resting:
                Forget(place);
                break;
            default: // it is being written: the end of that finds it over
                break;
        }
    }

    private void Forget(Place place) => _places.Remove(place.Judging);
}

/// <summary>What is decided and not yet written.</summary>
/// <param name="Spent">They get a judge error.</param>
internal sealed record Plan(IReadOnlyList<Grant> Grants, IReadOnlyList<Place> Spent)
{
    public bool IsEmpty => Grants.Count + Spent.Count == 0;
}

/// <summary>A try that a node is to get.</summary>
internal sealed record Grant(Node Node, Place Place, Ticket Ticket);
