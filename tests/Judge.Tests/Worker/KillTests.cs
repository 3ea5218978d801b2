using System.Diagnostics;
using Judge.Board;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Rejudge;
using Judge.Submit;
using Support;

namespace Judge.Tests.Worker;

/// <summary>
/// Two judges in processes of their own, with the real sandbox, at an arena on PostgreSQL; one is killed with -9 while it judges.
/// </summary>
[Trait("Needs", "PostgreSQL")]
[Trait("Needs", "Box")]
public abstract class KillTests(PostgresFixture server) : IAsyncLifetime
{
    private const string Source = "var a, b: int64; begin readln(a, b); writeln(a + b); end.";

    private const string Package = """
        problem_format_version: 2025-09
        name: { vi: Tổng hai số }
        uuid: 0b9a0c3e-0000-4000-8000-000000000001
        limits: { time_limit: 1, memory: 256 }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("contest-kill-").FullName;

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Problems => Path.Combine(_folder, "problems");

    public ValueTask InitializeAsync()
    {
        var data = Path.Combine(Problems, "aplusb", "data");
        var statement = Directory.CreateDirectory(Path.Combine(Problems, "aplusb", "statement")).FullName;
        File.WriteAllText(Path.Combine(statement, "problem.vi.md"), "Tính $a + b$.\n");
        File.WriteAllText(Path.Combine(Problems, "aplusb", "problem.yaml"), Package);
        foreach (var (folder, test, a, b) in new[] { ("sample", "1", 1, 2), ("secret", "01", 5, 7), ("secret", "02", -3, 3) })
        {
            Directory.CreateDirectory(Path.Combine(data, folder));
            File.WriteAllText(Path.Combine(data, folder, $"{test}.in"), FormattableString.Invariant($"{a} {b}\n"));
            File.WriteAllText(Path.Combine(data, folder, $"{test}.ans"), FormattableString.Invariant($"{a + b}\n"));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>An arena without pages and without a judge of its own, to which nodes on this machine come.</summary>
    private protected async Task<KillArena> OpenAsync()
    {
        await (await SandboxFixture.StartAsync(SandboxFixture.Options())).DisposeAsync(); // says what is missing, at once
        return await KillArena.StartAsync(await server.NewDatabaseAsync(), _folder, Problems, Ct);
    }

    private protected WorkerProcess Start(string node, KillArena arena) =>
        WorkerProcess.Start(node, arena.Gateway, _folder, SandboxFixture.Options().ImagesFolder);

    private protected static async Task<(Contest Contest, IReadOnlyList<EntrantId> Entrants)> SubmitAllAsync(KillArena here, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var contest = await here.Contests.AddAsync(
            new Contest
            {
                Code = "KILL",
                Names = new Dictionary<string, string> { ["vi"] = "Thử" },
                Scoring = ScoringStyle.Points,
                Start = now.AddMinutes(-1),
                End = now.AddHours(1),
                Problems = [new ContestProblem("A", "aplusb", 100)],
            },
            Ct
        );
        var entrants = await here.Contests.AddEntrantsAsync(contest.Id, 10, Ct);
        for (var i = 0; i < count; i++)
        {
            var handin = new Handin(
                contest.Id,
                entrants[i % 10],
                "A",
                "pascal",
                System.Text.Encoding.UTF8.GetBytes($"{{ {i} }} {Source}"),
                Guid.NewGuid()
            );
            Assert.Equal(SubmitResult.Accepted, (await here.Submissions.AddAsync(handin, Ct)).Result);
        }

        return (contest, entrants);
    }

    /// <summary>Waits for so many verdicts; a killed judge is missed after a few seconds.</summary>
    private protected static async Task JudgedAsync(KillArena here, int count, params WorkerProcess[] workers)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        var judged = 0;
        await foreach (var e in here.Events.FollowAsync(0, limit.Token))
        {
            judged += e.Kind is EventKind.Judged or EventKind.JudgeFailed ? 1 : 0;
            if (judged >= count)
            {
                return;
            }
        }

        Assert.Fail($"{judged} of {count} were judged in three minutes. {string.Concat(workers.Select(worker => worker.Log()))}");
    }

    private protected static async Task HoldsOneAsync(KillArena here, string judge)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(5, Ct))
        {
            if (
                await here.Database.ReadAsync(
                    c => Dapper.SqlMapper.ExecuteScalarAsync<long>(c, "SELECT count(*) FROM tries WHERE judge = @judge", new { judge }),
                    Ct
                ) > 0
            )
            {
                return;
            }
        }

        Assert.Fail($"The judge {judge} never took anything.");
    }
}

// Two classes, so that both wait at once until the dead are missed.
public sealed class KilledWhileJudgingTests(PostgresFixture server) : KillTests(server)
{
    private const int Submissions = 100;

    [Fact]
    public async Task A_judge_killed_in_the_middle_of_a_hundred_submissions_loses_none_and_none_is_judged_twice()
    {
        await using var here = await OpenAsync();
        var (contest, entrants) = await SubmitAllAsync(here, Submissions);

        await using var victim = Start("victim", here);
        await using var survivor = Start("survivor", here);
        await JudgedAsync(here, Submissions / 4, victim, survivor);
        await HoldsOneAsync(here, "victim");
        await victim.KillAsync();
        await JudgedAsync(here, Submissions, survivor);

        var told = await here.Events.AfterAsync(0, 1_000, Ct);
        var verdicts = told.Where(e => e.Kind is EventKind.Judged or EventKind.JudgeFailed).ToList();
        Assert.Equal(Submissions, verdicts.Count);
        Assert.Equal(Submissions, verdicts.Select(e => e.Subject).Distinct().Count());
        var facts = await here.Judgements.OfContestAsync(contest.Id, Ct);
        Assert.Equal(Submissions, facts.Count);
        Assert.All(facts, fact => Assert.Equal(Verdict.Accepted, fact.Verdict));
        Assert.Equal((0, 0), await here.Queue.StateAsync(Ct) is var line ? (line.Waiting, line.Leased) : default);
        var board = Standings.AsOf(DateTimeOffset.MaxValue, contest, entrants, facts);
        Assert.All(board, row => Assert.Equal((1, 100m, 0), (row.Rank, row.Points, row.Cells.Sum(cell => cell.Waiting))));

        Assert.True(await survivor.StopAsync() == 0, survivor.Log());
        Assert.Contains("\"Submission\"", survivor.Log());
    }
}

public sealed class KilledWhileRejudgingTests(PostgresFixture server) : KillTests(server)
{
    [Fact]
    public async Task A_judge_killed_while_it_judges_again_loses_nothing_and_an_unchanged_package_changes_nothing()
    {
        const int Few = 30;
        await using var here = await OpenAsync();
        var (contest, _) = await SubmitAllAsync(here, Few);
        await using var victim = Start("victim", here);
        await using var survivor = Start("survivor", here);
        await JudgedAsync(here, Few, victim, survivor);
        var (facts, told) = (await here.Judgements.OfContestAsync(contest.Id, Ct), await here.Events.LastSequenceAsync(Ct));

        var rejudging = (await here.Rejudgings.StartAsync(new RejudgeScope(contest.Id), "", "lan", Ct))!;
        await HoldsOneAsync(here, "victim");
        await victim.KillAsync();
        for (
            var watch = Stopwatch.StartNew();
            (await here.Rejudgings.FindAsync(rejudging.Id, Ct))!.State != RejudgingState.Ready;
            await Task.Delay(100, Ct)
        )
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(3), survivor.Log());
        }

        Assert.Empty((await here.Rejudgings.PreviewAsync(rejudging.Id, Ct))!.Entrants);
        Assert.Equal(RejudgeEnd.Granted, await here.Rejudgings.ApplyAsync(rejudging.Id, "lan", Ct));
        Assert.Equal(facts, await here.Judgements.OfContestAsync(contest.Id, Ct));
        Assert.Equal(told, await here.Events.LastSequenceAsync(Ct));
        foreach (var fact in facts)
        {
            var history = await here.Judgements.HistoryAsync(fact.Submission, Ct);
            Assert.Equal([(rejudging.Id, true), (default, false)], history.Select(one => (one.Rejudging, one.Counts)));
            Assert.Single(history.Select(one => one.Judgement.ProblemVersion).Distinct());
        }
    }
}
