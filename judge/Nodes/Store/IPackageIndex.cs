namespace Judge.Nodes.Store;

/// <summary>Which packages lie in a node's cache, by their hashes.</summary>
internal interface IPackageIndex
{
    Task<IReadOnlyDictionary<string, CachedPackage>> ReadAsync();

    Task PutAsync(string hash, CachedPackage package);

    Task RemoveAsync(string hash);
}

/// <param name="Name">Of its problem.</param>
/// <param name="Size">All its files together, in bytes.</param>
/// <param name="UsedAt">When it was last opened.</param>
internal sealed record CachedPackage(string Name, long Size, DateTimeOffset UsedAt);
