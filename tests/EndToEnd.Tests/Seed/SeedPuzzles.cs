using Judge.Contests;
using Judge.Problems;

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
        var hour = await seeder.AddContestAsync(
            new()
            {
                Code = "GIO-LAP-TRINH",
                Names = new Dictionary<string, string> { ["vi"] = "Giờ lập trình", ["en"] = "Hour of puzzles" },
                Scoring = ScoringStyle.PointsWithPenalty,
                Start = now.AddMinutes(-30),
                End = now.AddHours(10),
                Problems = [.. Levels.Select(level => new ContestProblem(level.Label, level.Name, Stars))],
                Feedback = Feedback.Tests,
            }
        );
        return new Entry(hour, await seeder.AddPupilsAsync(hour, SeedPeople.Pupils(12)));
    }
}
