using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Judge.Cluster;

/// <summary>
/// A judge node's way to the arenas: one outgoing connection to each that it was told of, so it may stand behind a firewall.
/// </summary>
internal static class JudgeClient
{
    /// <param name="gateways">Addresses and gateway ports of arenas.</param>
    public static IServiceCollection AddJudgeClient(this IServiceCollection services, IReadOnlyList<IPEndPoint> gateways) =>
        services.AddOrleansClient(client =>
            client
                .UseStaticClustering([.. gateways])
                .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("dev", "dev"))
                .Services.AddSingleton<IClientConnectionRetryFilter, Patience>()
        );

    /// <summary>The node may be started before its arenas are: it waits for the first of them, and says so once.</summary>
    private sealed class Patience(TimeProvider time, ILogger<Patience> log) : IClientConnectionRetryFilter
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
        private int _said;

        public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref _said, 1) == 0)
            {
                log.LogWarning(
                    "No arena answers yet. Is one running at the address after --arena? Trying on every second. ({Why})",
                    exception.Message
                );
            }

            await Task.Delay(Pause, time, cancellationToken);
            return true;
        }
    }
}
