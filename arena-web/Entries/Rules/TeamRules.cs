using ArenaWeb.Words;
using Judge.Messages;

namespace ArenaWeb.Entries.Rules;

/// <summary>A team stands in one of the contest's divisions.</summary>
internal sealed class DivisionRule : IEntryRule
{
    public string Name => "division";

    public bool MayBeWaived => false;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        round.Divisions.Count == 0 ? (team.Division.Length == 0 ? null : new Said("entries.rule.division.none"))
        : round.Division(team.Division) is null
            ? new Said("entries.rule.division", string.Join(", ", round.Divisions.Select(one => one.Name)))
        : null;
}

/// <summary>So many pupils a team.</summary>
internal sealed class TeamSizeRule : IEntryRule
{
    public string Name => "team-size";

    public bool MayBeWaived => false;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        team.Members.Count >= round.Terms.LeastMembers && team.Members.Count <= round.Terms.MostMembers ? null
        : !round.Terms.IsForTeams ? new Said("entries.rule.team-size.alone")
        : round.Terms.LeastMembers == round.Terms.MostMembers
            ? new Said("entries.rule.team-size.exact", round.Terms.MostMembers, team.Members.Count)
        : new Said("entries.rule.team-size", round.Terms.LeastMembers, round.Terms.MostMembers, team.Members.Count);
}

/// <summary>A team has a name that no other of the school has; a pupil who stands alone has none but the own.</summary>
internal sealed class TeamNameRule : IEntryRule
{
    public string Name => "team-name";

    public bool MayBeWaived => false;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        !round.Terms.IsForTeams ? null
        : team.Name.Length is 0 or > Team.LongestName || team.Name.Any(char.IsControl)
            ? new Said("entries.rule.team-name", Team.LongestName)
        : others.Any(other => Folding.SameName(other.Name) == Folding.SameName(team.Name))
            ? new Said("entries.rule.team-name.same", team.Name)
        : null;
}

/// <summary>One of the team speaks for it.</summary>
internal sealed class CaptainRule : IEntryRule
{
    public string Name => "captain";

    public bool MayBeWaived => false;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        team.Members.Count == 0 || team.Members.Any(member => member.Pupil == team.Captain) ? null : new Said("entries.rule.captain");
}

/// <summary>A teacher coaches the team, where the contest says so.</summary>
internal sealed class CoachRule : IEntryRule
{
    public string Name => "coach";

    public bool MayBeWaived => true;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        team.Coach.Length > Team.LongestName ? new Said("entries.rule.coach.long", Team.LongestName)
        : round.Terms.NeedsCoach && team.Coach.Length == 0 ? new Said("entries.rule.coach")
        : null;
}
