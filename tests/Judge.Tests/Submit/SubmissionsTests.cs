using Dapper;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;
using Judge.Tests.Storage;
using Support;

namespace Judge.Tests.Submit;

public sealed class SubmissionsOnSqliteTests() : SubmissionsContract(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class SubmissionsOnPostgresTests(PostgresFixture server) : SubmissionsContract(new OnPostgres(server))
{
    /// <summary>More than the connections of a test.</summary>
    private const int Crowd = 30;

    [Fact]
    public async Task A_crowd_that_hands_in_leaves_connections_for_the_judging()
    {
        var (contest, entrants) = await RunningAsync(Crowd);
        var (release, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        var other = OpenAgain().Database;
        var holding = other.WriteAsync(
            async (connection, transaction) =>
            {
                while (!release.Task.IsCompleted)
                {
                    await connection.ExecuteAsync("UPDATE event_counter SET last = last", transaction: transaction);
                    held.TrySetResult();
                    await Task.WhenAny(release.Task, Task.Delay(100, Ct));
                }

                return 0;
            },
            Ct
        );
        await held.Task;
        var store = Here.Submissions;
        var crowd = entrants.Select(entrant => store.AddAsync(AHandin(contest, entrant), Ct)).ToList();
        while (await other.ReadAsync(connection => connection.ExecuteScalarAsync<long>(Blocked), Ct) < 8)
        {
            await Task.Delay(10, Ct);
        }

        Assert.Equal(1, await Here.Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1"), Ct));
        Assert.DoesNotContain(crowd, handin => handin.IsCompleted);
        release.SetResult();
        await holding;
        Assert.All(await Task.WhenAll(crowd), answer => Assert.Equal(SubmitResult.Accepted, answer.Result));
    }

    private const string Blocked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
}

public abstract class SubmissionsContract(DatabaseKind kind) : StoreTest(kind)
{
    [Fact]
    public async Task An_accepted_hand_in_is_stored_queued_and_told()
    {
        var (contest, entrants) = await RunningAsync(1);
        var handin = AHandin(contest, entrants[0], "b", "writeln(1)");
        var submitted = await Here.Submissions.AddAsync(handin, Ct);

        var stored = await Here.Submissions.FindAsync(submitted.Id, Ct);
        Assert.NotNull(stored);
        Assert.Equal(
            ("B", "tamgiac", "pascal", 10, Clock.GetUtcNow()),
            (stored.Label, stored.Problem, stored.Language, stored.Size, stored.At)
        );
        Assert.Equal(handin.Source.ToArray(), await Here.Blobs.GetAsync(stored.Source, Ct));
        Assert.Equal(1, (await Here.Queue.StateAsync(Ct)).Waiting);
        var told = (await Here.Events.AfterAsync(0, 100, Ct))[^1];
        Assert.Equal((EventKind.Submitted, submitted.Id.Value, entrants[0]), (told.Kind, told.Subject, told.Entrant));
    }

    [Fact]
    public async Task A_hand_in_counts_though_whoever_sent_it_leaves_before_the_answer()
    {
        var (contest, entrants) = await RunningAsync(1);
        using var browser = new CancellationTokenSource();
        var store = Here.SubmissionsOver(Here.Queue, new LeavingBlobs(Here.Blobs, browser));
        Assert.Equal(SubmitResult.Accepted, (await store.AddAsync(AHandin(contest, entrants[0]), browser.Token)).Result);
        Assert.True(browser.IsCancellationRequested);
        Assert.Equal(1, (await Here.Queue.StateAsync(Ct)).Waiting);
    }

    [Fact]
    public async Task Outputs_are_told_by_the_word_in_the_column_of_the_language()
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await SubmitAsync(contest, entrants[0]);
        Assert.Equal(HandinKind.Program, (await Here.Submissions.FindAsync(id, Ct))!.Kind);
        await Here.Database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE submissions SET language = 'outputs'", transaction: t), Ct);
        Assert.Equal((HandinKind.Outputs, ""), (await Here.Submissions.FindAsync(id, Ct))! is var old ? (old.Kind, old.Language) : default);
    }

    [Fact]
    public async Task A_double_click_is_one_submission()
    {
        var (contest, entrants) = await RunningAsync(1);
        var handin = AHandin(contest, entrants[0]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Here.Submissions.AddAsync(handin, Ct), Ct)));
        Assert.Single(answers, answer => answer.Result == SubmitResult.Accepted);
        Assert.Equal(7, answers.Count(answer => answer.Result == SubmitResult.AlreadyAccepted));
        Assert.Single(answers.Select(answer => answer.Id).Distinct());
        Assert.Equal(1, (await Here.Queue.StateAsync(Ct)).Waiting);
    }

    [Fact]
    public async Task The_same_key_after_the_end_still_finds_what_was_accepted()
    {
        var (contest, entrants) = await RunningAsync(1);
        var handin = AHandin(contest, entrants[0]);
        var accepted = await Here.Submissions.AddAsync(handin, Ct);
        Clock.SetUtcNow(contest.End);
        Assert.Equal(new Submitted(SubmitResult.AlreadyAccepted, accepted.Id), await Here.Submissions.AddAsync(handin, Ct));
        Assert.Equal(SubmitResult.Ended, (await Here.Submissions.AddAsync(AHandin(contest, entrants[0]), Ct)).Result);
    }

    [Fact]
    public async Task What_a_page_made_before_the_end_counts_late_with_both_times_and_what_it_made_later_is_kept()
    {
        var (contest, entrants) = await RunningAsync(1);
        Clock.SetUtcNow(contest.End.AddSeconds(30));
        var counted = await Here.Submissions.AddAsync(Ago(40), Ct);
        var kept = await Here.Submissions.AddAsync(Ago(10), Ct);
        var (late, later) = (await Here.Submissions.FindAsync(counted.Id, Ct), await Here.Submissions.FindAsync(kept.Id, Ct));
        Assert.Equal(new LateHandin(contest.End.AddSeconds(-10), contest.End.AddSeconds(30)), late!.Late);
        Assert.Equal(contest.End.AddMilliseconds(-1), late.At);
        Assert.Equal((contest.End.AddSeconds(30), null), (later!.At, later.Late));
        Assert.False(Judge.Contests.Clock.Of(contest).Counts(later.At));

        Handin Ago(int seconds) => AHandin(contest, entrants[0]) with { MadeAgo = TimeSpan.FromSeconds(seconds) };
    }

    [Fact]
    public async Task The_same_key_of_another_entrant_is_another_submission()
    {
        var (contest, entrants) = await RunningAsync(2);
        var handin = AHandin(contest, entrants[0]);
        var first = await Here.Submissions.AddAsync(handin, Ct);
        var second = await Here.Submissions.AddAsync(handin with { Entrant = entrants[1] }, Ct);
        Assert.Equal(SubmitResult.Accepted, second.Result);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Many_tabs_at_once_get_no_more_than_the_attempts_there_are()
    {
        var (contest, entrants) = await RunningAsync(1, contest => contest with { AttemptsLimit = 3 });
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => Task.Run(() => Here.Submissions.AddAsync(AHandin(contest, entrants[0]), Ct), Ct))
        );
        Assert.Equal(3, answers.Count(answer => answer.Result == SubmitResult.Accepted));
        Assert.Equal(9, answers.Count(answer => answer.Result == SubmitResult.AttemptsUsedUp));
        Assert.Equal(SubmitResult.Accepted, (await Here.Submissions.AddAsync(AHandin(contest, entrants[0], "B"), Ct)).Result);
    }

    [Fact]
    public async Task What_the_judge_failed_on_uses_up_no_attempt()
    {
        var (contest, entrants) = await RunningAsync(1, contest => contest with { AttemptsLimit = 1 });
        foreach (var verdict in new[] { Verdict.JudgeError, Verdict.CompileError })
        {
            Assert.Equal(SubmitResult.Accepted, (await Here.Submissions.AddAsync(AHandin(contest, entrants[0]), Ct)).Result);
            await using var lease = await Here.Queue.TakeAsync("n", Ct);
            await lease!.CompleteAsync(new Judgement { Verdict = verdict, Share = 0 }, Ct);
        }

        Assert.Equal(SubmitResult.AttemptsUsedUp, (await Here.Submissions.AddAsync(AHandin(contest, entrants[0]), Ct)).Result);
    }

    [Fact]
    public async Task Of_a_thousand_by_one_pupil_all_that_were_accepted_are_there_and_the_rest_is_told()
    {
        var (contest, entrants) = await RunningAsync(1);
        var accepted = new List<SubmissionId>();
        for (var i = 0; i < 1_000; i++)
        {
            var answer = await Here.Submissions.AddAsync(AHandin(contest, entrants[0]), Ct);
            Assert.True(answer.Result == (i < SubmitRule.MostWaiting ? SubmitResult.Accepted : SubmitResult.TooManyWaiting));
            if (answer.Result == SubmitResult.Accepted)
            {
                accepted.Add(answer.Id);
            }
        }

        var listed = await Here.Submissions.ListAsync(
            new SubmissionFilter
            {
                Entrant = entrants[0],
                Waiting = true,
                Most = 1_000,
            },
            Ct
        );
        Assert.Equal(accepted.AsEnumerable().Reverse(), listed.Select(submission => submission.Id));
    }

    [Fact]
    public async Task A_verdict_makes_room_for_another()
    {
        var (contest, entrants) = await RunningAsync(1);
        for (var i = 0; i < SubmitRule.MostWaiting; i++)
        {
            await SubmitAsync(contest, entrants[0]);
        }

        await using (var lease = await Here.Queue.TakeAsync("n", Ct))
        {
            await lease!.CompleteAsync(new Judgement { Verdict = Verdict.WrongAnswer, Share = 0.5m }, Ct);
        }

        await SubmitAsync(contest, entrants[0]);
    }

    [Fact]
    public async Task Those_that_are_right_in_part_are_found()
    {
        var (contest, entrants) = await RunningAsync(1);
        var byShare = new Dictionary<decimal, SubmissionId>();
        foreach (var share in (decimal[])[0, 0.000000000001m, 0.5m, 0.999999999999m, 1])
        {
            byShare[share] = await SubmitAsync(contest, entrants[0]);
            await using var lease = await Here.Queue.TakeAsync("n", Ct);
            await lease!.CompleteAsync(new Judgement { Verdict = share == 1 ? Verdict.Accepted : Verdict.TimeLimit, Share = share }, Ct);
        }

        await SubmitAsync(contest, entrants[0]);
        var found = await Here.Submissions.ListAsync(new SubmissionFilter { Contest = contest.Id, Partial = true }, Ct);
        Assert.Equal(
            byShare.Where(one => one.Key is > 0 and < 1).Select(one => one.Value).Reverse(),
            found.Select(submission => submission.Id)
        );
    }

    [Fact]
    public async Task Whoever_is_not_in_the_contest_cannot_submit()
    {
        var (contest, _) = await RunningAsync(1);
        var (_, others) = await RunningAsync(1, contest => contest with { Code = "OTHER" });
        Assert.Equal(SubmitResult.UnknownEntrant, (await Here.Submissions.AddAsync(AHandin(contest, others[0]), Ct)).Result);
        Assert.Equal(
            SubmitResult.UnknownEntrant,
            (await Here.Submissions.AddAsync(AHandin(contest with { Id = new ContestId(999) }, others[0]), Ct)).Result
        );
    }

    [Fact]
    public async Task A_refused_hand_in_leaves_nothing_behind()
    {
        var (contest, entrants) = await RunningAsync(1);
        var events = await Here.Events.LastSequenceAsync(Ct);
        foreach (var source in (string[])["", "a\0b", new('x', 10_000_000)])
        {
            Assert.NotEqual(
                SubmitResult.Accepted,
                (await Here.Submissions.AddAsync(AHandin(contest, entrants[0], "A", source), Ct)).Result
            );
        }

        Assert.Empty(await Here.Submissions.ListAsync(new SubmissionFilter(), Ct));
        Assert.Equal(0, (await Here.Queue.StateAsync(Ct)).Waiting);
        Assert.Equal(events, await Here.Events.LastSequenceAsync(Ct));
    }

    [Fact]
    public async Task A_list_is_filtered_and_turned_page_by_page()
    {
        var (contest, entrants) = await RunningAsync(2);
        var ids = new List<SubmissionId>();
        foreach (var (entrant, label) in new[] { (0, "A"), (1, "A"), (0, "B"), (0, "A") })
        {
            ids.Add(await SubmitAsync(contest, entrants[entrant], label));
        }

        Assert.Equal(
            [ids[3], ids[0]],
            await Listed(
                new SubmissionFilter
                {
                    Contest = contest.Id,
                    Entrant = entrants[0],
                    Label = "A",
                }
            )
        );
        Assert.Equal([ids[3], ids[2]], await Listed(new SubmissionFilter { Language = "pascal", Most = 2 }));
        Assert.Equal([ids[1], ids[0]], await Listed(new SubmissionFilter { Before = ids[2], Most = 2 }));
        Assert.Empty(await Listed(new SubmissionFilter { Language = "python" }));

        async Task<IEnumerable<SubmissionId>> Listed(SubmissionFilter filter) =>
            (await Here.Submissions.ListAsync(filter, Ct)).Select(submission => submission.Id);
    }

    /// <summary>The browser goes away while its source is being kept.</summary>
    private sealed class LeavingBlobs(IBlobs kept, CancellationTokenSource browser) : IBlobs
    {
        public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
        {
            var hash = await kept.PutAsync(bytes, ct);
            await browser.CancelAsync();
            return hash;
        }

        public Task<byte[]> GetAsync(string hash, CancellationToken ct) => kept.GetAsync(hash, ct);
    }
}
