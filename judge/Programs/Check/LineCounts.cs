using System.Runtime.InteropServices;

namespace Judge.Programs.Check;

/// <summary>
/// How often each line stands in a text; lines are the same when their words are. Holds places in the text, some 40 bytes a distinct
/// line, and no copies; each look-up takes time linear to the line.
/// </summary>
internal readonly ref struct LineCounts(ReadOnlySpan<byte> text)
{
    private const int None = -1;

    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Last line with a hash; earlier ones with the same hash follow by <see cref="Line.Next"/>.</summary>
    private readonly Dictionary<int, int> _last = [];
    private readonly List<Line> _lines = [];

    /// <param name="line">A slice of the text.</param>
    public void Add(ReadOnlySpan<byte> line)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, Hash(line), out var exists);
        var known = exists ? Find(last, line) : None;
        if (known != None)
        {
            CollectionsMarshal.AsSpan(_lines)[known].Count++;
            return;
        }

        _text.Overlaps(line, out var start);
        _lines.Add(
            new Line
            {
                Start = start,
                Length = line.Length,
                Count = 1,
                Next = exists ? last : None,
            }
        );
        last = _lines.Count - 1;
    }

    /// <summary>Takes one line away; false: there is no such line left.</summary>
    public bool Remove(ReadOnlySpan<byte> line)
    {
        var at = Find(_last.GetValueOrDefault(Hash(line), None), line);
        if (at == None || _lines[at].Count == 0)
        {
            return false;
        }

        CollectionsMarshal.AsSpan(_lines)[at].Count--;
        return true;
    }

    /// <summary>The first line that was not taken away; empty: all were.</summary>
    public ReadOnlySpan<byte> Left()
    {
        foreach (var line in CollectionsMarshal.AsSpan(_lines))
        {
            if (line.Count > 0)
            {
                return _text.Slice(line.Start, line.Length);
            }
        }

        return [];
    }

    private int Find(int at, ReadOnlySpan<byte> line)
    {
        while (at != None && !SameWords(_text.Slice(_lines[at].Start, _lines[at].Length), line))
        {
            at = _lines[at].Next;
        }

        return at;
    }

    private static bool SameWords(ReadOnlySpan<byte> line, ReadOnlySpan<byte> other)
    {
        while (!line.IsEmpty || !other.IsEmpty)
        {
            if (!Tokens.Take(ref line).SequenceEqual(Tokens.Take(ref other)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Seeded anew in every process, so nobody can choose lines that meet in one place.</summary>
    private static int Hash(ReadOnlySpan<byte> line)
    {
        var hash = new HashCode();
        while (Tokens.Take(ref line) is { IsEmpty: false } word)
        {
            hash.AddBytes(word);
            hash.Add(word.Length);
        }

        return hash.ToHashCode();
    }

    private struct Line
    {
        public int Start,
            Length,
            Count,
            Next;
    }
}
