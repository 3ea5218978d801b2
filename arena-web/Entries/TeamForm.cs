using ArenaWeb.Entries.Rules;
using ArenaWeb.Rosters;
using ArenaWeb.Words;

namespace ArenaWeb.Entries;

/// <summary>A team as it is typed, or pupils who stand for themselves.</summary>
public sealed class TeamForm
{
    /// <summary>Pupils that are offered at once.</summary>
    internal const int Offered = 60;

    /// <summary>0: a new one.</summary>
    public long Id { get; set; }

    public string? Division { get; set; }

    public string? Name { get; set; }

    public string? Coach { get; set; }

    /// <summary>Numbers of the pupils who are chosen.</summary>
    public List<long> Picks { get; set; } = [];

    /// <summary>0: the first of the chosen.</summary>
    public long Captain { get; set; }

    /// <summary>Part of a name or a class, with or without marks.</summary>
    public string? Search { get; set; }

    internal static TeamForm Of(Team team) =>
        new()
        {
            Id = team.Id,
            Division = team.Division,
            Name = team.Name,
            Coach = team.Coach,
            Picks = [.. team.Members.Select(member => member.Pupil)],
            Captain = team.Captain,
        };

    /// <summary>One team of all the chosen, or where pupils stand for themselves one a pupil.</summary>
    internal IReadOnlyList<Team> Read(EntryCase entry)
    {
        var members = Picks.Distinct().Select(pick => MemberOf(entry, pick)).ToList();
        return entry.Round.Terms.IsForTeams || members.Count == 0 || Id > 0
            ? [TeamOf(members, entry.Round.Terms.IsForTeams ? Folding.Squeeze(Name ?? "") : "")]
            : [.. members.Select(member => TeamOf([member], ""))];
    }

    /// <summary>The chosen first; then pupils whom the division takes and who stand nowhere yet, as classes and names sort.</summary>
    internal (IReadOnlyList<Pupil> Shown, int Found) Offer(EntryCase entry)
    {
        var wanted = Folding.Plain(Search ?? "");
        var division = entry.Round.Division(Division ?? "");
        var anyGrade = division is null || entry.Waived.Contains("grade");
        var elsewhere = entry.Entry.Teams.Where(team => team.Id != Id).SelectMany(team => team.Members).Select(member => member.Pupil);
        var busy = elsewhere.Concat(Picks).ToHashSet();
        var found = entry
            .Roster.Where(pupil => !busy.Contains(pupil.Id))
            .Where(pupil => anyGrade || (division!.FirstGrade <= pupil.Grade && pupil.Grade <= division.LastGrade))
            .Where(pupil => Folding.Plain($"{pupil.Name}|{pupil.Class}").Contains(wanted, StringComparison.Ordinal))
            .OrderBy(pupil => pupil.Grade)
            .ThenBy(pupil => pupil.Class, StringComparer.OrdinalIgnoreCase)
            .ThenBy(pupil => pupil.Name, NameOrder.Instance)
            .ToList();
        return ([.. entry.Roster.Where(pupil => Picks.Contains(pupil.Id)), .. found.Take(Offered)], found.Count);
    }

    private Team TeamOf(IReadOnlyList<Member> members, string name) =>
        new()
        {
            Id = Id,
            Division = Division ?? "",
            Name = name,
            Coach = Folding.Squeeze(Coach ?? ""),
            Members = members,
            Captain =
                Captain > 0 && members.Count > 1 ? Captain
                : members.Count > 0 ? members[0].Pupil
                : 0,
        };

    /// <summary>A pupil whom the school does not have is refused by its rule.</summary>
    private static Member MemberOf(EntryCase entry, long pick) =>
        entry.Roster.FirstOrDefault(pupil => pupil.Id == pick) is { } pupil
            ? new(pupil.Id, pupil.Name, pupil.Class, pupil.Grade)
            : new(pick, "", "", 0);
}
