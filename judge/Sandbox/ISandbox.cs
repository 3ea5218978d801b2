namespace Judge.Sandbox;

/// <summary>
/// Where programs nobody trusts are run. One implementation a folder (Docker, Bubblewrap); all keep the same contract:
/// no network, a read-only root, an own user, limits on CPU, wall time, memory, output, files and processes, and nothing
/// of one run is left for the next.
/// </summary>
internal interface ISandbox : IAsyncDisposable
{
    SandboxKind Kind { get; }

    /// <summary>How many boxes may be open at once, companions not counted: one a core.</summary>
    int Slots { get; }

    /// <summary>Opens a box of an image (a folder name under sandbox-images); waits while all slots are taken.</summary>
    /// <param name="image">Image name, such as <c>pascal</c>.</param>
    /// <param name="memoryBytes">Greatest memory limit of the runs to come, in bytes.</param>
    /// <exception cref="SandboxException">The sandbox does not answer, or has no such image.</exception>
    Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct);

    /// <summary>As <see cref="OpenAsync"/> when a slot is free that nobody waits for, else null at once.</summary>
    /// <exception cref="SandboxException">The sandbox does not answer, or has no such image.</exception>
    Task<IBox?> TryOpenIdleAsync(string image, long memoryBytes, CancellationToken ct);

    /// <summary>Whether somebody waits for a slot; who holds more than one should then give the others back.</summary>
    bool IsWanted { get; }

    /// <summary>Returns when boxes can be opened.</summary>
    /// <exception cref="SandboxException">They cannot; the message says why and what cures it.</exception>
    Task CheckAsync(CancellationToken ct);
}

/// <summary>One use of the sandbox: files put once in /prog, then any number of runs, one at a time.</summary>
internal interface IBox : IAsyncDisposable
{
    /// <summary>
    /// Puts files in /prog, which programs may read and execute but not change; names may have one folder in front. A file that
    /// is there is replaced. All together are at most 64 MB and 500 files.
    /// </summary>
    Task PutAsync(IReadOnlyDictionary<string, Content> files, CancellationToken ct);

    /// <summary>Puts one file in /prog.</summary>
    Task PutAsync(string name, Content content, CancellationToken ct) => PutAsync(new Dictionary<string, Content> { [name] = content }, ct);

    /// <summary>Runs one command to its end and wipes what it left behind.</summary>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the program.</exception>
    Task<Execution> RunAsync(Command command, Limits limits, CancellationToken ct);

    /// <summary>
    /// Opens a box for a program of the author (checker, interactor, validator) beside this one, on the same core: it never waits for a
    /// slot, and both may run at the same time. Boxes of the author and of entrants are never the same. It is given back with this box at
    /// the latest.
    /// </summary>
    /// <param name="image">Image name, such as <c>pascal</c>.</param>
    /// <param name="memoryBytes">Greatest memory limit of the runs to come, in bytes.</param>
    /// <exception cref="SandboxException">The sandbox does not answer, or has no such image.</exception>
    Task<IBox> OpenCompanionAsync(string image, long memoryBytes, CancellationToken ct);
}

/// <summary>The sandbox failed, not the program in it.</summary>
internal sealed class SandboxException(string message, Exception? inner = null) : Exception(message, inner);
