using Docker.DotNet.Models;
using Judge.Sandbox;
using Judge.Sandbox.Docker;

namespace Judge.Tests.Sandbox.Docker;

/// <summary>What is said, and what is cured, when an engine is not as boxes need it.</summary>
public sealed class EngineTests
{
    private static readonly string Kernel = File.ReadAllText("/proc/sys/kernel/osrelease").Trim();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1.41", "/v1.41/containers/json")]
    [InlineData("1.44", "/v1.44/containers/json")]
    [InlineData("1.99", "/v1.47/containers/json")]
    public async Task The_newest_API_that_both_know_is_spoken(string theirs, string asked)
    {
        using var fake = new FakeEngine(Answers(theirs, ("/containers/json", 200, "[]"))).Start();
        using var engine = new Engine(new EngineAddress(fake.Address));
        Assert.Empty(await engine.ListAsync("label", Token));
        Assert.Contains(asked, fake.Asked[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_has_changed_is_asked_anew()
    {
        var answers = Answers("1.44", ("/_ping", 200, "{}"), ("/containers/json", 200, "[]"));
        using var fake = new FakeEngine(answers).Start();
        using var engine = new Engine(new EngineAddress(fake.Address));
        await engine.PingAsync(Token);
        await engine.PingAsync(Token);
        Assert.Contains("/v1.44/_ping", Assert.Single(fake.Asked, line => line.Contains("_ping", StringComparison.Ordinal)));
        answers["/_ping"] = (400, "{\"message\":\"client version 1.44 is too new\"}");
        answers["/version"] = Answers("1.42")["/version"];
        await engine.PingAsync(Token);
        await engine.ListAsync("label", Token);
        Assert.Contains("/v1.42/containers/json", fake.Asked[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"ApiVersion\":\"1.40\"}", "too old (API 1.40)")]
    [InlineData("{\"ApiVersion\":\"1.41\",\"KernelVersion\":\"5.15.167-linuxkit\"}", "./contest work")]
    [InlineData("{\"hello\":1}", "no Docker engine")]
    [InlineData("<html>Welcome!</html>", "no Docker engine")]
    public async Task An_engine_that_cannot_serve_is_told_with_its_cure(string version, string said)
    {
        using var fake = new FakeEngine(new Dictionary<string, (int, string)> { ["/version"] = (200, version) }).Start();
        using var engine = new Engine(new EngineAddress(fake.Address));
        Assert.Contains(
            said,
            (await Assert.ThrowsAsync<SandboxException>(() => engine.PingAsync(Token))).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("unix:///nowhere/docker.sock", "./contest up")]
    [InlineData("tcp://127.0.0.1:1", "./contest up")]
    [InlineData("ssh://somebody@somewhere", "CONTEST_DOCKER")]
    [InlineData("next door", "CONTEST_DOCKER")]
    [InlineData("", "CONTEST_DOCKER")]
    public async Task An_address_where_nothing_answers_is_told_with_its_cure(string address, string said)
    {
        using var engine = new Engine(new EngineAddress(address));
        var e = await Assert.ThrowsAsync<SandboxException>(() => engine.PingAsync(Token));
        Assert.Contains(address, e.Message, StringComparison.Ordinal);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_does_not_see_our_files_is_told_with_its_cure()
    {
        const string Words = "{\"message\":\"invalid mount config for type \\\"bind\\\": bind source path does not exist: /run/x\"}";
        using var fake = new FakeEngine(Answers("1.41", ("/containers/create", 400, Words))).Start();
        using var engine = new Engine(new EngineAddress(fake.Address));
        var e = await Assert.ThrowsAsync<SandboxException>(() => engine.CreateAsync(new CreateContainerParameters(), Token));
        Assert.Contains("not on this machine", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_cannot_limit_is_told_with_its_cure()
    {
        const string Info = "{\"MemoryLimit\":true,\"PidsLimit\":true,\"CPUSet\":false}";
        using var fake = new FakeEngine(Answers("1.41", ("/info", 200, Info))).Start();
        using var engine = new Engine(new EngineAddress(fake.Address));
        var e = await Assert.ThrowsAsync<SandboxException>(() => engine.PingAsync(Token));
        Assert.Contains("rootless", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_engine_refuses_is_told_in_its_words()
    {
        using var fake = new FakeEngine(Answers("1.41", ("/start", 500, "{\"message\":\"no space left\"}"))).Start();
        using var engine = new Engine(new EngineAddress(fake.Address));
        var e = await Assert.ThrowsAsync<SandboxException>(() => engine.StartAsync("box", Token));
        Assert.Contains("could not start a container (500)", e.Message, StringComparison.Ordinal);
        Assert.Contains("no space left", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    public async Task A_container_that_is_gone_or_going_is_removed_as_wished(int status)
    {
        using var fake = new FakeEngine(Answers("1.41", ("DELETE ", status, "{\"message\":\"removal is in progress\"}"))).Start();
        using var engine = new Engine(new EngineAddress(fake.Address));
        await engine.RemoveAsync("box", Token);
        Assert.Contains("force=", fake.Asked[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificates_of_the_docker_command_open_an_engine_with_TLS_and_no_other_do()
    {
        using var ours = new Certificates("ours");
        using var others = new Certificates("others");
        using var fake = new FakeEngine(Answers("1.41"), ours.Server).Start();
        using var engine = new Engine(new EngineAddress(fake.Address, ours.Folder));
        await engine.PingAsync(Token);
        foreach (var folder in new[] { others.Folder, "/nowhere", null })
        {
            using var stranger = new Engine(new EngineAddress(fake.Address, folder));
            await Assert.ThrowsAsync<SandboxException>(() => stranger.PingAsync(Token));
        }
    }

    private static Dictionary<string, (int, string)> Answers(string api, params (string Path, int Status, string Json)[] more)
    {
        var version = $$"""{"ApiVersion":"{{api}}","KernelVersion":"{{Kernel}}"}""";
        const string Info = "{\"MemoryLimit\":true,\"PidsLimit\":true,\"CPUSet\":true}";
        var all = new Dictionary<string, (int, string)> { ["/version"] = (200, version), ["/info"] = (200, Info) };
        foreach (var (path, status, json) in more)
        {
            all[path] = (status, json);
        }

        return all;
    }
}
