using System.Data.Common;
using ArenaWeb.Schools.Tree;
using Dapper;
using Judge.Storage;

namespace ArenaWeb.Rosters;

/// <summary>The pupils of a school in a school year.</summary>
/// <param name="Version">How often the list was changed: who changes it says which state he has seen.</param>
internal sealed record PupilsOfSchool(int Version, IReadOnlyList<Pupil> Pupils);

/// <summary>The schools' lists of pupils.</summary>
internal sealed class Pupils(Database database, TimeProvider time)
{
    /// <summary>PostgreSQL takes 65,535 parameters a command, SQLite 32,766.</summary>
    private const int RowsOfACommand = 500;

    private const string Columns = "id, name, class, grade, birth_year AS BirthYear, outside_key AS Key";

    /// <param name="unit">The school.</param>
    /// <param name="year">In which the school year begins.</param>
    public Task<PupilsOfSchool> ListAsync(UnitId unit, int year, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
            {
                // The version first: a change in between makes it too old, and then nothing is stored on its ground.
                var version = await connection.ExecuteScalarAsync<int>(
                    "SELECT version FROM pupil_lists WHERE unit_id = @unit AND school_year = @year",
                    new { unit = unit.Value, year }
                );
                var rows = await connection.QueryAsync<Row>(
                    $"SELECT {Columns} FROM pupils WHERE unit_id = @unit AND school_year = @year ORDER BY id",
                    new { unit = unit.Value, year }
                );
                return new PupilsOfSchool(version, [.. rows.Select(row => row.ToPupil())]);
            },
            ct
        );

    /// <summary>Stores all of a plan, or nothing.</summary>
    /// <param name="seen">The version that the plan was made of.</param>
    /// <returns>False: the list was changed since, and nothing was stored.</returns>
    public Task<bool> ApplyAsync(UnitId unit, int year, int seen, PupilPlan plan, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                if (!await TakeVersionAsync(connection, transaction, unit, year, seen))
                {
                    return false;
                }

                var now = time.GetUtcNow().ToUnixTimeMilliseconds();
                foreach (var some in plan.Added.Chunk(RowsOfACommand))
                {
                    await AddAsync(transaction, unit, year, some, now);
                }

                await connection.ExecuteAsync(
                    """
                    UPDATE pupils SET name = @Name, class = @Class, grade = @Grade, birth_year = @BirthYear, outside_key = @Key,
                      changed_at = @now WHERE id = @Id AND unit_id = @unit
                    """,
                    plan.Changed.Select(change => new
                    {
                        change.After.Name,
                        change.After.Class,
                        change.After.Grade,
                        change.After.BirthYear,
                        change.After.Key,
                        change.After.Id,
                        now,
                        unit = unit.Value,
                    }),
                    transaction
                );
                return true;
            },
            ct
        );

    /// <summary>Of two who have seen the same state only the first gets on; the row keeps the second waiting.</summary>
    private static async Task<bool> TakeVersionAsync(DbConnection connection, DbTransaction transaction, UnitId unit, int year, int seen)
    {
        var list = new
        {
            unit = unit.Value,
            year,
            seen,
        };
        await connection.ExecuteAsync(
            "INSERT INTO pupil_lists (unit_id, school_year, version) VALUES (@unit, @year, 0) ON CONFLICT DO NOTHING",
            list,
            transaction
        );
        return await connection.ExecuteAsync(
                "UPDATE pupil_lists SET version = version + 1 WHERE unit_id = @unit AND school_year = @year AND version = @seen",
                list,
                transaction
            ) == 1;
    }

    private static Task AddAsync(DbTransaction transaction, UnitId unit, int year, Pupil[] pupils, long now)
    {
        var values = new DynamicParameters(
            new
            {
                unit = unit.Value,
                year,
                now,
            }
        );
        foreach (var (at, pupil) in pupils.Index())
        {
            values.Add($"n{at}", pupil.Name);
            values.Add($"c{at}", pupil.Class);
            values.Add($"g{at}", pupil.Grade);
            values.Add($"b{at}", pupil.BirthYear, System.Data.DbType.Int32);
            values.Add($"k{at}", pupil.Key, System.Data.DbType.String);
        }

        var rows = pupils.Select((_, at) => $"(@unit, @year, @n{at}, @c{at}, @g{at}, @b{at}, @k{at}, @now, @now)");
        return transaction.Connection!.ExecuteAsync(
            "INSERT INTO pupils (unit_id, school_year, name, class, grade, birth_year, outside_key, created_at, changed_at) VALUES "
                + string.Join(", ", rows),
            values,
            transaction
        );
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string Name { get; init; } = "";
        public string Class { get; init; } = "";
        public long Grade { get; init; }
        public long? BirthYear { get; init; }
        public string? Key { get; init; }

        public Pupil ToPupil() => new(Id, Name, Class, (int)Grade, (int?)BirthYear, Key);
    }
}
