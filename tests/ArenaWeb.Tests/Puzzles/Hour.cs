using ArenaWeb.Accounts;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Tests.Puzzles;

/// <summary>An arena with levels, contests of an hour in it, and a judge that says what a test wants.</summary>
internal sealed class Hour(ArenaFixture arena)
{
    public static readonly string[] Levels = ["a01", "a02", "a03"];

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Open for four hours, of which one has passed; an hour for each.</summary>
    public async Task<Contest> AddAsync(Func<Contest, Contest>? change = null)
    {
        TestLevels.Write(arena.ProblemsFolder, Levels);
        return await arena.AddContestAsync(contest =>
        {
            var hour = contest with
            {
                Scoring = ScoringStyle.PointsWithPenalty,
                PenaltyMinutes = 0,
                End = contest.Start.AddHours(4),
                Duration = TimeSpan.FromMinutes(60),
                Problems = [.. Levels.Select((name, i) => new ContestProblem($"A{i + 1}", name, 3))],
            };
            return change?.Invoke(hour) ?? hour;
        });
    }

    /// <summary>A pupil whose hour begins now.</summary>
    public async Task<(Card Card, Browser Browser)> PupilAsync(Contest contest, string sbd = "HS001", string name = "Nguyễn Thị Minh Anh")
    {
        var card = await arena.AddPupilAsync(contest, sbd, name);
        await BeginAsync(contest, card.Entrant);
        return (card, await arena.SignInAsync(contest, card));
    }

    public Task BeginAsync(Contest contest, EntrantId entrant) => arena.Get<IContestActs>().BeginAsync(contest.Id, entrant, Ct);

    /// <summary>Judges a run while its page waits for the answer.</summary>
    public async Task<T> JudgedAsync<T>(Task<T> asked, PuzzleReport report)
    {
        while (!asked.IsCompleted)
        {
            await arena.JudgeAllAsync(_ => JudgementOf(report));
            await Task.WhenAny(asked, Task.Delay(10, Ct));
        }

        return await asked;
    }

    public async Task<SubmissionId> RunAsync(
        Contest contest,
        EntrantId entrant,
        string label,
        PuzzleReport report,
        string program = Pupil.Program
    )
    {
        var handin = new Handin(contest.Id, entrant, label, "", System.Text.Encoding.UTF8.GetBytes(program), Guid.NewGuid())
        {
            Kind = HandinKind.Blocks,
            MadeAgo = TimeSpan.Zero,
        };
        var handed = await arena.Get<ISubmissions>().AddAsync(handin, Ct);
        Assert.Equal(SubmitResult.Accepted, handed.Result);
        await arena.JudgeAllAsync(_ => JudgementOf(report));
        return handed.Id;
    }

    public static Judgement JudgementOf(PuzzleReport report) =>
        new()
        {
            Verdict = report.Stars == 3 ? Verdict.Accepted : Verdict.WrongAnswer,
            Share = report.Stars / 3m,
            Puzzle = report,
        };

    public static PuzzleReport Won { get; } = new(3, false, 2, [], [End(1, "ok", 3), End(2, "ok", 7, hidden: true)]);

    public static PuzzleReport Failed(string code) => new(0, false, 3, [], [End(1, code, 7), End(2, code, 7, hidden: true)]);

    public static WorldEnd End(int world, string code, int tick, bool hidden = false) => new(world, hidden, code, tick, 0, 1, 0, 2, 4);
}
