using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Judge.Sandbox.Docker;

/// <summary>The part of the Docker Engine API that boxes need, over its unix socket. API 1.41 (Docker 20.10) and newer.</summary>
internal sealed class Engine : IDisposable
{
    /// <summary>The newest API whose answers we know; engines speak all versions from their minimum to their own.</summary>
    private static readonly Version Newest = new(1, 47);
    private static readonly Version Oldest = new(1, 41);

    private readonly HttpClient _http;
    private readonly string _socketPath;
    private string? _prefix;

    public Engine(string socketPath)
    {
        _socketPath = socketPath;
        var handler = new SocketsHttpHandler { ConnectCallback = ConnectAsync, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10) };
        _http = new HttpClient(handler) { BaseAddress = new Uri("http://engine/"), Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>Asks for its version, which also settles the API's.</summary>
    /// <exception cref="SandboxException">It does not answer, or is too old.</exception>
    public async Task PingAsync(CancellationToken ct)
    {
        using var response = await TryAsync(() => _http.GetAsync("_ping", ct));
        var text = response.Headers.TryGetValues("Api-Version", out var values) ? values.First() : "";
        if (response.StatusCode != HttpStatusCode.OK || !Version.TryParse(text, out var version))
        {
            throw new SandboxException($"What answers at {_socketPath} is no Docker engine.");
        }

        if (version < Oldest)
        {
            throw new SandboxException($"The Docker engine is too old (API {version}): Docker 20.10 or newer is needed.");
        }

        _prefix = "v" + (version < Newest ? version : Newest).ToString(2);
    }

    /// <summary>The image's label, or null when there is no such image or no such label.</summary>
    public async Task<string?> ImageLabelAsync(string image, string label, CancellationToken ct)
    {
        var found = await GetAsync($"images/{image}/json", ct);
        return (string?)found?["Config"]?["Labels"]?[label];
    }

    /// <returns>The container's id.</returns>
    public async Task<string> CreateAsync(JsonObject body, CancellationToken ct)
    {
        using var response = await SendAsync(HttpMethod.Post, "containers/create", body, ct);
        await RequireAsync(response, "create a container", ct);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>(ct);
        return (string?)answer?["Id"] ?? throw new SandboxException("The Docker engine gave no id for a container.");
    }

    public async Task StartAsync(string id, CancellationToken ct)
    {
        using var response = await SendAsync(HttpMethod.Post, $"containers/{id}/start", null, ct);
        await RequireAsync(response, "start a container", ct);
    }

    public async Task UpdateMemoryAsync(string id, long bytes, CancellationToken ct)
    {
        var body = new JsonObject { ["Memory"] = bytes, ["MemorySwap"] = bytes };
        using var response = await SendAsync(HttpMethod.Post, $"containers/{id}/update", body, ct);
        await RequireAsync(response, "change the memory of a container", ct);
    }

    /// <summary>Kills and removes; a container that is gone or going is fine.</summary>
    public async Task RemoveAsync(string id, CancellationToken ct)
    {
        using var response = await SendAsync(HttpMethod.Delete, $"containers/{id}?force=true&v=true", null, ct);
        if (response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Conflict))
        {
            await RequireAsync(response, "remove a container", ct);
        }
    }

    /// <summary>Id and the label's value of every container, running or not, that bears the label.</summary>
    public async Task<IReadOnlyList<(string Id, string Value)>> ListAsync(string label, CancellationToken ct)
    {
        var filter = new JsonObject { ["label"] = new JsonArray(label) };
        var query = Uri.EscapeDataString(filter.ToJsonString());
        var found = await GetAsync($"containers/json?all=true&filters={query}", ct);
        return [.. found?.AsArray().Select(c => ((string)c!["Id"]!, (string?)c["Labels"]?[label] ?? "")) ?? []];
    }

    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socketPath), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<JsonNode?> GetAsync(string path, CancellationToken ct)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, ct);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await RequireAsync(response, "answer " + path, ct);
        return await response.Content.ReadFromJsonAsync<JsonNode>(ct);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken ct)
    {
        if (_prefix is null)
        {
            await PingAsync(ct);
        }

        using var request = new HttpRequestMessage(method, $"{_prefix}/{path}");
        request.Content = body is null ? null : JsonContent.Create(body);
        return await TryAsync(() => _http.SendAsync(request, ct));
    }

    private async Task<HttpResponseMessage> TryAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            return await send();
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or ArgumentException || e.InnerException is TimeoutException)
        {
            var why = File.Exists(_socketPath) ? e.Message.TrimEnd('.') : "there is no such socket";
            throw new SandboxException(
                $"The Docker engine does not answer at {_socketPath} ({why}). Start it (./contest up does), or say where "
                    + "it is in CONTEST_DOCKER.",
                e
            );
        }
    }

    private static async Task RequireAsync(HttpResponseMessage response, string what, CancellationToken ct)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var text = await response.Content.ReadAsStringAsync(ct);
        throw new SandboxException(
            string.Create(CultureInfo.InvariantCulture, $"The Docker engine could not {what} ({(int)response.StatusCode}): {text.Trim()}")
        );
    }
}
