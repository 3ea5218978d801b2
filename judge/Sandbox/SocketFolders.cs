namespace Judge.Sandbox;

/// <summary>Where the sockets of this process's boxes lie: short paths, seen by the engine too.</summary>
internal static class SocketFolders
{
    private const string Root = "/run/contest-judge";

    /// <summary>A new folder for this sandbox, removed by whoever made it.</summary>
    public static string Create(SandboxOptions options)
    {
        string parent = options.SocketFolder.Length > 0 ? options.SocketFolder
            : Environment.IsPrivilegedProcess ? Root
            : Path.Combine(Path.GetTempPath(), "contest-judge-" + Environment.UserName);
        Directory.CreateDirectory(parent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        for (int i = 0; ; i++)
        {
            string folder = Path.Combine(parent, FormattableString.Invariant($"{Environment.ProcessId}.{i}"));
            if (!Directory.Exists(folder))
            {
                return Directory.CreateDirectory(folder).FullName;
            }
        }
    }
}
