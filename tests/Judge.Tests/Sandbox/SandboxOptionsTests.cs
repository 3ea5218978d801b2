using Judge.Sandbox;

namespace Judge.Tests.Sandbox;

public class SandboxOptionsTests
{
    [Theory]
    [InlineData(null, null, "/var/run/docker.sock")]
    [InlineData("unix:///a/b.sock", null, "/a/b.sock")]
    [InlineData(null, "unix:///c.sock", "/c.sock")]
    [InlineData("/a/b.sock", "unix:///c.sock", "/a/b.sock")]
    [InlineData("tcp://1.2.3.4:5", null, "")]
    public void The_engine_is_a_unix_socket(string? contest, string? docker, string expected)
    {
        var options = SandboxOptions.FromEnvironment(name =>
            name switch
            {
                "CONTEST_DOCKER" => contest,
                "DOCKER_HOST" => docker,
                _ => null,
            }
        );
        Assert.Equal(expected, options.EngineSocket);
    }
}
