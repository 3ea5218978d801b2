using Dapper;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Storage;
using Judge.Submit;
using Judge.Tests.Storage;
using Support;

namespace Judge.Tests.Queue;

/// <summary>What waited when an arena of the version before was ended, with judges that held some of it.</summary>
public abstract class EarlierLineContract(DatabaseKind kind) : StoreTest(kind)
{
    /// <summary>The last script of the version that leased its line to judges.</summary>
    private const string LastOfLeases = "0004_failures.sql";

    [Fact]
    public async Task What_waited_in_the_version_before_waits_on_with_its_tries_and_is_judged()
    {
        var earlier = await OpenEmptyAsync();
        var scripts = Migrations.OfJudge();
        var leased = scripts.Where(script => string.CompareOrdinal(script.Name, LastOfLeases) <= 0).ToList();
        await earlier.Database.MigrateAsync("judge", leased, Ct);
        await earlier.Database.WriteAsync((c, t) => c.ExecuteAsync(Left, transaction: t), Ct);

        await earlier.Database.MigrateAsync("judge", scripts, Ct);
        var waiting = await earlier.Facts.WaitingAsync(Ct);
        Assert.Equal(
            [(2, 0, 1), (3, 0, 0), (4, 0, 3), (1, 7, 0)],
            waiting.Select(one => (one.Judging.Submission.Value, one.Judging.Rejudging.Value, one.Tries))
        );

        var taken = new HashSet<(long, long, int)>();
        await earlier.Queue.StateAsync(Ct); // awake from here on
        Clock.Advance(TimeSpan.FromMinutes(1)); // no judge of the version before tells any more that it holds something
        while (await earlier.Queue.TakeAsync("new", Ct) is { } lease)
        {
            await using (lease)
            {
                taken.Add((lease.Submission.Value, lease.Rejudging.Value, lease.Attempt));
                await lease.CompleteAsync(new Judgement { Verdict = Verdict.Accepted, Share = 1 }, Ct);
            }
        }

        Assert.Equal([(1, 7, 1), (2, 0, 2), (3, 0, 1)], taken.Order());
        Assert.Equal(Verdict.JudgeError, (await earlier.Judgements.FindAsync(new SubmissionId(4), Ct))!.Verdict);
        Assert.Equal(Verdict.WrongAnswer, (await earlier.Judgements.FindAsync(new SubmissionId(1), Ct))!.Verdict);
        Assert.Empty(await earlier.Facts.WaitingAsync(Ct));
        var counted = await earlier.Judgements.OfContestAsync(new ContestId(1), Ct);
        Assert.Equal([1, 2, 3, 4], counted.Select(fact => fact.Submission.Value).Order());
    }

    /// <summary>One judged, one that a judge holds, one untried, one tried too often, and the judged one in a running rejudging.</summary>
    private const string Left = """
        INSERT INTO contests (id, code, names, scoring, start_at, end_at, languages, feedback, penalty_minutes)
        VALUES (1, 'OLD', '{"vi":"Cũ"}', 'Points', 0, 1000, '', 'Tests', 20);
        INSERT INTO contest_problems (contest, place, label, problem, points) VALUES (1, 1, 'A', 'tong', '100');
        INSERT INTO entrants (id, contest) VALUES (1, 1), (2, 1);
        INSERT INTO submissions (id, contest, entrant, label, problem, language, source, size, at, handin_key) VALUES
          (1, 1, 1, 'A', 'tong', 'pascal', '', 1, 5, 'k1'), (2, 1, 1, 'A', 'tong', 'pascal', '', 1, 6, 'k2'),
          (3, 1, 2, 'A', 'tong', 'pascal', '', 1, 7, 'k3'), (4, 1, 2, 'A', 'tong', 'pascal', '', 1, 8, 'k4');
        INSERT INTO judgements (submission, verdict, share, cpu_us, memory, compile_fault, compiler_message, tests,
          problem_version, judge, at)
        VALUES (1, 'WrongAnswer', '0.5', 0, 0, 'None', '', '[]', '', 'old', 6);
        INSERT INTO rejudgings (id, contest, reason, state, total, made_by, at) VALUES (7, 1, 'why', 'Running', 1, 'btc', 9);
        INSERT INTO rejudging_submissions (rejudging, submission) VALUES (7, 1);
        INSERT INTO turns (entrant, priority, turn) VALUES (1, 10, 2), (2, 10, 2);
        INSERT INTO queue (submission, rejudging, entrant, priority, turn, attempts, token, judge, lease_until, queued_at) VALUES
          (2, 0, 1, 10, 1, 1, 'token', 'old', 4102444800000, 6), (3, 0, 2, 10, 1, 0, NULL, NULL, NULL, 7),
          (4, 0, 2, 10, 2, 3, NULL, 'old', NULL, 8), (1, 7, 1, 20, 1, 0, NULL, NULL, NULL, 9);
        """;
}

public sealed class EarlierLineOnSqliteTests() : EarlierLineContract(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class EarlierLineOnPostgresTests(PostgresFixture server) : EarlierLineContract(new OnPostgres(server));
