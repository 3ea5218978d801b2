namespace Judge.Worlds.Run;

/// <summary>FNV-1a of 64 bits (RFC 9923).</summary>
internal static class Fnv
{
    public const ulong Start = 0xcbf29ce484222325;

    private const ulong Prime = 0x100000001b3;

    public static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            hash = (hash ^ one) * Prime;
        }

        return hash;
    }
}
