using ArenaWeb.Rosters;
using ArenaWeb.Rosters.Sheets;

namespace ArenaWeb.Registration;

/// <summary>A list of entrants as it was understood, before anything is stored.</summary>
/// <param name="List">How the file was read.</param>
/// <param name="Entries">Rows without an error, in the order of the file.</param>
internal sealed record Roster(RosterList List, IReadOnlyList<RosterEntry> Entries, IReadOnlyList<Issue> Issues)
{
    /// <summary>Nothing stands in the way of storing it.</summary>
    public bool IsSound => Entries.Count > 0 && Issues.All(issue => issue.IsWarning);
}

/// <summary>One entrant of the list.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Sbd">In the form in which it is stored and compared.</param>
/// <param name="Pin">Six digits; null: to be drawn.</param>
/// <param name="Publish">Pupil and representative agreed that the name is shown in public.</param>
internal sealed record RosterEntry(int Line, string Sbd, string Name, string Class, string School, string? Pin, bool Publish);
