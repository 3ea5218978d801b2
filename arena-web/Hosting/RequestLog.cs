using Microsoft.AspNetCore.Diagnostics;
using Serilog.AspNetCore;
using Serilog.Core;
using Serilog.Events;

namespace ArenaWeb.Hosting;

/// <summary>One line a request: method, route pattern, status, time, and the submission's number where the address has one.</summary>
internal static class RequestLog
{
    /// <summary>What the lines name as their source.</summary>
    public const string Source = "ArenaWeb.Hosting.RequestLog";

    private const double SlowMilliseconds = 1000;

    /// <param name="probes">Routes that machines ask all the time: health and metrics.</param>
    public static void Configure(RequestLoggingOptions options, Serilog.ILogger log, IReadOnlySet<string> probes)
    {
        options.Logger = log;
        options.MessageTemplate = "{Method} {Route} {Status} {Milliseconds} ms";
        options.GetMessageTemplateProperties = static (context, _, milliseconds, status) =>
            [
                new(Constants.SourceContextPropertyName, new ScalarValue(Source)),
                new("Method", new ScalarValue(context.Request.Method)),
                new("Route", new ScalarValue(RouteOf(context))),
                new("Status", new ScalarValue(status)),
                new("Milliseconds", new ScalarValue((long)milliseconds)),
            ];
        options.EnrichDiagnosticContext = static (line, context) =>
        {
            if (RouteOf(context).Contains("bai-nop/", StringComparison.Ordinal) && context.Request.RouteValues["id"] is { } submission)
            {
                line.Set("Submission", submission);
            }
        };
        options.GetLevel = (context, milliseconds, failure) => LevelOf(context, milliseconds, failure, probes);
    }

    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";

    private static LogEventLevel LevelOf(HttpContext context, double milliseconds, Exception? failure, IReadOnlySet<string> probes) =>
        IsErrorPage(context) ? LogEventLevel.Verbose
        : (failure is not null || context.Response.StatusCode >= 500) && !probes.Contains(RouteOf(context)) ? LogEventLevel.Error
        : IsLive(context) ? LogEventLevel.Information
        : milliseconds > SlowMilliseconds ? LogEventLevel.Warning
        : probes.Contains(RouteOf(context)) || IsFile(context) ? LogEventLevel.Debug
        : LogEventLevel.Information;

    /// <summary>It runs in the place of a request that was told already.</summary>
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>An event stream lasts as long as its page is open.</summary>
    private static bool IsLive(HttpContext context) =>
        context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true;

    private static bool IsFile(HttpContext context) => context.Request.Path.StartsWithSegments("/assets");
}
