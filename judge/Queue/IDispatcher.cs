using Judge.Score;
using Judge.Submit;

namespace Judge.Queue;

/// <summary>
/// The one place that decides who judges what (key 0). Line, holders and health are in its memory; it is rebuilt from the facts whenever it
/// wakes up. For arenas only: judge nodes speak to <see cref="IJudgeDesk"/>.
/// </summary>
internal interface IDispatcher : IGrainWithIntegerKey
{
    /// <summary>Tells that submissions wait, after their commit. Told twice counts once.</summary>
    [ResponseTimeout("00:00:02")]
    Task PutInLineAsync(IReadOnlyList<SubmissionId> some);

    /// <summary>Tells that the submissions of a rejudging wait, or are not wanted any more: the facts say which.</summary>
    [ResponseTimeout("00:00:02")]
    Task LookAtAsync(RejudgingId rejudging);

    /// <summary>A node's sign of life and question for work; answered when there is something to do, or after 2 s.</summary>
    [ResponseTimeout("00:00:05")]
    Task<Tickets> ReportAsync(NodeReport report);

    /// <summary>Tells what became of tickets, after verdicts were stored.</summary>
    [ResponseTimeout("00:00:02")]
    Task SettleAsync(string node, IReadOnlyList<Settled> some);

    /// <summary>A drained node gets no more work until it is resumed; it finishes what it holds.</summary>
    [ResponseTimeout("00:00:02")]
    Task DrainAsync(string node, bool drained);

    [ResponseTimeout("00:00:02")]
    Task<ClusterView> ViewAsync();
}

/// <summary>The dispatcher's answer to a node.</summary>
/// <param name="Jobs">To be judged now.</param>
/// <param name="GiveWay">Held by the node and to be given back at once, as if not tried: a contest waits, or nobody wants them.</param>
[GenerateSerializer, Immutable]
internal sealed record Tickets(OrdersNumber Number, IReadOnlyList<Ticket> Jobs, IReadOnlyList<JudgingId> GiveWay);

[GenerateSerializer, Immutable]
internal readonly record struct Settled(Ticket Ticket, Ending Ending);

/// <summary>What became of a ticket.</summary>
internal enum Ending
{
    None,

    /// <summary>There is a verdict, and it is stored.</summary>
    Judged,

    /// <summary>The try counts, and it goes back in line after a rest.</summary>
    Failed,

    /// <summary>It goes back in line as if it had not been tried.</summary>
    GivenBack,
}
