using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Docker.DotNet;
using Docker.DotNet.Models;
using Version = System.Version;

namespace Judge.Sandbox.Docker;

/// <summary>The part of the Docker Engine API that boxes need, with sentences for people. API 1.41 (Docker 20.10) and newer.</summary>
internal sealed class Engine(EngineAddress address) : IDisposable
{
    /// <summary>The newest API whose answers we know; engines speak all versions from their minimum to their own.</summary>
    private static readonly Version Newest = new(1, 47);
    private static readonly Version Oldest = new(1, 41);

    /// <summary>The release of this machine's kernel, such as 6.1.0-18-amd64.</summary>
    private static readonly string Kernel = File.ReadAllText("/proc/sys/kernel/osrelease").Trim();

    /// <summary>One by version of the API: an engine that comes back may be another one, while calls to the old one end.</summary>
    private readonly Dictionary<Version, DockerClient> _clients = [];
    private volatile DockerClient? _client;

    /// <summary>Asks whether it is there, and whatever it is, if it was not asked before or has changed.</summary>
    /// <exception cref="SandboxException">It does not answer, is too old, or cannot serve boxes of this machine.</exception>
    public async Task PingAsync(CancellationToken ct)
    {
        if (_client is not { } known || !await AnswersAsync(known, ct))
        {
            _client = await MeetAsync(ct);
        }
    }

    /// <summary>The image's label, or null when there is no such image or no such label.</summary>
    public async Task<string?> ImageLabelAsync(string image, string label, CancellationToken ct)
    {
        try
        {
            var found = await CallAsync($"describe the image {image}", client => client.Images.InspectImageAsync(image, ct), ct);
            return found.Config?.Labels?.TryGetValue(label, out var value) == true ? value : null;
        }
        catch (SandboxException e) when (e.InnerException is DockerImageNotFoundException)
        {
            return null;
        }
    }

    /// <returns>The container's id.</returns>
    public async Task<string> CreateAsync(CreateContainerParameters body, CancellationToken ct)
    {
        try
        {
            return (await CallAsync("create a container", client => client.Containers.CreateContainerAsync(body, ct), ct)).ID;
        }
        catch (SandboxException e) when (e.Message.Contains("bind source path does not exist", StringComparison.Ordinal))
        {
            throw NotHere("it does not see the files of the judge", e);
        }
    }

    public Task StartAsync(string id, CancellationToken ct) =>
        CallAsync("start a container", client => client.Containers.StartContainerAsync(id, new ContainerStartParameters(), ct), ct);

    public Task UpdateMemoryAsync(string id, long bytes, CancellationToken ct)
    {
        var limits = new ContainerUpdateParameters { Memory = bytes, MemorySwap = bytes };
        return CallAsync("change the memory of a container", client => client.Containers.UpdateContainerAsync(id, limits, ct), ct);
    }

    /// <summary>Kills and removes; a container that is gone or going is fine.</summary>
    public async Task RemoveAsync(string id, CancellationToken ct)
    {
        var how = new ContainerRemoveParameters { Force = true, RemoveVolumes = true };
        try
        {
            await CallAsync("remove a container", client => DoneAsync(client.Containers.RemoveContainerAsync(id, how, ct)), ct);
        }
        catch (SandboxException e)
            when (e.InnerException is DockerApiException { StatusCode: HttpStatusCode.NotFound or HttpStatusCode.Conflict })
        {
            // As wished.
        }
    }

    /// <summary>Id and the label's value of every container, running or not, that bears the label.</summary>
    public async Task<IReadOnlyList<(string Id, string Value)>> ListAsync(string label, CancellationToken ct)
    {
        var which = new ContainersListParameters
        {
            All = true,
            Filters = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [label] = true } },
        };
        var found = await CallAsync("list containers", client => client.Containers.ListContainersAsync(which, ct), ct);
        return [.. found.Select(container => (container.ID, container.Labels[label]))];
    }

    public void Dispose()
    {
        lock (_clients)
        {
            foreach (var client in _clients.Values)
            {
                client.Dispose();
            }
        }
    }

    private async Task<bool> AnswersAsync(DockerClient known, CancellationToken ct)
    {
        try
        {
            return await AskAsync("answer", () => DoneAsync(known.System.PingAsync(ct)), ct);
        }
        catch (SandboxException)
        {
            return false;
        }
    }

    private async Task<DockerClient> MeetAsync(CancellationToken ct)
    {
        using var asking = address.Connect(api: null);
        var version = VersionOf(await AskAsync("tell its version", () => asking.System.GetVersionAsync(ct), ct));
        var client = ClientOf(version < Newest ? version : Newest);
        var info = await AskAsync("describe itself", () => client.System.GetSystemInfoAsync(ct), ct);
        return info is { MemoryLimit: true, PidsLimit: true, CPUSet: true }
            ? client
            : throw new SandboxException(
                $"The Docker engine at {address} cannot limit memory, processes and cores, which boxes need. A rootless engine can when "
                    + "systemd delegates cpuset, memory and pids to its user; else use the system's engine."
            );
    }

    private Version VersionOf(VersionResponse found)
    {
        if (!Version.TryParse(found.APIVersion, out var version))
        {
            throw new SandboxException($"What answers at {address} is no Docker engine.");
        }

        if (version < Oldest)
        {
            throw new SandboxException($"The Docker engine is too old (API {version}): Docker 20.10 or newer is needed.");
        }

        return found.KernelVersion is null or "" || found.KernelVersion == Kernel
            ? version
            : throw NotHere($"its kernel is {found.KernelVersion}, here it is {Kernel}");
    }

    private DockerClient ClientOf(Version version)
    {
        lock (_clients)
        {
            return _clients.TryGetValue(version, out var client) ? client : _clients[version] = address.Connect(version);
        }
    }

    private async Task<T> CallAsync<T>(string what, Func<DockerClient, Task<T>> call, CancellationToken ct)
    {
        if (_client is null)
        {
            await PingAsync(ct);
        }

        return await AskAsync(what, () => call(_client!), ct);
    }

    private static async Task<bool> DoneAsync(Task call)
    {
        await call;
        return true;
    }

    private async Task<T> AskAsync<T>(string what, Func<Task<T>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (DockerApiException e)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"could not {what} ({(int)e.StatusCode}): {e.ResponseBody?.Trim()}");
            throw new SandboxException("The Docker engine " + text, e);
        }
        catch (JsonException e)
        {
            throw new SandboxException($"What answers at {address} is no Docker engine.", e);
        }
        catch (Exception e) when (IsSilence(e) && !ct.IsCancellationRequested)
        {
            throw new SandboxException(
                $"The Docker engine does not answer at {address} ({e.Message.TrimEnd('.')}). Start it (./contest up does), "
                    + "or say where it is in CONTEST_DOCKER.",
                e
            );
        }
    }

    /// <summary>Whether a call failed on the way there or back: no such socket or host, cut off, or too late.</summary>
    private static bool IsSilence(Exception e) =>
        e is HttpRequestException or SocketException or IOException or OperationCanceledException or TimeoutException or ArgumentException;

    private SandboxException NotHere(string why, Exception? cause = null) =>
        new(
            $"The Docker engine at {address} is not on this machine ({why}). Boxes share files and sockets with the judge: "
                + "use an engine of this machine, and for other machines a judge node on each (./contest work).",
            cause
        );
}
