using Judge.Problems;

namespace Judge.Score;

/// <summary>From a hand-in to its judgement: one implementation a kind of hand-in, each in its own folder.</summary>
internal interface IEvaluator
{
    /// <summary>What it can evaluate.</summary>
    HandinKind Handin { get; }

    /// <exception cref="Exception">
    /// Our own failure, which says nothing about the hand-in: try again. What the entrant did wrong is a judgement.
    /// </exception>
    Task<Judgement> EvaluateAsync(EvaluationJob job, CancellationToken ct);
}

/// <summary>A hand-in that is to be evaluated.</summary>
/// <param name="Language">Folder name under sandbox-images; of no meaning where no program is handed in.</param>
/// <param name="Handin">The bytes as they came.</param>
internal sealed record EvaluationJob(Problem Problem, string Language, ReadOnlyMemory<byte> Handin)
{
    /// <summary>ICPC scoring asks no more than which test failed first; points need them all.</summary>
    public bool StopAtFirstFailure { get; init; }

    /// <summary>Told of each test as soon as it is decided: in the order of the tests, one at a time. Null: nobody listens.</summary>
    public Action<TestOutcome>? OnTest { get; init; }
}
