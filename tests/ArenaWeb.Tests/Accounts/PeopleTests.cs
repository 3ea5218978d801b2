using ArenaWeb.Access;
using ArenaWeb.Accounts;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Tests.Accounts;

public sealed class PeopleTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task Newcomers_get_cards_with_pins_of_their_own()
    {
        var contest = await arena.AddContestAsync();
        var newcomers = Enumerable.Range(1, 20).Select(i => new NewPerson($"hs {i:000}", "Lê Văn An", "THCS A", "9A")).ToList();
        var (cards, taken) = await arena.Get<People>().AddAsync(contest.Id, newcomers, CancellationToken.None);
        Assert.Empty(taken);
        Assert.Equal("HS001", cards[0].Sbd);
        Assert.Equal(20, cards.Select(card => card.Entrant).Distinct().Count());
        Assert.True(cards.Select(card => card.Pin).Distinct().Count() > 15);
        Assert.Equal(20, (await arena.Get<IContests>().EntrantsAsync(contest.Id, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_taken_number_keeps_the_whole_list_out()
    {
        var contest = await arena.AddContestAsync();
        await arena.AddPupilAsync(contest, "HS1");
        var (cards, taken) = await arena
            .Get<People>()
            .AddAsync(
                contest.Id,
                [new("hs1", "A", "B", "C"), new("HS2", "A", "B", "C"), new("hs 2", "A", "B", "C")],
                CancellationToken.None
            );
        Assert.Empty(cards);
        Assert.Equal(["HS1", "HS2"], taken);
        Assert.Single(await arena.Get<People>().ListAsync(contest.Id, CancellationToken.None));
        Assert.Single(await arena.Get<IContests>().EntrantsAsync(contest.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    [InlineData(1_000_000)]
    public async Task What_can_be_nobodys_number_leaves_nothing_in_the_database(int length)
    {
        var contest = await arena.AddContestAsync();
        var answer = await arena
            .Get<People>()
            .SignInAsync(contest.Id, new string('9', length), "123456", "pc", null, CancellationToken.None);
        Assert.Equal((null, null), (answer.Person, answer.Pause));
        Assert.Equal(
            0,
            await arena
                .Get<Database>()
                .ReadAsync(
                    connection =>
                        connection.ExecuteScalarAsync<long>(
                            "select count(*) from sign_in_tries where account like @mine",
                            new { mine = $"pupil|{contest.Id.Value}|%" }
                        ),
                    CancellationToken.None
                )
        );
    }

    [Fact]
    public async Task A_name_is_public_with_consent_only()
    {
        var contest = await arena.AddContestAsync();
        await arena.AddPupilAsync(contest, "HS1", "Đỗ Minh Đức", publish: true);
        await arena.AddPupilAsync(contest, "HS2", "Hồ Ăn");
        var people = await arena.Get<People>().ListAsync(contest.Id, CancellationToken.None);
        var shown = ShownName.Public(contest, people, arena.Clock.GetUtcNow());
        Assert.Equal(["HS1 · Đỗ Minh Đức", "HS2"], shown.Select(person => person.Label));
    }

    [Fact]
    public async Task What_the_staff_did_is_kept_newest_first()
    {
        var audit = arena.Get<Audit>();
        await audit.WriteAsync("bich", "contest.extended", new ContestId(7), "15");
        arena.Clock.Advance(TimeSpan.FromMinutes(1));
        await audit.WriteAsync("bich", "people.added", null, "20");
        var entries = await audit.LatestAsync(0, 2, CancellationToken.None);
        Assert.Equal(["people.added", "contest.extended"], entries.Select(entry => entry.Act));
        Assert.Equal([null, new ContestId(7)], entries.Select(entry => entry.Contest));
    }
}
