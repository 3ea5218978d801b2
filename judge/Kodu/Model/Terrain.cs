namespace Judge.Kodu.Model;

/// <summary>The ground: tiles of 32 by 32 cells, of which a file stores those that are there.</summary>
internal sealed class Terrain
{
    public const int Edge = 32;

    /// <summary>The material of a cell where there is none.</summary>
    public const int Empty = 4096;

    private const int SelectedFlag = 1 << 14;

    public required int Version { get; init; }
    public required int TilesX { get; init; }
    public required int TilesY { get; init; }

    /// <summary>World units that the largest stored height stands for.</summary>
    public required float Scale { get; init; }

    public required float MinX { get; init; }
    public required float MinY { get; init; }
    public required int Bytes { get; init; }

    /// <summary>Tiles by their column and row.</summary>
    public required IReadOnlyDictionary<(int X, int Y), TerrainTile> Tiles { get; init; }

    public int LandCells => Land().Count();

    public IReadOnlyList<int> Materials => [.. Land().Select(cell => cell.Material).Distinct().Order()];

    /// <summary>The largest height of a cell with ground, in world units; 0 where there is none.</summary>
    public double MaxHeight => Land().Select(cell => (double)cell.Height).DefaultIfEmpty().Max() * Scale / ushort.MaxValue;

    /// <summary>The lowest height of a cell with ground, in world units; 0 where there is none.</summary>
    public double MinHeight => Land().Select(cell => (double)cell.Height).DefaultIfEmpty().Min() * Scale / ushort.MaxValue;

    /// <summary>Cells with ground: a height above 0, and a material.</summary>
    private IEnumerable<(int Material, ushort Height)> Land()
    {
        foreach (var tile in Tiles.Values)
        {
            for (var y = 0; y < Edge; y++)
            {
                for (var x = 0; x < Edge; x++)
                {
                    var material = tile.Material(x, y) & ~SelectedFlag;
                    if (material != Empty && tile.Height(x, y) > 0)
                    {
                        yield return (material, tile.Height(x, y));
                    }
                }
            }
        }
    }
}

/// <param name="Heights">Row by row.</param>
/// <param name="Materials">Column by column, as the game stores them.</param>
internal sealed record TerrainTile(ushort[] Heights, ushort[] Materials)
{
    public ushort Height(int x, int y) => Heights[y * Terrain.Edge + x];

    public ushort Material(int x, int y) => Materials[x * Terrain.Edge + y];
}
