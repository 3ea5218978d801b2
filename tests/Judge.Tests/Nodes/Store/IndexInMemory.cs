using System.Collections.Concurrent;
using Judge.Nodes.Store;

namespace Judge.Tests.Nodes.Store;

/// <summary>An index that outlives a cache in a test.</summary>
internal sealed class IndexInMemory : IPackageIndex
{
    private readonly ConcurrentDictionary<string, CachedPackage> _known = new();

    public bool Fails { get; set; }

    public Task<IReadOnlyDictionary<string, CachedPackage>> ReadAsync() =>
        Task.FromResult<IReadOnlyDictionary<string, CachedPackage>>(Checked.ToDictionary());

    public Task PutAsync(string hash, CachedPackage package) => Task.FromResult(Checked[hash] = package);

    public Task RemoveAsync(string hash) => Task.FromResult(Checked.TryRemove(hash, out _));

    private ConcurrentDictionary<string, CachedPackage> Checked => Fails ? throw new IOException("It is damaged.") : _known;
}
