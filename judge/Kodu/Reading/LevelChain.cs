using Judge.Kodu.Model;
using Judge.Messages;

namespace Judge.Kodu.Reading;

/// <summary>The order of levels that lead to one another.</summary>
internal static class LevelChain
{
    /// <summary>
    /// Indices of levels in the order of play: the first is one that none leads to. Levels that the chain does not reach follow as they
    /// stand, and a finding tells of a chain with a gap or a ring.
    /// </summary>
    public static IReadOnlyList<int> Ordered(IReadOnlyList<LevelHead> heads, List<Finding> findings)
    {
        var order = new List<int>();
        var first = Enumerable.Range(0, heads.Count).FirstOrDefault(at => heads[at].LinkedFrom is null);
        for (var at = first; at >= 0 && !order.Contains(at); at = Index(heads, heads[at].LinkedTo))
        {
            order.Add(at);
        }

        var last = heads[order[^1]];
        if (last.LinkedTo is not null || order.Count < heads.Count)
        {
            var text = new Said(last.LinkedTo is null || Index(heads, last.LinkedTo) >= 0 ? "kodu.chain.ring" : "kodu.chain.gap");
            findings.Add(new Finding(FindingKind.LinkedChain, FindingLevel.Warning, text));
        }

        return [.. order, .. Enumerable.Range(0, heads.Count).Except(order)];
    }

    /// <summary>-1: no level of the file has the id.</summary>
    private static int Index(IReadOnlyList<LevelHead> heads, string? id) =>
        id is null ? -1 : Enumerable.Range(0, heads.Count).FirstOrDefault(at => heads[at].Id == id, -1);
}
