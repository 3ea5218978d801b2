using System.Collections.Concurrent;
using System.Threading.Channels;
using Judge.Contests;
using Judge.Events;
using Judge.Queue;
using Judge.Submit;

namespace ArenaWeb.Live;

/// <summary>
/// What happens, told to all who look on. One follower of the event log a process, however many viewers: each viewer is a short
/// queue, and whoever is too slow for it loses the oldest and is told to look at everything anew.
/// </summary>
internal sealed class LiveFeed(IEvents events, IJudgingProgress progress, IContests contests, TimeProvider time, ILogger<LiveFeed> log)
    : BackgroundService
{
    /// <summary>More than any site judges at once; past it what is known of progress is forgotten, which shows empty squares.</summary>
    private const int MostInProgress = 2_000;

    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<LiveView, byte> _views = new();
    private readonly ConcurrentDictionary<SubmissionId, JudgingProgress> _inProgress = new();
    private readonly TaskCompletionSource _following = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long _heard;

    public int Viewers => _views.Count;

    /// <summary>Number of the last event that was passed on; 0: none yet.</summary>
    public long Heard => Interlocked.Read(ref _heard);

    /// <summary>Ends when every later event will be heard of.</summary>
    public Task Following => _following.Task;

    /// <summary>Starts to look on; dispose to stop.</summary>
    /// <param name="entrant">Whose own submissions are told of too; null: a visitor.</param>
    public LiveView Look(ContestId contest, EntrantId? entrant)
    {
        var view = new LiveView(contest, entrant, left => _views.TryRemove(left, out _));
        _views.TryAdd(view, 0);
        return view;
    }

    /// <summary>Tells all viewers whom it concerns.</summary>
    public void Publish(LiveMessage message)
    {
        foreach (var (view, _) in _views)
        {
            view.Offer(message);
        }
    }

    /// <summary>The public board of a contest has changed.</summary>
    /// <param name="version">Changes with every content of the board.</param>
    public void PublishBoard(ContestId contest, string version) => Publish(LiveMessage.Of(contest, null, null, "board", version));

    /// <summary>How far a judge is with a submission; null: it has not said so, or there is a verdict.</summary>
    public JudgingProgress? ProgressOf(SubmissionId submission) => _inProgress.GetValueOrDefault(submission);

    /// <summary>What an event says to the browsers; null: nothing.</summary>
    public async Task<LiveMessage?> MessageOfAsync(Event e, CancellationToken ct) =>
        e.Kind switch
        {
            // No verdict here: the page asks for it and is shown what the contest allows.
            EventKind.Submitted or EventKind.Judged or EventKind.JudgeFailed or EventKind.Rejudged => LiveMessage.Of(
                e.Contest,
                e.Entrant,
                e.Sequence,
                "submission",
                FormattableString.Invariant($"{{\"id\":{e.Subject}}}")
            ),
            EventKind.ContestChanged when await contests.FindAsync(e.Contest, ct) is { } contest => LiveMessage.Of(
                e.Contest,
                null,
                e.Sequence,
                "contest",
                Window(contest)
            ),
            _ => null,
        };

    /// <summary>The window of a contest and the server's time, for the clock on the page.</summary>
    public LiveMessage ClockOf(Contest contest) => LiveMessage.Of(contest.Id, null, null, "contest", Window(contest));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = progress.Follow(Tell);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!_following.Task.IsCompleted)
                {
                    Interlocked.Exchange(ref _heard, await events.LastSequenceAsync(stoppingToken));
                    _following.SetResult();
                }
                await foreach (var e in events.FollowAsync(Heard, stoppingToken))
                {
                    Forget(e);
                    if (!_views.IsEmpty && await MessageOfAsync(e, stoppingToken) is { } message)
                    {
                        Publish(message);
                    }

                    Interlocked.Exchange(ref _heard, e.Sequence); // after trouble it is told again rather than never
                }
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(trouble, "The event log cannot be followed; live pages stand still until it can");
                await Task.Delay(PauseAfterTrouble, time, stoppingToken);
            }
        }
    }

    private void Tell(JudgingProgress told)
    {
        if (_inProgress.Count >= MostInProgress)
        {
            _inProgress.Clear();
        }
        _inProgress[told.Submission] = told;
        Publish(
            LiveMessage.Of(told.Contest, told.Entrant, null, "progress", FormattableString.Invariant($"{{\"id\":{told.Submission.Value}}}"))
        );
    }

    private void Forget(Event e)
    {
        if (e.Kind is EventKind.Judged or EventKind.JudgeFailed)
        {
            _inProgress.TryRemove(new SubmissionId(e.Subject), out _);
        }
    }

    private string Window(Contest contest)
    {
        var (now, starts, ends) = (Milliseconds(time.GetUtcNow()), Milliseconds(contest.Start), Milliseconds(contest.End));
        return FormattableString.Invariant($"{{\"now\":{now},\"starts\":{starts},\"ends\":{ends}}}");

        static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();
    }
}

/// <summary>One viewer: a queue of what it has still to be told.</summary>
internal sealed class LiveView : IDisposable
{
    private const int Longest = 64;

    private readonly Channel<LiveMessage> _waiting;
    private readonly Action<LiveView> _leave;
    private int _missed;

    public LiveView(ContestId contest, EntrantId? entrant, Action<LiveView> leave)
    {
        (Contest, Entrant, _leave) = (contest, entrant, leave);
        var options = new BoundedChannelOptions(Longest) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        _waiting = Channel.CreateBounded<LiveMessage>(options, _ => Interlocked.Exchange(ref _missed, 1));
    }

    public ContestId Contest { get; }

    public EntrantId? Entrant { get; }

    public ChannelReader<LiveMessage> Waiting => _waiting.Reader;

    public void Offer(LiveMessage message)
    {
        if (message.IsFor(Contest, Entrant))
        {
            _waiting.Writer.TryWrite(message);
        }
    }

    /// <summary>True once after something had to be dropped.</summary>
    public bool TakeMissed() => Interlocked.Exchange(ref _missed, 0) == 1;

    public void Dispose() => _leave(this);
}
