using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Filters;
using Serilog.Formatting.Json;

namespace ArenaWeb.Hosting;

/// <summary>
/// Logs: a JSON object a line in the data folder (a file a day, two weeks kept), and short lines on the console, there without every
/// request. No names, no paths, no queries, no bodies: what is logged of a request is its route's pattern.
/// </summary>
internal static class Logs
{
    private const int DaysKept = 14;
    private const long LargestFile = 256L << 20;

    public static WebApplicationBuilder AddLogs(this WebApplicationBuilder builder, ArenaOptions options)
    {
        builder.Services.AddSerilog(Create(Path.Combine(options.DataFolder, "logs")), dispose: true);
        return builder;
    }

    private static Logger Create(string folder) =>
        new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // Says at each start that keys are not encrypted; their folder is closed to others.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            // A silo tells much of itself; two of its watchers complain at each start of what suits a small machine.
            .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
            .MinimumLevel.Override("Polly", LogEventLevel.Warning)
            .MinimumLevel.Override("Orleans.Runtime.Silo", LogEventLevel.Error)
            .MinimumLevel.Override("Orleans.Runtime.Watchdog", LogEventLevel.Error)
            // The line of the request says so, with the exception.
            .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogEventLevel.Fatal)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutPath>()
            .WriteTo.Logger(static console =>
                console
                    .Filter.ByExcluding(static line => line.Level < LogEventLevel.Warning && Matching.FromSource(RequestLog.Source)(line))
                    .WriteTo.Console(
                        outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                        formatProvider: CultureInfo.InvariantCulture
                    )
            )
            .WriteTo.File(
                new JsonFormatter(renderMessage: true),
                Path.Combine(folder, "arena-.json"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept,
                fileSizeLimitBytes: LargestFile,
                rollOnFileSizeLimit: true
            )
            .CreateLogger();

    /// <summary>The framework adds the path as it was typed, in which anything may stand.</summary>
    private sealed class WithoutPath : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
