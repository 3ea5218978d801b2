namespace Judge.Tests.Worlds;

/// <summary>
/// splitmix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014); so short that any language has it.
/// </summary>
internal sealed class SplitMix(ulong state)
{
    private ulong _state = state;

    /// <summary>A number from 0 to one below <paramref name="end"/>: the upper 31 bits, modulo the end.</summary>
    public int Below(int end) => (int)((Next() >> 33) % (ulong)end);

    private ulong Next()
    {
        _state += 0x9e3779b97f4a7c15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
