using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.Stack;

/// <summary>A proxy that passes nothing of an answer on before it has all of it, whatever the answer's headers ask for.</summary>
internal sealed class BufferingProxy : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Transfer-Encoding", "Connection", "Keep-Alive", "Content-Length"];

    private readonly HttpClient _client;
    private readonly WebApplication _app;

    private BufferingProxy(Uri arena)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = arena,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(PassAsync);
    }

    public Uri Address => new(_app.Urls.First());

    public static async Task<BufferingProxy> StartAsync(Uri arena, CancellationToken ct)
    {
        var proxy = new BufferingProxy(arena);
        await proxy._app.StartAsync(ct);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext http)
    {
        try
        {
            using var request = Copy(http.Request);
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => Passes(header.Key)))
            {
                http.Response.Headers[name] = values.ToArray();
            }
            await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The browser has left.
        }
    }

    private static HttpRequestMessage Copy(HttpRequest from)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), from.Path + from.QueryString);
        if (from.ContentLength > 0)
        {
            request.Content = new StreamContent(from.Body);
        }
        foreach (var (name, values) in from.Headers.Where(header => Passes(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }
        return request;
    }

    private static bool Passes(string header) => !OfTheConnection.Contains(header, StringComparer.OrdinalIgnoreCase);
}
