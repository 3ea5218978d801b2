using System.Data.Common;
using ArenaWeb.Rosters;
using ArenaWeb.Schools.Tree;
using Microsoft.Extensions.DependencyInjection;
using Support;

namespace ArenaWeb.Tests.Rosters;

public sealed class PupilsOnSqliteTests() : PupilsContract(() => Task.FromResult(""));

[Trait("Needs", "PostgreSQL")]
public sealed class PupilsOnPostgresTests(PostgresFixture server) : PupilsContract(server.NewDatabaseAsync);

/// <summary>All of a plan is stored or nothing, whatever fails and whoever else changes the list.</summary>
/// <param name="place">How to connect to an empty database; "" is SQLite.</param>
public abstract class PupilsContract(Func<Task<string>> place) : StoreContract(place)
{
    private const int Year = 2026;
    private static readonly UnitId School = new(7);

    private Pupils Pupils => Get<Pupils>();

    protected override void Add(IServiceCollection services) => services.AddRosters();

    [Fact]
    public async Task Thousands_come_back_as_they_were_stored_and_belong_to_one_school_and_year()
    {
        List<PupilLine> lines = [.. Enumerable.Range(0, 1201).Select(at => Line($"Lê Văn {(char)('A' + at % 26)}", $"9A{at % 40}", at))];
        var plan = PupilPlan.Of(lines, [], keepBirthYear: true);
        Assert.True(await Pupils.ApplyAsync(School, Year, 0, plan, Ct));
        var stored = await Pupils.ListAsync(School, Year, Ct);
        Assert.Equal(1, stored.Version);
        Assert.Equal(plan.Added, stored.Pupils.Select(pupil => pupil with { Id = 0 }));
        Assert.Empty((await Pupils.ListAsync(School, Year + 1, Ct)).Pupils);
        Assert.Empty((await Pupils.ListAsync(new(8), Year, Ct)).Pupils);

        var change = PupilPlan.Of([lines[0] with { Name = "Đỗ Minh Đức", Birth = null }], stored.Pupils, keepBirthYear: true);
        Assert.True(await Pupils.ApplyAsync(School, Year, 1, change, Ct));
        var changed = (await Pupils.ListAsync(School, Year, Ct)).Pupils[0];
        Assert.Equal(("Đỗ Minh Đức", 2010, "K0"), (changed.Name, changed.BirthYear, changed.Key));
    }

    [Fact]
    public async Task A_failure_half_way_stores_nothing()
    {
        var plan = new PupilPlan([new(0, "Lê An", "9A1", 9, null, null), new(0, null!, "9A1", 9, null, null)], [], 0, [], 0);
        await Assert.ThrowsAnyAsync<DbException>(() => Pupils.ApplyAsync(School, Year, 0, plan, Ct));
        var (version, pupils) = await Pupils.ListAsync(School, Year, Ct);
        Assert.Equal(0, version);
        Assert.Empty(pupils);
    }

    [Fact]
    public async Task Of_many_who_saw_the_same_state_one_stores()
    {
        var plan = PupilPlan.Of([Line("Lê An", "9A1", 1)], [], keepBirthYear: false);
        var stored = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Pupils.ApplyAsync(School, Year, 0, plan, Ct))));
        Assert.Single(stored, done => done);
        Assert.Single((await Pupils.ListAsync(School, Year, Ct)).Pupils);
    }

    [Fact]
    public async Task What_columns_hold_is_remembered_by_owner_and_heading_and_the_last_word_counts()
    {
        var memory = Get<ColumnMemory>();
        var list = Lists.Read("Họ và tên;Lớp\nAn;9A1");
        await memory.KeepAsync("school:7", list, Ct);
        await memory.KeepAsync("school:7", list, Ct);
        var recalled = Assert.Single(await memory.RecallAsync("school:7", Ct));
        Assert.Equal(list.Heading!.Shape, recalled.Key);
        Assert.Equal([RosterColumn.Name, RosterColumn.Class], recalled.Value);
        Assert.Empty(await memory.RecallAsync("school:8", Ct));
    }

    private static PupilLine Line(string name, string label, int number) => new(number, name, label, 9, new(2010, null), $"K{number}");
}
