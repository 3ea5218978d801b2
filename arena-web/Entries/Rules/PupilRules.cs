using ArenaWeb.Words;
using Judge.Messages;

namespace ArenaWeb.Entries.Rules;

/// <summary>All pupils of a team are in the list of the school.</summary>
internal sealed class SameSchoolRule : IEntryRule
{
    public string Name => "same-school";

    public bool MayBeWaived => false;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        team.Members.All(member => round.Pupils.Contains(member.Pupil)) ? null : new Said("entries.rule.same-school");
}

/// <summary>A division takes pupils of some grades, whatever the levels of their school.</summary>
internal sealed class GradeRule : IEntryRule
{
    public string Name => "grade";

    public bool MayBeWaived => true;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        round.Division(team.Division) is { } division
        && team.Members.FirstOrDefault(member => member.Grade < division.FirstGrade || member.Grade > division.LastGrade) is { } member
            ? division.FirstGrade == division.LastGrade
                ? new Said("entries.rule.grade.one", division.Name, division.FirstGrade, member.Name, member.Grade)
                : new Said("entries.rule.grade", division.Name, division.FirstGrade, division.LastGrade, member.Name, member.Grade)
            : null;
}

/// <summary>Where grades are alike, as in THPT and GDTX, a division may ask for a level that the school teaches.</summary>
internal sealed class LevelRule : IEntryRule
{
    public string Name => "level";

    public bool MayBeWaived => true;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        round.Division(team.Division) is { } division && !division.Takes(division.FirstGrade, round.School)
            ? new Said("entries.rule.level", division.Name, Schools.Tree.UnitWords.Text(division.Levels))
            : null;
}

/// <summary>A pupil stands in a contest once.</summary>
internal sealed class OneTeamRule : IEntryRule
{
    public string Name => "one-team";

    public bool MayBeWaived => false;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round)
    {
        var seen = others.SelectMany(other => other.Members).Select(member => member.Pupil).ToHashSet();
        return team.Members.FirstOrDefault(member => !seen.Add(member.Pupil)) is { } twice
            ? new Said("entries.rule.one-team", twice.Name)
            : null;
    }
}

/// <summary>A pupil stands in one division of a series' edition, through all its contests and rounds.</summary>
internal sealed class OneDivisionRule : IEntryRule
{
    public string Name => "one-division";

    public bool MayBeWaived => true;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        (
            from member in team.Members
            from other in round.Elsewhere[member.Pupil]
            where Folding.SameName(other.Division) != Folding.SameName(team.Division)
            select new Said("entries.rule.one-division", member.Name, other.Division, other.Contest)
        ).FirstOrDefault();
}

/// <summary>
/// Each family has agreed that its child takes part. The law asks for it below 16 years (91/2025/QH15), and pupils of 16 and 17 are treated
/// alike, so it does not depend on an age that nobody has to tell.
/// </summary>
internal sealed class TakePartRule : IEntryRule
{
    public const string Key = "take-part";

    public string Name => Key;

    public bool MayBeWaived => true;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round)
    {
        var lacking = team.Members.Where(member => round.Pupils.Contains(member.Pupil) && round.LacksConsent(member.Pupil)).ToList();
        return lacking.Count > 0 ? new Said("entries.rule.take-part", string.Join(", ", lacking.Select(member => member.Name))) : null;
    }
}
