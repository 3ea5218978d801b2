using System.Globalization;
using ArenaWeb.Words;
using Judge.Messages;

namespace ArenaWeb.Entries.Rules;

/// <summary>Lists are put together until a moment.</summary>
internal sealed class OpenRule : IEntryRule
{
    public const string Key = "open";

    public string Name => Key;

    public bool MayBeWaived => true;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) => Closed(round.Terms, round.Now);

    public static Said? Closed(EntryTerms terms, DateTimeOffset now) =>
        now < terms.Closes
            ? null
            : new Said("entries.rule.open", VietnamTime.Of(terms.Closes).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture));
}

/// <summary>So many teams a school.</summary>
internal sealed class SchoolQuotaRule : IEntryRule
{
    public string Name => "school-quota";

    public bool MayBeWaived => true;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        round.Terms.MostTeams is { } most && others.Count >= most
            ? new Said(round.Terms.IsForTeams ? "entries.rule.school-quota" : "entries.rule.school-quota.alone", most)
            : null;
}

/// <summary>So many teams a school and division.</summary>
internal sealed class DivisionQuotaRule : IEntryRule
{
    public string Name => "division-quota";

    public bool MayBeWaived => true;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        round.Terms.MostTeamsOfDivision is { } most
        && round.Divisions.Count > 0
        && others.Count(other => other.Division == team.Division) >= most
            ? new Said(round.Terms.IsForTeams ? "entries.rule.division-quota" : "entries.rule.division-quota.alone", most, team.Division)
            : null;
}

/// <summary>So many pupils a school.</summary>
internal sealed class PupilQuotaRule : IEntryRule
{
    public string Name => "pupil-quota";

    public bool MayBeWaived => true;

    public Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round) =>
        round.Terms.MostPupils is { } most && others.Append(team).Sum(one => one.Members.Count) is var count && count > most
            ? new Said("entries.rule.pupil-quota", most, count)
            : null;
}
