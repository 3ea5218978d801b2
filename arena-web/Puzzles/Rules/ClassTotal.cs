using Judge.Contests;

namespace ArenaWeb.Puzzles.Rules;

/// <summary>What the pupils of a class have together. Pure.</summary>
/// <param name="Pupils">Who have begun.</param>
/// <param name="Stars">Of runs that count.</param>
/// <param name="Most">All stars that those pupils can have.</param>
/// <param name="Solved">Levels, each once a pupil.</param>
internal sealed record ClassTotal(int Pupils, int Stars, int Most, int Solved)
{
    /// <summary>A sum over fewer tells too much of each.</summary>
    public const int FewestPupils = 5;

    private const int StarsOfALevel = 3;

    public static ClassTotal Nothing { get; } = new(0, 0, 0, 0);

    /// <summary>Null: so few have begun that nothing may be said of them.</summary>
    public ClassTotal? Shown => Pupils >= FewestPupils ? this : null;

    /// <param name="levels">How many there are.</param>
    public static ClassTotal Of(IEnumerable<(Clock Clock, IReadOnlyList<LevelRun> Runs)> pupils, int levels, DateTimeOffset now) =>
        pupils.Where(pupil => pupil.Clock.Start <= now).Aggregate(Nothing, (sum, pupil) => sum.With(pupil.Clock, pupil.Runs, levels));

    private ClassTotal With(Clock clock, IReadOnlyList<LevelRun> runs, int levels)
    {
        var stars = runs.Where(run => clock.Counts(run.At))
            .GroupBy(run => run.Label)
            .Select(level => LevelRun.Best(level).Stars())
            .ToList();
        return new(Pupils + 1, Stars + stars.Sum(), Most + (StarsOfALevel * levels), Solved + stars.Count(count => count > 0));
    }
}

/// <summary>A class on a board of classes.</summary>
/// <param name="Rank">From 1; who has as many stars and as many levels solved has the same.</param>
internal sealed record RankedClass(int Rank, string Name, ClassTotal Total)
{
    /// <summary>The most stars first, then the most levels solved; equals by name.</summary>
    public static IReadOnlyList<RankedClass> Of(IEnumerable<(string Name, ClassTotal Total)> classes)
    {
        var sorted = classes
            .OrderByDescending(one => one.Total.Stars)
            .ThenByDescending(one => one.Total.Solved)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .ToList();
        return [.. sorted.Select(one => new RankedClass(1 + sorted.Count(other => IsAhead(other.Total, one.Total)), one.Name, one.Total))];
    }

    private static bool IsAhead(ClassTotal one, ClassTotal other) => (one.Stars, one.Solved).CompareTo((other.Stars, other.Solved)) > 0;
}
