using System.Globalization;
using System.Text.Json.Nodes;
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
    public JsonObject ToJson(string owner, string filter) =>
        new()
        {
            ["Image"] = ImageName(Image),
            ["Entrypoint"] = new JsonArray("/runner"),
            ["Cmd"] = new JsonArray("/ctl/" + RunnerListener.SocketName, User.ToString(CultureInfo.InvariantCulture)),
            ["User"] = "0:0",
            ["WorkingDir"] = "/",

            // The runner has nothing to save, and an engine that stops must not wait for it.
            ["StopSignal"] = "SIGKILL",

            // An own, empty network, as with the mode "none", but at half the cost of starting.
            ["NetworkDisabled"] = true,
            ["Labels"] = new JsonObject { [OwnerLabel] = owner },
            ["HostConfig"] = HostConfig(filter),
        };

    private JsonObject HostConfig(string filter) =>
        new()
        {
            ["AutoRemove"] = true,
            ["ReadonlyRootfs"] = true,
            ["Tmpfs"] = new JsonObject
            {
                ["/box"] = "rw,nosuid,nodev,noexec,size=64m,nr_inodes=4096,mode=1777",
                ["/prog"] = "rw,nosuid,nodev,exec,size=64m,nr_inodes=1024,mode=755",
            },
            ["Binds"] = new JsonArray($"{RunnerPath}:/runner:ro", $"{SocketFolder}:/ctl:ro"),
            ["Memory"] = MemoryBytes,
            ["MemorySwap"] = MemoryBytes,
            ["PidsLimit"] = 128,
            ["CpusetCpus"] = Core.ToString(CultureInfo.InvariantCulture),
            ["CapDrop"] = new JsonArray("ALL"),
            ["CapAdd"] = new JsonArray("SETUID", "SETGID", "KILL"),
            ["SecurityOpt"] = new JsonArray("no-new-privileges", "seccomp=" + filter),
            ["IpcMode"] = "none",
            ["CgroupnsMode"] = "private",
            ["LogConfig"] = new JsonObject { ["Type"] = "none" },
        };
}
