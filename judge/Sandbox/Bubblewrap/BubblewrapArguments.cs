using System.Globalization;
using Judge.Sandbox.Runner;

namespace Judge.Sandbox.Bubblewrap;

/// <summary>The command line that makes a box of namespaces. Root inside is root outside, without all but three capabilities.</summary>
internal sealed record BubblewrapArguments(string RootFolder, string RunnerPath, string SocketFolder, int User, int Core)
{
    /// <summary>File descriptors that the shell opens: where bwrap tells the process id, and where it reads the filter.</summary>
    public const int ReportFd = 8,
        FilterFd = 9;

    /// <summary>Size of /box and of /prog, each.</summary>
    private const string WritableBytes = "67108864";

    /// <summary>
    /// What the C library reads of huge pages: whether there are any, and how large they are. Counters beside them stay hidden.
    /// </summary>
    private static readonly string[] HugePages =
    [
        "/sys/kernel/mm/transparent_hugepage/enabled",
        "/sys/kernel/mm/transparent_hugepage/hpage_pmd_size",
    ];

    /// <summary>
    /// <c>sh -c TEXT report filter arguments...</c>; the shell only opens two files and becomes bwrap. bwrap's own
    /// --die-with-parent is not used: it looks at the starting thread, not at the process; the runner ends with its connection.
    /// </summary>
    public static string Shell { get; } =
        FormattableString.Invariant(
            $"report=$0 filter=$1; shift; exec taskset -c \"$@\" {ReportFd}>\"$report\" {FilterFd}<\"$filter\" </dev/null"
        );

    /// <summary>Arguments of taskset: the core, bwrap, its options, the runner.</summary>
    /// <param name="mounts">Folders of the control group, by where they go in the box.</param>
    public IEnumerable<string> All(IEnumerable<(string Host, string Box)> mounts) =>
        [
            Text(Core),
            "bwrap",
            "--unshare-ipc",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-uts",
            "--unshare-cgroup-try",
            "--as-pid-1",
            "--new-session",
            "--clearenv",
            "--chdir",
            "/",
            "--cap-drop",
            "ALL",
            "--cap-add",
            "CAP_SETUID",
            "--cap-add",
            "CAP_SETGID",
            "--cap-add",
            "CAP_KILL",
            "--ro-bind",
            RootFolder,
            "/",
            "--proc",
            "/proc",
            "--dev",
            "/dev",
            "--remount-ro",
            "/dev",
            "--perms",
            "1777",
            "--size",
            WritableBytes,
            "--tmpfs",
            "/box",
            "--perms",
            "0755",
            "--size",
            WritableBytes,
            "--tmpfs",
            "/prog",
            "--ro-bind",
            RunnerPath,
            "/runner",
            "--ro-bind",
            SocketFolder,
            "/ctl",
            "--tmpfs",
            "/sys",
            .. mounts.SelectMany(m => new[] { "--ro-bind", m.Host, m.Box }),
            .. HugePages.SelectMany(file => new[] { "--ro-bind-try", file, file }),
            "--remount-ro",
            "/sys",
            "--info-fd",
            Text(ReportFd),
            "--seccomp",
            Text(FilterFd),
            "--",
            "/runner",
            "/ctl/" + RunnerListener.SocketName,
            Text(User),
        ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
