using ArenaWeb.Accounts;
using Judge.Contests;
using Judge.Problems;
using Judge.Submit;
using Judge.Worlds;
using Support;

namespace EndToEnd.Tests.Seed;

/// <summary>An hour of puzzles with a few of our levels.</summary>
internal static class SeedPuzzles
{
    /// <summary>Levels by their labels.</summary>
    private static readonly (string Label, string Name)[] Levels =
    [
        ("A1", "a01"),
        ("A7", "a07"),
        ("A10", "a10"),
        ("A13", "a13"),
        ("B4", "b04"),
        ("B7", "b07"),
    ];

    private const int Stars = 3;

    /// <summary>Pupils of the one class of <see cref="AddOwnAsync"/>; another one comes after them.</summary>
    public const int ClassSize = 24;

    /// <summary>
    /// Open for the day, without a time of one's own. The last three have played: one is stuck, one has stars, and the player has begun.
    /// </summary>
    public static async Task<Entry> AddAsync(Seeder seeder, DateTimeOffset now)
    {
        var hour = new Dictionary<string, string> { ["vi"] = "Giờ lập trình", ["en"] = "Hour of puzzles" };
        var entry = await AddAsync(seeder, Contest("GIO-LAP-TRINH", hour, now.AddMinutes(-30)), SeedPeople.Pupils(36));
        await PlayAsync(
            seeder,
            entry,
            now,
            [
                (^2, "A1", "accepted/ideal", 20),
                (^2, "A7", "accepted/ideal", 15),
                (^2, "A10", "accepted/ideal", 10),
                (^3, "A1", "accepted/ideal", 12),
                (^3, "A7", "wrong_answer/looks-back", 8),
                (^3, "A7", "wrong_answer/looks-back", 6),
                (^3, "A7", "wrong_answer/looks-back", 4),
                (^3, "A7", "wrong_answer/looks-back", 3),
                (^1, "A1", "accepted/ideal", 2),
            ]
        );
        return entry;
    }

    /// <summary>It is over; three pupils of a class have the same program.</summary>
    public static async Task<Entry> AddPastAsync(Seeder seeder, DateTimeOffset now)
    {
        var names = new Dictionary<string, string> { ["vi"] = "Giờ lập trình tuần trước", ["en"] = "Hour of puzzles" };
        var contest = Contest("GIO-LAP-TRINH-1", names, now.AddDays(-7)) with { End = now.AddDays(-6) };
        var pupils = SeedPeople.Pupils(3).Select(pupil => pupil with { School = "TH Lê Lợi", Class = "4A" }).ToList();
        var entry = await AddAsync(seeder, contest, pupils);
        foreach (var (i, card) in entry.Cards.Index())
        {
            await RunAsync(seeder, entry, card.Entrant, "B4", "accepted/ideal", contest.Start.AddSeconds(10 + (200 * i)));
        }

        return entry;
    }

    /// <summary>
    /// With an own hour for each. A class has not begun, but for its first pupil, who ran a level once and then nothing for long; the last
    /// pupil is of another class, solved a level, and has a minute or less left.
    /// </summary>
    public static async Task<Entry> AddOwnAsync(Seeder seeder, DateTimeOffset now)
    {
        var week = new Dictionary<string, string> { ["vi"] = "Tuần lập trình", ["en"] = "Week of puzzles" };
        var contest = Contest("TUAN-LAP-TRINH", week, now.AddHours(-20)) with { Duration = TimeSpan.FromHours(1) };
        var pupils = SeedPeople
            .Pupils(ClassSize + 1)
            .Select((one, i) => i < ClassSize ? one with { School = "TH Hoa Mai", Class = "5A" } : one);
        var entry = await AddAsync(seeder, contest, [.. pupils]);
        var starts = new Dictionary<EntrantId, DateTimeOffset>
        {
            [entry.Cards[0].Entrant] = now.AddMinutes(-15),
            [entry.Cards[^1].Entrant] = now.AddMinutes(-59).AddSeconds(30),
        };
        await seeder.DoAsync<IContestActs>(acts => acts.ScheduleAsync(entry.Contest.Id, starts, CancellationToken.None));
        await PlayAsync(seeder, entry, now, [(^1, "A1", "accepted/ideal", 40), (0, "A1", "wrong_answer/two-steps", 12)]);
        return entry;
    }

    private static Contest Contest(string code, IReadOnlyDictionary<string, string> names, DateTimeOffset start) =>
        new()
        {
            Code = code,
            Names = names,
            Scoring = ScoringStyle.PointsWithPenalty,
            Start = start,
            End = start.AddHours(30),
            Problems = [.. Levels.Select(level => new ContestProblem(level.Label, level.Name, Stars))],
            Feedback = Feedback.Tests,
        };

    private static async Task<Entry> AddAsync(Seeder seeder, Contest contest, IReadOnlyList<NewPerson> pupils)
    {
        var added = await seeder.AddContestAsync(contest);
        return new Entry(added, await seeder.AddPupilsAsync(added, pupils));
    }

    /// <summary>The program of a level that is handed in with it, such as <c>accepted/ideal</c>.</summary>
    public static byte[] Program(string label, string program) =>
        File.ReadAllBytes(
            Path.Combine(
                Repository.Root,
                "problems",
                "worlds",
                Levels.First(level => level.Label == label).Name,
                "submissions",
                $"{program}.json"
            )
        );

    /// <param name="runs">In the order they were made, each so many minutes ago.</param>
    private static async Task PlayAsync(
        Seeder seeder,
        Entry hour,
        DateTimeOffset now,
        (Index Pupil, string Label, string Program, double Minutes)[] runs
    )
    {
        foreach (var (pupil, label, program, minutes) in runs)
        {
            await RunAsync(seeder, hour, hour.Cards[pupil].Entrant, label, program, now.AddMinutes(-minutes));
        }
    }

    private static async Task RunAsync(Seeder seeder, Entry hour, EntrantId pupil, string label, string program, DateTimeOffset at)
    {
        var name = Levels.First(level => level.Label == label).Name;
        var source = Program(label, program);
        var handin = new Handin(hour.Contest.Id, pupil, label, "", source, Guid.NewGuid()) { Kind = HandinKind.Blocks };
        var report = PuzzleJudge.Judge(seeder.Problem(name).Level!, source).Report!;
        await seeder.HandInAsync(
            handin,
            at,
            new()
            {
                Verdict = report.Worlds.All(world => world.IsSolved) ? Verdict.Accepted : Verdict.WrongAnswer,
                Share = report.Stars / (decimal)Stars,
                Puzzle = report,
            }
        );
    }
}
