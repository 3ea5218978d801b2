using ArenaWeb.Workshop;
using Microsoft.Extensions.DependencyInjection;
using Support;

namespace ArenaWeb.Tests.Workshop;

public sealed class LevelWorksOnSqliteTests() : LevelWorksContract(() => Task.FromResult(""));

[Trait("Needs", "PostgreSQL")]
public sealed class LevelWorksOnPostgresTests(PostgresFixture server) : LevelWorksContract(server.NewDatabaseAsync);

/// <summary>Levels in the making, whoever else does something at the same moment.</summary>
/// <param name="place">How to connect to an empty database; "" is SQLite.</param>
public abstract class LevelWorksContract(Func<Task<string>> place) : StoreContract(place)
{
    private static readonly LevelText First = new("Tên", "", "Chuyện", "", "{}");

    private LevelWorks Works => field ??= ActivatorUtilities.CreateInstance<LevelWorks>(Services);

    [Fact]
    public async Task A_level_goes_from_its_author_to_a_second_person()
    {
        var id = await AddAsync();
        Assert.True(await Works.ProveAsync(id, 1, "program", "{proved}", Ct));
        Assert.True(await Works.HandInAsync(id, 2, Ct));
        Assert.Equal(id, Assert.Single(await Works.WaitingAsync(Ct)).Id);
        Assert.False(await Works.ApproveAsync(id, 3, "an", Ct));
        Assert.True(await Works.GiveBackAsync(id, 3, "binh", "Bản đồ khó quá", Ct));
        var back = (await Works.FindAsync(id, Ct))!;
        Assert.Equal((LevelState.Draft, "Bản đồ khó quá", "program", 4L), (back.State, back.Note, back.Ideal, back.Version));
        Assert.True(await Works.HandInAsync(id, 4, Ct));
        Assert.True(await Works.ApproveAsync(id, 5, "binh", Ct));
        Assert.False(await Works.ChangeAsync(id, 6, First, Ct));
        Assert.Equal(LevelState.Approved, Assert.Single(await Works.OfAsync("an", Ct)).State);
        Assert.Empty(await Works.OfAsync("binh", Ct));
    }

    [Fact]
    public async Task Of_two_changes_made_of_one_version_the_second_is_refused()
    {
        var id = await AddAsync();
        Assert.True(await Works.ChangeAsync(id, 1, First with { TitleVi = "Mới" }, Ct));
        Assert.False(await Works.ChangeAsync(id, 1, First with { TitleVi = "Cũ" }, Ct));
        Assert.Equal("Mới", (await Works.FindAsync(id, Ct))!.Text.TitleVi);
    }

    [Fact]
    public async Task A_proof_outlives_new_words_and_no_new_drawing()
    {
        var id = await AddAsync();
        await Works.ProveAsync(id, 1, "program", "{}", Ct);
        await Works.ChangeAsync(id, 2, First with { StoryVi = "Chuyện khác" }, Ct);
        Assert.Equal("program", (await Works.FindAsync(id, Ct))!.Ideal);
        await Works.ChangeAsync(id, 3, First with { Level = "{other}" }, Ct);
        Assert.Null((await Works.FindAsync(id, Ct))!.Ideal);
    }

    private Task<WorkId> AddAsync() => Works.AddAsync("an", "Cô An", First, Ct);
}
