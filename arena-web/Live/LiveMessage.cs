using System.Globalization;
using System.Text;
using Judge.Contests;

namespace ArenaWeb.Live;

/// <summary>Something that viewers hear of at once, made ready as bytes once for all of them.</summary>
/// <param name="Contest">The contest it belongs to.</param>
/// <param name="Entrant">The only one who may hear of it; null: everybody.</param>
/// <param name="Sequence">Number of the event behind it; null: it has none and need not be repeated.</param>
internal sealed record LiveMessage(ContestId Contest, EntrantId? Entrant, long? Sequence, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>An empty comment that keeps a connection open and finds out whether it still is.</summary>
    public static ReadOnlyMemory<byte> Heartbeat { get; } = ":\n\n"u8.ToArray();

    /// <summary>Something was missed: pages look at everything anew.</summary>
    public static ReadOnlyMemory<byte> Resync { get; } = "event: submission\ndata: {}\n\nevent: board\ndata: {}\n\n"u8.ToArray();

    /// <param name="name">Name of the event for the browser: submission, contest, board, progress.</param>
    /// <param name="data">One line.</param>
    public static LiveMessage Of(ContestId contest, EntrantId? entrant, long? sequence, string name, string data)
    {
        var id = sequence is null ? "" : string.Create(CultureInfo.InvariantCulture, $"id: {sequence}\n");
        return new(contest, entrant, sequence, Encoding.UTF8.GetBytes($"{id}event: {name}\ndata: {data}\n\n"));
    }

    public bool IsFor(ContestId contest, EntrantId? entrant) => Contest == contest && (Entrant is null || Entrant == entrant);
}
