using ArenaWeb.Schools.Editions;

namespace ArenaWeb.Entries.Rules;

/// <summary>What a contest asks of the entries of schools.</summary>
internal sealed record EntryTerms
{
    public const int LargestTeam = 5;
    public const int LargestQuota = 999;

    /// <summary>Until then schools put their lists together. After it only an exception of the organiser lets anything in.</summary>
    public required DateTimeOffset Closes { get; init; }

    /// <summary>Pupils of a team, 1 to <see cref="LargestTeam"/>; most 1: pupils stand for themselves.</summary>
    public int LeastMembers { get; init; } = 1;

    /// <summary>No less than <see cref="LeastMembers"/>.</summary>
    public int MostMembers { get; init; } = 1;

    /// <summary>Teams of a school, or pupils where they stand for themselves; null: any number.</summary>
    public int? MostTeams { get; init; }

    /// <summary>As <see cref="MostTeams"/>, in one division.</summary>
    public int? MostTeamsOfDivision { get; init; }

    /// <summary>Pupils of a school in all teams together; null: any number.</summary>
    public int? MostPupils { get; init; }

    /// <summary>Each team names a teacher who coaches it.</summary>
    public bool NeedsCoach { get; init; }

    /// <summary>The family of each pupil has agreed that the pupil takes part.</summary>
    public bool NeedsConsent { get; init; }

    public bool IsForTeams => MostMembers > 1;

    /// <summary>Whether numbers that were typed can stand; what is wrong is the organiser's own.</summary>
    public bool IsSound =>
        LeastMembers is >= 1 and <= LargestTeam
        && MostMembers >= LeastMembers
        && MostMembers <= LargestTeam
        && new[] { MostTeams, MostTeamsOfDivision, MostPupils }.All(most => most is null or (>= 1 and <= LargestQuota));
}

/// <summary>What rules know besides the list itself.</summary>
/// <param name="Divisions">Of the contest; empty: everybody is ranked together.</param>
internal sealed record EntryRound(EntryTerms Terms, IReadOnlyList<Division> Divisions, Schools.Tree.SchoolLevels School, DateTimeOffset Now)
{
    /// <summary>Numbers of the pupils whom the school has in the contest's school year.</summary>
    public required IReadOnlySet<long> Pupils { get; init; }

    /// <summary>Numbers of those whose family has agreed that they take part; nobody where the terms do not ask for it.</summary>
    public IReadOnlySet<long> Agreed { get; init; } = new HashSet<long>();

    /// <summary>Where pupils stand in other contests of the same edition: contest and division, by the number of the pupil.</summary>
    public ILookup<long, Elsewhere> Elsewhere { get; init; } = Enumerable.Empty<Elsewhere>().ToLookup(one => one.Pupil);

    /// <summary>The terms ask for a consent that this pupil's family has not given.</summary>
    public bool LacksConsent(long pupil) => Terms.NeedsConsent && !Agreed.Contains(pupil);

    public Division? Division(string name) => Divisions.FirstOrDefault(division => division.Name == name);
}

/// <param name="Contest">Its name, for the sentence.</param>
internal sealed record Elsewhere(long Pupil, string Contest, string Division);
