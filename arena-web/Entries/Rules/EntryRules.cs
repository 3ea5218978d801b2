using Judge.Messages;

namespace ArenaWeb.Entries.Rules;

/// <summary>All rules of an entry. Pure.</summary>
internal static class EntryRules
{
    /// <summary>In the order in which people would ask.</summary>
    public static IReadOnlyList<IEntryRule> All { get; } =
    [
        new OpenRule(),
        new SchoolQuotaRule(),
        new DivisionQuotaRule(),
        new PupilQuotaRule(),
        new DivisionRule(),
        new TeamSizeRule(),
        new TeamNameRule(),
        new CaptainRule(),
        new CoachRule(),
        new SameSchoolRule(),
        new GradeRule(),
        new LevelRule(),
        new OneTeamRule(),
        new OneDivisionRule(),
        new TakePartRule(),
    ];

    /// <summary>Names of rules that an organiser may let a school off.</summary>
    public static IReadOnlyList<string> Waivable { get; } = [.. All.Where(rule => rule.MayBeWaived).Select(rule => rule.Name)];

    /// <summary>Everything that stands against a team.</summary>
    /// <param name="others">The other teams of the school.</param>
    /// <param name="waived">Names of rules that the school was let off.</param>
    public static IReadOnlyList<Said> Refusals(Team team, IReadOnlyList<Team> others, EntryRound round, IReadOnlySet<string> waived) =>
        [
            .. All.Where(rule => !(rule.MayBeWaived && waived.Contains(rule.Name)))
                .Select(rule => rule.Broken(team, others, round))
                .OfType<Said>(),
        ];

    /// <summary>Everything that stands against a whole list, each sentence once.</summary>
    public static IReadOnlyList<Said> Refusals(IReadOnlyList<Team> teams, EntryRound round, IReadOnlySet<string> waived) =>
        teams.Count == 0
            ? [new Said("entries.rule.empty")]
            :
            [
                .. teams
                    .SelectMany((team, at) => Refusals(team, [.. teams.Where((_, other) => other != at)], round, waived))
                    .DistinctBy(said => (said.Key, string.Join('|', said.Arguments))),
            ];
}
