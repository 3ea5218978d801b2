using ArenaWeb.Schools.Tree;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Privacy;

/// <summary>An entrant of a school in one contest.</summary>
internal sealed class SchoolEntrant
{
    public long Entrant { get; init; }
    public long Contest { get; init; }
    public string Sbd { get; init; } = "";
    public string Name { get; init; } = "";
    public string Class { get; init; } = "";

    /// <summary>1: the name is public.</summary>
    public long Publish { get; init; }
}

/// <summary>A pupil of a school in one school year.</summary>
internal sealed class SchoolPupil
{
    public long Id { get; init; }

    /// <summary>In which the school year begins.</summary>
    public long Year { get; init; }
    public string Name { get; init; } = "";
    public string Class { get; init; } = "";
    public long Grade { get; init; }
    public long? BirthYear { get; init; }
}

/// <summary>A pupil in the list that a school entered in a contest.</summary>
internal sealed class SchoolMember
{
    public long Contest { get; init; }
    public string Division { get; init; } = "";

    /// <summary>Of the team; empty: a pupil who stands alone.</summary>
    public string Team { get; init; } = "";
    public string Coach { get; init; } = "";

    /// <summary>Empty: none was given yet.</summary>
    public string Sbd { get; init; } = "";
    public long Pupil { get; init; }
    public string Name { get; init; } = "";
    public string Class { get; init; } = "";
    public long Grade { get; init; }
}

/// <summary>Which data is a school's: the pupils of its lists, and the entrants who are such pupils or bear the school's name.</summary>
internal sealed class SchoolData(Database database, OrgUnits units)
{
    /// <summary>All school years, the latest first.</summary>
    public Task<IReadOnlyList<SchoolPupil>> PupilsAsync(UnitId school, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SchoolPupil>>(
            async connection =>
                [
                    .. await connection.QueryAsync<SchoolPupil>(
                        """
                        select id as Id, school_year as Year, name as Name, class as Class, grade as Grade, birth_year as BirthYear
                        from pupils where unit_id = @unit order by school_year desc, id
                        """,
                        new { unit = school.Value }
                    ),
                ],
            ct
        );

    /// <summary>Lists that the school entered, by contest and team.</summary>
    public Task<IReadOnlyList<SchoolMember>> EntriesAsync(UnitId school, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SchoolMember>>(
            async connection =>
                [
                    .. await connection.QueryAsync<SchoolMember>(
                        """
                        select t.contest_id as Contest, t.division as Division, t.name as Team, t.coach as Coach,
                          coalesce(t.sbd, '') as Sbd, m.pupil_id as Pupil, m.name as Name, m.class as Class, m.grade as Grade
                        from entry_teams t join entry_members m on m.team_id = t.id
                        where t.unit_id = @unit order by t.contest_id, t.id, m.position
                        """,
                        new { unit = school.Value }
                    ),
                ],
            ct
        );

    public async Task<IReadOnlyList<SchoolEntrant>> EntrantsAsync(UnitId school, CancellationToken ct)
    {
        var tree = await units.TreeAsync(ct);
        return await database.ReadAsync<IReadOnlyList<SchoolEntrant>>(
            async connection =>
            {
                var names = (await connection.QueryAsync<string>("select distinct school from people"))
                    .Where(name => IsNamed(tree, school, name))
                    .Index()
                    .ToList();
                var values = new DynamicParameters(new { unit = school.Value });
                names.ForEach(name => values.Add($"n{name.Index}", name.Item));
                return
                [
                    .. await connection.QueryAsync<SchoolEntrant>(
                        $"""
                        select p.entrant_id as Entrant, p.contest_id as Contest, p.sbd as Sbd, p.name as Name, p.class as Class,
                          p.publish as Publish
                        from people p where p.entrant_id in
                          (select l.entrant_id from entrant_pupils l join pupils u on u.id = l.pupil_id where u.unit_id = @unit)
                        or p.school in ({string.Join(", ", names.Select(name => $"@n{name.Index}").Append("''"))})
                          and p.school <> '' and p.entrant_id not in (select entrant_id from entrant_pupils)
                        order by p.contest_id, p.sbd
                        """,
                        values
                    ),
                ];
            },
            ct
        );
    }

    public async Task<IReadOnlyList<ContestId>> ContestsAsync(UnitId school, CancellationToken ct) =>
        [.. (await EntrantsAsync(school, ct)).Select(entrant => new ContestId(entrant.Contest)).Distinct()];

    /// <summary>A name that several schools bear is nobody's.</summary>
    private static bool IsNamed(OrgTree tree, UnitId school, string name)
    {
        var bearers = tree.Named(name).Where(unit => unit.Kind == UnitKind.School).ToList();
        return bearers.Count == 1 && bearers[0].Id == school;
    }
}
