using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Docker.DotNet.Models;
using Judge.Sandbox;
using Judge.Sandbox.Docker;
using Microsoft.Extensions.Logging.Abstractions;
using Support;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>Which sandbox is chosen, what is said when there is none, and what happens when an engine comes and goes.</summary>
public sealed class ChoosingTests : IDisposable
{
    private readonly SandboxOptions _real = SandboxFixture.Options() with { Slots = 1 };

    /// <summary>A name for the engine's socket that can be taken away.</summary>
    private readonly string _link = Path.Combine(Path.GetTempPath(), "contest-engine-" + Guid.NewGuid().ToString("N"));

    private string EngineSocket => new Uri(_real.Engine.Text).LocalPath;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_link);

    [Fact]
    public async Task Docker_is_preferred()
    {
        await using var sandbox = await ChooseAsync(_real);
        Assert.Equal((SandboxKind.Docker, 1, ""), (sandbox.Kind, sandbox.Slots, sandbox.PassedOver));
    }

    [Fact]
    public async Task Bubblewrap_serves_where_no_engine_answers()
    {
        await using var sandbox = await ChooseAsync(_real with { Engine = EngineAddress.Of(_link) });
        Assert.Equal(SandboxKind.Bubblewrap, sandbox.Kind);
        Assert.Contains("./contest up", sandbox.PassedOver, StringComparison.Ordinal);
        Assert.Equal("3\n", Said(await RunPythonAsync(sandbox, "print(1 + 2)")));
    }

    [Fact]
    public async Task Without_a_sandbox_nothing_runs_and_the_cure_is_told_until_an_engine_comes()
    {
        await using var sandbox = await ChooseAsync(_real with { Engine = EngineAddress.Of(_link), Only = SandboxKind.Docker });
        Assert.Equal((SandboxKind.None, 0), (sandbox.Kind, sandbox.Slots));
        await Assert.ThrowsAsync<SandboxException>(() => sandbox.OpenAsync("python", 0, Token));
        var e = await Assert.ThrowsAsync<SandboxException>(() => sandbox.CheckAsync(Token));
        Assert.Contains(_link, e.Message, StringComparison.Ordinal);
        Assert.Contains("./contest up", e.Message, StringComparison.Ordinal);

        File.CreateSymbolicLink(_link, EngineSocket);
        await sandbox.CheckAsync(Token);
        Assert.Equal(SandboxKind.Docker, sandbox.Kind);
    }

    [Fact]
    public async Task Without_images_the_cure_is_told()
    {
        await using var sandbox = await ChooseAsync(_real with { ImagesFolder = "/nowhere" });
        var e = await Assert.ThrowsAsync<SandboxException>(() => sandbox.CheckAsync(Token));
        Assert.Contains("sandbox-images/build", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_goes_and_comes_back_is_used_again()
    {
        using var proxy = new EngineProxy(new UnixDomainSocketEndPoint(_link), EngineSocket);
        proxy.Start();
        await using var sandbox = await ChooseAsync(
            _real with
            {
                Engine = EngineAddress.Of(_link),
                Only = SandboxKind.Docker,
                UsesPerBox = 1,
            }
        );
        Assert.Equal("1\n", Said(await RunPythonAsync(sandbox, "print(1)")));
        proxy.Cut();
        await Assert.ThrowsAsync<SandboxException>(() => sandbox.CheckAsync(Token));
        await Assert.ThrowsAsync<SandboxException>(async () =>
        {
            for (var boxesStartedBefore = 0; boxesStartedBefore < 3; boxesStartedBefore++)
            {
                await RunPythonAsync(sandbox, "print(2)");
            }
        });
        proxy.Start();
        await sandbox.CheckAsync(Token);
        Assert.Equal("3\n", Said(await RunPythonAsync(sandbox, "print(3)")));
    }

    [Fact]
    public async Task An_engine_of_this_machine_serves_over_TCP_as_well()
    {
        using var proxy = new EngineProxy(new IPEndPoint(IPAddress.Loopback, 0), EngineSocket);
        proxy.Start();
        var address = new EngineAddress(string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{proxy.Port}"));
        await using var sandbox = await ChooseAsync(_real with { Engine = address, Only = SandboxKind.Docker });
        Assert.Equal("3\n", Said(await RunPythonAsync(sandbox, "print(1 + 2)")));
    }

    [Fact]
    public async Task Containers_of_a_dead_judge_are_swept_and_those_of_a_living_one_are_not()
    {
        using var engine = new Engine(_real.Engine);
        var dead = await CreateAsync(engine, Owner.Current() with { Started = "1" });
        var living = await CreateAsync(engine, Owner.Current());
        await using (await ChooseAsync(_real))
        {
            var left = (await engine.ListAsync(ContainerBody.OwnerLabel, Token)).Select(c => c.Id);
            Assert.DoesNotContain(dead, left);
            Assert.Contains(living, left);
        }

        await engine.RemoveAsync(living, Token);
    }

    [Fact]
    public async Task A_sandbox_that_is_disposed_leaves_no_container()
    {
        using var engine = new Engine(_real.Engine);
        string shortId;
        await using (var sandbox = await ChooseAsync(_real))
        {
            shortId = Said(await RunPythonAsync(sandbox, "import os; print(os.uname().nodename)")).Trim();
            Assert.Contains(
                await engine.ListAsync(ContainerBody.OwnerLabel, Token),
                c => c.Id.StartsWith(shortId, StringComparison.Ordinal)
            );
        }

        Assert.DoesNotContain(
            await engine.ListAsync(ContainerBody.OwnerLabel, Token),
            c => c.Id.StartsWith(shortId, StringComparison.Ordinal)
        );
    }

    private static Task<string> CreateAsync(Engine engine, Owner owner) =>
        engine.CreateAsync(
            new CreateContainerParameters
            {
                Image = ContainerBody.ImageName("python"),
                Entrypoint = ["/usr/bin/python3"],
                Labels = new Dictionary<string, string> { [ContainerBody.OwnerLabel] = owner.ToString() },
            },
            Token
        );

    private static Task<LateSandbox> ChooseAsync(SandboxOptions options) =>
        Sandboxes.ChooseAsync(options, TimeProvider.System, NullLogger.Instance, Token);
}
