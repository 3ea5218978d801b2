using Microsoft.AspNetCore.Diagnostics;

namespace ArenaWeb.Hosting;

/// <summary>One line a request: method, route pattern, status, time, and the submission's number where the address has one.</summary>
/// <param name="probes">Routes that machines ask all the time: health and metrics.</param>
internal sealed partial class RequestLog(RequestDelegate next, IReadOnlySet<string> probes, TimeProvider clock, ILogger<RequestLog> log)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (Exception)
        {
            Tell(context, StatusCodes.Status500InternalServerError, clock.GetElapsedTime(started));
            throw;
        }
        // An error page runs in the place of a request that was told already.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null)
        {
            Tell(context, context.Response.StatusCode, clock.GetElapsedTime(started));
        }
    }

    private void Tell(HttpContext context, int status, TimeSpan took)
    {
        var (route, submission) = Place(context);
        using (submission is null ? null : log.BeginScope(new Dictionary<string, object> { ["Submission"] = submission }))
        {
            Answered(log, LevelOf(context, status, route, took), context.Request.Method, route, status, (long)took.TotalMilliseconds);
        }
    }

    private static (string Route, object? Submission) Place(HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        return (route, route.Contains("bai-nop/", StringComparison.Ordinal) ? context.Request.RouteValues["id"] : null);
    }

    private LogLevel LevelOf(HttpContext context, int status, string route, TimeSpan took) =>
        status >= StatusCodes.Status500InternalServerError && !probes.Contains(route) ? LogLevel.Error
        : IsLive(context) ? LogLevel.Information
        : took > Slow ? LogLevel.Warning
        : probes.Contains(route) || IsFile(context) ? LogLevel.Debug
        : LogLevel.Information;

    /// <summary>An event stream lasts as long as its page is open.</summary>
    private static bool IsLive(HttpContext context) =>
        context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true;

    private static bool IsFile(HttpContext context) => context.Request.Path.StartsWithSegments("/assets");

    [LoggerMessage(Message = "{Method} {Route} {Status} {Milliseconds} ms")]
    private static partial void Answered(ILogger log, LogLevel level, string method, string route, int status, long milliseconds);
}
