namespace Judge.ScriptHost;

/// <summary>What a compiled script depends on besides its text: this program and the framework it was compiled against.</summary>
internal static class HostVersion
{
    public static string Text { get; } = $"{typeof(HostVersion).Module.ModuleVersionId:N} {Environment.Version}";
}
