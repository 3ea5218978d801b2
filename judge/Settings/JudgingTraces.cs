using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Judge.Settings;

/// <summary>Where a submission's time goes, told to a collector that speaks OTLP.</summary>
public static class JudgingTraces
{
    /// <summary>Whether <see cref="AddJudgingTraces"/> takes it.</summary>
    public static bool IsCollector(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <param name="collector">Address such as <c>http://host:4317</c>; empty: nothing is traced.</param>
    /// <param name="program">What this is, such as <c>arena</c>; people tell the parts of a trace by it.</param>
    /// <param name="node">Name of the machine among those.</param>
    public static IServiceCollection AddJudgingTraces(this IServiceCollection services, string collector, string program, string node)
    {
        if (collector.Length > 0)
        {
            services
                .AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService(program, serviceVersion: ProgramVersion.Own, serviceInstanceId: node))
                .WithTracing(traces =>
                    traces
                        .AddSource(Tracing.SourceName, "Npgsql")
                        .SetSampler(new JudgingSampler())
                        .AddOtlpExporter(otlp => otlp.Endpoint = new Uri(collector))
                );
        }

        return services;
    }

    /// <summary>
    /// A trace is a judging's; queries that belong to none would bury them. A request is nobody's parent here, whatever its headers ask
    /// for.
    /// </summary>
    private sealed class JudgingSampler : Sampler
    {
        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
            new(Tracing.Wholes.Contains(samplingParameters.Name) || IsWithin(Activity.Current));

        private static bool IsWithin(Activity? activity) =>
            activity is not null && (Tracing.Wholes.Contains(activity.OperationName) || IsWithin(activity.Parent));
    }
}
