using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Judge.Cluster;

/// <summary>Listens to nobody: a silo that is a cluster by itself needs no port, so nobody on the machine can call its grains.</summary>
internal sealed class NoTransport : IConnectionListenerFactory
{
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken ct = default) =>
        ValueTask.FromResult<IConnectionListener>(new Silence(endpoint));

    private sealed class Silence(EndPoint endpoint) : IConnectionListener
    {
        private readonly TaskCompletionSource<ConnectionContext?> _unbound = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EndPoint EndPoint => endpoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken ct = default) => new(_unbound.Task.WaitAsync(ct));

        public ValueTask UnbindAsync(CancellationToken ct = default)
        {
            _unbound.TrySetResult(null);
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }
}
