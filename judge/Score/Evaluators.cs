using Judge.Problems;

namespace Judge.Score;

/// <summary>Brings each hand-in to the evaluator of what its problem asks for.</summary>
internal sealed class Evaluators(IEnumerable<IEvaluator> all)
{
    private readonly Dictionary<HandinKind, IEvaluator> _byKind = all.ToDictionary(evaluator => evaluator.Handin);

    /// <inheritdoc cref="IEvaluator.EvaluateAsync"/>
    public Task<Judgement> EvaluateAsync(EvaluationJob job, CancellationToken ct) =>
        _byKind.TryGetValue(job.Problem.Handin, out var evaluator)
            ? evaluator.EvaluateAsync(job, ct)
            : throw new NotSupportedException($"Nothing here evaluates {job.Problem.Handin}.");
}
