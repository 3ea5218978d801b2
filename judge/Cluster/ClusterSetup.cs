using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Judge.Cluster;

/// <summary>The silo that grains live in.</summary>
internal static class ClusterSetup
{
    /// <summary>
    /// A silo of its own for a program that is a cluster by itself. Nothing listens, so several of them stand side by side on one machine.
    /// </summary>
    public static IServiceCollection AddLoneSilo(this IServiceCollection services) =>
        services
            .AddOrleans(silo =>
            {
                // The numbers are names here: nothing is bound to them.
                silo.UseLocalhostClustering(siloPort: 1, gatewayPort: 0);
                ReplaceListeners(silo.Services);
            })
            .AddLogging(logging => logging.AddQuietSilo());

    /// <summary>
    /// A silo tells much of itself. Two of its watchers complain at each start: of the garbage collector that suits a small machine, and of
    /// checks that a busy one delays.
    /// </summary>
    private static ILoggingBuilder AddQuietSilo(this ILoggingBuilder logging) =>
        logging
            .AddFilter("Orleans", LogLevel.Warning)
            .AddFilter("Orleans.Runtime.Silo", LogLevel.Error)
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);

    private static void ReplaceListeners(IServiceCollection services)
    {
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i] is { IsKeyedService: true } known && known.ServiceType == typeof(IConnectionListenerFactory))
            {
                services[i] = new ServiceDescriptor(
                    known.ServiceType,
                    known.ServiceKey,
                    (_, _) => new NoTransport(),
                    ServiceLifetime.Singleton
                );
            }
        }
    }
}
