using System.Globalization;
using System.Text;

namespace ArenaWeb.Live;

/// <summary>Something that viewers hear of at once, made ready as bytes once for all of them.</summary>
/// <param name="Sequence">Number of the event behind it; null: it has none and need not be repeated.</param>
internal sealed record LiveMessage(LiveTopic Topic, long? Sequence, ReadOnlyMemory<byte> Bytes)
{
    /// <param name="name">
    /// Name of the event for the browser: submission, contest, clock, board, progress, talk, desk, wall, notice, refused.
    /// </param>
    /// <param name="fields">Fields of a JSON object in one line, without its braces; empty: there are none.</param>
    public static LiveMessage Of(LiveTopic topic, long? sequence, string name, string fields)
    {
        var id = sequence is null ? "" : string.Create(CultureInfo.InvariantCulture, $"id: {sequence}\n");
        var more = fields.Length == 0 ? "" : $",{fields}";
        return new(topic, sequence, Encoding.UTF8.GetBytes($"{id}event: {name}\ndata: {{\"topic\":\"{topic}\"{more}}}\n\n"));
    }

    /// <summary>Whoever asked may not hear of it.</summary>
    public static LiveMessage Refused(LiveTopic topic) => Of(topic, null, "refused", "");

    /// <summary>
    /// All events up to this number have been told. It keeps a connection open, finds out whether it still is, and lets a browser come back
    /// after a long silence without asking for all that happened to others.
    /// </summary>
    public static ReadOnlyMemory<byte> UpTo(long sequence) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {sequence}\n\n"));
}
