using System.Collections.Concurrent;
using System.Text;
using Judge.Worker.Trial;

namespace Drill;

/// <summary>The drill itself, once everything stands: pupils hand in, the plan's faults come, and in the end all is looked over.</summary>
internal sealed class Performance(
    DrillOptions options,
    DrillPlan plan,
    DispatchLog log,
    Stage stage,
    DrillNodes nodes,
    Action<string> say,
    TimeProvider time
)
{
    private readonly ConcurrentDictionary<long, Handed> _accepted = new();
    private readonly ConcurrentQueue<Struck> _struck = new();
    private readonly ConcurrentQueue<string> _stuck = new();
    private readonly Watch _watch = new(stage.Site.Database, log, options, time);
    private readonly Organiser _organiser = new(stage.Addresses);
    private DateTimeOffset _start;

    private sealed record Handed(DateTimeOffset At, string Source);

    /// <param name="Arena">Null: it concerns none.</param>
    private sealed record Struck(Fault Fault, DateTimeOffset At, DrillArena? Arena);

    public async Task<DrillReport> RunAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Length + options.Patience);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var pupils = stage.Site.Cards.Select((card, at) => new Pupil(stage.Addresses, stage.Site.Contest.Code, card, at)).ToList();
        await Task.WhenAll(pupils.Select(pupil => pupil.EnterAsync(limit.Token)).Append(_organiser.EnterAsync(limit.Token)));
        say("the pupils have signed in");
        _start = time.GetUtcNow();
        var watching = _watch.RunAsync(over.Token);
        await Task.WhenAll(pupils.Zip(plan.Handins, (pupil, times) => HandInAsync(pupil, times, limit.Token)).Append(StrikeAllAsync(ct)));
        say($"{_accepted.Count} hand-ins were accepted");
        var looks = _watch.Looks;
        await TryUntilAsync(() => _watch.Looks > looks + 2 && _watch.Unjudged == 0, limit.Token);
        say($"{_watch.Unjudged} of them have no verdict");
        var boards = await BoardsAsync(limit.Token);
        await over.CancelAsync();
        await watching;
        pupils.ForEach(pupil => pupil.Dispose());
        _organiser.Dispose();
        return await ReportAsync(boards, ct);
    }

    private async Task HandInAsync(Pupil pupil, IReadOnlyList<TimeSpan> times, CancellationToken ct)
    {
        try
        {
            foreach (var (number, at) in times.Index())
            {
                await UntilAsync(at, ct);
                var source = $"# {number} {at.Ticks}";
                var id = await pupil.HandInAsync(stage.Site.Labels[number % stage.Site.Labels.Count], "python", source, ct);
                _accepted[id] = new Handed(time.GetUtcNow(), source);
            }
        }
        catch (OperationCanceledException)
        {
            _stuck.Enqueue($"A pupil could not hand in: {pupil.Trouble}.");
        }
    }

    private async Task StrikeAllAsync(CancellationToken ct)
    {
        var striking = new List<Task>();
        foreach (var step in plan.Steps)
        {
            await UntilAsync(step.At, ct);
            striking.Add(StrikeAsync(step, ct));
        }

        await Task.WhenAll(striking);
    }

    private async Task StrikeAsync(Step step, CancellationToken ct)
    {
        var arena = await AimAsync(step, ct);
        say($"{step.Fault} {arena?.Name}");
        _struck.Enqueue(new Struck(step.Fault, time.GetUtcNow(), arena));
        switch (step.Fault)
        {
            case Fault.KillDispatcher or Fault.KillArena:
                await arena!.SignalAsync("KILL");
                break;
            case Fault.StopArena:
                await arena!.SignalAsync("STOP");
                await Task.Delay(options.Away, time, ct);
                await arena.SignalAsync("CONT");
                say($"{arena.Name} goes on");
                break;
            case Fault.CrashDatabase:
                await stage.Postgres.CrashAsync();
                await Task.Delay(options.DatabaseAway, time, ct);
                await stage.Postgres.StartAgainAsync(ct);
                say("PostgreSQL is there again");
                break;
            case Fault.KillNode:
                await nodes.KillAsync(step.Which);
                break;
            case Fault.CutNode:
                await nodes.CutAsync(step.Which);
                await Task.Delay(options.Away, time, ct);
                await nodes.MendAsync(step.Which);
                say("The node is connected again");
                break;
            default:
                throw new InvalidOperationException($"Nobody knows the fault {step.Fault}.");
        }
    }

    /// <summary>The arena that a fault is meant for; null: it is meant for none.</summary>
    private async Task<DrillArena?> AimAsync(Step step, CancellationToken ct) =>
        step.Fault switch
        {
            Fault.StopArena => stage.Arenas[step.Which],
            Fault.KillDispatcher => await _organiser.DispatcherAsync(stage.Arenas, ct),
            Fault.KillArena => await _organiser.DispatcherAsync(stage.Arenas, ct) is var dispatcher
            && dispatcher != stage.Arenas[step.Which]
                ? stage.Arenas[step.Which]
                : stage.Arenas[(step.Which + 1) % stage.Arenas.Count],
            _ => null,
        };

    private async Task UntilAsync(TimeSpan at, CancellationToken ct)
    {
        var left = _start + at - time.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, ct);
        }
    }

    /// <summary>What does not come to hold in time is told by the facts.</summary>
    private static async Task TryUntilAsync(Func<bool> holds, CancellationToken ct)
    {
        try
        {
            await Rehearsal.UntilAsync(holds, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The facts tell.
        }
    }

    /// <summary>The boards once they are alike, or as they are when time is up.</summary>
    private async Task<IReadOnlyList<string>> BoardsAsync(CancellationToken ct)
    {
        IReadOnlyList<string> boards = [];
        try
        {
            while (boards.Count == 0 || boards.Distinct().Count() > 1)
            {
                foreach (var arena in stage.Arenas)
                {
                    while (!await arena.AnswersAsync(ct))
                    {
                        await Task.Delay(100, ct);
                    }
                }

                boards = await Task.WhenAll(stage.Arenas.Select(arena => arena.BoardAsync(ct)));
                await Task.Delay(500, ct);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
        {
            _stuck.Enqueue($"The boards did not come to be alike: {e.Message}");
        }

        return boards;
    }

    private async Task<DrillReport> ReportAsync(IReadOnlyList<string> boards, CancellationToken ct)
    {
        var (verdicts, events) = await _watch.FactsAsync(ct);
        var dispatches = log.Dispatches();
        var idle = Idleness.Of(_watch.Samples, [.. dispatches.Select(of => of.At)]);
        var facts = new DrillFacts(
            _accepted.ToDictionary(of => of.Key, of => SimulatedNode.VerdictOn(Encoding.UTF8.GetBytes(of.Value.Source))),
            verdicts,
            events,
            dispatches,
            boards,
            idle.Longest
        );
        return new DrillReport(facts, [.. _struck.Select(of => FiguresOf(of, dispatches))], [.. OutcomeCheck.Flaws(facts), .. _stuck]);
    }

    private FaultFigures FiguresOf(Struck struck, IReadOnlyList<Dispatch> dispatches)
    {
        var awake = log.Epochs().Select(epoch => (DateTimeOffset?)epoch.At).FirstOrDefault(at => at >= struck.At);
        var accepted = dispatches
            .Where(of => of.At >= struck.At && _accepted.TryGetValue(of.Submission.Value, out var handed) && handed.At >= struck.At)
            .Select(of => (DateTimeOffset?)of.At)
            .FirstOrDefault();
        return new FaultFigures(
            struck.Fault,
            struck.At - _start,
            struck.Arena is { } arena ? _watch.EvictedAt(arena.Silo, struck.At) - struck.At : null,
            struck.Arena is null ? null : awake - struck.At,
            accepted - struck.At
        );
    }
}
