using ArenaWeb.Schools.Tree;
using Judge.Storage;
using Microsoft.Extensions.DependencyInjection;
using Support;
using static ArenaWeb.Tests.Schools.Tree.SomeUnits;

namespace ArenaWeb.Tests.Schools.Tree;

public sealed class OrgUnitsOnSqliteTests() : OrgUnitsContract(() => Task.FromResult(""));

[Trait("Needs", "PostgreSQL")]
public sealed class OrgUnitsOnPostgresTests(PostgresFixture server) : OrgUnitsContract(server.NewDatabaseAsync);

/// <summary>The organisation as it is kept.</summary>
/// <param name="place">How to connect to an empty database; "" is SQLite.</param>
public abstract class OrgUnitsContract(Func<Task<string>> place) : StoreContract(place)
{
    private Database Database => Get<Database>();

    private OrgUnits Units => field ??= new(Database);

    [Fact]
    public async Task What_was_stored_is_read_again_alike_by_this_and_by_another_arena()
    {
        OrgUnit[] units =
        [
            .. BanCo().Units,
            Unit(20, UnitKind.School, "Trường THCS Cũ", last: Today) with
            {
                Aliases = ["Cấp II", "Trường số 7"],
                Levels = SchoolLevels.Primary | SchoolLevels.LowerSecondary,
                Successors = [new(10)],
            },
        ];
        await StoreAsync(units);
        foreach (var store in (OrgUnits[])[Units, new(Database)])
        {
            var tree = await store.TreeAsync(Ct);
            Assert.Equal(units.Length, tree.Units.Count);
            Assert.All(units, unit => Assert.True(unit.IsLike(tree.Find(unit.Id)!)));
        }
    }

    [Fact]
    public async Task A_unit_takes_the_place_of_the_one_with_its_number()
    {
        await StoreAsync([.. BanCo().Units]);
        var before = (await Units.TreeAsync(Ct)).Find(new(10))!;
        var after = before with { Names = [new(Ever, new("Trường Một", "Một")), new(Wards, new("Trường Hai", "Hai"))], Parents = [] };
        await StoreAsync(after);
        var tree = await Units.TreeAsync(Ct);
        Assert.True(after.IsLike(tree.Find(new(10))!));
        Assert.Equal(5, tree.Units.Count);
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_tree_the_second_is_refused_and_stores_nothing()
    {
        var (mine, theirs) = (await Units.TreeAsync(Ct), await new OrgUnits(Database).TreeAsync(Ct));
        Assert.True(await Units.SaveAsync(mine, [Unit(1, UnitKind.Department, "Sở")], Ct));
        Assert.False(await Units.SaveAsync(theirs, [Unit(2, UnitKind.Department, "Sở khác")], Ct));
        Assert.Equal([new UnitId(1)], (await Units.TreeAsync(Ct)).Units.Select(unit => unit.Id));
    }

    [Fact]
    public async Task The_tree_is_read_once_until_somebody_changes_it()
    {
        await StoreAsync(Unit(1, UnitKind.Department, "Sở"));
        var seen = await Units.TreeAsync(Ct);
        Assert.Same(seen, await Units.TreeAsync(Ct));
        var elsewhere = new OrgUnits(Database);
        Assert.True(await elsewhere.SaveAsync(await elsewhere.TreeAsync(Ct), [Unit(2, UnitKind.Department, "Sở khác")], Ct));
        Assert.Equal(2, (await Units.TreeAsync(Ct)).Units.Count);
    }

    private async Task StoreAsync(params OrgUnit[] units) => Assert.True(await Units.SaveAsync(await Units.TreeAsync(Ct), units, Ct));
}
