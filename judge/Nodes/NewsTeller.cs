using System.Collections.Concurrent;
using Judge.Events;
using Judge.Progress;
using Judge.Queue;
using Judge.Settings;
using Judge.Submit;
using Microsoft.Extensions.Logging;

namespace Judge.Nodes;

/// <summary>
/// Tells the arena what came of jobs and how far others are, many at a time: while one call is under way, the next gathers. An outcome is
/// told until the arena has it; progress is told once.
/// </summary>
internal sealed class NewsTeller(IJudgeDesk desk, Outbox outbox, JudgeOptions options, TimeProvider clock, ILogger<NewsTeller> log)
{
    private const int MostAtOnce = 64;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(500);

    /// <summary>A little more than the call itself may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(11);

    private readonly AsyncPulse _news = new();
    private readonly AsyncPulse _told = new();
    private readonly ConcurrentDictionary<SubmissionId, JudgingProgress> _progress = new();
    private int _most = MostAtOnce;
    private bool _fails;

    /// <summary>Replaces what was not told yet of the same submission.</summary>
    public void Tell(JudgingProgress progress)
    {
        _progress[progress.Submission] = progress;
        _news.Pulse();
    }

    /// <summary>What is held here until the arena has it.</summary>
    public IEnumerable<Ticket> Untold => outbox.Waiting.Select(outcome => outcome.Ticket);

    /// <summary>Tells what came of a job, again and again until the arena has it.</summary>
    public void Tell(Outcome outcome)
    {
        _progress.TryRemove(outcome.Ticket.Judging.Submission, out _);
        outbox.Add(outcome);
        _ = outbox.KeepAsync();
        _news.Pulse();
    }

    /// <summary>
    /// For a job that is ordered anew: a verdict that waits here goes with the new ticket. Whatever else came of an earlier try is no news
    /// any more.
    /// </summary>
    /// <returns>Whether there is a verdict.</returns>
    public bool TellAgain(Ticket ticket)
    {
        if (outbox.Find(ticket.Judging) is { Judgement: not null } outcome)
        {
            Tell(outcome with { Ticket = ticket });
            return true;
        }

        outbox.Remove(ticket.Judging);
        _told.Pulse();
        return false;
    }

    /// <summary>Returns when the arena has it, or something else is told instead.</summary>
    public async Task ToldAsync(Outcome outcome, CancellationToken ct)
    {
        while (true)
        {
            var told = _told.Next;
            if (!outbox.Has(outcome))
            {
                return;
            }

            await told.WaitAsync(ct);
        }
    }

    /// <summary>Brings back what an earlier run of this node could not tell.</summary>
    public Task LoadAsync() => outbox.LoadAsync();

    /// <summary>Tells until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var news = _news.Next;
            if (outbox.Waiting.Count == 0 && _progress.IsEmpty)
            {
                await news.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            if (!await TellOnceAsync())
            {
                await Task.Delay(AfterFailure, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Tells what there is, as much as goes at once.</summary>
    /// <returns>Whether the arena has it.</returns>
    internal async Task<bool> TellOnceAsync()
    {
        var outcomes = outbox.Waiting.Take(_most).ToList();
        var progress = _progress.Keys.Select(id => _progress.TryRemove(id, out var told) ? told : null).OfType<JudgingProgress>().ToList();
        try
        {
            await outbox.KeepAsync();
            await desk.TellAsync(new News(options.Node, outcomes, progress)).WaitAsync(Patience, clock);
            outbox.Remove(outcomes);
            await outbox.KeepAsync();
            _told.Pulse();
            _most = Math.Min(_most * 2, MostAtOnce);
            Note(null, outcomes.Count);
            return true;
        }
        catch (Exception e)
        {
            // One that the arena cannot take must not keep the others here: they are told in smaller parts, and it comes last.
            _most = Math.Max(_most / 2, 1);
            outbox.Postpone(outcomes);
            Note(e, outcomes.Count);
            return false;
        }
    }

    /// <summary>Once when it begins, once when it is over.</summary>
    private void Note(Exception? failure, int outcomes)
    {
        if (failure is not null && !_fails && outcomes > 0)
        {
            log.LogWarning(failure, "The arena does not take what was judged; {Outcomes} are kept here until it does", outcomes);
            _fails = true;
        }
        else if (failure is null && _fails && outcomes > 0)
        {
            log.LogInformation("The arena takes what was judged again");
            _fails = false;
        }
    }
}
