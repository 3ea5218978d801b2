namespace Judge.Queue;

/// <summary>
/// Start-time fair queueing (Goyal, Vin, Cheng 1996) with one unit of work a submission: the n-th waiting submission of
/// one entrant stands n turns behind the clock, so a flood lines up behind everybody else's next one.
/// </summary>
internal static class FairTurn
{
    /// <summary>Submissions are taken by priority, then turn, then number.</summary>
    /// <param name="clock">Greatest turn taken so far in this priority.</param>
    /// <param name="last">Last turn this entrant drew in this priority; null: none yet.</param>
    public static long Next(long clock, long? last) => Math.Max(clock, last + 1 ?? 0);
}
