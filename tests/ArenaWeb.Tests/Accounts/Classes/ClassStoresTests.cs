using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using Dapper;
using Judge.Contests;
using Judge.Storage;
using Microsoft.Extensions.DependencyInjection;
using Support;

namespace ArenaWeb.Tests.Accounts.Classes;

public sealed class ClassStoresOnSqliteTests() : ClassStoresContract(() => Task.FromResult(""));

[Trait("Needs", "PostgreSQL")]
public sealed class ClassStoresOnPostgresTests(PostgresFixture server) : ClassStoresContract(server.NewDatabaseAsync);

/// <summary>Doors, secrets and pairs of a class, on either database.</summary>
/// <param name="place">How to connect to an empty database; "" is SQLite.</param>
public abstract class ClassStoresContract(Func<Task<string>> place) : StoreContract(place)
{
    private const string School = "TH Sông Quê";

    private readonly ContestId _contest = new(7);

    protected override void Add(IServiceCollection services) => services.AddClasses();

    [Fact]
    public async Task A_code_opens_as_long_as_its_door_is_open_and_no_longer()
    {
        var classes = Get<SchoolClasses>();
        var one = await classes.GetAsync(_contest, School, "3A", Ct);
        Assert.Equal((ClassWay.Pictures, one), (one.Way, await classes.GetAsync(_contest, School, "3A", Ct)));
        Assert.NotEqual(one.Code, (await classes.GetAsync(_contest, School, "3B", Ct)).Code);
        Assert.Null(await classes.FindOpenAsync(one.Code, Ct));
        one = one with { OpenUntil = Clock.GetUtcNow().AddMinutes(45), KeepsCode = true, Way = ClassWay.Words };
        await classes.SaveAsync(one, Ct);
        Assert.Null(await classes.FindOpenAsync(one.Code, Ct));
        await classes.TurnAsync(_contest, true, Ct);
        Assert.Equal(one, await classes.FindOpenAsync(one.Code, Ct));
        Clock.Advance(TimeSpan.FromMinutes(45));
        Assert.Null(await classes.FindOpenAsync(one.Code, Ct));
    }

    [Fact]
    public async Task A_new_code_ends_the_old_one_and_a_contest_that_is_turned_off_closes_all_doors()
    {
        var classes = Get<SchoolClasses>();
        await classes.TurnAsync(_contest, true, Ct);
        var one = (await classes.GetAsync(_contest, School, "3A", Ct)) with { OpenUntil = Clock.GetUtcNow().AddHours(1) };
        await classes.SaveAsync(one, Ct);
        var renewed = await classes.RenewCodeAsync(one, Ct);
        Assert.Equal((null, renewed), (await classes.FindOpenAsync(one.Code, Ct), await classes.FindOpenAsync(renewed.Code, Ct)));
        await classes.TurnAsync(_contest, false, Ct);
        await classes.TurnAsync(_contest, true, Ct);
        Assert.Null(await classes.FindOpenAsync(renewed.Code, Ct));
    }

    [Fact]
    public async Task A_secret_is_of_one_pupil_and_only_its_hash_is_kept()
    {
        var (one, other) = (new EntrantId(1), new EntrantId(2));
        var secrets = Get<ClassSecrets>();
        var drawn = await secrets.IssueAsync([one], ClassWay.Pictures, Ct);
        Assert.True(await secrets.FitsAsync(one, drawn[1], Ct));
        Assert.False(await secrets.FitsAsync(other, drawn[1], Ct));
        Assert.Equal((ClassWay.Pictures, ClassWay.None), (await secrets.WayOfAsync(one, Ct), await secrets.WayOfAsync(other, Ct)));
        Assert.Equal([1L], await secrets.IssuedAsync([one, other], Ct));
        var kept = await Get<Database>()
            .ReadAsync(connection => connection.QuerySingleAsync<string>("select secret_hash from class_secrets"), Ct);
        Assert.DoesNotContain(ClassSecret.Pictures, picture => kept.Contains(picture, StringComparison.Ordinal));
        await secrets.IssueAsync([one], ClassWay.Words, Ct);
        Assert.False(await secrets.FitsAsync(one, drawn[1], Ct));
    }

    [Fact]
    public async Task Ten_wrong_tries_from_anywhere_close_a_name_until_the_teacher_lifts_it()
    {
        var pupil = new Person(new EntrantId(1), _contest, "HS001", "Lê Văn An", School, "3A", false);
        var (door, secrets) = (Get<ClassDoor>(), Get<ClassSecrets>());
        var right = (await secrets.IssueAsync([pupil.Entrant], ClassWay.Words, Ct))[1];
        var wrong = right with { Parts = ["sai", "sai"] };
        for (var at = 0; at < 10; at++)
        {
            Assert.Equal(SignIn<Person>.Wrong, await door.EnterAsync(pupil, wrong, $"pc{at}", null, Ct));
        }
        Assert.NotNull((await door.EnterAsync(pupil, right, "pc", null, Ct)).Pause);
        Assert.Equal([1L], await door.PausedAsync(Ct));
        await door.LiftAsync(pupil.Entrant, Ct);
        Assert.Equal(pupil, (await door.EnterAsync(pupil, right, "pc", null, Ct)).Person);
        // A PC that many share is known for nobody: on it too ten are all.
        for (var at = 0; at < 10; at++)
        {
            Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(SignIn<Person>.Wrong, await door.EnterAsync(pupil, wrong, "pc", null, Ct));
        }
        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.NotNull((await door.EnterAsync(pupil, right, "pc", null, Ct)).Pause);
    }

    [Fact]
    public async Task Guessed_codes_are_counted_over_the_whole_site_and_a_pc_of_a_class_goes_on()
    {
        var (door, classes) = (Get<ClassDoor>(), Get<SchoolClasses>());
        await classes.TurnAsync(_contest, true, Ct);
        var one = (await classes.GetAsync(_contest, School, "3A", Ct)) with { OpenUntil = Clock.GetUtcNow().AddHours(1) };
        await classes.SaveAsync(one, Ct);
        Assert.Equal(one, (await door.KnockAsync(one.Code, "pc of the class", Ct)).Person);
        var wrong = one.Code == "CCCC" ? "DDDD" : "CCCC";
        for (var at = 0; at < 500; at++)
        {
            Assert.Equal(SignIn<SchoolClass>.Wrong, await door.KnockAsync(wrong, $"stranger {at}", Ct));
        }
        Assert.NotNull((await door.KnockAsync(one.Code, "new pc", Ct)).Pause);
        Assert.True(await door.AreCodesPausedAsync(Ct));
        Assert.Equal(one, (await door.KnockAsync(one.Code, "pc of the class", Ct)).Person);
        await door.LiftCodesAsync(Ct);
        Assert.Equal(one, (await door.KnockAsync(one.Code, "new pc", Ct)).Person);
    }

    [Fact]
    public async Task A_pair_is_one_from_the_partners_coming_to_the_leaving_or_the_sessions_end()
    {
        var (first, partner, third) = (new EntrantId(1), new EntrantId(2), new EntrantId(3));
        var pairs = Get<SeatPairs>();
        await AddSessionAsync("s");
        var before = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await pairs.BeginAsync("s", first, partner, Ct);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(partner, await pairs.PartnerAsync(first, Clock.GetUtcNow(), Ct));
        Assert.Null(await pairs.PartnerAsync(first, before, Ct));
        Assert.Null(await pairs.PartnerAsync(partner, Clock.GetUtcNow(), Ct));
        await pairs.BeginAsync("s", first, third, Ct);
        Assert.Equal(third, await pairs.PartnerAsync(first, Clock.GetUtcNow(), Ct));
        await Get<Sessions>().EndAsync("s", Ct);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await pairs.PartnerAsync(first, Clock.GetUtcNow(), Ct));
        Assert.Equal(partner, await pairs.PartnerAsync(first, before.AddMinutes(1), Ct));
        var beside = Assert.Single(await pairs.OfPartnerAsync(partner, Ct));
        Assert.Equal((first, before.AddMinutes(1), before.AddMinutes(2)), (beside.First, beside.From, beside.To));
        Assert.Equal([false, true, false], new[] { 0, 1, 2 }.Select(minute => beside.Covers(before.AddMinutes(minute))));
    }

    private Task AddSessionAsync(string id) =>
        Get<Database>()
            .WriteAsync(
                (connection, transaction) =>
                    connection.ExecuteAsync(
                        """
                        insert into sessions (id, account, device, browser, began_at, seen_at) values (@id, 'pupil|1', '', '', 0, 0)
                        """,
                        new { id },
                        transaction
                    ),
                Ct
            );
}
