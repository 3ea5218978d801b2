using ArenaWeb.Accounts;
using ArenaWeb.Schools.Tree;
using Judge;
using Judge.Settings;
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
public abstract class OrgUnitsContract(Func<Task<string>> place) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-org-").FullName;
    private ServiceProvider _services = null!;
    private OrgUnits _units = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Database Database => _services.GetRequiredService<Database>();

    public async ValueTask InitializeAsync()
    {
        var options = new JudgeOptions
        {
            Database = await place(),
            DataFolder = _folder,
            ProblemsFolder = _folder,
            LanguagesFolder = Path.Combine(Repository.Root, "sandbox-images"),
            ImagesFolder = _folder,
        };
        _services = new ServiceCollection().AddLogging().AddJudge(options).BuildServiceProvider();
        await new ArenaTables(Database).StartAsync(Ct);
        _units = new(Database);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

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
        foreach (var store in (OrgUnits[])[_units, new(Database)])
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
        var before = (await _units.TreeAsync(Ct)).Find(new(10))!;
        var after = before with { Names = [new(Ever, new("Trường Một", "Một")), new(Wards, new("Trường Hai", "Hai"))], Parents = [] };
        await StoreAsync(after);
        var tree = await _units.TreeAsync(Ct);
        Assert.True(after.IsLike(tree.Find(new(10))!));
        Assert.Equal(5, tree.Units.Count);
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_tree_the_second_is_refused_and_stores_nothing()
    {
        var (mine, theirs) = (await _units.TreeAsync(Ct), await new OrgUnits(Database).TreeAsync(Ct));
        Assert.True(await _units.SaveAsync(mine, [Unit(1, UnitKind.Department, "Sở")], Ct));
        Assert.False(await _units.SaveAsync(theirs, [Unit(2, UnitKind.Department, "Sở khác")], Ct));
        Assert.Equal([new UnitId(1)], (await _units.TreeAsync(Ct)).Units.Select(unit => unit.Id));
    }

    [Fact]
    public async Task The_tree_is_read_once_until_somebody_changes_it()
    {
        await StoreAsync(Unit(1, UnitKind.Department, "Sở"));
        var seen = await _units.TreeAsync(Ct);
        Assert.Same(seen, await _units.TreeAsync(Ct));
        var elsewhere = new OrgUnits(Database);
        Assert.True(await elsewhere.SaveAsync(await elsewhere.TreeAsync(Ct), [Unit(2, UnitKind.Department, "Sở khác")], Ct));
        Assert.Equal(2, (await _units.TreeAsync(Ct)).Units.Count);
    }

    private async Task StoreAsync(params OrgUnit[] units) => Assert.True(await _units.SaveAsync(await _units.TreeAsync(Ct), units, Ct));
}
