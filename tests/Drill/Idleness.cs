namespace Drill;

/// <summary>What was the case at a moment.</summary>
/// <param name="Waiting">Submissions without a verdict that no node holds; 0 where the database does not answer.</param>
/// <param name="Free">Slots of nodes that are there and hold nothing.</param>
internal readonly record struct Sample(DateTimeOffset At, bool DatabaseAnswers, int Waiting, int Free)
{
    /// <summary>Something should be handed out.</summary>
    public bool IsOwed => DatabaseAnswers && Waiting > 0 && Free > 0;
}

/// <summary>How long work lay beside a free slot.</summary>
internal static class Idleness
{
    /// <summary>A machine that stood still for longer than this between two looks is not the dispatcher's fault.</summary>
    private static readonly TimeSpan MostBetween = TimeSpan.FromSeconds(1);

    /// <summary>The longest time without a dispatch while one was owed at every look, and when it ended.</summary>
    /// <param name="samples">In order of time.</param>
    /// <param name="dispatches">In order of time.</param>
    public static (TimeSpan Longest, DateTimeOffset At) Of(IReadOnlyList<Sample> samples, IReadOnlyList<DateTimeOffset> dispatches)
    {
        var (longest, at, running, next) = (TimeSpan.Zero, default(DateTimeOffset), TimeSpan.Zero, 0);
        foreach (var (before, now) in samples.Zip(samples.Skip(1)))
        {
            var dispatched = false;
            for (; next < dispatches.Count && dispatches[next] <= now.At; next++)
            {
                dispatched |= dispatches[next] > before.At;
            }

            var between = now.At - before.At;
            running =
                dispatched || !before.IsOwed || !now.IsOwed ? TimeSpan.Zero : running + (between < MostBetween ? between : MostBetween);
            (longest, at) = running > longest ? (running, now.At) : (longest, at);
        }

        return (longest, at);
    }
}
