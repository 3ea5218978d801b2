using System.Diagnostics;

namespace Judge.Settings;

/// <summary>
/// Where a submission's time goes, for whoever listens to the activity source <c>Judge</c> (a trace, or the bench). While nobody listens it
/// costs nothing.
/// </summary>
internal static class Tracing
{
    public const string SourceName = "Judge";

    /// <summary>In the arena: from the pupil's request to the stored hand-in.</summary>
    public const string Handin = "handin";

    /// <summary>In the arena: from the hand-in to the first node that judges it.</summary>
    public const string Line = "line";

    /// <summary>The whole judging at a node, from the order to the stored verdict.</summary>
    public const string Judging = "judging";

    /// <summary>Waiting for a slot and taking a box.</summary>
    public const string Box = "box";

    public const string Compile = "compile";

    /// <summary>A test, once: the program in its box, with the way there and back.</summary>
    public const string Run = "run";

    public const string Check = "check";

    /// <summary>Keeping the verdict and telling of it.</summary>
    public const string Store = "store";

    /// <summary>Stages that are part of no other.</summary>
    public static IReadOnlySet<string> Wholes { get; } = new HashSet<string> { Handin, Line, Judging };

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Ends when disposed; null: nobody listens.</summary>
    public static Activity? Begin(string stage) => Source.StartActivity(stage);

    /// <summary>As <see cref="Begin(string)"/>, of a trace that is known.</summary>
    /// <param name="since">When it began; null: now.</param>
    public static Activity? Begin(string stage, ActivityContext trace, DateTimeOffset? since = null) =>
        Source.StartActivity(stage, ActivityKind.Internal, trace, startTime: since ?? default);
}
