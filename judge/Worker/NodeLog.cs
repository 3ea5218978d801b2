using Judge.Settings;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Judge.Worker;

/// <summary>One JSON object a line, to the console and to a file a day in the data folder, kept for two weeks.</summary>
internal static class NodeLog
{
    private const int DaysKept = 14;

    public static void AddNodeLog(this ILoggingBuilder logging, JudgeOptions options) =>
        logging.AddSerilog(
            new LoggerConfiguration()
                .MinimumLevel.Information()
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
                // An arena that is away is tried every second; the client says so once.
                .MinimumLevel.Override("Orleans.Runtime.Messaging.ConnectionManager", LogEventLevel.Error)
                .Enrich.WithProperty("Node", options.Node)
                .WriteTo.Console(new JsonFormatter(renderMessage: true))
                .WriteTo.File(
                    new JsonFormatter(renderMessage: true),
                    Path.Combine(options.DataFolder, "logs", $"judge-{FileName(options.Node)}-.json"),
                    rollingInterval: RollingInterval.Day,
                    retainedFileCountLimit: DaysKept,
                    shared: false
                )
                .CreateLogger(),
            dispose: true
        );

    private static string FileName(string node) =>
        string.Concat(node.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
}
