using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Sandbox;
using Judge.Score;
using Judge.Settings;
using Judge.Submit;
using Microsoft.Extensions.Logging;

namespace Judge.Queue;

/// <summary>Brings one leased submission to its verdict, or back in line.</summary>
internal sealed class LeasedJudging(
    ISubmissions submissions,
    IContests contests,
    ProblemLibrary problems,
    IBlobs blobs,
    Evaluators evaluators,
    IJudgingProgress progress,
    TimeProvider clock,
    ILogger<LeasedJudging> log
)
{
    /// <summary>A third of a lease's time: two renewals may fail.</summary>
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);

    /// <param name="ct">Cancelled when this node cannot go on: the submission is given back.</param>
    /// <returns>Whether there is a verdict.</returns>
    public async Task<bool> RunAsync(IJudgeLease lease, SandboxWatch sandbox, CancellationToken ct)
    {
        using var scope = log.BeginScope(new Dictionary<string, object> { ["Submission"] = lease.Submission.Value });
        await using var held = lease;
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = RenewAsync(lease, lost);
        try
        {
            await JudgeAsync(lease, lost.Token);
            return true;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await lease.GiveBackAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            log.LogWarning("Submission {Submission} was taken over by another judge", lease.Submission.Value);
        }
        catch (Exception e)
        {
            await FailAsync(lease, sandbox, e, ct);
        }
        finally
        {
            await lost.CancelAsync();
            await renewing;
        }

        return false;
    }

    private async Task JudgeAsync(IJudgeLease lease, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        var submission =
            await submissions.FindAsync(lease.Submission, ct) ?? throw new InvalidOperationException("There is no such submission.");
        using var whole = Tracing.Begin(Tracing.Judging, JudgingTrace.Of(new(submission.Id, lease.Rejudging), submission.At));
        var contest = await contests.FindAsync(submission.Contest, ct) ?? throw new InvalidOperationException("There is no such contest.");
        var package =
            problems.Look(submission.Problem)
            ?? throw new InvalidOperationException($"There is no problem {submission.Problem} in this judge's folder of problems.");
        var problem = package.Problem ?? throw package.Trouble!;
        var source = await blobs.GetAsync(submission.Source, ct);
        var teller = new ProgressTeller(progress, submission, problem.Tests.Count, clock, log);
        var job = new EvaluationJob(problem, submission.Language, source)
        {
            StopAtFirstFailure = contest.Scoring == ScoringStyle.Icpc,
            OnTest = lease.Rejudging.IsFirst ? teller.Tell : null, // of judging again the page shows what counts
        };
        var judgement = await evaluators.EvaluateAsync(job, ct);

        using (Tracing.Begin(Tracing.Store))
        {
            await lease.CompleteAsync(judgement, CancellationToken.None);
        }

        var duration = clock.GetElapsedTime(started);
        JudgeMeter.Judged(
            judgement.Verdict,
            Written(submission),
            lease.Rejudging.IsFirst ? clock.GetUtcNow() - submission.At : null,
            duration
        );
        log.LogInformation(
            "Submission {Submission} of {Problem} in {Language}: {Verdict} in {Milliseconds} ms",
            submission.Id.Value,
            submission.Problem,
            Written(submission),
            judgement.Verdict,
            (long)duration.TotalMilliseconds
        );
    }

    /// <summary>What it is written in, for those who count and log.</summary>
    private static string Written(Submission submission) =>
        submission.Kind == HandinKind.Program ? submission.Language : submission.Kind.ToString().ToLowerInvariant();

    /// <summary>
    /// A sandbox that does not answer is not the submission's doing: given back, it does not count as a try. Anything else
    /// counts, so that what breaks every judge ends as JudgeError instead of going round for ever.
    /// </summary>
    private async Task FailAsync(IJudgeLease lease, SandboxWatch sandbox, Exception failure, CancellationToken ct)
    {
        JudgeMeter.Failed();
        log.LogError(failure, "Submission {Submission} could not be judged, try {Attempt}", lease.Submission.Value, lease.Attempt);
        if (failure is SandboxException && !await sandbox.CheckAsync(ct))
        {
            await lease.GiveBackAsync(CancellationToken.None);
        }
    }

    /// <summary>Keeps the lease until cancelled; cancels when it was lost.</summary>
    private async Task RenewAsync(IJudgeLease lease, CancellationTokenSource lost)
    {
        while (true)
        {
            await Task.Delay(RenewEvery, clock, lost.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (lost.IsCancellationRequested)
            {
                return;
            }

            try
            {
                if (!await lease.RenewAsync(CancellationToken.None))
                {
                    await lost.CancelAsync();
                }
            }
            catch (Exception e)
            {
                log.LogWarning(e, "The lease of submission {Submission} could not be renewed", lease.Submission.Value);
            }
        }
    }
}
