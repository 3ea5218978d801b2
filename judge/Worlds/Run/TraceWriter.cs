namespace Judge.Worlds.Run;

/// <summary>Kinds of effects; the numbers stand in traces.</summary>
internal enum Effect
{
    None,
    Gate,
    Things,
    Need,
    Colour,
    Said,
    Bag,
    Power,
    Failed,
}

/// <summary>Writes the records of a trace.</summary>
internal sealed class TraceWriter(int robots)
{
    private const int RobotShift = 4;
    private const byte HasChain = 1 << 6;
    private const byte HasEffects = 1 << 7;

    private readonly List<byte> _bytes = [];
    private readonly List<byte> _effects = [];
    private readonly List<int>[] _chains = [.. Enumerable.Range(0, robots).Select(_ => new List<int>())];
    private int _effectCount;

    public byte[] Bytes => [.. _bytes];

    /// <summary>Goes into the next record.</summary>
    public void Add(Effect effect, int first)
    {
        _effectCount++;
        _effects.Add((byte)effect);
        Add(_effects, (uint)first);
    }

    /// <inheritdoc cref="Add(Effect, int)"/>
    public void Add(Effect effect, int first, int second)
    {
        Add(effect, first);
        Add(_effects, (uint)second);
    }

    /// <summary>Zigzag: small numbers stay short, whatever their sign.</summary>
    public void Say(int number) => Add(Effect.Said, (number << 1) ^ (number >> 31));

    public void Close(int robot, Intent intent, IReadOnlyList<int> chain)
    {
        var last = _chains[robot];
        var same = 0;
        while (same < last.Count && same < chain.Count && last[same] == chain[same])
        {
            same++;
        }

        var changed = same < last.Count || same < chain.Count;
        _bytes.Add((byte)((int)intent.Deed | robot << RobotShift | (changed ? HasChain : 0) | (_effectCount > 0 ? HasEffects : 0)));
        Add(_bytes, (uint)intent.Block);
        if (changed)
        {
            AddChain(last, chain, same);
        }

        if (_effectCount > 0)
        {
            Add(_bytes, (uint)_effectCount);
            _bytes.AddRange(_effects);
            _effects.Clear();
            _effectCount = 0;
        }
    }

    private void AddChain(List<int> last, IReadOnlyList<int> chain, int same)
    {
        Add(_bytes, (uint)(last.Count - same));
        Add(_bytes, (uint)(chain.Count - same));
        last.RemoveRange(same, last.Count - same);
        for (var at = same; at < chain.Count; at++)
        {
            Add(_bytes, (uint)chain[at]);
            last.Add(chain[at]);
        }
    }

    /// <summary>LEB128: seven bits a byte, the lowest first, the highest bit set where more follow.</summary>
    private static void Add(List<byte> bytes, uint number)
    {
        while (number >= 0x80)
        {
            bytes.Add((byte)(number | 0x80));
            number >>= 7;
        }

        bytes.Add((byte)number);
    }
}
