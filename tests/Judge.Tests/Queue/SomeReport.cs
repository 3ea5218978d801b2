using Judge.Queue;
using Judge.Sandbox;

namespace Judge.Tests.Queue;

/// <summary>What an ordinary node says.</summary>
internal sealed class SomeReport(string node)
{
    private static readonly Guid Run = new("7c0f5a52-0000-4000-8000-000000000001");

    public NodeReport Of(int slots, params IEnumerable<Ticket> holds) =>
        new()
        {
            Node = node,
            Run = Run,
            Version = "1.0",
            Clock = default,
            Sandbox = SandboxKind.Docker,
            Slots = slots,
            Judged = 0,
            Trouble = "",
            Stopping = false,
            Languages = ["pascal"],
            Warm = [],
            Holds = [.. holds],
            Untold = [],
            Seen = default,
        };
}
