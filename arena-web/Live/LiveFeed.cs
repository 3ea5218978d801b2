using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using ArenaWeb.Accounts;
using Judge.Contests;
using Judge.Events;
using Judge.Progress;
using Judge.Submit;

namespace ArenaWeb.Live;

/// <summary>
/// What happens, told to all who look on. One follower of the event log a process, however many viewers: each viewer is a short
/// queue, and whoever is too slow for it loses the oldest and is told to look at everything anew.
/// </summary>
internal sealed class LiveFeed(
    IEvents events,
    IJudgingProgress progress,
    IContests contests,
    Departures departures,
    TimeProvider time,
    ILogger<LiveFeed> log
) : BackgroundService
{
    /// <summary>More than any site judges at once; past it what is known of progress is forgotten, which shows empty squares.</summary>
    private const int MostInProgress = 2_000;

    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<LiveView, byte> _views = new();
    private readonly ConcurrentDictionary<SubmissionId, JudgingProgress> _inProgress = new();
    private readonly ConcurrentDictionary<ContestId, string> _boards = new();
    private readonly TaskCompletionSource _following = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long _heard;

    /// <summary>Each event before viewers are told of it, whether or not there are any; must not throw.</summary>
    public event Action<Event>? Happened;

    public int Viewers => _views.Count;

    /// <summary>Number of the last event that was passed on; 0: none yet.</summary>
    public long Heard => Interlocked.Read(ref _heard);

    /// <summary>Ends when every later event will be heard of.</summary>
    public Task Following => _following.Task;

    /// <summary>Starts to look on; dispose to stop.</summary>
    public LiveView Look(params IEnumerable<LiveTopic> topics) => Look(null, topics);

    /// <inheritdoc cref="Look(IEnumerable{LiveTopic})"/>
    public LiveView Look(Visitor? who, IEnumerable<LiveTopic> topics)
    {
        var view = new LiveView(topics.ToFrozenSet(), left => _views.TryRemove(left, out _)) { Who = who };
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
    public void PublishBoard(ContestId contest, string version)
    {
        _boards[contest] = version;
        Publish(BoardOf(contest));
    }

    /// <summary>What the board's first viewer is shown.</summary>
    public void KnowBoard(ContestId contest, string version) => _boards.TryAdd(contest, version);

    /// <summary>Nobody follows the board any more. Whoever comes back to it is told of another version, and asks for it.</summary>
    public void ForgetBoard(ContestId contest)
    {
        _boards.TryRemove(contest, out _);
        Publish(BoardOf(contest));
    }

    /// <summary>Whether anybody listens to a topic.</summary>
    public bool HasViewers(LiveTopic topic) => _views.Keys.Any(view => view.Topics.Contains(topic));

    /// <summary>Version of the public board; empty: nobody follows it.</summary>
    public string BoardVersion(ContestId contest) => _boards.GetValueOrDefault(contest, "");

    /// <summary>How far a judge is with a submission; null: it has not said so, or there is a verdict.</summary>
    public JudgingProgress? ProgressOf(SubmissionId submission) => _inProgress.GetValueOrDefault(submission);

    /// <summary>What an event says to the browsers, each time to other ones.</summary>
    public async Task<IReadOnlyList<LiveMessage>> MessagesOfAsync(Event e, CancellationToken ct) =>
        e.Kind switch
        {
            // No verdict here: the page asks for it and is shown what the contest allows.
            EventKind.Submitted or EventKind.Judged or EventKind.JudgeFailed or EventKind.Rejudged =>
            [
                LiveMessage.Of(LiveTopic.Own(e.Entrant), e.Sequence, "submission", FormattableString.Invariant($"\"id\":{e.Subject}")),
                .. WallOf(e),
            ],
            // No time here either: the page asks for the entrant's own.
            EventKind.ClockChanged => [LiveMessage.Of(LiveTopic.Own(e.Entrant), e.Sequence, "contest", ""), .. WallOf(e)],
            EventKind.ContestChanged when await contests.FindAsync(e.Contest, ct) is { IsPublished: true } contest =>
            [
                WindowOf("contest", contest, e.Sequence),
            ],
            EventKind.Clarified => [.. TopicsOf(e).Select(told => LiveMessage.Of(told.Topic, e.Sequence, told.Name, ""))],
            _ => [],
        };

    /// <summary>A run that waits changes nothing on a wall.</summary>
    private static IEnumerable<LiveMessage> WallOf(Event e) =>
        e.Kind == EventKind.Submitted ? [] : [LiveMessage.Of(LiveTopic.Wall(e.Contest), e.Sequence, "wall", "")];

    /// <summary>Who hears that something was asked or told. No text and no number goes along: pages ask for what they may see.</summary>
    private static IEnumerable<(LiveTopic Topic, string Name)> TopicsOf(Event e)
    {
        yield return (LiveTopic.Desk(e.Contest), "desk");
        if (e.Entrant != default)
        {
            yield return (LiveTopic.Own(e.Entrant), "talk");
        }
        if (e.Text is ClarifiedFor.All or ClarifiedFor.Everybody)
        {
            yield return (LiveTopic.Talk(e.Contest), "talk");
        }
        if (e.Text == ClarifiedFor.Everybody)
        {
            yield return (LiveTopic.Clock(e.Contest), "notice");
        }
    }

    /// <summary>How things stand with a topic, for whoever begins to listen.</summary>
    /// <param name="isAnew">Something was missed, and nobody knows what: pages look at the topic anew.</param>
    public async Task<IReadOnlyList<LiveMessage>> StateAsync(LiveTopic topic, bool isAnew, CancellationToken ct) =>
        topic.Subject switch
        {
            LiveSubject.Contest when await contests.FindAsync(new ContestId(topic.Number), ct) is { IsPublished: true } contest =>
            [
                WindowOf(isAnew ? "contest" : "clock", contest, null),
            ],
            LiveSubject.Board => [BoardOf(new ContestId(topic.Number))],
            LiveSubject.Entrant when isAnew => [LiveMessage.Of(topic, null, "submission", "")],
            LiveSubject.Talk when isAnew => [LiveMessage.Of(topic, null, "talk", "")],
            LiveSubject.Desk when isAnew => [LiveMessage.Of(topic, null, "desk", "")],
            LiveSubject.Wall when isAnew => [LiveMessage.Of(topic, null, "wall", "")],
            LiveSubject.Entrant => [.. _inProgress.Values.Where(told => told.Entrant.Value == topic.Number).Select(ProgressOf)],
            _ => [],
        };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = progress.Follow(Tell);
        departures.Left += EndStreamsOf;
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
                    Happened?.Invoke(e);
                    if (!_views.IsEmpty)
                    {
                        (await MessagesOfAsync(e, stoppingToken)).ToList().ForEach(Publish);
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
        departures.Left -= EndStreamsOf;
    }

    /// <summary>
    /// Some browser is somebody else's from now on, and its stream must not go on. Other browsers of that person come back by themselves.
    /// </summary>
    private void EndStreamsOf(Visitor who)
    {
        foreach (var (view, _) in _views)
        {
            if (view.Who?.Account == who.Account)
            {
                view.End();
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
        Publish(ProgressOf(told));
    }

    private void Forget(Event e)
    {
        if (e.Kind is EventKind.Judged or EventKind.JudgeFailed)
        {
            _inProgress.TryRemove(new SubmissionId(e.Subject), out _);
        }
    }

    private static LiveMessage ProgressOf(JudgingProgress told) =>
        LiveMessage.Of(LiveTopic.Own(told.Entrant), null, "progress", FormattableString.Invariant($"\"id\":{told.Submission.Value}"));

    private LiveMessage BoardOf(ContestId contest) =>
        LiveMessage.Of(LiveTopic.Board(contest), null, "board", $"\"version\":{JsonSerializer.Serialize(BoardVersion(contest))}");

    /// <summary>The window of a contest and the server's time, for the clock on the page.</summary>
    private LiveMessage WindowOf(string name, Contest contest, long? sequence)
    {
        var (at, clock) = (time.GetUtcNow(), Clock.OfAll(contest));
        var (now, starts, ends) = (Milliseconds(at), Milliseconds(contest.Start), Milliseconds(clock.EndAt(at)));
        var still = clock.At(at) == ClockState.Paused ? ",\"still\":true" : "";
        var window = FormattableString.Invariant($"\"now\":{now},\"starts\":{starts},\"ends\":{ends}{still}");
        return LiveMessage.Of(LiveTopic.Clock(contest.Id), sequence, name, window);

        static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();
    }
}
