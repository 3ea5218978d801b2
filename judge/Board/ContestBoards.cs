using Judge.Contests;
using Judge.Events;
using Judge.Score;

namespace Judge.Board;

/// <summary>The two boards of one contest, and the views of them that were published last. For one caller at a time.</summary>
internal sealed class ContestBoards(ContestId id, IContests contests, IContestActs acts, IBoardFacts facts, IEvents events)
{
    private readonly Side[] _sides = [new(BoardSide.Public), new(BoardSide.Staff)];
    private Contest? _contest;

    /// <summary>Number of the last event before the facts were read.</summary>
    public long Told { get; private set; }

    /// <summary>Null: nothing was published yet.</summary>
    public Scoreboard? Now(BoardSide side) => _sides[(int)side].View;

    /// <summary>Ends when another view of this side is published.</summary>
    public Task Next(BoardSide side) => _sides[(int)side].Published.Next;

    /// <summary>Reads all facts. Events count from before they are read; those that the facts already tell change nothing.</summary>
    /// <returns>False: there is no such contest.</returns>
    public async Task<bool> ReadAsync(CancellationToken ct)
    {
        var told = await events.LastSequenceAsync(ct);
        var contest = await contests.FindAsync(id, ct);
        if (contest is null)
        {
            return false;
        }

        var entrants = await contests.EntrantsAsync(id, ct);
        var begun = contest.Duration is null ? null : await acts.BegunAsync(id, ct);
        var judged = await facts.OfContestAsync(id, ct);
        foreach (var side in _sides)
        {
            side.Begin(contest, entrants, judged, begun, told);
        }

        (_contest, Told) = (contest, told);
        return true;
    }

    /// <summary>
    /// An event that the facts told already changes nothing. It must not: facts read again for an old event may know of a later
    /// one, whose turn then finds nothing to publish. So all that comes to count by one rejudging is on the board at once.
    /// </summary>
    public async Task ApplyAsync(Event e, CancellationToken ct)
    {
        if (e.Contest != id || e.Sequence <= Told)
        {
            return;
        }

        if (e.Kind is EventKind.ContestChanged or EventKind.ClockChanged or EventKind.EntrantsAdded or EventKind.Rejudged)
        {
            await ReadAsync(ct);
        }
        else if (Judged.From(e) is { } one)
        {
            foreach (var side in _sides)
            {
                side.Apply(one, e.Sequence);
            }
        }
    }

    /// <returns>Whether there was something to publish.</returns>
    public bool Publish() => _sides.Count(side => side.Publish(_contest!)) > 0;

    private sealed class Side(BoardSide side)
    {
        private LiveBoard? _board;
        private long _version;

        public AsyncPulse Published { get; } = new();

        public Scoreboard? View { get; private set; }

        public void Begin(
            Contest contest,
            IReadOnlyList<EntrantId> entrants,
            IReadOnlyList<Judged> judged,
            IReadOnlyDictionary<EntrantId, DateTimeOffset>? begun,
            long sequence
        )
        {
            _board = new LiveBoard(Hidden(contest), contest, entrants, judged, begun);
            _version = Math.Max(_version, sequence);
        }

        public void Apply(Judged one, long sequence)
        {
            if (_board!.Apply(one))
            {
                _version = Math.Max(_version, sequence);
            }
        }

        public bool Publish(Contest contest)
        {
            if (View?.Version == _version)
            {
                return false;
            }

            View = new Scoreboard(contest, _version, Hidden(contest) < Standings.Open ? contest.FreezeAt : null, _board!.Rows);
            Published.Pulse();
            return true;
        }

        /// <summary>Contest time from which on this side shows nothing; once results are out, all of it is shown.</summary>
        private TimeSpan Hidden(Contest contest) =>
            side == BoardSide.Public && !ContestLife.ResultsAreOut(contest) && Clock.Freeze(contest) is { } freeze
                ? freeze
                : Standings.Open;
    }
}
