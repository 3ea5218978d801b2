using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ArenaWeb.Privacy;

/// <summary>A ZIP that is sent while it is written; no copy of it is kept anywhere.</summary>
/// <param name="name">Without names of people.</param>
internal sealed class ZipResult(string name, Func<Stream, CancellationToken, Task> write) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/zip";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        // The library writes the few bytes with which an entry ends in the old way.
        context.HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return write(response.Body, context.HttpContext.RequestAborted);
    }
}
