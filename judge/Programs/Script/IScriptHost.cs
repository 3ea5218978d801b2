using Judge.Sandbox;

namespace Judge.Programs.Script;

/// <summary>One script, compiled, in a process inside a box; one process answers any number of calls, one after the other.</summary>
internal interface IScriptHost : IAsyncDisposable
{
    /// <summary>
    /// Asks the script. After a <see cref="ScriptException"/> the next call is answered as if nothing had happened, by a new
    /// process if need be: no call leaves anything behind for the next.
    /// </summary>
    /// <exception cref="ScriptException">The script does not compile or fails; the sentence names its file and line.</exception>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the script.</exception>
    Task<ScriptAnswer> CallAsync(ScriptCall call, CancellationToken ct);
}

/// <summary>Opens scripts.</summary>
internal interface IScriptHosts
{
    /// <summary>
    /// A host for the script in a box beside this one, on the same core: it takes no other slot. Nothing is compiled or
    /// started before the first call.
    /// </summary>
    /// <param name="mainBox">The box of the submission; it must stay open until the host is disposed.</param>
    /// <param name="path">Absolute path of the <c>.csx</c> file.</param>
    Task<IScriptHost> OpenAsync(IBox mainBox, string path, ScriptKind kind, CancellationToken ct);

    /// <summary>A host on a slot of its own, for where there is no submission; waits while all slots are taken.</summary>
    /// <param name="path">Absolute path of the <c>.csx</c> file.</param>
    Task<IScriptHost> OpenAsync(ISandbox sandbox, string path, ScriptKind kind, CancellationToken ct);
}
