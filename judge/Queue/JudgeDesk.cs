using System.Diagnostics;
using Judge.Contests;
using Judge.Problems.Package;
using Judge.Progress;
using Judge.Submit;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Judge.Queue;

/// <summary>Where judge nodes ask and hand in, one in each arena. What it hands on is narrow; what is wide stays here.</summary>
[StatelessWorker(1), Reentrant]
internal sealed class JudgeDesk : Grain, IJudgeDesk
{
    /// <summary>Verdicts in one transaction.</summary>
    private const int MostAtOnce = 200;

    /// <summary>
    /// What takes longer, such as the first reading of large packages, goes on while the node asks again: it must not look dead meanwhile.
    /// </summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(2);

    private readonly IVerdicts _verdicts;
    private readonly IBlobs _blobs;
    private readonly ProblemLibrary _problems;
    private readonly IPackageShelf _shelf;
    private readonly IJudgingProgress _progress;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly GroupCommit<(string Node, Outcome Outcome), Kept> _commit;

    public JudgeDesk(
        IVerdicts verdicts,
        IBlobs blobs,
        ProblemLibrary problems,
        IPackageShelf shelf,
        IJudgingProgress progress,
        TimeProvider clock,
        ILogger<JudgeDesk> log
    )
    {
        (_verdicts, _blobs, _problems, _shelf) = (verdicts, blobs, problems, shelf);
        (_progress, _clock, _log) = (progress, clock, log);
        _commit = new(StoreAsync, MostAtOnce);
    }

    private IDispatcher Dispatcher => GrainFactory.GetGrain<IDispatcher>(0);

    public async Task<Orders> ReportAsync(NodeReport report)
    {
        var tickets = await Dispatcher.ReportAsync(report);
        if (tickets.Jobs.Count == 0)
        {
            return new Orders(tickets.Number, [], tickets.GiveWay);
        }

        using var enough = new CancellationTokenSource();
        var late = Task.Delay(LongestLook, _clock, enough.Token);
        var jobs = JobsAsync(report.Node, tickets.Jobs);
        var isInTime = await Task.WhenAny(jobs, late) == jobs;
        await enough.CancelAsync();
        return isInTime ? new Orders(tickets.Number, await jobs, tickets.GiveWay) : new Orders(report.Seen, [], []);
    }

    public async Task TellAsync(News news)
    {
        await Task.WhenAll(news.Progress.Select(ShowAsync));
        if (news.Outcomes.Count == 0)
        {
            return;
        }

        var kept = await Task.WhenAll(news.Outcomes.Select(outcome => _commit.AddAsync((news.Node, outcome))));
        var settled = new List<Settled>();
        foreach (var (outcome, one) in news.Outcomes.Zip(kept))
        {
            if (one.Keeping == Keeping.Refused)
            {
                _log.LogWarning("{Node} brought a verdict of {Judging}, which it was never given", news.Node, outcome.Ticket.Judging);
                continue;
            }

            Count(news.Node, outcome, one);
            settled.Add(new Settled(outcome.Ticket, one.Keeping == Keeping.Failed ? Ending.Failed : EndingOf(outcome)));
        }

        await Dispatcher.SettleAsync(news.Node, settled);
    }

    public async Task<Piece> FetchAsync(PieceRequest request) =>
        await _shelf.ReadAsync(request.Hash, request.Offset, default)
        ?? throw new FileNotFoundException("Nothing of that hash is here any more.");

    /// <summary>
    /// What a node needs to know to judge each. One that cannot be told, whatever the reason, is a failed try: it must not keep the others
    /// from their node.
    /// </summary>
    private async Task<IReadOnlyList<Job>> JobsAsync(string node, IReadOnlyList<Ticket> tickets)
    {
        var found = await _verdicts.FindAsync([.. tickets.Select(ticket => ticket.Judging.Submission).Distinct()], default);
        var jobs = new List<Job>();
        var failed = new List<Settled>();
        foreach (var ticket in tickets)
        {
            try
            {
                jobs.Add(await JobAsync(ticket, found));
            }
            catch (Exception e)
            {
                Fail(ticket, node, e.Message);
                failed.Add(new Settled(ticket, Ending.Failed));
            }
        }

        if (failed.Count > 0)
        {
            await Dispatcher.SettleAsync(node, failed);
        }

        return jobs;
    }

    private async Task<Job> JobAsync(Ticket ticket, IReadOnlyDictionary<SubmissionId, (Submission Submission, ScoringStyle Scoring)> found)
    {
        if (!found.TryGetValue(ticket.Judging.Submission, out var one))
        {
            throw new JobException("There is no such submission.");
        }

        var name = one.Submission.Problem;
        var package = _problems.Look(name) ?? throw new JobException($"There is no problem {name} in this judge's folder of problems.");
        if (package.Trouble is { } trouble)
        {
            throw trouble;
        }

        var (hash, source) = (await _shelf.HashOfAsync(name, default), await _blobs.GetAsync(one.Submission.Source, default));
        return new Job(ticket, one.Submission, one.Scoring == ScoringStyle.Icpc, hash, source);
    }

    /// <summary>
    /// An outcome that the database refuses must not keep others from being stored: then each goes alone, and one that is refused again is
    /// a failed try. While the database is away all fail, and nodes hand them in again.
    /// </summary>
    private async Task<IReadOnlyList<Kept>> StoreAsync(IReadOnlyList<(string Node, Outcome Outcome)> outcomes)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            var kept = await _verdicts.StoreAsync(outcomes, default);
            JudgeMeter.Stored(outcomes.Count, Stopwatch.GetElapsedTime(started));
            return kept;
        }
        catch (RefusedException refused)
        {
            if (outcomes is [var only])
            {
                Fail(only.Outcome.Ticket, only.Node, refused.Message);
                return [Kept.Without(Keeping.Failed)];
            }

            var each = new List<Kept>();
            foreach (var one in outcomes)
            {
                each.AddRange(await StoreAsync([one]));
            }

            return each;
        }
    }

    /// <summary>Judged is only what has a judgement: whatever a node says, nothing ends without one.</summary>
    private static Ending EndingOf(Outcome outcome) =>
        outcome.Judgement is not null ? Ending.Judged
        : outcome.Ending == Ending.Judged ? Ending.Failed
        : outcome.Ending;

    private void Count(string node, Outcome outcome, Kept kept)
    {
        if (EndingOf(outcome) == Ending.Failed)
        {
            Fail(outcome.Ticket, node, outcome.Trouble);
        }
        else if (kept.Keeping == Keeping.Stored)
        {
            JudgeMeter.Judged(outcome.Judgement!.Verdict, kept.Written, kept.Waited, kept.Took);
            _log.LogInformation(
                "Submission {Submission} of {Problem} in {Language}: {Verdict} in {Milliseconds} ms",
                outcome.Ticket.Judging.Submission.Value,
                kept.Problem,
                kept.Written,
                outcome.Judgement.Verdict,
                (long)kept.Took.TotalMilliseconds
            );
        }
    }

    private void Fail(Ticket ticket, string node, string trouble)
    {
        JudgeMeter.Failed();
        _log.LogError(
            "Submission {Submission} could not be judged by {Node}, try {Attempt}: {Trouble}",
            ticket.Judging.Submission.Value,
            node,
            ticket.Attempt,
            trouble
        );
    }

    private async Task ShowAsync(JudgingProgress progress)
    {
        try
        {
            await _progress.TellAsync(progress, default);
        }
        catch (Exception e)
        {
            _log.LogDebug(e, "Progress of submission {Submission} could not be told", progress.Submission.Value);
        }
    }

    /// <summary>Why a node cannot be told all that it needs to judge.</summary>
    private sealed class JobException(string message) : Exception(message);
}
