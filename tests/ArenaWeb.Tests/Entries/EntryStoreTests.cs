using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Entries;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Entries.Seating;
using ArenaWeb.Privacy;
using ArenaWeb.Rosters;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using Judge.Contests;
using Microsoft.Extensions.DependencyInjection;
using Support;
using static ArenaWeb.Tests.Entries.SomeEntries;

namespace ArenaWeb.Tests.Entries;

public sealed class EntryStoreOnSqliteTests() : EntryStoreContract(() => Task.FromResult(""));

[Trait("Needs", "PostgreSQL")]
public sealed class EntryStoreOnPostgresTests(PostgresFixture server) : EntryStoreContract(server.NewDatabaseAsync);

/// <summary>Lists, rooms and seats, whoever else changes them.</summary>
/// <param name="place">How to connect to an empty database; "" is SQLite.</param>
public abstract class EntryStoreContract(Func<Task<string>> place) : StoreContract(place)
{
    private static readonly UnitId School = new(7);
    private static readonly ContestId Contest = new(1);

    private EntryStore Entries => Get<EntryStore>();

    private ExamStore Exams => Get<ExamStore>();

    protected override void Add(IServiceCollection services) =>
        services
            .AddEntries()
            .AddSingleton<EditionStore>()
            .AddSingleton<OrgUnits>()
            .AddSingleton<Pupils>()
            .AddSingleton<Consents>()
            .AddSingleton<PeopleChanges>();

    [Fact]
    public async Task A_list_is_read_as_it_was_stored()
    {
        var team = Team("Sao Mai", Pupil(2), Pupil(1, 7)) with { Coach = "Cô Lan" };
        Assert.True(await Entries.SaveAsync(await ListAsync(), [team, Team("", Pupil(3))], Ct));
        Assert.True(await Entries.AddAsync(await ListAsync(), new(EntryAct.Ask, default, "binh", "đã đủ"), Ct));
        var entry = await ListAsync();
        Assert.Equal((2, EntryStage.Asked), (entry.Version, entry.Stage));
        Assert.Equal(["Em 2", "Em 1"], entry.Teams[0].Members.Select(member => member.Name));
        Assert.Equal(("Sao Mai", "Cô Lan", 2L), (entry.Teams[0].Name, entry.Teams[0].Coach, entry.Teams[0].Captain));
        Assert.Equal("đã đủ", Assert.Single(entry.Facts).Word);
        Assert.Single(await Entries.OfContestAsync(Contest, Ct));
        Assert.Empty(await Entries.OfSchoolAsync(new(8), Ct));
    }

    [Fact]
    public async Task A_team_is_put_in_the_place_of_the_one_before_and_taken_out_whole()
    {
        await Entries.SaveAsync(await ListAsync(), [Team("Sao Mai", Pupil(1), Pupil(2))], Ct);
        var before = (await ListAsync()).Teams[0];
        await Entries.SaveAsync(await ListAsync(), [before with { Name = "Sao Hôm", Members = [Pupil(3)] }], Ct);
        var after = Assert.Single((await ListAsync()).Teams);
        Assert.Equal((before.Id, "Sao Hôm", 3L), (after.Id, after.Name, Assert.Single(after.Members).Pupil));
        await Entries.RemoveAsync(await ListAsync(), before.Id, Ct);
        Assert.Empty((await ListAsync()).Teams);
    }

    [Fact]
    public async Task Of_two_who_have_seen_the_same_list_only_the_first_gets_on()
    {
        var seen = await ListAsync();
        Assert.True(await Entries.SaveAsync(seen, [Team("Sao Mai", Pupil(1))], Ct));
        Assert.False(await Entries.SaveAsync(seen, [Team("Sao Hôm", Pupil(2))], Ct));
        Assert.False(await Entries.AddAsync(seen, new(EntryAct.Ask, default, "binh"), Ct));
        Assert.Single((await ListAsync()).Teams);
    }

    [Fact]
    public async Task Rooms_and_shifts_keep_their_numbers_and_seats_are_exchanged()
    {
        await Exams.SaveRoomsAsync(Contest, [new(0, "Phòng 1", 2), new(0, "Phòng 2", 3)], Ct);
        var rooms = await Exams.RoomsAsync(Contest, Ct);
        await Exams.SaveRoomsAsync(Contest, [rooms[1] with { Name = "Phòng máy 2" }, new(0, "Phòng 3", 9)], Ct);
        var after = await Exams.RoomsAsync(Contest, Ct);
        Assert.Equal([(rooms[1].Id, "Phòng máy 2"), (after[1].Id, "Phòng 3")], after.Select(room => (room.Id, room.Name)));
        await Exams.SaveShiftsAsync(Contest, [new(0, "Ca 1", Closes, TimeSpan.FromMinutes(90), [Juniors, Seniors])], Ct);
        var shift = Assert.Single(await Exams.ShiftsAsync(Contest, Ct));
        Assert.Equal(
            (Closes, 90.0, $"{Juniors}, {Seniors}"),
            (shift.Start, shift.Duration.TotalMinutes, string.Join(", ", shift.Divisions))
        );
        Seat one = new(shift.Id, after[0].Id, 1);
        await Exams.PlaceAsync(Contest, new Dictionary<long, Seat> { [11] = one, [12] = one with { Number = 2 } }, Ct);
        await Exams.MoveAsync(Contest, 11, one with { Number = 2 }, Ct);
        var seats = await Exams.SeatsAsync(Contest, Ct);
        Assert.Equal((2, 1), (seats[11].Number, seats[12].Number));
        await Exams.MoveAsync(Contest, 13, one, Ct);
        Assert.Equal([11L, 13L], (await Exams.SeatsAsync(Contest, Ct)).Keys.Order());
    }

    [Fact]
    public async Task Whoever_is_withdrawn_stands_on_no_list_and_an_exception_keeps_its_end()
    {
        var contest = await AddContestAsync();
        var list = await Entries.FindAsync(contest.Id, School, Ct);
        await Entries.SaveAsync(list, [Team("Sao Mai", Pupil(2)), Team("Ánh Dương", Pupil(3))], Ct);
        await Entries.AddAsync(list with { Version = 1 }, new(EntryAct.Ask, default, "binh"), Ct);
        await Entries.AddAsync(list with { Version = 2 }, new(EntryAct.Approve, default, "lan"), Ct);
        var until = Clock.GetUtcNow().AddDays(1);
        await Entries.AddAsync(list with { Version = 3 }, new(EntryAct.Waive, default, "btc", "mất điện", "open", until), Ct);
        Assert.Equal((2, 0), await Get<Admission>().AdmitAsync(contest, Ct));
        var seen = await Entries.FindAsync(contest.Id, School, Ct);
        Assert.Equal(until, seen.Facts[^1].Until);
        var (gone, stays) = (seen.Teams[0], seen.Teams[1]);
        var entrant = (await Get<People>().ListAsync(contest.Id, Ct)).Single(one => one.Sbd == gone.Sbd).Entrant;
        var fact = new EntryFact(EntryAct.Withdraw, default, "btc", "ốm", gone.Sbd!);
        Assert.False(await Entries.WithdrawAsync(seen with { Version = 1 }, gone.Id, entrant, fact, Ct));
        Assert.True(await Entries.WithdrawAsync(seen, gone.Id, entrant, fact, Ct));
        var after = await Entries.FindAsync(contest.Id, School, Ct);
        Assert.Equal([stays.Sbd], after.Teams.Select(team => team.Sbd));
        Assert.Equal([stays.Sbd], (await Get<People>().ListAsync(contest.Id, Ct)).Select(one => one.Sbd));
        Assert.Equal((EntryStage.Approved, gone.Sbd), (after.Stage, Assert.Single(EntryLife.Withdrawn(after.Facts))));
    }

    [Fact]
    public async Task Numbers_are_given_to_what_was_approved_and_only_once()
    {
        var contest = await AddContestAsync();
        var admission = Get<Admission>();
        var list = await Entries.FindAsync(contest.Id, School, Ct);
        await Entries.SaveAsync(list, [Team("Sao Mai", Pupil(2), Pupil(1)), Team("Ánh Dương", Pupil(3))], Ct);
        Assert.Equal((0, 0), await admission.AdmitAsync(contest, Ct));
        await Entries.AddAsync(list with { Version = 1 }, new(EntryAct.Ask, default, "binh"), Ct);
        await Entries.AddAsync(list with { Version = 2 }, new(EntryAct.Approve, default, "lan"), Ct);
        Assert.Equal((2, 0), await admission.AdmitAsync(contest, Ct));
        Assert.Equal((0, 0), await admission.AdmitAsync(contest, Ct));
        var people = await Get<People>().ListAsync(contest.Id, Ct);
        Assert.Equal([("A001", "Ánh Dương", "6A1"), ("A002", "Sao Mai", "6A1")], people.Select(one => (one.Sbd, one.Name, one.Class)));
        Assert.Equal(["A002", "A001"], (await Entries.FindAsync(contest.Id, School, Ct)).Teams.Select(team => team.Sbd));
    }

    private Task<SchoolEntry> ListAsync() => Entries.FindAsync(Contest, School, Ct);

    private Task<Contest> AddContestAsync() =>
        Services
            .GetRequiredService<IContests>()
            .AddAsync(
                new()
                {
                    Code = "TIN-1",
                    Names = new Dictionary<string, string> { ["vi"] = "Kỳ thi thử" },
                    Scoring = ScoringStyle.Points,
                    Start = DateTimeOffset.UnixEpoch,
                    End = DateTimeOffset.UnixEpoch.AddHours(3),
                    Problems = [new("A", "aplusb", 100)],
                },
                Ct
            );
}
