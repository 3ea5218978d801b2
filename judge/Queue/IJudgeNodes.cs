namespace Judge.Queue;

/// <summary>What judges are there and how the judging goes, for organisers.</summary>
public interface IJudgeNodes
{
    /// <exception cref="TimeoutException">The dispatcher is waking up on another arena: ask again.</exception>
    Task<ClusterView> ViewAsync(CancellationToken ct);

    /// <summary>A drained node gets no more work until it is resumed, wherever the dispatcher lives; it finishes what it holds.</summary>
    Task DrainAsync(string node, bool drained, CancellationToken ct);
}
