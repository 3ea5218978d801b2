namespace Judge.Verify;

/// <summary>
/// A verification in the background: waiting for its turn, under way, done (<see cref="Result"/>) or failed (<see cref="Failure"/>).
/// </summary>
/// <param name="Name">The package.</param>
public sealed record PackageCheck(string Name, DateTimeOffset StartedAt)
{
    /// <summary>Its turn has come.</summary>
    public bool HasBegun { get; init; }

    /// <summary>What is being done: <c>data</c>, <c>checker</c>, or the path of the solution that is judged; may be empty.</summary>
    public string Step { get; init; } = "";

    /// <summary>How much is done, 0 to 1.</summary>
    public double Share { get; init; }

    /// <summary>Null: not done, or failed.</summary>
    public Verification? Result { get; init; }

    /// <summary>Why it came to nothing, in a sentence; empty: it did not fail.</summary>
    public string Failure { get; init; } = "";

    public bool IsRunning => Result is null && Failure.Length == 0;
}
