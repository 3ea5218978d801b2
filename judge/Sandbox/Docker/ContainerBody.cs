using System.Globalization;
using Docker.DotNet.Models;
using Judge.Sandbox.Runner;

namespace Judge.Sandbox.Docker;

/// <summary>What the engine is asked for: everything about a container that makes it a box.</summary>
internal sealed record ContainerBody(string Image, string RunnerPath, string SocketFolder, int User, int Core, long MemoryBytes)
{
    /// <summary>The label that says whose container it is.</summary>
    public const string OwnerLabel = "contest.judge";

    /// <summary>The name of an image in the engine.</summary>
    public static string ImageName(string image) => "contest-" + image;

    /// <param name="owner">Value of <see cref="OwnerLabel"/>.</param>
    /// <param name="filter">The system call filter, as the engine reads it.</param>
    public CreateContainerParameters ToParameters(string owner, string filter) =>
        new()
        {
            Image = ImageName(Image),
            Entrypoint = ["/runner"],
            Cmd = ["/ctl/" + RunnerListener.SocketName, User.ToString(CultureInfo.InvariantCulture)],
            User = "0:0",
            WorkingDir = "/",

            // The runner has nothing to save, and an engine that stops must not wait for it.
            StopSignal = "SIGKILL",

            // An own, empty network, as with the mode "none", but at half the cost of starting.
            NetworkDisabled = true,
            Labels = new Dictionary<string, string> { [OwnerLabel] = owner },
            HostConfig = HostConfig(filter),
        };

    private HostConfig HostConfig(string filter) =>
        new()
        {
            AutoRemove = true,
            ReadonlyRootfs = true,
            Tmpfs = new Dictionary<string, string>
            {
                ["/box"] = "rw,nosuid,nodev,noexec,size=64m,nr_inodes=4096,mode=1777",
                ["/prog"] = "rw,nosuid,nodev,exec,size=64m,nr_inodes=1024,mode=755",
            },
            Mounts = [ReadOnly(SocketFolder, "/ctl"), ReadOnly(RunnerPath, "/runner")],
            Memory = MemoryBytes,
            MemorySwap = MemoryBytes,
            PidsLimit = 128,
            CpusetCpus = Core.ToString(CultureInfo.InvariantCulture),
            CapDrop = ["ALL"],
            CapAdd = ["SETUID", "SETGID", "KILL"],
            SecurityOpt = ["no-new-privileges", "seccomp=" + filter],
            IpcMode = "none",
            CgroupnsMode = "private",
            LogConfig = new LogConfig { Type = "none" },
        };

    /// <summary>Unlike the older "binds", such a mount fails where the engine does not see the source.</summary>
    private static Mount ReadOnly(string source, string target) =>
        new()
        {
            Type = "bind",
            Source = source,
            Target = target,
            ReadOnly = true,
        };
}
