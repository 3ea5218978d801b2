using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Judge.Cluster;

/// <summary>
/// A judge node's way to the arenas: one outgoing connection to each that it was told of, so it may stand behind a firewall.
/// </summary>
internal static partial class JudgeClient
{
    private const int MostMessageBytes = 32 << 20;

    /// <summary>Gateways come and go while nobody is told; an arena that starts again is found this soon.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <param name="gateways">Addresses and gateway ports of arenas, as they know them themselves.</param>
    /// <param name="site">Null: the arenas are on this machine and need none.</param>
    public static IServiceCollection AddJudgeClient(
        this IServiceCollection services,
        IReadOnlyList<IPEndPoint> gateways,
        SiteCertificate? site = null
    ) =>
        services
            .AddOrleansClient(client =>
            {
                if (site is not null)
                {
                    client.UseMutualTls(site);
                }

                client
                    .UseStaticClustering([.. gateways])
                    .AddOutgoingGrainCallFilter(new CallGuard(site))
                    .Configure<ClusterOptions>(cluster =>
                        (cluster.ClusterId, cluster.ServiceId) = (ClusterSetup.ClusterId, ClusterSetup.ClusterId)
                    )
                    .Configure<GatewayOptions>(list => list.GatewayListRefreshPeriod = LookEvery)
                    .Configure<ClientMessagingOptions>(messages => messages.MaxMessageBodySize = MostMessageBytes)
                    .Services.AddSingleton<IClientConnectionRetryFilter, Patience>();
            })
            .AddLogging(logging => logging.AddQuietSilo());

    /// <summary>The node may be started before its arenas are: it waits for the first of them, and says so once.</summary>
    private sealed partial class Patience(TimeProvider time, ILogger<Patience> log) : IClientConnectionRetryFilter
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
        private int _said;

        public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref _said, 1) == 0)
            {
                Waiting(log, exception.Message);
            }

            await Task.Delay(Pause, time, cancellationToken);
            return true;
        }

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "No arena answers yet. Is one running at the address after --arena, and is this node's certificate of the same site, "
                + "neither run out nor refused? Trying on every second. ({Why})"
        )]
        private static partial void Waiting(ILogger log, string why);
    }
}
