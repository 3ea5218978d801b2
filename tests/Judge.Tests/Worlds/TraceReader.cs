using Judge.Worlds.Levels;
using Judge.Worlds.Run;

namespace Judge.Tests.Worlds;

/// <summary>One record of a trace.</summary>
/// <param name="Effects">Each with its varints behind its kind.</param>
internal sealed record TraceRecord(
    Deed Deed,
    int Robot,
    int Block,
    IReadOnlyList<int> Chain,
    IReadOnlyList<(Effect Kind, int[] Numbers)> Effects
)
{
    public EndCode? Failed => Effects.Where(one => one.Kind == Effect.Failed).Select(one => (EndCode?)one.Numbers[0]).FirstOrDefault();

    /// <summary>What fails after the action was made.</summary>
    public bool IsMade => Failed is null or EndCode.FellInHole or EndCode.OffLine or EndCode.OutOfPower;
}

/// <summary>Reads traces from the paper alone.</summary>
internal sealed class TraceReader(ReadOnlyMemory<byte> steps)
{
    private readonly List<int>[] _chains =
    [
        [],
        [],
        [],
        [],
    ];
    private int _at;

    public static IReadOnlyList<TraceRecord> Read(Trace trace)
    {
        var reader = new TraceReader(trace.Steps);
        List<TraceRecord> all = [];
        while (reader._at < trace.Steps.Length)
        {
            all.Add(reader.Next());
        }

        return all;
    }

    private TraceRecord Next()
    {
        var head = steps.Span[_at++];
        var robot = (head >> 4) & 3;
        var block = Varint();
        var chain = _chains[robot];
        if ((head & 0x40) != 0)
        {
            var gone = Varint();
            chain.RemoveRange(chain.Count - gone, gone);
            for (var left = Varint(); left > 0; left--)
            {
                chain.Add(Varint());
            }
        }

        List<(Effect, int[])> effects = [];
        for (var left = (head & 0x80) != 0 ? Varint() : 0; left > 0; left--)
        {
            var kind = (Effect)steps.Span[_at++];
            effects.Add(
                (
                    kind,
                    [
                        .. Enumerable
                            .Range(0, kind is Effect.Gate or Effect.Things or Effect.Need or Effect.Colour ? 2 : 1)
                            .Select(_ => Varint()),
                    ]
                )
            );
        }

        return new TraceRecord((Deed)(head & 15), robot, block, [.. chain], effects);
    }

    private int Varint()
    {
        var (number, shift) = (0u, 0);
        byte one;
        do
        {
            one = steps.Span[_at++];
            number |= (uint)(one & 0x7f) << shift;
            shift += 7;
        } while (one >= 0x80);

        return (int)number;
    }
}
