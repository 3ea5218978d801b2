namespace Judge.Contests;

/// <summary>What an entrant's clock says at a moment.</summary>
public enum ClockState
{
    Before,

    /// <summary>The window is open, and the entrant has not pressed start.</summary>
    Waiting,
    Running,
    Paused,
    Over,
}

/// <summary>
/// The time of one entrant. Start, end and the contest time of any instant follow from the contest, its facts and the entrant's own start;
/// intake, board, pages and live messages all ask here. Facts in whatever order give the same clock.
/// </summary>
/// <remarks>
/// No fact that is added takes contest time away from a hand-in that was accepted: what stops the clock makes its time smaller, and what
/// ends early or is taken back keeps all that was lived.
/// </remarks>
public sealed class Clock
{
    private readonly IReadOnlyList<Stretch> _stopped;
    private readonly Run? _own;
    private readonly Run _window;

    private Clock(IReadOnlyList<Stretch> stopped, Run? own, Run window) => (_stopped, _own, _window) = (stopped, own, window);

    /// <summary>The clock of one entrant.</summary>
    /// <param name="entrant">Null: the window that all have.</param>
    /// <param name="begun">
    /// When the entrant pressed start, or will be started by a shift; null: neither. A common start does not look at it.
    /// </param>
    public static Clock Of(Contest contest, EntrantId? entrant = null, DateTimeOffset? begun = null)
    {
        var facts = contest.Times.Where(fact => fact.Concerns(entrant)).OrderBy(fact => (fact.At, fact.Id)).ToList();
        var stopped = Stretch.Merge(facts.Where(fact => fact.StopsTheClock));
        var window = Run.Of(contest.Start, contest.End - contest.Start, facts, stopped);
        var own =
            contest.Duration is not { } duration ? window
            : begun is { } start ? Run.Of(start, duration, facts, stopped)
            : null;
        return new Clock(stopped, own, window);
    }

    /// <summary>The window that all have, whether or not each has an own time in it.</summary>
    public static Clock OfAll(Contest contest) => Of(contest with { Duration = null });

    /// <summary>Null: the entrant has not pressed start.</summary>
    public DateTimeOffset? Start => _own?.From;

    /// <summary>When it is over if nothing else is decided; a pause that goes on is taken to end now.</summary>
    public DateTimeOffset EndAt(DateTimeOffset now)
    {
        var last = Stretch.InstantOf(_window.From, _window.Length, _stopped, now);
        return _own is { } own && Stretch.InstantOf(own.From, own.Length, _stopped, now) is var end && end < last ? end : last;
    }

    public ClockState At(DateTimeOffset now) =>
        now < _window.From ? ClockState.Before
        : IsOver(_window, now) || (_own is { } own && IsOver(own, now)) ? ClockState.Over
        : _own is null ? ClockState.Waiting
        : now < _own.From ? ClockState.Before
        : StandsStill(now) ? ClockState.Paused
        : ClockState.Running;

    /// <summary>Contest time of an instant: what has passed since the entrant's start while the clock went; zero before it.</summary>
    public TimeSpan ElapsedAt(DateTimeOffset instant) => _own is { } own ? Stretch.Elapsed(own.From, instant, _stopped) : TimeSpan.Zero;

    /// <summary>The instant of a contest time, by the window that all have.</summary>
    public DateTimeOffset InstantOf(TimeSpan elapsed, DateTimeOffset now) => Stretch.InstantOf(_window.From, elapsed, _stopped, now);

    /// <summary>
    /// Whether something that was handed in then lies in the entrant's time. A removed interval that reaches back over the end leaves what
    /// was handed in during it where it is.
    /// </summary>
    public bool Counts(DateTimeOffset at) => _own is { } own && Lies(own, at) && (own == _window || Lies(_window, at));

    /// <summary>
    /// The contest time from which on the public board stands still; null: never. More time for all moves it until it has come; once it
    /// has come, whatever is decided shows nothing of what it hid.
    /// </summary>
    public static TimeSpan? Freeze(Contest contest)
    {
        if (contest.FreezeAt is not { } at)
        {
            return null;
        }

        var facts = contest.Times.Where(fact => fact.ConcernsAll).OrderBy(fact => (fact.At, fact.Id)).ToList();
        var removed = facts.Where(fact => fact.Kind == TimeKind.Removal).Select(fact => (fact.At, TimeSpan.Zero));
        var freeze = at - contest.Start;
        foreach (var (moment, amount) in Run.Changes(facts).Concat(removed).OrderBy(change => change.Item1))
        {
            var known = Stretch.Merge(facts.Where(fact => fact.StopsTheClock && fact.At < moment));
            var lived = Stretch.Elapsed(contest.Start, moment, known);
            if (lived < freeze)
            {
                freeze = freeze + amount > lived ? freeze + amount : lived;
            }
            else
            {
                var came = Stretch.InstantOf(contest.Start, freeze, known, moment);
                freeze = Stretch.Elapsed(contest.Start, came, Stretch.Merge(facts.Where(fact => fact.StopsTheClock && fact.At <= moment)));
            }
        }

        return freeze;
    }

    private bool StandsStill(DateTimeOffset at) => _stopped.Any(stretch => stretch.From <= at && at < stretch.To);

    private bool IsOver(Run run, DateTimeOffset at) => Stretch.Elapsed(run.From, at, _stopped) >= run.Length;

    private bool Lies(Run run, DateTimeOffset at) =>
        at >= run.From
        && Stretch.Elapsed(run.From, at, _stopped) is var elapsed
        && (elapsed < run.Length || (elapsed == run.Length && StandsStill(at)));

    /// <summary>A start and how much contest time there is from it.</summary>
    private sealed record Run(DateTimeOffset From, TimeSpan Length)
    {
        public static Run Of(DateTimeOffset from, TimeSpan planned, IReadOnlyList<TimeFact> facts, IReadOnlyList<Stretch> stopped)
        {
            var length = planned;
            foreach (var change in Changes(facts))
            {
                var lived = Stretch.Elapsed(from, change.At, stopped);
                length =
                    change.Amount > TimeSpan.Zero ? length + change.Amount
                    : change.Amount < TimeSpan.Zero ? Longer(length + change.Amount, Shorter(length, lived))
                    : Shorter(length, lived);
            }

            return new Run(from, length);
        }

        /// <summary>What lengthens (more than nothing), takes that back (less than nothing) or closes (nothing), as it came.</summary>
        public static IEnumerable<(DateTimeOffset At, TimeSpan Amount)> Changes(IReadOnlyList<TimeFact> facts) =>
            facts
                .Where(fact => fact.Kind == TimeKind.Extension || fact is { Kind: TimeKind.Close, TakenBack: null })
                .SelectMany(fact =>
                    fact is { Kind: TimeKind.Extension, TakenBack: { } back }
                        ? new[] { (fact.At, fact.Amount), (back, -fact.Amount) }
                        : [(fact.At, fact.Amount)]
                )
                .OrderBy(change => change.Item1);

        private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

        private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
    }

    /// <summary>Time in which the clock stands still; one that goes on ends at the end of time.</summary>
    private readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To)
    {
        /// <summary>In order, none touching another.</summary>
        public static IReadOnlyList<Stretch> Merge(IEnumerable<TimeFact> facts)
        {
            var merged = new List<Stretch>();
            foreach (
                var next in facts
                    .Select(fact => new Stretch(fact.From, fact.To ?? DateTimeOffset.MaxValue))
                    .Where(one => one.From < one.To)
                    .OrderBy(one => one.From)
            )
            {
                if (merged.Count > 0 && next.From <= merged[^1].To)
                {
                    merged[^1] = merged[^1] with { To = next.To > merged[^1].To ? next.To : merged[^1].To };
                }
                else
                {
                    merged.Add(next);
                }
            }

            return merged;
        }

        public static TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to, IReadOnlyList<Stretch> stopped)
        {
            if (to <= from)
            {
                return TimeSpan.Zero;
            }

            var elapsed = to - from;
            foreach (var one in stopped)
            {
                var (begin, end) = (one.From > from ? one.From : from, one.To < to ? one.To : to);
                elapsed -= end > begin ? end - begin : TimeSpan.Zero;
            }

            return elapsed;
        }

        public static DateTimeOffset InstantOf(DateTimeOffset from, TimeSpan elapsed, IReadOnlyList<Stretch> stopped, DateTimeOffset now)
        {
            var at = from;
            foreach (var one in stopped.Where(one => one.To > from))
            {
                var gone = one.From > at ? one.From - at : TimeSpan.Zero;
                if (elapsed <= gone)
                {
                    break;
                }

                elapsed -= gone;
                at =
                    one.To < DateTimeOffset.MaxValue ? one.To
                    : now > one.From ? now
                    : one.From;
            }

            return at + elapsed;
        }
    }
}
