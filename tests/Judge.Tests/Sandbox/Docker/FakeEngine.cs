using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Judge.Tests.Sandbox.Docker;

/// <summary>Answers on a port of this machine as an engine would: by what a request's first line holds, else 404.</summary>
/// <param name="certificate">Null: without TLS. Else clients must have one by the same authority.</param>
internal sealed class FakeEngine(IReadOnlyDictionary<string, (int Status, string Json)> answers, X509Certificate2? certificate = null)
    : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <summary>First lines of what was asked, in order.</summary>
    public List<string> Asked { get; } = [];

    public string Address { get; private set; } = "";

    public FakeEngine Start()
    {
        _listener.Start();
        Address = string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
        return this;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var both = client;
        try
        {
            await using var stream = await SecuredAsync(client.GetStream());
            await AnswerAsync(stream);
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client thought better of it, or is a stranger.
        }
    }

    private async Task<Stream> SecuredAsync(Stream plain)
    {
        if (certificate is null)
        {
            return plain;
        }

        var secured = new SslStream(plain, leaveInnerStreamOpen: false, (_, theirs, _, _) => theirs?.Issuer == certificate.Issuer);
        await secured.AuthenticateAsServerAsync(certificate, clientCertificateRequired: true, checkCertificateRevocation: false);
        return secured;
    }

    private async Task AnswerAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var first = await reader.ReadLineAsync() ?? "";
        var length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
            }
        }

        if (length > 0)
        {
            await reader.ReadBlockAsync(new char[length]);
        }

        lock (Asked)
        {
            Asked.Add(first);
        }

        var (status, json) = answers.FirstOrDefault(answer => first.Contains(answer.Key, StringComparison.Ordinal)).Value;
        json ??= "{\"message\":\"no such thing\"}";
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {(status == 0 ? 404 : status)} -\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n"
        );
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + "Connection: close\r\n\r\n" + json));
    }
}
