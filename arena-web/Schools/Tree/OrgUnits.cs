using System.Data.Common;
using System.Globalization;
using Dapper;
using Judge.Storage;

namespace ArenaWeb.Schools.Tree;

/// <summary>Keeps the organisation of schools. The tree is read as a whole and kept until anybody changes it.</summary>
internal sealed class OrgUnits(Database database)
{
    private const string DayForm = "yyyy-MM-dd";

    private volatile OrgTree? _latest;

    /// <summary>The tree as it is now, of whichever arena the last change came.</summary>
    public Task<OrgTree> TreeAsync(CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
            {
                // The version first: of a change that comes in between, the tree may know, but the version does not, and is asked again.
                var version = await connection.ExecuteScalarAsync<long>("select version from org_version");
                return _latest is { } latest && latest.Version == version ? latest : _latest = await ReadAsync(connection, version);
            },
            ct
        );

    /// <summary>Puts units in the place of those with the same number, or adds them; all or none.</summary>
    /// <param name="seen">The tree that they were made from.</param>
    /// <returns>False: others have changed the tree since, and nothing is stored.</returns>
    public Task<bool> SaveAsync(OrgTree seen, IReadOnlyCollection<OrgUnit> units, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var bumped = await connection.ExecuteAsync(
                    "update org_version set version = version + 1 where version = @Version",
                    new { seen.Version },
                    transaction
                );
                if (bumped == 1)
                {
                    await StoreAsync(connection, transaction, units);
                }

                return bumped == 1;
            },
            ct
        );

    private static async Task<OrgTree> ReadAsync(DbConnection connection, long version)
    {
        var names = (await connection.QueryAsync<DatedRow>("select unit_id as Unit, since, name, short_name as Short from org_names"))
            .OrderBy(row => row.Since, StringComparer.Ordinal)
            .ToLookup(row => row.Unit, row => new Since<UnitName>(Day(row.Since), new(row.Name, row.Short)));
        var parents = (await connection.QueryAsync<DatedRow>("select unit_id as Unit, since, parent_id as Other from org_parents"))
            .OrderBy(row => row.Since, StringComparer.Ordinal)
            .ToLookup(row => row.Unit, row => new Since<UnitId>(Day(row.Since), new(row.Other)));
        var aliases = (await connection.QueryAsync<DatedRow>("select unit_id as Unit, alias as Name from org_aliases"))
            .OrderBy(row => row.Name, UnitOrder.Names)
            .ToLookup(row => row.Unit, row => row.Name);
        var successors = (await connection.QueryAsync<DatedRow>("select unit_id as Unit, successor_id as Other from org_successors"))
            .OrderBy(row => row.Other)
            .ToLookup(row => row.Unit, row => new UnitId(row.Other));
        var units = await connection.QueryAsync<UnitRow>("select id, kind, levels, first_day as First, last_day as Last from org_units");
        return new(
            units.Select(row => new OrgUnit
            {
                Id = new(row.Id),
                Kind = Enum.Parse<UnitKind>(row.Kind),
                Levels = (SchoolLevels)row.Levels,
                Valid = new(Day(row.First), Day(row.Last)),
                Names = [.. names[row.Id]],
                Parents = [.. parents[row.Id]],
                Aliases = [.. aliases[row.Id]],
                Successors = [.. successors[row.Id]],
            }),
            version
        );
    }

    private static async Task StoreAsync(DbConnection connection, DbTransaction transaction, IReadOnlyCollection<OrgUnit> units)
    {
        Task RunAsync(string sql, IEnumerable<object> rows) => connection.ExecuteAsync(sql, rows, transaction);
        var ids = units.Select(unit => new { Id = unit.Id.Value }).ToList();
        await RunAsync(
            """
            insert into org_units (id, kind, levels, first_day, last_day) values (@Id, @Kind, @Levels, @First, @Last)
            on conflict (id) do update set kind = excluded.kind, levels = excluded.levels, first_day = excluded.first_day,
              last_day = excluded.last_day
            """,
            units.Select(unit => new
            {
                Id = unit.Id.Value,
                Kind = unit.Kind.ToString(),
                Levels = (int)unit.Levels,
                First = Text(unit.Valid.First),
                Last = Text(unit.Valid.Last),
            })
        );
        foreach (var table in (string[])["org_names", "org_parents", "org_aliases", "org_successors"])
        {
            await RunAsync($"delete from {table} where unit_id = @Id", ids);
        }

        await RunAsync(
            "insert into org_names (unit_id, since, name, short_name) values (@Id, @Since, @Name, @Short)",
            units.SelectMany(
                unit => unit.Names,
                (unit, name) =>
                    new
                    {
                        Id = unit.Id.Value,
                        Since = Text(name.From),
                        name.Value.Name,
                        name.Value.Short,
                    }
            )
        );
        await RunAsync(
            "insert into org_parents (unit_id, since, parent_id) values (@Id, @Since, @Parent)",
            units.SelectMany(
                unit => unit.Parents,
                (unit, parent) =>
                    new
                    {
                        Id = unit.Id.Value,
                        Since = Text(parent.From),
                        Parent = parent.Value.Value,
                    }
            )
        );
        await RunAsync(
            "insert into org_aliases (unit_id, alias) values (@Id, @alias)",
            units.SelectMany(unit => unit.Aliases, (unit, alias) => new { Id = unit.Id.Value, alias })
        );
        await RunAsync(
            "insert into org_successors (unit_id, successor_id) values (@Id, @Successor)",
            units.SelectMany(unit => unit.Successors, (unit, successor) => new { Id = unit.Id.Value, Successor = successor.Value })
        );
    }

    private static string Text(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, DayForm, CultureInfo.InvariantCulture);

    private sealed class UnitRow
    {
        public long Id { get; init; }
        public string Kind { get; init; } = "";
        public long Levels { get; init; }
        public string First { get; init; } = "";
        public string Last { get; init; } = "";
    }

    /// <summary>A row of one of the lists of a unit; which columns are filled depends on the list.</summary>
    private sealed class DatedRow
    {
        public long Unit { get; init; }
        public string Since { get; init; } = "";
        public string Name { get; init; } = "";
        public string Short { get; init; } = "";
        public long Other { get; init; }
    }
}
