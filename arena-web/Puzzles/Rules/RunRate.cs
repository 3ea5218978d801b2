using System.Collections.Concurrent;

namespace ArenaWeb.Puzzles.Rules;

/// <summary>
/// How often one may run: once a second, and five at once after a rest; the robot's walk takes longer than that anyway.
/// </summary>
internal sealed class RunRate(TimeProvider time)
{
    public const int Burst = 5;

    /// <summary>More than any site has pupils; past it everybody has rested.</summary>
    private const int MostKnown = 50_000;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>When each has paid for all runs so far (the generic cell rate algorithm, ITU-T I.371).</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> _paid = new();

    /// <summary>Whether this run may be made now; one that may not costs nothing.</summary>
    /// <param name="who">A pupil's account, or a visitor's address.</param>
    public bool Enter(string who)
    {
        var now = time.GetUtcNow();
        if (_paid.Count > MostKnown)
        {
            _paid.Clear();
        }

        while (true)
        {
            var known = _paid.GetOrAdd(who, DateTimeOffset.MinValue);
            var paid = (known > now ? known : now) + Pace;
            if (paid - now > Burst * Pace)
            {
                return false;
            }

            if (_paid.TryUpdate(who, paid, known))
            {
                return true;
            }
        }
    }
}
