using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Judge.Marking.Draw;

/// <summary>
/// The generator of draws, written out so that anybody can draw again in any language; a seeded <see cref="Random"/> is no promise
/// across versions.
/// </summary>
/// <remarks>
/// xoshiro256** 1.0 (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2021). The state is the SHA-256 of the seed in
/// UTF-8, as four little-endian numbers. Numbers below a bound are the high half of a 128-bit product, drawn again in the uneven rest
/// (Lemire 2019, "Fast Random Integer Generation in an Interval"). Shuffles go from the last place down (Fisher and Yates).
/// </remarks>
public sealed class Xoshiro
{
    private readonly ulong[] _state;

    /// <param name="seed">As it is published.</param>
    public Xoshiro(string seed)
        : this(SHA256.HashData(Encoding.UTF8.GetBytes(seed))) { }

    internal Xoshiro(ReadOnlySpan<byte> state)
    {
        _state = new ulong[4];
        for (var at = 0; at < _state.Length; at++)
        {
            _state[at] = BinaryPrimitives.ReadUInt64LittleEndian(state[(at * sizeof(ulong))..]);
        }
    }

    /// <summary>What is published before the draw, so that the seed cannot be chosen after it: SHA-256 in lower-case hex.</summary>
    public static string HashOf(string seed) => Convert.ToHexStringLower(SHA256.HashData(SHA256.HashData(Encoding.UTF8.GetBytes(seed))));

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_state[1] * 5, 7) * 9;
        var shifted = _state[1] << 17;
        _state[2] ^= _state[0];
        _state[3] ^= _state[1];
        _state[1] ^= _state[2];
        _state[0] ^= _state[3];
        _state[2] ^= shifted;
        _state[3] = BitOperations.RotateLeft(_state[3], 45);
        return result;
    }

    /// <param name="bound">At least 1.</param>
    /// <returns>0 to the bound, itself not included, each equally likely.</returns>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var uneven = (0 - (ulong)bound) % (ulong)bound;
        while (true)
        {
            var high = Math.BigMul(Next(), (ulong)bound, out var low);
            if (low >= uneven)
            {
                return (int)high;
            }
        }
    }

    /// <summary>A normal number of mean 0 and deviation 1, by the polar method of Marsaglia (1964).</summary>
    public double NextNormal()
    {
        while (true)
        {
            var (x, y) = (Uniform(), Uniform());
            var square = x * x + y * y;
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
            }
        }

        double Uniform() => (Next() >> 11) * (2.0 / (1UL << 53)) - 1;
    }

    public void Shuffle<T>(IList<T> list)
    {
        for (var last = list.Count - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (list[last], list[other]) = (list[other], list[last]);
        }
    }
}
