using Judge.Sandbox;

namespace Judge.Programs.Script;

/// <summary>Scripts in boxes of the image csharp.</summary>
/// <param name="cacheFolder">Where compiled scripts are kept; it need not exist.</param>
internal sealed class ScriptHosts(string cacheFolder) : IScriptHosts
{
    private const string Image = "csharp";

    private readonly ScriptCache _cache = new(cacheFolder);

    public Task<IScriptHost> OpenAsync(IBox mainBox, string path, ScriptKind kind, CancellationToken ct) =>
        Task.FromResult<IScriptHost>(
            new BoxedScript(path, kind, _cache, token => mainBox.OpenCompanionAsync(Image, Conversation.MemoryBytes, token))
        );

    public Task<IScriptHost> OpenAsync(ISandbox sandbox, string path, ScriptKind kind, CancellationToken ct) =>
        Task.FromResult<IScriptHost>(
            new BoxedScript(path, kind, _cache, token => sandbox.OpenAsync(Image, Conversation.MemoryBytes, token))
        );
}
