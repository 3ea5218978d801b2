using Judge.Settings;

namespace Judge.Queue;

/// <summary>What the heartbeats tell of the nodes, until the dispatcher tells more.</summary>
internal sealed class NodesByHeartbeat(IJudgeQueue queue, IJudgeHeartbeats heartbeats, JudgeOptions options, TimeProvider clock)
    : IJudgeNodes
{
    private readonly DateTimeOffset _since = clock.GetUtcNow();

    public async Task<ClusterView> ViewAsync(CancellationToken ct) =>
        new(options.Node, _since, await queue.StateAsync(ct), [.. (await heartbeats.SeenAsync(ct)).Select(ViewOf)], []);

    public Task DrainAsync(string node, bool drained, CancellationToken ct) => Task.CompletedTask;

    private static NodeView ViewOf(JudgeState judge) =>
        new()
        {
            Node = judge.Name,
            Version = ProgramVersion.Own,
            Sandbox = judge.Sandbox,
            SeenAt = judge.SeenAt,
            ClockAhead = TimeSpan.Zero,
            Slots = judge.Slots,
            Busy = judge.Busy,
            Judged = judge.Judged,
            Trouble = judge.Trouble,
            Drained = false,
            Stopping = false,
            Languages = [],
            Warm = [],
        };
}
