using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Judge.Cluster;

/// <summary>
/// Waits for new nodes and signs one certificate a token. It runs where the site's authority lies and only while the organiser wants it, so
/// no arena ever needs the authority's key. Each run has a server certificate of its own, which its tokens name.
/// </summary>
internal sealed class EnrolmentServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SiteAuthority _authority;
    private readonly TimeProvider _time;
    private readonly TcpListener _listener;
    private readonly X509Certificate2 _server;
    private readonly ConcurrentDictionary<string, string> _nameBySecret = new(StringComparer.Ordinal);

    /// <param name="at">Port 0: any that is free.</param>
    public EnrolmentServer(SiteAuthority authority, IPEndPoint at, IEnumerable<string> nodes, TimeProvider time)
    {
        (_authority, _time) = (authority, time);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = time.GetUtcNow();
        _server = new CertificateRequest("CN=enrolment", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _listener = new TcpListener(at);
        _listener.Start();
        foreach (var node in nodes.Distinct(StringComparer.Ordinal))
        {
            _nameBySecret[RandomNumberGenerator.GetHexString(32, lowercase: true)] = node;
        }

        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(_server.RawData));
        Tokens =
        [
            .. _nameBySecret
                .Select(pair => (Node: pair.Value, Token: new EnrolmentToken((IPEndPoint)_listener.LocalEndpoint, fingerprint, pair.Key)))
                .OrderBy(pair => pair.Node, StringComparer.Ordinal),
        ];
    }

    public IReadOnlyList<(string Node, EnrolmentToken Token)> Tokens { get; }

    /// <summary>Serves until all tokens were used.</summary>
    /// <param name="enrolled">Told the name of each node that got its certificate.</param>
    public async Task RunAsync(Action<string> enrolled, CancellationToken ct)
    {
        while (!_nameBySecret.IsEmpty)
        {
            using var client = await _listener.AcceptTcpClientAsync(ct);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            try
            {
                if (await ServeAsync(client, patience.Token) is { } node)
                {
                    enrolled(node);
                }
            }
            catch (Exception e)
                when (e is IOException or AuthenticationException or CryptographicException or OperationCanceledException
                    && !ct.IsCancellationRequested
                )
            {
                // Whoever it was did not speak as a node does; the next may.
            }
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _server.Dispose();
    }

    /// <returns>The node that got a certificate; null: refused.</returns>
    private async Task<string?> ServeAsync(TcpClient client, CancellationToken ct)
    {
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _server }, ct);
        var question = await EnrolmentLine.ReadAsync<EnrolmentQuestion>(stream, ct);
        if (question is not { Secret: { } secret, Request: { } request } || !_nameBySecret.TryGetValue(secret, out var node))
        {
            await EnrolmentLine.WriteAsync(stream, new EnrolmentAnswer(null, null), ct);
            return null;
        }

        // Only the key is taken from the request; the token says the name, and a request without proof of its key throws.
        var key = CertificateRequest.LoadSigningRequestPem(request, HashAlgorithmName.SHA256).PublicKey;
        var certificate = _authority.Sign(key, node, SiteRole.Node, _time.GetUtcNow());
        if (!_nameBySecret.TryRemove(secret, out _))
        {
            return null;
        }

        await EnrolmentLine.WriteAsync(stream, new EnrolmentAnswer(certificate, _authority.Pem), ct);
        return node;
    }
}
