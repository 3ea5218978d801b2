using Judge.Sandbox;
using Support;

// Half of the tests wait: for the clock to stop a sleeper, or for an engine to make a box.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: AssemblyFixture(typeof(Sandbox.Tests.DockerBoxesFixture))]
[assembly: AssemblyFixture(typeof(Sandbox.Tests.BubblewrapBoxesFixture))]
[assembly: AssemblyFixture(typeof(Sandbox.Tests.ForkedBoxesFixture))]

namespace Sandbox.Tests;

/// <summary>One sandbox for all tests of a kind.</summary>
public abstract class Boxes(SandboxKindName kind) : IAsyncLifetime
{
    internal ISandbox Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var only = Enum.Parse<SandboxKind>(kind.ToString());
        Sandbox = Dress(await SandboxFixture.StartAsync(SandboxFixture.Options(only)));
    }

    private protected virtual ISandbox Dress(ISandbox sandbox) => sandbox;

    public ValueTask DisposeAsync() => Sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The kinds of box that keep the contract.</summary>
public enum SandboxKindName
{
    Docker,
    Bubblewrap,
}

public sealed class DockerBoxesFixture() : Boxes(SandboxKindName.Docker);

public sealed class BubblewrapBoxesFixture() : Boxes(SandboxKindName.Bubblewrap);
