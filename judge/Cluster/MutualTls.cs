using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Connections.Security;

namespace Judge.Cluster;

/// <summary>
/// Both ends of each connection show a certificate of the site. Arenas serve arenas and nodes; nodes speak to arenas only.
/// </summary>
internal static partial class MutualTls
{
    /// <summary>For the server's name in the handshake; whom a certificate names decides, not an address.</summary>
    private const string AnyServer = "contest";

    public static ISiloBuilder UseMutualTls(this ISiloBuilder silo, SiteCertificate site) =>
        silo.Configure<SiloConnectionOptions>(options =>
        {
            options.ConfigureSiloInboundConnection(inbound => inbound.UseServerTls(Options(inbound, site, SiteRole.Arena)));
            options.ConfigureSiloOutboundConnection(outbound => outbound.UseClientTls(Options(outbound, site, SiteRole.Arena)));
            options.ConfigureGatewayInboundConnection(inbound =>
                inbound.UseServerTls(Options(inbound, site, SiteRole.Arena, SiteRole.Node))
            );
        });

    public static IClientBuilder UseMutualTls(this IClientBuilder client, SiteCertificate site) =>
        client.Configure<ClientConnectionOptions>(options =>
            options.ConfigureConnection(outbound => outbound.UseClientTls(Options(outbound, site, SiteRole.Arena)))
        );

    private static TlsOptions Options(IConnectionBuilder connection, SiteCertificate site, params SiteRole[] accepted)
    {
        var log = connection.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MutualTls));
        return new TlsOptions
        {
            LocalCertificate = site.Own,
            RemoteCertificateMode = RemoteCertificateMode.RequireCertificate,
            ClientCertificateMode = RemoteCertificateMode.RequireCertificate,
            RemoteCertificateValidation = (certificate, _, _) =>
            {
                var (member, why) = site.Judge(certificate);
                if (member is not null && accepted.Contains(member.Role))
                {
                    return true;
                }

                Refused(log, why);
                return false;
            },
            OnAuthenticateAsClient = (_, tls) => tls.TargetHost = AnyServer,
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection was refused because of the certificate at its other end: {Why}")]
    private static partial void Refused(ILogger log, string why);
}
