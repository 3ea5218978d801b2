using ArenaWeb.Rosters;
using ArenaWeb.Rosters.Sheets;

namespace ArenaWeb.Registration;

/// <summary>A list of entrants to what it says and what is wrong with it. Pure: nothing is stored, whatever comes in.</summary>
internal static class RosterReader
{
    /// <param name="known">Numbers (SBD) that the contest has already.</param>
    public static Roster Read(RosterList list, IReadOnlySet<string> known)
    {
        if (list.Issues.Count > 0)
        {
            return new(list, [], list.Issues);
        }

        var issues = new List<Issue>();
        var entries = list.Rows.Select(row => RosterRow.Read(new(list, row, issues))).OfType<RosterEntry>().ToList();
        return new(list, RosterClashes.Remove(entries, known, list.Columns, issues), RosterIssues.Shown(issues));
    }
}
