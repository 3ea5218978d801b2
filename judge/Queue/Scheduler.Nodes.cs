namespace Judge.Queue;

/// <summary>Nodes: what they say, what they hold and what they are told.</summary>
internal sealed partial class Scheduler
{
    /// <summary>How long a dead node is still shown.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>Runs of a node that are remembered: a report may come late, or from a second node of the same name.</summary>
    private const int MostEarlier = 8;

    private readonly Dictionary<string, Node> _nodes = [];
    private readonly Dictionary<Place, (Node Node, Holding Holding)> _holders = [];

    /// <summary>Of rejudgings, still wanted.</summary>
    private readonly HashSet<(Node Node, Holding Holding)> _againHeld = [];

    private readonly HashSet<string> _drained = [];
    private readonly HashSet<string> _toTell = [];
    private long _given;

    /// <summary>Nodes that may have something to be told.</summary>
    public IReadOnlyCollection<string> ToTell => _toTell;

    /// <summary>
    /// A node's sign of life. What it was told it holds and says it does not is back in line, its try counted; what it says it holds and
    /// nobody else does is its own. Reports that were overtaken say nothing.
    /// </summary>
    /// <returns>
    /// False: another node has the name. It began later and is alive, so that two of one name do not take each other's work for ever.
    /// </returns>
    public bool Hear(NodeReport report)
    {
        var node = _nodes.GetValueOrDefault(report.Node);
        if (node is { IsAlive: true } && node.Earlier.Contains(report.Run))
        {
            node.TwinHeardAt = Now;
            return false;
        }

        if (node is null || node.Report.Run != report.Run)
        {
            IEnumerable<Guid> earlier = node is null ? [] : [.. node.Earlier.TakeLast(MostEarlier - 1), node.Report.Run];
            if (node is not null)
            {
                LoseAll(node);
            }

            _nodes[report.Node] = node = new Node(report)
            {
                Earlier = [.. earlier.Where(run => run != report.Run)],
                HeardAt = Now,
                SeenAt = clock.GetUtcNow(),
                IsDrained = _drained.Contains(report.Node),
            };
        }

        (node.HeardAt, node.SeenAt, node.IsAlive) = (Now, clock.GetUtcNow(), true);
        var seen = SeenOf(report);
        if (seen < SeenOf(node.Report))
        {
            return true;
        }

        node.Hear(report);
        _toTell.Add(report.Node);
        var says = report.Holds.DistinctBy(ticket => ticket.Judging).ToDictionary(ticket => ticket.Judging);
        CompareWhatItWasGiven(node, says, seen);
        CompareWhatItSays(node, says, seen);
        return true;
    }

    /// <summary>What became of a ticket. A verdict counts whoever brought it; the rest only from the node that holds it.</summary>
    public void Settle(string name, Ticket ticket, Ending ending)
    {
        var place = _places.GetValueOrDefault(ticket.Judging);
        if (_nodes.TryGetValue(name, out var node))
        {
            node.Strange.Remove(ticket.Judging);
            if (node.Holds.TryGetValue(ticket.Judging, out var holding))
            {
                Release(node, holding);
                GoOn(holding.Place, ending);
            }
        }

        if (ending == Ending.Judged)
        {
            _overSinceLook.Add(ticket.Judging);
            if (place is { IsOver: false })
            {
                LetGo(place);
            }
        }
    }

    public void Drain(string node, bool drained)
    {
        _ = drained ? _drained.Add(node) : _drained.Remove(node);
        if (_nodes.TryGetValue(node, out var known))
        {
            known.IsDrained = drained;
        }
    }

    /// <summary>What to say to a node now, each thing once, and again only if its next report has not seen it; null: nothing.</summary>
    public Tickets? OrdersFor(string name)
    {
        _toTell.Remove(name);
        if (!_nodes.TryGetValue(name, out var node))
        {
            return null;
        }

        var jobs = node.Holds.Values.Where(held => held is { IsConfirmed: false, ToldIn: 0, Place.IsOver: false }).ToList();
        var back = node.Holds.Values.Where(held => held is { GivesWay: true, AskedIn: 0 }).ToList();
        var strange = node.Strange.Where(one => one.Value == 0).Select(one => one.Key).ToList();
        if (jobs.Count + back.Count + strange.Count == 0)
        {
            return null;
        }

        node.Number++;
        jobs.ForEach(held => held.ToldIn = node.Number);
        back.ForEach(held => held.AskedIn = node.Number);
        strange.ForEach(judging => node.Strange[judging] = node.Number);
        return new Tickets(
            new OrdersNumber(epoch, node.Number),
            [.. jobs.Select(held => held.Ticket)],
            [.. back.Select(held => held.Ticket.Judging), .. strange]
        );
    }

    public QueueState State()
    {
        var held = _places.Values.Count(place => place.State == PlaceState.Held);
        var firsts = _places.Values.Where(place => place.Judging.Rejudging.IsFirst).Select(place => (DateTimeOffset?)place.Waiting.At);
        return new QueueState(_places.Count - held, held, firsts.Min())
        {
            Again = _places.Keys.Count(judging => !judging.Rejudging.IsFirst),
        };
    }

    public IReadOnlyList<LineView> Lines() =>
        [
            .. from place in _places.Values
            group place by place.Waiting.Contest into line
            orderby line.Key.Value
            let held = line.Count(place => place.State == PlaceState.Held)
            let oldest = line.Where(place => place.Judging.Rejudging.IsFirst).Min(place => (DateTimeOffset?)place.Waiting.At)
            select new LineView(line.Key, line.Count() - held, held, oldest),
        ];

    public IReadOnlyList<NodeView> Nodes() =>
        [
            .. from node in _nodes.Values
            let said = node.Report
            orderby said.Node
            select new NodeView
            {
                Node = said.Node,
                Version = said.Version,
                Sandbox = said.Sandbox,
                SeenAt = node.SeenAt,
                ClockAhead = said.Clock - node.SeenAt,
                Slots = said.Slots,
                Busy = Math.Min(said.Slots, node.Holds.Count + node.Strange.Count),
                Judged = said.Judged,
                Trouble = said.Trouble,
                Drained = node.IsDrained,
                Stopping = said.Stopping,
                HasTwin = node.TwinHeardAt is { } heard && Now - heard < Remembered,
                Languages = said.Languages,
                Warm = said.Warm,
            },
        ];

    /// <summary>Number of the last of our orders that a report has seen; 0: none.</summary>
    private long SeenOf(NodeReport report) => report.Seen.Epoch == epoch ? report.Seen.Number : 0;

    private void CompareWhatItWasGiven(Node node, Dictionary<JudgingId, Ticket> says, long seen)
    {
        foreach (var held in node.Holds.Values.ToList())
        {
            if (says.ContainsKey(held.Ticket.Judging))
            {
                held.IsConfirmed = true;
                held.AskedIn = held.AskedIn <= seen ? held.AskedIn : 0;
            }
            else if (held.IsConfirmed || (held.ToldIn > 0 && held.ToldIn <= seen))
            {
                Release(node, held);
                GoOn(held.Place, Ending.None);
            }
            else if (node.Report.Stopping)
            {
                Release(node, held); // it judges nothing any more that it has not begun
                GoOn(held.Place, Ending.GivenBack);
            }
            else
            {
                held.ToldIn = 0;
                TakeBackUntold(node, held);
            }
        }
    }

    private void CompareWhatItSays(Node node, Dictionary<JudgingId, Ticket> says, long seen)
    {
        foreach (var gone in node.Strange.Keys.Where(judging => !says.ContainsKey(judging)).ToList())
        {
            node.Strange.Remove(gone);
        }

        foreach (var ticket in says.Values.Where(ticket => !node.Holds.ContainsKey(ticket.Judging)))
        {
            if (Adopt(node, ticket))
            {
                node.Strange.Remove(ticket.Judging);
            }
            else
            {
                var toldIn = node.Strange.GetValueOrDefault(ticket.Judging);
                node.Strange[ticket.Judging] = toldIn <= seen ? toldIn : 0;
            }
        }
    }

    /// <summary>
    /// Only what waits, and only by a try that was written: a report may be older than a verdict or a return that overtook it.
    /// </summary>
    private bool Adopt(Node node, Ticket ticket)
    {
        if (
            _places.GetValueOrDefault(ticket.Judging) is not { State: PlaceState.InLine or PlaceState.Resting or PlaceState.Spent } place
            || ticket.Attempt < 1
            || ticket.Attempt > place.Tries
            || (place.State == PlaceState.Spent && !_spent.Remove(place))
        )
        {
            return false;
        }

        if (place.State == PlaceState.InLine)
        {
            LineOf(place).Remove(place);
        }

        Hold(node, place, ticket).IsConfirmed = true;
        return true;
    }

    private Holding Hold(Node node, Place place, Ticket ticket)
    {
        var holding = new Holding(place, ticket, ++_given);
        place.State = PlaceState.Held;
        node.Holds[place.Judging] = holding;
        _holders[place] = (node, holding);
        if (!place.Judging.Rejudging.IsFirst)
        {
            _againHeld.Add((node, holding));
        }

        _toTell.Add(node.Report.Node);
        return holding;
    }

    private void Release(Node node, Holding holding)
    {
        node.Holds.Remove(holding.Ticket.Judging);
        _holders.Remove(holding.Place);
        _againHeld.Remove((node, holding));
    }

    private void AskBack(Node node, Holding holding)
    {
        holding.GivesWay = true;
        _toTell.Add(node.Report.Node);
        TakeBackUntold(node, holding);
    }

    /// <summary>A node need not give back what it never heard of.</summary>
    private void TakeBackUntold(Node node, Holding holding)
    {
        if (holding is { GivesWay: true, IsConfirmed: false, ToldIn: 0 })
        {
            Release(node, holding);
            GoOn(holding.Place, Ending.GivenBack);
        }
    }

    /// <summary>What follows for a judging that a node has let go of.</summary>
    /// <param name="ending">None: the node died or has lost it; its try counts.</param>
    private void GoOn(Place place, Ending ending)
    {
        if (place.IsOver || ending == Ending.Judged)
        {
            place.IsOver = true;
            Forget(place);
            return;
        }

        if (ending == Ending.Failed && place.Tries < MostTries)
        {
            Rest(place, place.Tries * RestAfterFailure);
            return;
        }

        place.Tries -= ending == Ending.GivenBack && IsFree(place) ? 1 : 0;
        PutInLine(place);
    }

    /// <summary>Whether coming back costs no try. What breaks each sandbox that it meets must not go round for ever.</summary>
    private static bool IsFree(Place place) => !place.Judging.Rejudging.IsFirst || place.Returns++ < MostReturns;

    private void LoseAll(Node node)
    {
        foreach (var held in node.Holds.Values.ToList())
        {
            Release(node, held);
            GoOn(held.Place, Ending.None);
        }

        node.Strange.Clear();
    }
}
