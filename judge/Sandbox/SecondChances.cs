namespace Judge.Sandbox;

/// <summary>Keeps the <see cref="Chances"/> of one compile, or of one submission, whose tests may run on several cores at once.</summary>
internal sealed class SecondChances
{
    private readonly Lock _gate = new();
    private Chances _left = Chances.OfOneSubmission;

    /// <summary>Runs once, and once more where that is fair.</summary>
    /// <param name="run">One run with these limits.</param>
    /// <param name="endingOf">How the program ended in it.</param>
    /// <param name="counting">Which of two runs counts.</param>
    public async Task<T> RunAsync<T>(Limits limits, Func<Limits, Task<T>> run, Func<T, Ending> endingOf, Func<T, T, T> counting)
    {
        var first = await run(limits);
        Limits? again;
        lock (_gate)
        {
            again = FairTime.Again(endingOf(first), limits, _left);
        }

        if (again is null)
        {
            return first;
        }

        var second = await run(again);
        lock (_gate)
        {
            _left = FairTime.After(endingOf(first), endingOf(second), _left);
        }

        return counting(first, second);
    }
}
