namespace ArenaWeb.Puzzles.Rules;

/// <summary>How a level did, for its author. Pure.</summary>
/// <param name="Tried">Pupils.</param>
/// <param name="Solved">Pupils.</param>
/// <param name="MedianRuns">Until it was solved; null: nobody has.</param>
/// <param name="Ends">The commonest ends of runs that failed with their numbers, at most three.</param>
/// <param name="Shortest">Fewest blocks of a program that solved it; null: nobody has.</param>
internal sealed record LevelFigures(
    string Label,
    int Tried,
    int Solved,
    int Runs,
    int? MedianRuns,
    IReadOnlyList<(string End, int Count)> Ends,
    int? Shortest
)
{
    private const int EndsTold = 3;
    private const double TooHard = 0.30;
    private const double TooEasy = 0.98;

    /// <summary>Fewer pupils say nothing of a level.</summary>
    private const int Enough = 20;

    /// <summary>0 to 1; null: nobody tried.</summary>
    public double? Share => Tried == 0 ? null : (double)Solved / Tried;

    public bool IsHard => Tried >= Enough && Share < TooHard;

    public bool IsEasy => Tried >= Enough && Share > TooEasy;

    /// <param name="runs">Of the level, of all pupils, in the order they were made.</param>
    public static LevelFigures Of(string label, IReadOnlyCollection<LevelRun> runs)
    {
        var byPupil = runs.GroupBy(run => run.Entrant).Select(group => group.ToList()).ToList();
        var needed = byPupil.Select(NeedRule.RunsToSolve).OfType<int>().Order().ToList();
        return new(
            label,
            byPupil.Count,
            needed.Count,
            runs.Count,
            needed.Count == 0 ? null : needed[(needed.Count - 1) / 2],
            [
                .. runs.Where(run => run is { Stars: 0, End.Length: > 0 })
                    .GroupBy(run => run.End)
                    .Select(group => (group.Key, group.Count()))
                    .OrderByDescending(end => end.Item2)
                    .ThenBy(end => end.Key, StringComparer.Ordinal)
                    .Take(EndsTold),
            ],
            runs.Where(run => run is { IsSolved: true, Blocks: > 0 }).Select(run => (int?)run.Blocks).Min()
        );
    }
}
