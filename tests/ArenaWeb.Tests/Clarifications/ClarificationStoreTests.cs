using ArenaWeb.Clarifications.Threads;
using Judge.Contests;
using Judge.Events;
using Microsoft.Extensions.DependencyInjection;
using Support;
using static ArenaWeb.Tests.Clarifications.SomeClarifications;

namespace ArenaWeb.Tests.Clarifications;

public sealed class ClarificationStoreOnSqliteTests() : ClarificationStoreContract(() => Task.FromResult(""));

[Trait("Needs", "PostgreSQL")]
public sealed class ClarificationStoreOnPostgresTests(PostgresFixture server) : ClarificationStoreContract(server.NewDatabaseAsync);

/// <summary>Facts about questions, whoever else does something at the same moment.</summary>
/// <param name="place">How to connect to an empty database; "" is SQLite.</param>
public abstract class ClarificationStoreContract(Func<Task<string>> place) : StoreContract(place)
{
    private static readonly ContestId Contest = new(1);

    private ClarificationStore Store => field ??= ActivatorUtilities.CreateInstance<ClarificationStore>(Services);

    [Fact]
    public async Task What_was_asked_and_said_is_read_again_as_it_was()
    {
        await AskAsync("n lớn tới đâu?", "A");
        var about = Assert.Single(await Store.OfContestAsync(Contest, Ct));
        Assert.Equal((Asker, 1, "A", "n lớn tới đâu?"), (about.Asker, about.Ordinal, about.Label, about.First.Text));
        await AnswerAsync(about.Id, Audience.All);
        var said = (await Store.FindAsync(Contest, about.Id, Ct))!.Current!;
        Assert.Equal(("Tới 1000", Audience.All, "an", Clock.GetUtcNow()), (said.Text, said.Audience, said.Actor, said.At));
        Assert.Null(await Store.FindAsync(new ContestId(2), about.Id, Ct));
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_does()
    {
        await AskAsync("n lớn tới đâu?");
        var id = Assert.Single(await Store.OfContestAsync(Contest, Ct)).Id;
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    Task.Run(() =>
                        Store.ActAsync(Contest, id, (about, now) => ClarificationRule.Claim(about, An with { Login = $"gk{i}" }, now), Ct)
                    )
                )
        );
        Assert.Equal(1, results.Count(result => result == ClarificationResult.Done));
        Assert.Equal(7, results.Count(result => result == ClarificationResult.ClaimedByOther));
    }

    [Fact]
    public async Task Of_many_who_answer_at_once_one_does()
    {
        await AskAsync("n lớn tới đâu?");
        var id = Assert.Single(await Store.OfContestAsync(Contest, Ct)).Id;
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    Task.Run(() =>
                        Store.ActAsync(Contest, id, (about, now) => ClarificationRule.Answer(about, An, new($"{i}", Audience.One), now), Ct)
                    )
                )
        );
        Assert.Equal(1, results.Count(result => result == ClarificationResult.Done));
        Assert.Single((await Store.FindAsync(Contest, id, Ct))!.Acts, act => act.IsSaid);
    }

    [Fact]
    public async Task The_same_question_sent_many_times_at_once_is_asked_once_and_others_wait_their_turn()
    {
        var same = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => Store.AskAsync(Contest, Asker, null, "x", "one", Ct)))
        );
        Assert.All(same, result => Assert.Equal(ClarificationResult.Done, result));
        var others = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Task.Run(() => Store.AskAsync(Contest, Other, null, "x", $"other {i}", Ct)))
        );
        Assert.Single(others, result => result == ClarificationResult.Done);
        Assert.Equal(2, (await Store.OfContestAsync(Contest, Ct)).Count);
    }

    [Fact]
    public async Task An_entrant_is_given_own_questions_and_what_was_said_to_all()
    {
        await AskAsync("một");
        await Store.AskAsync(Contest, Other, null, "hai", "two", Ct);
        var second = (await Store.OfContestAsync(Contest, Ct))[^1];
        Assert.Equal(["một"], await TextsAsync());
        await AnswerAsync(second.Id, Audience.One);
        Assert.Equal(["một"], await TextsAsync());
        await Store.AnnounceAsync(
            Contest,
            null,
            ClarificationRule.Announce(An, new("Nghỉ", Audience.All), Clock.GetUtcNow()).Act!,
            "n",
            Ct
        );
        Assert.Equal(["một", "Nghỉ"], await TextsAsync());

        async Task<IEnumerable<string>> TextsAsync() => (await Store.ForAsync(Contest, Asker, Ct)).Select(about => about.First.Text);
    }

    [Fact]
    public async Task What_is_planned_is_told_once_when_its_moment_comes_by_whichever_arena()
    {
        var plan = new Wording("Nghỉ", Audience.Everybody, null, Clock.GetUtcNow().AddMinutes(5));
        var act = ClarificationRule.Announce(An, plan, Clock.GetUtcNow()).Act!;
        await Store.AnnounceAsync(Contest, null, act, "key", Ct);
        Assert.Equal(0, await Store.TellPlannedAsync(Ct));
        Clock.Advance(TimeSpan.FromMinutes(5));
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store.TellPlannedAsync(Ct))));
        Assert.Equal(1, told.Sum());
        var events = await Get<IEvents>().AfterAsync(0, 100, Ct);
        Assert.Equal(["", "everybody"], events.Where(e => e.Kind == EventKind.Clarified).Select(e => e.Text));
    }

    [Fact]
    public async Task What_waits_is_counted_and_what_was_read_is_read_once()
    {
        await AskAsync("một");
        Assert.Equal(1, (await Store.OpenAsync(Ct))[Contest]);
        var about = Assert.Single(await Store.OfContestAsync(Contest, Ct));
        await AnswerAsync(about.Id, Audience.One);
        Assert.Empty(await Store.OpenAsync(Ct));
        var said = (await Store.FindAsync(Contest, about.Id, Ct))!.Current!;
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Store.MarkReadAsync(Asker, [said], Ct))));
        Assert.Equal([said.Id], await Store.ReadByAsync(Asker, Ct));
    }

    [Fact]
    public async Task Of_two_who_change_the_canned_answers_the_later_is_told()
    {
        var canned = ActivatorUtilities.CreateInstance<CannedAnswers>(Services, new ArenaWeb.Words.Lexicon());
        var results = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => Task.Run(() => canned.ReplaceAsync(Contest, new(0, $"câu {i}"), "an", Ct)))
        );
        Assert.Single(results, done => done);
        var list = await canned.FindAsync(Contest, ArenaWeb.Words.SiteLanguage.Vietnamese, Ct);
        Assert.False(await canned.ReplaceAsync(Contest, list with { Number = 0 }, "an", Ct));
        Assert.True(await canned.ReplaceAsync(Contest, list with { Text = "một\n\nhai" }, "an", Ct));
        Assert.Equal(["một", "hai"], (await canned.ForAsync(Contest, ArenaWeb.Words.SiteLanguage.Vietnamese, Ct)).Take(2));
    }

    private Task<ClarificationResult> AskAsync(string text, string? label = null) =>
        Store.AskAsync(Contest, Asker, label, text, Guid.NewGuid().ToString(), Ct);

    private Task<ClarificationResult> AnswerAsync(long id, Audience audience) =>
        Store.ActAsync(Contest, id, (about, now) => ClarificationRule.Answer(about, An, new("Tới 1000", audience), now), Ct);
}
