using ArenaWeb.Rosters;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;

namespace ArenaWeb.Registration;

/// <summary>What only shows when rows are compared: with one another, and with the pupils that the contest has.</summary>
internal static class RosterClashes
{
    /// <summary>The entries without those whose number is taken; the first of equal numbers stays.</summary>
    public static List<RosterEntry> Remove(
        List<RosterEntry> entries,
        IReadOnlySet<string> known,
        IReadOnlyDictionary<RosterColumn, int> columns,
        List<Issue> issues
    )
    {
        var bySbd = new Dictionary<string, int>();
        var byPerson = new Dictionary<(string, string, string), int>();
        var kept = new List<RosterEntry>();
        foreach (var entry in entries)
        {
            if (known.Contains(entry.Sbd))
            {
                issues.Add(new(entry.Line, columns[RosterColumn.Sbd], Flaw.KnownSbd, entry.Sbd));
            }
            else if (!bySbd.TryAdd(entry.Sbd, entry.Line))
            {
                issues.Add(new(entry.Line, columns[RosterColumn.Sbd], Flaw.DoubleSbd, $"{entry.Sbd} ({bySbd[entry.Sbd]})"));
            }
            else
            {
                kept.Add(entry);
            }
            var person = (Folding.SameName(entry.Name), Folding.Plain(entry.Class), Folding.Plain(entry.School));
            if (!byPerson.TryAdd(person, entry.Line))
            {
                issues.Add(new(entry.Line, columns[RosterColumn.Name], Flaw.SamePerson, $"{entry.Name} ({byPerson[person]})"));
            }
        }
        return kept;
    }
}
