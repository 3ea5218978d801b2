using Judge.Contests;
using Judge.Problems;
using Judge.Submit;

namespace EndToEnd.Tests.Seed;

/// <summary>Plays the pupils: who is how good is drawn by seed, so that boards look like boards and are the same each time.</summary>
internal static class SimulatedPlay
{
    /// <summary>Packages from easy to hard.</summary>
    public static IReadOnlyList<string> Problems { get; } =
    ["kehoachnho", "sonut", "tietkiemdien", "aodongphuc", "chiakeo", "hoichoxuan", "mayin", "hoitrai", "trieucuong", "kyyeu"];

    /// <summary>All pupils of a contest work from its start until the given moment.</summary>
    public static async Task PlayAsync(Seeder seeder, Entry entry, int seed, DateTimeOffset until)
    {
        var random = new Random(seed);
        var tries = entry.Cards.SelectMany(
            (card, i) => Tries(entry.Contest, card.Entrant, Skill(i, entry.Cards.Count, random), until, random)
        );
        foreach (var hand in tries.OrderBy(hand => hand.At))
        {
            var problem = seeder.Problem(hand.Solution.Problem);
            var judgement = SeedJudgements.Of(hand.Solution, problem, hand.Solution.Verdict, hand.Passed, random);
            await seeder.HandInAsync(entry.Contest, hand.Entrant, hand.Label, hand.Solution, hand.At, judgement);
        }
    }

    /// <summary>The first pupil of the contest meets every verdict once, the last minutes ago.</summary>
    public static async Task<IReadOnlyDictionary<Verdict, SubmissionId>> ShowAllVerdictsAsync(Seeder seeder, Entry entry)
    {
        var random = new Random(1);
        var shown = new Dictionary<Verdict, SubmissionId>();
        var at = entry.Contest.Start;
        foreach (var verdict in Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.None))
        {
            // Nobody writes a source for an error of ours.
            var wanted = verdict == Verdict.JudgeError ? Verdict.Accepted : verdict;
            var (place, solution) = entry
                .Contest.Problems.SelectMany(place =>
                    SampleSolution
                        .All.Where(solution => solution.Problem == place.Problem && solution.Verdict == wanted)
                        .Select(solution => (place, solution))
                )
                .Last();
            at += TimeSpan.FromMinutes(7.3);
            var judgement = SeedJudgements.Of(
                solution,
                seeder.Problem(solution.Problem),
                verdict,
                verdict == Verdict.WrongAnswer ? 0.6 : 0,
                random
            );
            shown[verdict] = await seeder.HandInAsync(entry.Contest, entry.Cards[0].Entrant, place.Label, solution, at, judgement);
        }
        return shown;
    }

    private static double Skill(int index, int count, Random random) =>
        Math.Clamp(1 - (index * 7 % count / (double)count) + random.NextDouble() * 0.2 - 0.1, 0.05, 0.98);

    /// <summary>One pupil's way: problem after problem, up to four tries each, every try a little nearer.</summary>
    private static IEnumerable<Hand> Tries(Contest contest, EntrantId entrant, double skill, DateTimeOffset until, Random random)
    {
        var at = contest.Start;
        foreach (var (place, number) in contest.Problems.Select((place, i) => (place, i)))
        {
            var chance = Math.Clamp(skill * 1.35 - number / (double)contest.Problems.Count, 0.02, 0.97);
            for (var attempt = 1; attempt <= 4; attempt++)
            {
                at += (contest.End - contest.Start) / (contest.Problems.Count + 2) * (0.25 + random.NextDouble() * 0.9);
                if (at >= until)
                {
                    yield break;
                }

                var solved = random.NextDouble() < chance;
                yield return new Hand(entrant, place.Label, Some(place.Problem, solved, random), at, Math.Min(0.9, chance + attempt * 0.1));
                if (solved || random.NextDouble() > skill)
                {
                    break;
                }
            }
        }
    }

    private static SampleSolution Some(string problem, bool solved, Random random)
    {
        var solutions = SampleSolution
            .All.Where(solution => solution.Problem == problem && solution.Verdict == Verdict.Accepted == solved)
            .ToList();
        return solutions[random.Next(solutions.Count)];
    }

    /// <param name="Passed">Share of the tests that a wrong solution passes.</param>
    private sealed record Hand(EntrantId Entrant, string Label, SampleSolution Solution, DateTimeOffset At, double Passed);
}
