using ArenaWeb.Schools.Tree;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Schools.Editions;

/// <summary>Keeps what contests are besides their rules.</summary>
internal sealed class EditionStore(Database database)
{
    private const string Columns =
        "contest_id as Contest, series, number, school_year as SchoolYear, round, next_contest_id as Next, tags from contest_editions";
    private const string DivisionColumns =
        "contest_id as Contest, name, first_grade as FirstGrade, last_grade as LastGrade, levels from contest_divisions";

    /// <summary>A contest of which nothing is said has an edition that says nothing.</summary>
    public async Task<Edition> FindAsync(ContestId contest, CancellationToken ct) =>
        (await ReadAsync("where contest_id = @id", new { id = contest.Value }, ct)).GetValueOrDefault(contest, new() { Contest = contest });

    /// <summary>Contests of which anything is said.</summary>
    public Task<IReadOnlyDictionary<ContestId, Edition>> AllAsync(CancellationToken ct) => ReadAsync("", new { }, ct);

    public Task SaveAsync(Edition edition, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var id = edition.Contest.Value;
                await connection.ExecuteAsync(
                    """
                    insert into contest_editions (contest_id, series, number, school_year, round, next_contest_id, tags)
                    values (@id, @Series, @Number, @Year, @Round, @Next, @Tags)
                    on conflict (contest_id) do update set series = excluded.series, number = excluded.number,
                      school_year = excluded.school_year, round = excluded.round, next_contest_id = excluded.next_contest_id,
                      tags = excluded.tags
                    """,
                    new
                    {
                        id,
                        edition.Series,
                        edition.Number,
                        Year = edition.SchoolYear?.Begins,
                        edition.Round,
                        Next = edition.Next?.Value,
                        Tags = string.Join('\n', edition.Tags),
                    },
                    transaction
                );
                await connection.ExecuteAsync("delete from contest_divisions where contest_id = @id", new { id }, transaction);
                return await connection.ExecuteAsync(
                    """
                    insert into contest_divisions (contest_id, position, name, first_grade, last_grade, levels)
                    values (@id, @position, @Name, @FirstGrade, @LastGrade, @Levels)
                    """,
                    edition.Divisions.Select(
                        (division, position) =>
                            new
                            {
                                id,
                                position,
                                division.Name,
                                division.FirstGrade,
                                division.LastGrade,
                                Levels = (int)division.Levels,
                            }
                    ),
                    transaction
                );
            },
            ct
        );

    private Task<IReadOnlyDictionary<ContestId, Edition>> ReadAsync(string where, object values, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<ContestId, Edition>>(
            async connection =>
            {
                var divisions = (
                    await connection.QueryAsync<DivisionRow>($"select {DivisionColumns} {where} order by contest_id, position", values)
                ).ToLookup(row => row.Contest, row => row.ToDivision());
                var rows = await connection.QueryAsync<Row>($"select {Columns} {where}", values);
                return rows.Select(row => row.ToEdition([.. divisions[row.Contest]])).ToDictionary(edition => edition.Contest);
            },
            ct
        );

    private sealed class Row
    {
        public long Contest { get; init; }
        public string Series { get; init; } = "";
        public long? Number { get; init; }
        public long? SchoolYear { get; init; }
        public string Round { get; init; } = "";
        public long? Next { get; init; }
        public string Tags { get; init; } = "";

        public Edition ToEdition(IReadOnlyList<Division> divisions) =>
            new()
            {
                Contest = new(Contest),
                Series = Series,
                Number = (int?)Number,
                SchoolYear = SchoolYear is { } year ? new SchoolYear((int)year) : null,
                Round = Round,
                Next = Next is { } next ? new ContestId(next) : null,
                Tags = Tags.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                Divisions = divisions,
            };
    }

    private sealed class DivisionRow
    {
        public long Contest { get; init; }
        public string Name { get; init; } = "";
        public long FirstGrade { get; init; }
        public long LastGrade { get; init; }
        public long Levels { get; init; }

        public Division ToDivision() => new(Name, (int)FirstGrade, (int)LastGrade, (SchoolLevels)Levels);
    }
}
