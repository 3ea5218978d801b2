namespace Judge.Queue;

/// <summary>The arena's problem packages, for nodes that have none: by hash, so that what a node has kept is right or not used.</summary>
internal interface IPackageShelf
{
    /// <summary>SHA-256 in hex of the list of files (path, size, SHA-256 of each) of a problem's package as it is now.</summary>
    Task<string> HashOfAsync(string problem, CancellationToken ct);

    /// <summary>A piece of a list or of a file in it; null: nothing of that hash is here any more.</summary>
    Task<Piece?> ReadAsync(string hash, long offset, CancellationToken ct);
}
