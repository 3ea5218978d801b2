using ArenaWeb.Entries.Rules;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Entries;

/// <summary>What contests ask of the entries of schools.</summary>
internal sealed class EntryTermsStore(Database database)
{
    private const string Columns = """
        contest_id as Contest, closes_at as ClosesAt, least_members as LeastMembers, most_members as MostMembers, most_teams as MostTeams,
        most_teams_of_division as MostTeamsOfDivision, most_pupils as MostPupils, needs_coach as NeedsCoach,
        needs_consent as NeedsConsent
        """;

    /// <summary>Null: schools enter nothing there.</summary>
    public async Task<EntryTerms?> FindAsync(ContestId contest, CancellationToken ct) =>
        (await ReadAsync("where contest_id = @id", new { id = contest.Value }, ct)).GetValueOrDefault(contest);

    /// <summary>Of all contests that schools enter.</summary>
    public Task<IReadOnlyDictionary<ContestId, EntryTerms>> AllAsync(CancellationToken ct) => ReadAsync("", new { }, ct);

    public Task SaveAsync(ContestId contest, EntryTerms terms, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    insert into entry_terms (contest_id, closes_at, least_members, most_members, most_teams, most_teams_of_division,
                      most_pupils, needs_coach, needs_consent)
                    values (@id, @closes, @LeastMembers, @MostMembers, @MostTeams, @MostTeamsOfDivision, @MostPupils, @coach, @consent)
                    on conflict (contest_id) do update set closes_at = excluded.closes_at, least_members = excluded.least_members,
                      most_members = excluded.most_members, most_teams = excluded.most_teams,
                      most_teams_of_division = excluded.most_teams_of_division, most_pupils = excluded.most_pupils,
                      needs_coach = excluded.needs_coach, needs_consent = excluded.needs_consent
                    """,
                    new
                    {
                        id = contest.Value,
                        closes = terms.Closes.ToUnixTimeMilliseconds(),
                        terms.LeastMembers,
                        terms.MostMembers,
                        terms.MostTeams,
                        terms.MostTeamsOfDivision,
                        terms.MostPupils,
                        coach = terms.NeedsCoach ? 1 : 0,
                        consent = terms.NeedsConsent ? 1 : 0,
                    },
                    transaction
                ),
            ct
        );

    private Task<IReadOnlyDictionary<ContestId, EntryTerms>> ReadAsync(string where, object values, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<ContestId, EntryTerms>>(
            async connection =>
                (await connection.QueryAsync<Row>($"select {Columns} from entry_terms {where}", values)).ToDictionary(
                    row => new ContestId(row.Contest),
                    row => row.ToTerms()
                ),
            ct
        );

    private sealed class Row
    {
        public long Contest { get; init; }
        public long ClosesAt { get; init; }
        public long LeastMembers { get; init; }
        public long MostMembers { get; init; }
        public long? MostTeams { get; init; }
        public long? MostTeamsOfDivision { get; init; }
        public long? MostPupils { get; init; }
        public long NeedsCoach { get; init; }
        public long NeedsConsent { get; init; }

        public EntryTerms ToTerms() =>
            new()
            {
                Closes = DateTimeOffset.FromUnixTimeMilliseconds(ClosesAt),
                LeastMembers = (int)LeastMembers,
                MostMembers = (int)MostMembers,
                MostTeams = (int?)MostTeams,
                MostTeamsOfDivision = (int?)MostTeamsOfDivision,
                MostPupils = (int?)MostPupils,
                NeedsCoach = NeedsCoach == 1,
                NeedsConsent = NeedsConsent == 1,
            };
    }
}
