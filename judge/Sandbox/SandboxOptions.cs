using Judge.Sandbox.Docker;

namespace Judge.Sandbox;

/// <summary>Settings of the sandbox; each default serves a judge on its own machine.</summary>
internal sealed record SandboxOptions
{
    /// <summary>Where sandbox-images/build put its results: a folder an image, and runner/runner.</summary>
    public string ImagesFolder { get; init; } = Path.Combine(".artifacts", "images");

    public EngineAddress Engine { get; init; } = EngineAddress.Of("/var/run/docker.sock");

    /// <summary>Boxes open at once, or 0 for one a core. More than one a core makes measured times worthless.</summary>
    public int Slots { get; init; }

    /// <summary>Submissions that one box may serve while the queue is long; a fresh box costs about 0.1 s of a core.</summary>
    public int UsesPerBox { get; init; } = 25;

    /// <summary>A used box that nobody wanted for this long is replaced by a fresh one.</summary>
    public TimeSpan IdleBeforeFresh { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Where the runners' sockets lie; short, because a socket's path has at most 107 bytes. Empty: chosen at start.</summary>
    public string SocketFolder { get; init; } = "";

    /// <summary>Memory in bytes for test data that is read once and kept for all runs.</summary>
    public long KeptInputBytes { get; init; } = 512L << 20;

    /// <summary>Only this kind may be chosen; <see cref="SandboxKind.None"/>: whichever works, Docker first.</summary>
    public SandboxKind Only { get; init; }

    /// <summary>Reads CONTEST_IMAGES and where the engine is.</summary>
    public static SandboxOptions FromEnvironment(Func<string, string?> variable)
    {
        var options = new SandboxOptions();
        return options with
        {
            ImagesFolder = variable("CONTEST_IMAGES") ?? options.ImagesFolder,
            Engine = EngineAddress.FromEnvironment(variable, File.Exists),
        };
    }
}
