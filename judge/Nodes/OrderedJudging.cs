using Judge.Problems;
using Judge.Queue;
using Judge.Sandbox;
using Judge.Score;
using Judge.Settings;
using Microsoft.Extensions.Logging;
using Ending = Judge.Queue.Ending;

namespace Judge.Nodes;

/// <summary>Brings one ordered submission to its verdict, or back in line.</summary>
internal sealed class OrderedJudging(
    IPackages packages,
    Evaluators evaluators,
    NewsTeller news,
    SandboxWatch sandbox,
    TimeProvider clock,
    ILogger<OrderedJudging> log
)
{
    /// <summary>Greatest length of what staff are told of a failure, in characters.</summary>
    private const int MostTrouble = 2000;

    /// <summary>A sandbox that does not answer is waited for this long; the arena hears meanwhile that nothing is judged here.</summary>
    private static readonly TimeSpan SandboxWithin = TimeSpan.FromSeconds(2);

    /// <param name="held">Where it is held until something has come of it.</param>
    /// <param name="end">Cancelled when nobody can wait any more for the arena to have what came of it.</param>
    /// <returns>Whether there is a verdict, and the arena has it.</returns>
    public async Task<bool> RunAsync(HeldJob held, CancellationToken end)
    {
        using var scope = log.BeginScope(new Dictionary<string, object> { ["Submission"] = held.Job.Submission.Id.Value });
        using var whole = Tracing.Begin(Tracing.Judging, JudgingTrace.Of(held.Job.Ticket.Judging, held.Job.Submission.At));
        var started = clock.GetTimestamp();
        if (held.Settle(await TryAsync(held.Job, held.Cut)) is not { } outcome)
        {
            return false;
        }

        using (Tracing.Begin(Tracing.Store))
        {
            await news.ToldAsync(outcome, end);
        }

        if (outcome.Judgement is { } judgement)
        {
            log.LogInformation(
                "Submission {Submission} of {Problem}: {Verdict} in {Milliseconds} ms",
                held.Job.Submission.Id.Value,
                held.Job.Submission.Problem,
                judgement.Verdict,
                (long)clock.GetElapsedTime(started).TotalMilliseconds
            );
        }

        return outcome.Judgement is not null;
    }

    /// <summary>
    /// A sandbox that does not answer is not the submission's doing: given back, it does not count as a try. Anything else
    /// counts, so that what breaks every judge ends as JudgeError instead of going round for ever.
    /// </summary>
    private async Task<Outcome> TryAsync(Job job, CancellationToken cut)
    {
        try
        {
            return job.Submission.Kind == HandinKind.Blocks || await sandbox.IsReadyAsync(SandboxWithin, clock, cut)
                ? new Outcome(job.Ticket, Ending.Judged, await JudgeAsync(job, cut), "")
                : GivenBack(job);
        }
        catch (Exception e) when (cut.IsCancellationRequested)
        {
            log.LogDebug(e, "Submission {Submission} was cut off", job.Submission.Id.Value);
            return GivenBack(job); // whatever a cut breaks off may fail in its own way
        }
        catch (Exception failure)
        {
            log.LogError(
                failure,
                "Submission {Submission} could not be judged, try {Attempt}",
                job.Submission.Id.Value,
                job.Ticket.Attempt
            );
            return failure is SandboxException && !await sandbox.CheckAsync(CancellationToken.None)
                ? GivenBack(job)
                : new Outcome(job.Ticket, Ending.Failed, null, Clip(failure.Message));
        }
    }

    private async Task<Judgement> JudgeAsync(Job job, CancellationToken ct)
    {
        var submission = job.Submission;
        using var package = await packages.OpenAsync(submission.Problem, job.Package, ct);
        var teller = new ProgressTeller(news, submission, package.Problem.Tests.Count, clock);
        return await evaluators.EvaluateAsync(
            new EvaluationJob(package.Problem, submission.Language, job.Source)
            {
                StopAtFirstFailure = job.StopAtFirstFailure,
                OnTest = job.Ticket.Judging.Rejudging.IsFirst ? teller.Tell : null, // of judging again the page shows what counts
            },
            ct
        );
    }

    private static Outcome GivenBack(Job job) => new(job.Ticket, Ending.GivenBack, null, "");

    private static string Clip(string trouble) => trouble.Length <= MostTrouble ? trouble : trouble[..MostTrouble];
}
