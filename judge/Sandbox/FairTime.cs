namespace Judge.Sandbox;

/// <summary>When a run that was stopped is done once more, and which of the two counts.</summary>
internal static class FairTime
{
    /// <summary>Times the limit on the clock, for a program that may have been kept waiting by a busy machine.</summary>
    private const int Patience = 5;

    /// <summary>
    /// The limits of a second run; null: the first one counts. A program stopped by the clock either waits or was itself kept waiting,
    /// which would not be its fault: it gets more patience. One that used up its CPU time may have been slowed down by its neighbours: it
    /// gets the same again.
    /// </summary>
    public static Limits? Again(Ending first, Limits limits, Chances left) =>
        first switch
        {
            Ending.WallLimit when left.Waiting > 0 => limits with { Wall = Patience * limits.Wall },
            Ending.CpuLimit when left.Working > 0 => limits,
            _ => null,
        };

    /// <summary>What is left after a second run: who only waits, surely and not by bad luck, is not waited for again.</summary>
    public static Chances After(Ending first, Ending second, Chances left) =>
        first switch
        {
            Ending.WallLimit => left with { Waiting = second == Ending.WallLimit ? 0 : left.Waiting - 1 },
            Ending.CpuLimit => left with { Working = left.Working - 1 },
            _ => left,
        };

    /// <summary>The run that counts: the second one unless it shows no more than the first did.</summary>
    public static Execution Counting(Execution first, Execution second) =>
        first.Ending == Ending.CpuLimit && second.Ending is Ending.CpuLimit or Ending.WallLimit ? first : second;
}

/// <summary>
/// Second runs that a submission may still get: one that is stopped on every test would hold a core for minutes that others wait for.
/// </summary>
/// <param name="Waiting">For runs stopped by the clock.</param>
/// <param name="Working">For runs that used up their CPU time.</param>
internal readonly record struct Chances(int Waiting, int Working)
{
    public static Chances OfOneSubmission { get; } = new(3, 3);
}
