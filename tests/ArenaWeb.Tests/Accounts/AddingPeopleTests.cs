using System.Data.Common;
using ArenaWeb.Accounts;
using Dapper;
using Judge.Contests;
using Judge.Storage;
using Microsoft.Extensions.DependencyInjection;
using Support;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace ArenaWeb.Tests.Accounts;

public sealed class AddingPeopleOnSqliteTests() : AddingPeopleContract(() => Task.FromResult(""));

[Trait("Needs", "PostgreSQL")]
public sealed class AddingPeopleOnPostgresTests(PostgresFixture server) : AddingPeopleContract(server.NewDatabaseAsync);

/// <summary>All pupils of a list or none, whatever fails and whoever else adds some.</summary>
/// <param name="place">How to connect to an empty database; "" is SQLite.</param>
public abstract class AddingPeopleContract(Func<Task<string>> place) : StoreContract(place)
{
    private static readonly NewPerson[] Pupils = [new("HS1", "Lê Văn An", "THCS A", "9A"), new("HS2", "Đỗ Minh Đức", "THCS A", "9B")];

    private Contest _contest = null!;

    private IContests Contests => Get<IContests>();

    private Database Database => Get<Database>();

    protected override async Task FillAsync() =>
        _contest = await Contests.AddAsync(
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

    [Fact]
    public async Task A_failure_half_way_leaves_no_pupil_no_entrant_and_no_event()
    {
        var before = await EventsAsync();
        NewPerson[] broken = [.. Pupils, new("HS3", null!, "THCS A", "9C")];
        await Assert.ThrowsAnyAsync<DbException>(() => People(Contests).AddAsync(_contest.Id, broken, Ct));
        await HasAsync(pupils: 0);
        Assert.Equal(before, await EventsAsync());
    }

    [Fact]
    public async Task A_list_that_comes_in_between_is_answered_with_the_numbers_it_has_taken()
    {
        var late = new Interrupted(Contests, () => People(Contests).AddAsync(_contest.Id, Pupils[1..], Ct));
        var (cards, taken) = await People(late).AddAsync(_contest.Id, Pupils, Ct);
        Assert.Empty(cards);
        Assert.Equal(["HS2"], taken);
        await HasAsync(pupils: 1);
    }

    [Fact]
    public async Task Of_many_who_add_the_same_list_at_once_one_does()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(i => Task.Run(() => People(Contests).AddAsync(_contest.Id, i % 2 == 0 ? Pupils : [.. Pupils.Reverse()], Ct)))
        );
        Assert.Equal(2, Assert.Single(answers, answer => answer.Cards.Count > 0).Cards.Count);
        Assert.All(answers.Where(answer => answer.Cards.Count == 0), answer => Assert.Equal(["HS1", "HS2"], answer.Taken.Order()));
        await HasAsync(pupils: 2);
    }

    private People People(IContests contests) => ActivatorUtilities.CreateInstance<People>(Services, contests);

    private async Task HasAsync(int pupils)
    {
        var people = await People(Contests).ListAsync(_contest.Id, Ct);
        Assert.Equal(pupils, people.Count);
        Assert.Equal(
            people.Select(person => person.Entrant).OrderBy(entrant => entrant.Value),
            await Contests.EntrantsAsync(_contest.Id, Ct)
        );
    }

    private Task<long> EventsAsync() =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT count(*) FROM events"), Ct);

    /// <summary>Contests to which something else happens right before entrants are added.</summary>
    private sealed class Interrupted(IContests contests, Func<Task> interruption) : IContests
    {
        public async Task<IReadOnlyList<EntrantId>> AddEntrantsAsync(
            ContestId contest,
            int count,
            Func<IReadOnlyList<EntrantId>, DbTransaction, Task> introduce,
            CancellationToken ct
        )
        {
            await interruption();
            return await contests.AddEntrantsAsync(contest, count, introduce, ct);
        }

        public Task<Contest?> FindAsync(ContestId id, CancellationToken ct) => contests.FindAsync(id, ct);

        public Task<Contest?> FindAsync(string code, CancellationToken ct) => contests.FindAsync(code, ct);

        public Task<IReadOnlyList<Contest>> ListAsync(CancellationToken ct) => contests.ListAsync(ct);

        public Task<Contest> AddAsync(Contest contest, CancellationToken ct) => contests.AddAsync(contest, ct);

        public Task ChangeAsync(Contest contest, CancellationToken ct) => contests.ChangeAsync(contest, ct);

        public Task<IReadOnlyCollection<ContestId>> ChangeEntrantsAsync(
            Func<DbConnection, DbTransaction, Task<IReadOnlyCollection<ContestId>>> change,
            CancellationToken ct
        ) => contests.ChangeEntrantsAsync(change, ct);

        public Task<IReadOnlyList<EntrantId>> EntrantsAsync(ContestId contest, CancellationToken ct) => contests.EntrantsAsync(contest, ct);
    }
}
