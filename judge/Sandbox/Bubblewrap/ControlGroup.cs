using System.Globalization;
using Judge.Sandbox.Runner;

namespace Judge.Sandbox.Bubblewrap;

/// <summary>
/// The control group of one box, version 2 or 1, where this process may make one. It bounds memory and processes of
/// the whole box and counts its CPU time; mounted in the box, it is what the runner reads.
/// </summary>
internal sealed class ControlGroup
{
    private const string Root = "/sys/fs/cgroup";
    private const string Parent = "contest-judge";
    private const int MostProcesses = 128;

    /// <summary>Folder on the host by its mount point in the box.</summary>
    private readonly Dictionary<string, string> _folders;
    private readonly bool _unified;

    private ControlGroup(bool unified, Dictionary<string, string> folders)
    {
        _unified = unified;
        _folders = folders;
    }

    /// <summary>What is to be mounted where in the box, read-only.</summary>
    public IEnumerable<(string Host, string Box)> Mounts => _folders.Select(f => (f.Value, f.Key));

    /// <summary>A new group, or null where none can be made.</summary>
    public static ControlGroup? TryCreate(string name, long memoryBytes)
    {
        var unified = IsUnified();
        var hierarchies = Hierarchies(unified);
        try
        {
            if (unified)
            {
                Share(Root);
                Directory.CreateDirectory(Path.Combine(Root, Parent));
                Share(Path.Combine(Root, Parent));
            }

            var group = new ControlGroup(unified, hierarchies.ToDictionary(h => h, h => Path.Combine(h, Parent, name)));
            foreach (var folder in group._folders.Values)
            {
                Directory.CreateDirectory(folder);
            }

            group.SetMemory(memoryBytes);
            File.WriteAllText(Path.Combine(group._folders[hierarchies[^1]], "pids.max"), Text(MostProcesses));
            return group;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Add(int process)
    {
        foreach (var folder in _folders.Values)
        {
            File.WriteAllText(Path.Combine(folder, "cgroup.procs"), Text(process));
        }
    }

    public void SetMemory(long bytes) =>
        File.WriteAllText(Path.Combine(_folders.Values.First(), _unified ? "memory.max" : "memory.limit_in_bytes"), Text(bytes));

    /// <summary>Removes the group, whose processes are dead or dying.</summary>
    public async Task RemoveAsync()
    {
        foreach (var folder in _folders.Values)
        {
            for (var tries = 0; tries < 50 && !TryRemove(folder); tries++)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>Removes the groups of judges that are dead.</summary>
    public static void Sweep()
    {
        foreach (var parent in Hierarchies(IsUnified()).Select(h => Path.Combine(h, Parent)).Where(Directory.Exists))
        {
            foreach (var folder in Directory.GetDirectories(parent).Where(f => SocketFolder.IsLeftOver(Path.GetFileName(f))))
            {
                TryRemove(folder);
            }
        }
    }

    private static bool IsUnified() => File.Exists(Path.Combine(Root, "cgroup.controllers"));

    private static string[] Hierarchies(bool unified) =>
        unified ? [Root] : [Path.Combine(Root, "memory"), Path.Combine(Root, "cpuacct"), Path.Combine(Root, "pids")];

    private static bool TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Lets groups below this one have limits of their own.</summary>
    private static void Share(string folder) => File.WriteAllText(Path.Combine(folder, "cgroup.subtree_control"), "+memory +pids +cpu");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
