using Judge.Sandbox;

namespace Judge.Queue;

/// <summary>What a judge node says of itself with each question for work; also its sign of life.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
internal sealed record NodeReport
{
    public required string Node { get; init; }

    /// <summary>Differs with each start of the node, so that what a killed one held is told from what its successor holds.</summary>
    public required Guid Run { get; init; }

    /// <summary>Version of the program, for people and to refuse what it cannot speak with.</summary>
    public required string Version { get; init; }

    /// <summary>The node's own clock, shown where it differs from the arena's.</summary>
    public required DateTimeOffset Clock { get; init; }

    public required SandboxKind Sandbox { get; init; }

    /// <summary>Submissions it judges at once.</summary>
    public required int Slots { get; init; }

    /// <summary>Verdicts since it started.</summary>
    public required long Judged { get; init; }

    /// <summary>Why it judges nothing, in a sentence; empty: it judges.</summary>
    public required string Trouble { get; init; }

    /// <summary>It stops: it finishes what it holds and wants nothing more.</summary>
    public required bool Stopping { get; init; }

    /// <summary>Languages it has images of.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Problems it need not fetch first.</summary>
    public required IReadOnlyList<string> Warm { get; init; }

    /// <summary>What it is judging, each in a slot.</summary>
    public required IReadOnlyList<Ticket> Holds { get; init; }

    /// <summary>What it has done and the arena has not taken yet; their slots are free.</summary>
    public required IReadOnlyList<Ticket> Untold { get; init; }

    /// <summary>The last orders that reached it; default: none yet.</summary>
    public required OrdersNumber Seen { get; init; }
}

/// <summary>A right to judge, given to one node.</summary>
/// <param name="Attempt">1 for the first try.</param>
[GenerateSerializer, Immutable]
internal readonly record struct Ticket(JudgingId Judging, int Attempt);

/// <param name="Epoch">Grows each time that the dispatcher wakes up.</param>
/// <param name="Number">Grows with each orders to one node.</param>
[GenerateSerializer, Immutable]
internal readonly record struct OrdersNumber(long Epoch, long Number);
