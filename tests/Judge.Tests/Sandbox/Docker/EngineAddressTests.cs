using Judge.Sandbox.Docker;

namespace Judge.Tests.Sandbox.Docker;

public class EngineAddressTests
{
    [Theory]
    [InlineData("", "unix:///var/run/docker.sock")]
    [InlineData("CONTEST_DOCKER=unix:///a/b.sock", "unix:///a/b.sock")]
    [InlineData("DOCKER_HOST=unix:///c.sock", "unix:///c.sock")]
    [InlineData("DOCKER_HOST=", "unix:///var/run/docker.sock")]
    [InlineData("CONTEST_DOCKER=/a/b.sock DOCKER_HOST=unix:///c.sock", "unix:///a/b.sock")]
    [InlineData("DOCKER_HOST=tcp://1.2.3.4:5", "tcp://1.2.3.4:5")]
    [InlineData("XDG_RUNTIME_DIR=/run/user/1000", "unix:///run/user/1000/docker.sock", "/run/user/1000/docker.sock")]
    [InlineData("XDG_RUNTIME_DIR=/run/user/1000", "unix:///var/run/docker.sock")]
    [InlineData("XDG_RUNTIME_DIR=/run/user/1000", "unix:///var/run/docker.sock", "/run/user/1000/docker.sock", "/var/run/docker.sock")]
    public void The_engine_is_the_one_that_was_named_else_the_systems_else_the_users(
        string told,
        string expected,
        params string[] sockets
    ) => Assert.Equal(new EngineAddress(expected), Address(told, sockets));

    [Theory]
    [InlineData("DOCKER_HOST=tcp://a:2376 DOCKER_TLS_VERIFY=1 DOCKER_CERT_PATH=/certificates", "/certificates")]
    [InlineData("DOCKER_HOST=tcp://a:2376 DOCKER_TLS_VERIFY=1 HOME=/home/lan", "/home/lan/.docker")]
    [InlineData("DOCKER_HOST=tcp://a:2376 DOCKER_TLS_VERIFY= DOCKER_CERT_PATH=/certificates", null)]
    [InlineData("DOCKER_HOST=unix:///a.sock DOCKER_TLS_VERIFY=1 DOCKER_CERT_PATH=/certificates", null)]
    public void Certificates_are_those_of_the_docker_command(string told, string? expected) =>
        Assert.Equal(expected, Address(told, []).Certificates);

    private static EngineAddress Address(string told, string[] sockets)
    {
        var variables = told.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split('=', 2))
            .ToDictionary(w => w[0], w => w[1]);
        return EngineAddress.FromEnvironment(variables.GetValueOrDefault, sockets.Contains);
    }
}
