using Judge.Sandbox;

namespace Judge.Queue;

/// <summary>Where judges report their health.</summary>
public interface IJudgeHeartbeats
{
    /// <summary>Says that a judge lives; <see cref="JudgeState.SeenAt"/> is set here.</summary>
    Task BeatAsync(JudgeState state, CancellationToken ct);

    /// <summary>Judges seen in the last minute, by name.</summary>
    Task<IReadOnlyList<JudgeState>> SeenAsync(CancellationToken ct);
}

/// <summary>One judge's health as it said itself.</summary>
/// <param name="Slots">Boxes it may open at once.</param>
/// <param name="Busy">Boxes in use.</param>
/// <param name="Judged">Verdicts since it started.</param>
/// <param name="Trouble">Why it judges nothing, in a sentence; empty: it judges.</param>
public sealed record JudgeState(string Name, DateTimeOffset SeenAt, SandboxKind Sandbox, int Slots, int Busy, long Judged, string Trouble);
