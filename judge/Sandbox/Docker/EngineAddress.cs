using Docker.DotNet;
using Docker.DotNet.NativeHttp;

namespace Judge.Sandbox.Docker;

/// <summary>Where a Docker engine answers, as the docker command is told it.</summary>
/// <param name="Text">Such as <c>unix:///var/run/docker.sock</c> or <c>tcp://127.0.0.1:2376</c>, or whatever a person typed.</param>
/// <param name="Certificates">Folder with ca.pem, cert.pem and key.pem; null: without TLS.</param>
internal sealed record EngineAddress(string Text, string? Certificates = null)
{
    private const string Usual = "/var/run/docker.sock";

    /// <summary>The longest that an engine may take for an answer; a loaded machine starts a container in seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>An engine of this machine is never behind a proxy.</summary>
    private static readonly NativeHttpTransportOptions OverTcp = new() { ConfigureHandler = handler => handler.UseProxy = false };

    private bool IsTcp => Text.StartsWith("tcp://", StringComparison.Ordinal);

    /// <summary>The engine of a socket's path.</summary>
    public static EngineAddress Of(string socketPath) => new("unix://" + socketPath);

    /// <summary>
    /// CONTEST_DOCKER, else DOCKER_HOST, else the system's socket, else that of this user's rootless engine. DOCKER_TLS_VERIFY and
    /// DOCKER_CERT_PATH mean what they mean to the docker command.
    /// </summary>
    public static EngineAddress FromEnvironment(Func<string, string?> variable, Func<string, bool> exists)
    {
        if ((Told("CONTEST_DOCKER") ?? Told("DOCKER_HOST")) is { } told)
        {
            var named = told.StartsWith('/') ? Of(told) : new EngineAddress(told);
            var folder = Told("DOCKER_CERT_PATH") ?? Path.Combine(Told("HOME") ?? "/", ".docker");
            return named.IsTcp && Told("DOCKER_TLS_VERIFY") is not null ? named with { Certificates = folder } : named;
        }

        var rootless = Told("XDG_RUNTIME_DIR") is { } own ? Path.Combine(own, "docker.sock") : Usual;
        return Of(!exists(Usual) && exists(rootless) ? rootless : Usual);

        string? Told(string name) => variable(name) is { Length: > 0 } text ? text : null;
    }

    /// <param name="api">Null: whichever the engine likes best.</param>
    /// <exception cref="SandboxException">No engine can have such an address, or the certificates cannot be read.</exception>
    public DockerClient Connect(Version? api)
    {
        try
        {
            var builder = new DockerClientBuilder(new DockerConfig(new Settings(Text))).WithTimeout(Patience).WithApiVersion(api);
            if (Certificates is not null)
            {
                builder.WithAuthProvider(new EngineCertificates(Certificates));
            }

            return IsTcp ? builder.WithTransportOptions(OverTcp).Build() : builder.Build();
        }
        catch (Exception e) when (e is not SandboxException)
        {
            throw new SandboxException(
                $"No Docker engine can be asked at {Text} ({e.Message.TrimEnd('.')}). Say in CONTEST_DOCKER where it is, "
                    + "such as unix:///var/run/docker.sock or tcp://127.0.0.1:2375.",
                e
            );
        }
    }

    public override string ToString() => Text;

    /// <summary>Nothing but the address: what the library would look up by itself is decided above.</summary>
    private sealed record Settings(string DockerHost) : IDockerCliSettings
    {
        string? IDockerCliSettings.DockerConfig => null;
        string? IDockerCliSettings.DockerTlsVerify => null;
        string? IDockerCliSettings.DockerContext => null;
    }
}
