using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Privacy;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Rosters;
using ArenaWeb.Schools;
using ArenaWeb.Schools.Tree;
using Dapper;
using Judge.Contests;
using Judge.Storage;
using Microsoft.Extensions.DependencyInjection;
using Support;

namespace ArenaWeb.Tests.Privacy;

public sealed class PrivacyStoresOnSqliteTests() : PrivacyStoresContract(() => Task.FromResult(""));

[Trait("Needs", "PostgreSQL")]
public sealed class PrivacyStoresOnPostgresTests(PostgresFixture server) : PrivacyStoresContract(server.NewDatabaseAsync);

/// <summary>What is kept about families and schools, on either database.</summary>
/// <param name="place">How to connect to an empty database; "" is SQLite.</param>
public abstract class PrivacyStoresContract(Func<Task<string>> place) : StoreContract(place)
{
    private static readonly DateTimeOffset Now = TestClock.New().GetUtcNow();

    private readonly UnitId _school = new(1);

    protected override void Add(IServiceCollection services) => services.AddAccess().AddSchools().AddRosters().AddPrivacy(new());

    protected override async Task FillAsync()
    {
        var unit = new OrgUnit
        {
            Id = _school,
            Kind = UnitKind.School,
            Levels = SchoolLevels.LowerSecondary,
            Names = [new(DateOnly.MinValue, new("Trường THCS Bàn Cờ", "THCS Bàn Cờ"))],
        };
        Assert.True(await Get<OrgUnits>().SaveAsync(OrgTree.Empty, [unit], Ct));
        Pupil[] pupils = [new(0, "Lê Một", "8A1", 8, 2012, null), new(0, "Lê Hai", "8A1", 8, null, null)];
        Assert.True(await Get<Pupils>().ApplyAsync(_school, 2025, 0, new(pupils, [], 0, [], 0), Ct));
    }

    [Fact]
    public async Task Consents_decide_about_names_until_all_is_deleted_and_only_numbers_are_left()
    {
        var contest = await ContestAsync("TIN-1", Now.AddDays(-1));
        var ids = (await Get<SchoolData>().PupilsAsync(_school, Ct)).Select(pupil => pupil.Id).ToList();
        var (cards, _) = await Get<People>()
            .AddAsync(contest, [new("TS1", "Lê Một", "THCS Xa", "8A1"), new("TS2", "Lê Ba", "THCS Bàn Cờ", "8A1", Publish: true)], Ct);
        var consents = Get<Consents>();
        await consents.LinkAsync([(cards[0].Entrant, ids[0])], Ct);
        Assert.Equal([false, true], await NamedAsync(contest));
        await consents.RecordAsync(ids, Word(true), Ct);
        Assert.Equal([true, true], await NamedAsync(contest));
        await consents.RecordAsync(cards[1].Entrant, Word(false), Ct);
        await consents.RecordAsync(cards[0].Entrant, Word(false), Ct);
        Assert.Equal([false, false], await NamedAsync(contest));
        Assert.Equal(3, (await consents.OfSchoolAsync(_school.Value, Ct))[ids[0]].Count() - 1);

        Assert.Equal(["TS1", "TS2"], (await Get<SchoolData>().EntrantsAsync(_school, Ct)).Select(entrant => entrant.Sbd));
        var plan = await Get<Erasure>().PlanAsync(_school, Ct);
        Assert.Equal((2, 2, 0, 0), (plan.Pupils, plan.Entrants, plan.Requests, plan.Running.Count));
        await Get<Erasure>().EraseAsync(_school, Ct);
        Assert.All(await Get<People>().ListAsync(contest, Ct), person => Assert.Equal(("", ""), (person.Name, person.Class)));
        Assert.Empty(await Get<SchoolData>().PupilsAsync(_school, Ct));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Names_in_an_entry_go_with_the_schools_data_and_with_time(bool erased)
    {
        var contest = await ContestAsync("TIN-1", Now.AddDays(-9));
        var pupil = (await Get<SchoolData>().PupilsAsync(_school, Ct))[0].Id;
        var values = new
        {
            contest = contest.Value,
            unit = _school.Value,
            pupil,
        };
        await Get<Database>()
            .WriteAsync(
                (connection, transaction) =>
                    connection.ExecuteAsync(
                        """
                        insert into entry_teams (id, contest_id, unit_id, division, name, coach, captain)
                        values (7, @contest, @unit, '', 'Lê Một', 'Cô Hai', @pupil);
                        insert into entry_members (team_id, position, pupil_id, name, class, grade)
                        values (7, 0, @pupil, 'Lê Một', '8A1', 8);
                        insert into entry_facts (contest_id, unit_id, act, at, actor, word, rule)
                        values (@contest, @unit, 'GiveBack', 0, 'a', 'Em Lê Một là lớp 9.', '')
                        """,
                        values,
                        transaction
                    ),
                Ct
            );
        var entered = Assert.Single(await Get<SchoolData>().EntriesAsync(_school, Ct));
        Assert.Equal(("Lê Một", "Cô Hai", "", 8L), (entered.Name, entered.Coach, entered.Sbd, entered.Grade));
        await (erased ? Get<Erasure>().EraseAsync(_school, Ct) : Get<Erasure>().ForgetEndedAsync(Now, Ct));
        var left = await Get<Database>()
            .ReadAsync(
                connection =>
                    connection.QueryAsync<string>(
                        """
                        select name || coach from entry_teams union all select name || class from entry_members
                        union all select word from entry_facts
                        """
                    ),
                Ct
            );
        Assert.Equal(["", "", ""], left);
    }

    [Fact]
    public async Task A_step_of_a_request_is_taken_once()
    {
        var requests = Get<PrivacyRequests>();
        await requests.AddAsync(_school.Value, RequestKind.Access, [null], "Xem", Now, "a", Ct);
        var request = Assert.Single(await requests.OpenAsync(Ct));
        Assert.True(await requests.AnswerAsync(_school.Value, request.Id, "Rồi", "a", Ct));
        Assert.False(await requests.AnswerAsync(_school.Value, request.Id, "Nữa", "a", Ct));
        Assert.False(await requests.ExtendAsync(2, request.Id, 5, "Trường khác", Ct));
        Assert.True(await requests.ExtendAsync(_school.Value, request.Id, 5, "Chờ", Ct));
        Assert.True(await requests.CloseAsync(_school.Value, request.Id, "a", Ct));
        Assert.False(await requests.CloseAsync(_school.Value, request.Id, "a", Ct));
        Assert.Empty(await requests.OpenAsync(Ct));
        Assert.Equal(5, Assert.Single(await requests.OfSchoolAsync(_school.Value, Ct)).Progress.ExtraDays);
    }

    [Fact]
    public async Task Reads_are_a_schools_by_its_number_and_by_the_contests_of_its_pupils()
    {
        var log = Get<AccessLog>();
        await log.WriteAsync(Asker.Nobody, "pupils", Subject.School(_school.Value), "/", TimeSpan.Zero, Ct);
        await log.WriteAsync(Asker.Nobody, "entrants", new(Matrix.Contest, new ContestId(7)), "/", TimeSpan.Zero, Ct);
        await log.WriteAsync(Asker.Nobody, "entrants", new(Matrix.Contest, new ContestId(8)), "/", TimeSpan.Zero, Ct);
        Assert.Single(await log.OfSchoolAsync(_school.Value, [], 0, 10, Ct));
        await log.WriteAsync(Asker.Nobody, "pupils", Subject.School(_school.Value), "/", TimeSpan.FromMinutes(10), Ct);
        Assert.Single(await log.OfSchoolAsync(_school.Value, [], 0, 10, Ct));
        Assert.Equal(["entrants", "pupils"], (await log.OfSchoolAsync(_school.Value, [new(7)], 0, 10, Ct)).Select(read => read.Object));
        await Get<RetentionService>().RunAsync(Ct);
        Assert.Empty(await Get<RetentionService>().ReportsAsync(10, Ct));
    }

    private async Task<IReadOnlyList<bool>> NamedAsync(ContestId contest) =>
        [.. (await Get<People>().ListAsync(contest, Ct)).Select(person => person.Publish)];

    private async Task<ContestId> ContestAsync(string code, DateTimeOffset start) =>
        (
            await Get<IContests>()
                .AddAsync(
                    new()
                    {
                        Code = code,
                        Names = new Dictionary<string, string> { ["vi"] = "Kỳ thi thử" },
                        Scoring = ScoringStyle.Points,
                        Start = start,
                        End = start.AddHours(3),
                        Problems = [new("A", "aplusb", 100)],
                    },
                    Ct
                )
        ).Id;

    private static ConsentWord Word(bool given) =>
        new(ConsentKind.Publish, [ConsentGiver.Representative, ConsentGiver.Child], given, ConsentWay.Paper, "", "a");
}
