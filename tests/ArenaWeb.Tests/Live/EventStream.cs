namespace ArenaWeb.Tests.Live;

/// <summary>Reads a stream of server-sent events as a browser does.</summary>
internal sealed class EventStream(HttpResponseMessage response, StreamReader reader, CancellationToken ct) : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public HttpResponseMessage Response => response;

    public static async Task<EventStream> OpenAsync(HttpClient client, string path, string? last, string? accept, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }
        if (accept is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(accept);
        }
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return new EventStream(response, new StreamReader(await response.Content.ReadAsStreamAsync(ct)), ct);
    }

    public async Task<string?> LineAsync() => await reader.ReadLineAsync(ct).AsTask().WaitAsync(Longest, ct);

    /// <summary>The next event; comments are passed over.</summary>
    public async Task<(string Name, string Data, string? Id)> NextAsync()
    {
        var fields = new Dictionary<string, string>();
        while (true)
        {
            var line = await LineAsync() ?? throw new EndOfStreamException("The server ended the stream.");
            if (line.Length == 0 && fields.ContainsKey("event"))
            {
                return (fields["event"], fields["data"], fields.GetValueOrDefault("id"));
            }
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                fields[line[..colon]] = line[(colon + 1)..].TrimStart();
            }
        }
    }

    /// <summary>What the next event of this name says that has these letters in it; others are passed over.</summary>
    public async Task<string> DataOfAsync(string name, string letters = "")
    {
        while (true)
        {
            var (heard, data, _) = await NextAsync();
            if (heard == name && data.Contains(letters, StringComparison.Ordinal))
            {
                return data;
            }
        }
    }

    public async Task<(string Name, string Data)> NamedAsync()
    {
        var (name, data, _) = await NextAsync();
        return (name, data);
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
