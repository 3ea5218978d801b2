using Judge.Progress;
using Judge.Score;
using Judge.Submit;

namespace Judge.Queue;

/// <summary>
/// All that a judge node may call (key 0, one in each arena). It needs neither the database nor a shared folder: what is judged comes with
/// the order or is fetched by its hash.
/// </summary>
internal interface IJudgeDesk : IGrainWithIntegerKey
{
    /// <summary>A sign of life and a question for work; answered when there is something to do, or after 2 s.</summary>
    [ResponseTimeout("00:00:05")]
    Task<Orders> ReportAsync(NodeReport report);

    /// <summary>
    /// Hands in verdicts, failures, returned work and progress. When it returns, what was handed in is stored and may be forgotten by the
    /// node; when it throws, it is handed in again. The first verdict stays.
    /// </summary>
    [ResponseTimeout("00:00:10")]
    Task TellAsync(News news);

    /// <summary>A piece of a problem package.</summary>
    [ResponseTimeout("00:00:10")]
    Task<Piece> FetchAsync(PieceRequest request);
}

/// <param name="Jobs">To be judged now.</param>
/// <param name="GiveWay">To be given back at once, as if not tried.</param>
[GenerateSerializer, Immutable]
internal sealed record Orders(OrdersNumber Number, IReadOnlyList<Job> Jobs, IReadOnlyList<JudgingId> GiveWay);

/// <summary>All that a node needs to know to judge.</summary>
/// <param name="StopAtFirstFailure">Whether tests after the first that fails decide nothing.</param>
/// <param name="Package">SHA-256 in hex of the package's list of files, to be fetched unless the node has it.</param>
[GenerateSerializer, Immutable]
internal sealed record Job(Ticket Ticket, Submission Submission, bool StopAtFirstFailure, string Package, ReadOnlyMemory<byte> Source);

/// <summary>What a node has to tell; from its outbox, so it may come twice.</summary>
[GenerateSerializer, Immutable]
internal sealed record News(string Node, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<JudgingProgress> Progress);

/// <param name="Judgement">Null unless the ending is Judged.</param>
/// <param name="Trouble">Why a try failed, for staff; empty: it did not.</param>
[GenerateSerializer, Immutable]
internal sealed record Outcome(Ticket Ticket, Ending Ending, Judgement? Judgement, string Trouble);

/// <param name="Hash">SHA-256 in hex: of a package's list of files, or of a file in such a list.</param>
/// <param name="Offset">Bytes from the beginning.</param>
[GenerateSerializer, Immutable]
internal readonly record struct PieceRequest(string Node, string Hash, long Offset);

/// <param name="Length">Bytes of the whole.</param>
/// <param name="Bytes">At most 1 MiB; the node asks on until it has the whole, and checks its hash.</param>
[GenerateSerializer, Immutable]
internal readonly record struct Piece(long Length, ReadOnlyMemory<byte> Bytes);
