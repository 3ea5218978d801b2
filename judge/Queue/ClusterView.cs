using Judge.Contests;
using Judge.Sandbox;

namespace Judge.Queue;

/// <summary>What an organiser sees of the judging, as the dispatcher knows it.</summary>
/// <param name="Dispatcher">Name of the arena that the dispatcher lives in.</param>
/// <param name="AwakeSince">Since when it lives there.</param>
/// <param name="Nodes">By name.</param>
/// <param name="Lines">Contests with something in line or held.</param>
[GenerateSerializer, Immutable]
public sealed record ClusterView(
    string Dispatcher,
    DateTimeOffset AwakeSince,
    QueueState Queue,
    IReadOnlyList<NodeView> Nodes,
    IReadOnlyList<LineView> Lines
);

/// <summary>A judge node, as it said itself.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record NodeView
{
    public required string Node { get; init; }
    public required string Version { get; init; }
    public required SandboxKind Sandbox { get; init; }
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Its clock minus the arena's.</summary>
    public required TimeSpan ClockAhead { get; init; }

    public required int Slots { get; init; }

    /// <summary>Slots in use.</summary>
    public required int Busy { get; init; }

    /// <summary>Verdicts since it started.</summary>
    public required long Judged { get; init; }

    /// <summary>Why it judges nothing, in a sentence; empty: it judges.</summary>
    public required string Trouble { get; init; }

    /// <summary>It gets no more work, by an organiser's wish.</summary>
    public required bool Drained { get; init; }

    /// <summary>It has said that it stops.</summary>
    public required bool Stopping { get; init; }

    /// <summary>Another node with the same name speaks as well, and gets no work.</summary>
    public bool HasTwin { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Problems it need not fetch first.</summary>
    public required IReadOnlyList<string> Warm { get; init; }
}

/// <param name="Waiting">In line.</param>
/// <param name="Held">Being judged.</param>
/// <param name="OldestAt">When the oldest without a verdict came in; null: none waits.</param>
[GenerateSerializer, Immutable]
public sealed record LineView(ContestId Contest, int Waiting, int Held, DateTimeOffset? OldestAt);
