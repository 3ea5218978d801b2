namespace Judge.Verify;

/// <summary>
/// What measured times say of the time limit, as Kattis' format has it (2025-09, "Problem Limits"): at least
/// <see cref="AcceptedFactor"/> times the slowest accepted run, and at most the fastest run that must be too slow, divided by
/// <see cref="SlowFactor"/>. Times of a language with a factor are divided by that factor first.
/// </summary>
/// <param name="SlowestAccepted">Seconds of CPU, of the slowest test of an accepted solution.</param>
/// <param name="Least">Least sensible limit in seconds.</param>
/// <param name="Limit">The limit as it is, in seconds.</param>
public sealed record TimeAdvice(string Slowest, double SlowestAccepted, double Least, double Limit)
{
    public const double AcceptedFactor = 2;
    public const double SlowFactor = 1.5;

    /// <summary>A limit this many times what is needed only makes contests slow.</summary>
    private const double Loose = 20;

    private const double Resolution = 0.5;

    public bool IsTight => Limit < SlowestAccepted * AcceptedFactor;

    public bool IsLoose => Limit > Math.Max(Least * Loose, 2);

    /// <summary>Null: no accepted solution was measured.</summary>
    /// <param name="accepted">Path and slowest test of each accepted solution, in seconds before the language's factor.</param>
    public static TimeAdvice? Of(IEnumerable<(string Path, double Seconds)> accepted, double limit)
    {
        var slowest = accepted.OrderByDescending(one => one.Seconds).FirstOrDefault();
        return slowest.Path is null
            ? null
            : new TimeAdvice(
                slowest.Path,
                slowest.Seconds,
                Math.Max(Resolution, Math.Ceiling(slowest.Seconds * AcceptedFactor / Resolution) * Resolution),
                limit
            );
    }
}
