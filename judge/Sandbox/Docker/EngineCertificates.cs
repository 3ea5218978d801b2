using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Docker.DotNet.Handler.Abstractions;

namespace Judge.Sandbox.Docker;

/// <summary>The files with which the docker command proves who it is and has the engine do so: ca.pem, cert.pem and key.pem.</summary>
internal sealed class EngineCertificates(string folder) : IAuthProvider
{
    public bool TlsEnabled => true;

    /// <exception cref="SandboxException">A file is missing or holds no certificate.</exception>
    public HttpMessageHandler ConfigureHandler(HttpMessageHandler handler)
    {
        try
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.ImportFromPemFile(Path.Combine(folder, "ca.pem"));
            ((SocketsHttpHandler)handler).SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = policy,
                ClientCertificates =
                [
                    X509Certificate2.CreateFromPemFile(Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem")),
                ],
            };
            return handler;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SandboxException(
                $"The certificates for the Docker engine cannot be read ({e.Message.TrimEnd('.')}). DOCKER_CERT_PATH names "
                    + "the folder with ca.pem, cert.pem and key.pem; without DOCKER_TLS_VERIFY none are needed.",
                e
            );
        }
    }
}
