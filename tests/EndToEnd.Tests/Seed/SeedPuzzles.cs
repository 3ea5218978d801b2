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

    /// <summary>Open for the day, without a time of one's own.</summary>
    public static async Task<Entry> AddAsync(Seeder seeder, DateTimeOffset now)
    {
        var hour = await seeder.AddContestAsync(ContestOf("GIO-LAP-TRINH", "Giờ lập trình", now.AddMinutes(-30), now.AddHours(10)));
        var entry = new Entry(hour, await seeder.AddPupilsAsync(hour, SeedPeople.Pupils(36)));
        await PlayAsync(seeder, entry, now);
        return entry;
    }

    /// <summary>It is over; three pupils of a class have the same program.</summary>
    public static async Task<Entry> AddPastAsync(Seeder seeder, DateTimeOffset now)
    {
        var hour = await seeder.AddContestAsync(ContestOf("GIO-LAP-TRINH-1", "Giờ lập trình tuần trước", now.AddDays(-7), now.AddDays(-6)));
        var pupils = SeedPeople.Pupils(3).Select(pupil => pupil with { School = "TH Lê Lợi", Class = "4A" }).ToList();
        var entry = new Entry(hour, await seeder.AddPupilsAsync(hour, pupils));
        foreach (var (i, card) in entry.Cards.Index())
        {
            await RunAsync(seeder, entry, card.Entrant, "B4", "accepted/ideal", hour.Start.AddSeconds(10 + (200 * i)));
        }

        return entry;
    }

    private static Contest ContestOf(string code, string name, DateTimeOffset start, DateTimeOffset end) =>
        new()
        {
            Code = code,
            Names = new Dictionary<string, string> { ["vi"] = name, ["en"] = "Hour of puzzles" },
            Scoring = ScoringStyle.PointsWithPenalty,
            Start = start,
            End = end,
            Problems = [.. Levels.Select(level => new ContestProblem(level.Label, level.Name, Stars))],
            Feedback = Feedback.Tests,
        };

    /// <summary>The last three have played: one is stuck, one has stars, and the player has begun.</summary>
    private static async Task PlayAsync(Seeder seeder, Entry hour, DateTimeOffset now)
    {
        (int Pupil, string Label, string Program, double Minutes)[] runs =
        [
            (2, "A1", "accepted/ideal", 20),
            (2, "A7", "accepted/ideal", 15),
            (2, "A10", "accepted/ideal", 10),
            (3, "A1", "accepted/ideal", 12),
            (3, "A7", "wrong_answer/looks-back", 8),
            (3, "A7", "wrong_answer/looks-back", 6),
            (3, "A7", "wrong_answer/looks-back", 4),
            (3, "A7", "wrong_answer/looks-back", 3),
            (1, "A1", "accepted/ideal", 2),
        ];
        foreach (var (pupil, label, program, minutes) in runs)
        {
            await RunAsync(seeder, hour, hour.Cards[^pupil].Entrant, label, program, now.AddMinutes(-minutes));
        }
    }

    private static async Task RunAsync(Seeder seeder, Entry hour, EntrantId pupil, string label, string program, DateTimeOffset at)
    {
        var name = Levels.First(level => level.Label == label).Name;
        var file = Path.Combine(Repository.Root, "problems", "worlds", name, "submissions", $"{program}.json");
        var source = await File.ReadAllBytesAsync(file);
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
