using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Judge.Queue;

/// <summary>
/// The trace of a judging. Its number follows from the hand-in, so arenas and nodes write into the same trace without telling each other,
/// also after the dispatcher moved or a node was killed.
/// </summary>
internal static class JudgingTrace
{
    private const int TraceBytes = 16;
    private const int SpanBytes = 8;

    /// <param name="at">When it was handed in; tells hand-ins of the same number in two installations apart.</param>
    public static ActivityContext Of(JudgingId judging, DateTimeOffset at)
    {
        Span<byte> facts = stackalloc byte[3 * sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(facts, judging.Submission.Value);
        BinaryPrimitives.WriteInt64BigEndian(facts[sizeof(long)..], judging.Rejudging.Value);
        BinaryPrimitives.WriteInt64BigEndian(facts[(2 * sizeof(long))..], at.ToUnixTimeMilliseconds());
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(facts, hash);
        return new(
            ActivityTraceId.CreateFromBytes(hash[..TraceBytes]),
            ActivitySpanId.CreateFromBytes(hash.Slice(TraceBytes, SpanBytes)),
            ActivityTraceFlags.Recorded,
            isRemote: true
        );
    }
}
