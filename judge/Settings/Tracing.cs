using System.Diagnostics;

namespace Judge.Settings;

/// <summary>
/// Where a submission's time goes, for whoever listens to the activity source <c>Judge</c> (a trace, or the bench). While nobody listens it
/// costs nothing.
/// </summary>
internal static class Tracing
{
    public const string SourceName = "Judge";

    /// <summary>The whole judging, from the lease to the stored verdict.</summary>
    public const string Judging = "judging";

    /// <summary>Waiting for a slot and taking a box.</summary>
    public const string Box = "box";

    public const string Compile = "compile";

    /// <summary>A test, once: the program in its box, with the way there and back.</summary>
    public const string Run = "run";

    public const string Check = "check";

    /// <summary>Keeping the verdict and telling of it.</summary>
    public const string Store = "store";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Ends when disposed; null: nobody listens.</summary>
    public static Activity? Begin(string stage) => Source.StartActivity(stage);
}
