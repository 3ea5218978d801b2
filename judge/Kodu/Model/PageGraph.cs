using Judge.Kodu.Tiles;

namespace Judge.Kodu.Model;

/// <summary>Which page of an actor leads to which, by rules that switch or take in a page, whether or not they can fire.</summary>
internal sealed class PageGraph
{
    private const int First = 1;

    private readonly ILookup<int, int> _next;

    public PageGraph(Actor actor)
    {
        Used = [.. actor.Pages.Index().Where(page => page.Item.Count > 0).Select(page => page.Index + 1)];
        _next = actor
            .Pages.Index()
            .SelectMany(page => page.Item.SelectMany(Targets), (page, to) => (page.Index + 1, to))
            .ToLookup(edge => edge.Item1, edge => edge.to);
        Reachable = From(First);
    }

    /// <summary>Pages with rules, from 1.</summary>
    public IReadOnlyList<int> Used { get; }

    /// <summary>Pages that a chain leads to from the first, itself included.</summary>
    public IReadOnlySet<int> Reachable { get; }

    public IEnumerable<int> Unreachable => Used.Where(page => !Reachable.Contains(page));

    /// <summary>Some page that is reached leads back to itself over another.</summary>
    public bool HasCycle => Reachable.Any(page => _next[page].Any(next => next != page && From(next).Contains(page)));

    /// <summary>Pages that a rule switches to or takes in.</summary>
    public static IEnumerable<int> Targets(Rule rule) =>
        rule.Actuator is "actuator.switchtask" or "actuator.inlinetask"
            ? rule.Modifiers.Select(id => TileTable.Find(id)?.Page).OfType<int>()
            : [];

    private HashSet<int> From(int start)
    {
        var (found, waiting) = (new HashSet<int> { start }, new Stack<int>([start]));
        while (waiting.TryPop(out var page))
        {
            foreach (var next in _next[page].Where(found.Add))
            {
                waiting.Push(next);
            }
        }

        return found;
    }
}
