using System.Buffers.Binary;
using Judge.Kodu.Model;

namespace Judge.Kodu.Reading;

/// <summary>
/// Reads a terrain part. Little-endian: version (0 to 3), tiles along x and y, in version 0 two numbers for the size of cells, the scale of
/// heights, the corner; then column by column one byte whether the tile is there, and its heights and materials.
/// </summary>
internal static class TerrainMap
{
    private const int Cells = Terrain.Edge * Terrain.Edge;

    /// <summary>The terrain, and whether the part ends right after it; null: the part is damaged.</summary>
    public static (Terrain Terrain, bool Exact)? Read(byte[] part, KoduLimits limits)
    {
        var from = new Bytes(part);
        var (version, nx, ny) = (from.Int(), from.Int(), from.Int());
        if (version is < 0 or > 3 || nx < 0 || ny < 0 || nx > limits.TerrainEdge || ny > limits.TerrainEdge)
        {
            return null;
        }

        if (version == 0)
        {
            from.Skip(8);
        }

        var (scale, minX, minY) = (from.Single(), from.Single(), from.Single());
        var tiles = new Dictionary<(int, int), TerrainTile>();
        for (var at = 0; at < nx * ny && !from.Ended; at++)
        {
            if (from.Byte() != 0)
            {
                var heights = from.Shorts(Cells);
                tiles[(at / ny, at % ny)] = new TerrainTile(heights, version < 3 ? from.Octets(Cells) : from.Shorts(Cells));
            }
        }

        if (from.Ended || !float.IsFinite(scale))
        {
            return null;
        }

        var terrain = new Terrain
        {
            Version = version,
            TilesX = nx,
            TilesY = ny,
            Scale = scale,
            MinX = minX,
            MinY = minY,
            Bytes = part.Length,
            Tiles = tiles,
        };
        return (terrain, from.AtEnd);
    }

    /// <summary>Reads from the front; what is asked for behind the end is 0, and <see cref="Ended"/> tells so.</summary>
    private sealed class Bytes(byte[] part)
    {
        private int _at;

        /// <summary>More was asked for than there is.</summary>
        public bool Ended { get; private set; }

        public bool AtEnd => _at == part.Length;

        public void Skip(int count) => Take(count);

        public int Byte() => Take(1) is [var value] ? value : 0;

        public int Int() => Take(4) is { Length: 4 } four ? BinaryPrimitives.ReadInt32LittleEndian(four) : -1;

        public float Single() => Take(4) is { Length: 4 } four ? BinaryPrimitives.ReadSingleLittleEndian(four) : 0;

        public ushort[] Shorts(int count)
        {
            var values = new ushort[Ended ? 0 : count];
            var taken = Take(2 * count);
            for (var i = 0; i < values.Length && 2 * i < taken.Length; i++)
            {
                values[i] = BinaryPrimitives.ReadUInt16LittleEndian(taken[(2 * i)..]);
            }

            return values;
        }

        public ushort[] Octets(int count)
        {
            var taken = Take(count);
            var values = new ushort[taken.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = taken[i];
            }

            return values;
        }

        private ReadOnlySpan<byte> Take(int count)
        {
            if (Ended || count > part.Length - _at)
            {
                Ended = true;
                return [];
            }

            _at += count;
            return part.AsSpan(_at - count, count);
        }
    }
}
