using Judge.Queue;
using Microsoft.Extensions.DependencyInjection;

namespace ArenaWeb.Tests.Judges;

/// <summary>An arena over a dispatcher that says what the test wants.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    public ClusterFixture() => Arena = new(services => services.AddSingleton<IJudgeNodes>(Nodes));

    public ArenaFixture Arena { get; }

    internal FakeNodes Nodes { get; } = new();

    public ValueTask InitializeAsync() => Arena.InitializeAsync();

    public ValueTask DisposeAsync() => Arena.DisposeAsync();
}
