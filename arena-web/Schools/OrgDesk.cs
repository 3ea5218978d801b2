using ArenaWeb.Accounts;
using ArenaWeb.Schools.Tree;

namespace ArenaWeb.Schools;

/// <summary>Does what somebody decided to the organisation as it is now, and writes down who did it.</summary>
internal sealed class OrgDesk(OrgUnits units, Audit audit)
{
    private const int Tries = 5;

    /// <param name="act">Asked again where others have changed the tree in between.</param>
    /// <param name="name">Of the act in the audit.</param>
    /// <param name="detail">What was done to the unit, beside its number and name.</param>
    public async Task<OrgChange> DoAsync(Func<OrgTree, OrgChange> act, string actor, string name, string detail, CancellationToken ct)
    {
        for (var i = 0; i < Tries; i++)
        {
            var tree = await units.TreeAsync(ct);
            var change = act(tree);
            if (change.Flaws.Count > 0)
            {
                return change;
            }
            if (await units.SaveAsync(tree, change.Units, ct))
            {
                var unit = change.Units[0];
                await audit.WriteAsync(actor, name, null, FormattableString.Invariant($"{unit.Id.Value} {unit.Name.Name}; {detail}"));
                return change;
            }
        }

        throw new InvalidOperationException("The organisation is changed by others all the time.");
    }
}
