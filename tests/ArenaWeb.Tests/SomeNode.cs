using Judge.Queue;
using Judge.Sandbox;

namespace ArenaWeb.Tests;

/// <summary>An ordinary judge node as the dispatcher shows it.</summary>
internal static class SomeNode
{
    public static NodeView View(string name, SandboxKind sandbox = SandboxKind.Docker, string trouble = "") =>
        new()
        {
            Node = name,
            Version = "1.0",
            Sandbox = sandbox,
            SeenAt = default,
            ClockAhead = default,
            Slots = 2,
            Busy = 0,
            Judged = 10,
            Trouble = trouble,
            Drained = false,
            Stopping = false,
            Languages = ["pascal"],
            Warm = [],
        };
}
