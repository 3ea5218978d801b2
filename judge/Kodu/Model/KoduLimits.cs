namespace Judge.Kodu.Model;

/// <summary>What a world may be at most; the largest that we have seen reaches about a fifth of each.</summary>
internal sealed record KoduLimits
{
    public int FileBytes { get; init; } = 8 << 20;
    public int Entries { get; init; } = 64;

    /// <summary>Of one entry, counted while it is unpacked.</summary>
    public int EntryBytes { get; init; } = 16 << 20;

    /// <summary>Of all entries together.</summary>
    public int TotalBytes { get; init; } = 32 << 20;

    /// <summary>Unpacked bytes that are never held against the packed ones: a flat terrain shrinks a thousandfold.</summary>
    public int FreeBytes { get; init; } = 8 << 20;

    /// <summary>Unpacked bytes to packed ones, beyond <see cref="FreeBytes"/>.</summary>
    public int Ratio { get; init; } = 200;

    public int XmlDepth { get; init; } = 64;
    public int Levels { get; init; } = 16;

    /// <summary>Of all levels together, as all numbers that follow.</summary>
    public int Actors { get; init; } = 1000;

    public int Rules { get; init; } = 20_000;

    /// <summary>Pages of one actor; the game has 12.</summary>
    public int Pages { get; init; } = 64;

    /// <summary>Tiles in one slot of one rule.</summary>
    public int Tiles { get; init; } = 64;

    /// <summary>Tiles in all rules together.</summary>
    public int AllTiles { get; init; } = 400_000;

    public int Indent { get; init; } = 64;

    /// <summary>Nodes, edges, waters, steps, scores: each list of things without rules.</summary>
    public int Items { get; init; } = 20_000;

    /// <summary>Letters of a name or a text; more are cut.</summary>
    public int Letters { get; init; } = 4000;

    /// <summary>Letters of a tile's id.</summary>
    public int IdLetters { get; init; } = 200;

    /// <summary>Tiles of the terrain along one edge.</summary>
    public int TerrainEdge { get; init; } = 1024;

    public static KoduLimits Usual { get; } = new();
}
