using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Judge.Nodes;

/// <summary>
/// Makes the judge node when the host comes to it, and no earlier: a cluster's client knows no desk until it has started, and a host makes
/// all its services before it starts the first.
/// </summary>
internal sealed class JudgeNodeService(IServiceProvider services) : IHostedService
{
    private JudgeNode? _node;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _node = services.GetRequiredService<JudgeNode>();
        return _node.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _node?.StopAsync(cancellationToken) ?? Task.CompletedTask;
}
