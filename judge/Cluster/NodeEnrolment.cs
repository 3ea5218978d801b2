using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Judge.Cluster;

/// <summary>A node's certificate: fetched once with a token, then kept in the node's data folder.</summary>
internal static class NodeEnrolment
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static string CertificateIn(string dataFolder) => Path.Combine(dataFolder, "cluster", "node.pem");

    public static string AuthorityIn(string dataFolder) => Path.Combine(dataFolder, "cluster", SiteAuthority.CertificateFile);

    /// <summary>The certificate that this node got before; null: none, so it can speak to arenas of this machine only.</summary>
    /// <exception cref="InvalidOperationException">It cannot be used; the message says why and what cures it.</exception>
    public static SiteCertificate? Find(string dataFolder, TimeProvider time) =>
        File.Exists(CertificateIn(dataFolder))
            ? SiteCertificate.Load(CertificateIn(dataFolder), AuthorityIn(dataFolder), SiteRole.Node, time)
            : null;

    /// <summary>Exchanges a token for a certificate, which is then in the data folder.</summary>
    /// <exception cref="EnrolmentException">There is none for this token.</exception>
    public static async Task<SiteCertificate> RedeemAsync(string token, string dataFolder, TimeProvider time, CancellationToken ct)
    {
        var read = EnrolmentToken.Parse(token) ?? throw new EnrolmentException(EnrolmentFlaw.NoToken);
        if (File.Exists(CertificateIn(dataFolder)))
        {
            throw new EnrolmentException(EnrolmentFlaw.HasOne);
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=node", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();
        var answer = await AskAsync(read, new EnrolmentQuestion(read.Secret, request), ct);
        if (answer is not { Certificate: { } certificate, Authority: { } authority })
        {
            throw new EnrolmentException(EnrolmentFlaw.Used);
        }

        var folder = Path.GetDirectoryName(CertificateIn(dataFolder))!;
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Delete(AuthorityIn(dataFolder));
        OwnersFile.Write(AuthorityIn(dataFolder), authority + "\n");
        OwnersFile.Write(CertificateIn(dataFolder), $"{certificate}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return Find(dataFolder, time)!;
    }

    private static async Task<EnrolmentAnswer> AskAsync(EnrolmentToken token, EnrolmentQuestion question, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(token.At, patience.Token);
            await using var stream = new SslStream(client.GetStream(), false, (_, shown, _, _) => IsServer(shown, token));
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "enrolment" }, patience.Token);
            await EnrolmentLine.WriteAsync(stream, question, patience.Token);
            return await EnrolmentLine.ReadAsync<EnrolmentAnswer>(stream, patience.Token);
        }
        catch (AuthenticationException e)
        {
            throw new EnrolmentException(EnrolmentFlaw.OtherServer, e);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new EnrolmentException(EnrolmentFlaw.NobodyThere, e);
        }
    }

    private static bool IsServer(X509Certificate? shown, EnrolmentToken token) =>
        shown is not null
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(shown.GetRawCertData()),
            token.Server.All(char.IsAsciiHexDigit) ? Convert.FromHexString(token.Server) : []
        );
}
