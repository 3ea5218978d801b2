using System.Net;
using Judge.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;

namespace Judge.Cluster;

/// <summary>The silo that grains live in.</summary>
internal static class ClusterSetup
{
    /// <summary>Of the cluster and of its service; a site's database holds one.</summary>
    internal const string ClusterId = "contest";

    /// <summary>Larger than any message of ours, so that nobody makes an arena keep more.</summary>
    private const int MostMessageBytes = 32 << 20;

    /// <summary>Few connections of its own: a crowd at the database's door must not make an arena look dead.</summary>
    private const int MembershipConnections = 4;

    /// <summary>Alone, or one of several arenas, as the settings say. After what prepares the database.</summary>
    /// <exception cref="InvalidOperationException">A certificate cannot be used; the message says which and what cures it.</exception>
    public static IServiceCollection AddSilo(this IServiceCollection services, JudgeOptions options) =>
        services
            .AddOrleans(silo =>
            {
                silo.Configure<SiloOptions>(named => named.SiloName = options.Node);
                if (options.Cluster.Silo is { } at)
                {
                    silo.JoinCluster(at, options);
                }
                else
                {
                    silo.StandAlone();
                }
            })
            .AddLogging(logging => logging.AddQuietSilo());

    /// <summary>
    /// A silo of its own for a program that is a cluster by itself. Nothing listens, so several of them stand side by side on one machine.
    /// </summary>
    private static void StandAlone(this ISiloBuilder silo)
    {
        // The numbers are names here: nothing is bound to them.
        silo.UseLocalhostClustering(siloPort: 1, gatewayPort: 0);
        ReplaceListeners(silo.Services);
    }

    private static void JoinCluster(this ISiloBuilder silo, IPEndPoint at, JudgeOptions options)
    {
        var site =
            options.Cluster.Certificate.Length > 0
                ? SiteCertificate.Load(options.Cluster.Certificate, options.Cluster.Authority, SiteRole.Arena, TimeProvider.System)
                : null;
        if (site is not null)
        {
            silo.UseMutualTls(site);
        }

        var guard = new CallGuard(site);
        silo.AddIncomingGrainCallFilter(guard)
            .AddOutgoingGrainCallFilter(guard)
            .ConfigureEndpoints(at.Address, at.Port, options.Cluster.GatewayPort)
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (ClusterId, ClusterId))
            .Configure<ClusterMembershipOptions>(Tune)
            .Configure<SiloMessagingOptions>(messages => messages.MaxMessageBodySize = MostMessageBytes)
            .UseAdoNetClustering(membership =>
            {
                membership.Invariant = "Npgsql";
                membership.ConnectionString = new NpgsqlConnectionStringBuilder(options.Database)
                {
                    ApplicationName = "contest membership",
                    MaxPoolSize = MembershipConnections,
                }.ToString();
            });
    }

    /// <summary>
    /// An arena that falls silent is given up after three probes of 1.5 s by two others, or by the one that is left. The longest probe also
    /// says how old a message may be that still speaks for it: with four times as long, as is usual, an arena that stood still was waited
    /// for 24 s, and with it perhaps the dispatcher. A cluster that was killed whole waits for three signs of life of 5 s before it
    /// believes that nobody is there.
    /// </summary>
    private static void Tune(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = membership.MaxProbeTimeout = TimeSpan.FromSeconds(1.5);
        membership.NumMissedProbesLimit = 3;
        membership.NumVotesForDeathDeclaration = 2;
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
    }

    /// <summary>
    /// A silo tells much of itself. Two of its watchers complain at each start: of the garbage collector that suits a small machine, and of
    /// checks that a busy one delays.
    /// </summary>
    internal static ILoggingBuilder AddQuietSilo(this ILoggingBuilder logging) =>
        logging
            .AddFilter("Orleans", LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Warning)
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
