using Judge.Contests;
using Judge.Events;
using Judge.Score;

namespace Judge.Board;

/// <summary>The two boards of one contest, and the views of them that were published last.</summary>
internal sealed class ContestBoards(ContestId id, IContests contests, IBoardFacts facts, IEvents events)
{
    private readonly SemaphoreSlim _changing = new(1, 1);
    private readonly AsyncPulse _published = new();
    private readonly Side[] _sides = [new(BoardSide.Public), new(BoardSide.Staff)];
    private Contest? _contest;

    /// <summary>Number of the last event before the facts were read.</summary>
    private long _told;

    public bool IsBuilt => _sides[^1].View is not null;

    public Scoreboard? Now(BoardSide side) => _sides[(int)side].View;

    public async Task<Scoreboard> AfterAsync(BoardSide side, long version, CancellationToken ct)
    {
        while (true)
        {
            var next = _published.Next;
            if (Now(side) is { } view && view.Version != version)
            {
                return view;
            }

            await next.WaitAsync(ct);
        }
    }

    /// <summary>Reads all facts. False: there is no such contest.</summary>
    public async Task<bool> BuildAsync(CancellationToken ct)
    {
        await _changing.WaitAsync(ct);
        try
        {
            if (!await ReadAsync(ct))
            {
                return false;
            }

            Publish();
            return true;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>
    /// An event that the facts told already changes nothing. It must not: facts read again for an old event may know of a later
    /// one, whose turn then finds nothing to publish. So all that comes to count by one rejudging is on the board at once.
    /// </summary>
    /// <returns>Whether there is something to publish.</returns>
    public async Task<bool> ApplyAsync(Event e, CancellationToken ct)
    {
        await _changing.WaitAsync(ct);
        try
        {
            if (e.Sequence <= _told)
            {
                return false;
            }

            return e.Kind is EventKind.ContestChanged or EventKind.EntrantsAdded or EventKind.Rejudged
                ? await ReadAsync(ct)
                : Judged.From(e) is { } one && _sides.Count(side => side.Apply(one, e.Sequence)) > 0;
        }
        finally
        {
            _changing.Release();
        }
    }

    public void Publish()
    {
        foreach (var side in _sides)
        {
            side.Publish(_contest!);
        }

        _published.Pulse();
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        var told = await events.LastSequenceAsync(ct);
        _contest = await contests.FindAsync(id, ct);
        if (_contest is null)
        {
            return false;
        }

        var entrants = await contests.EntrantsAsync(id, ct);
        var judged = await facts.OfContestAsync(id, ct);
        foreach (var side in _sides)
        {
            side.Begin(_contest, entrants, judged, told);
        }

        _told = told;
        return true;
    }

    private sealed class Side(BoardSide side)
    {
        private LiveBoard? _board;
        private long _version;
        private Scoreboard? _view;

        public Scoreboard? View => Volatile.Read(ref _view);

        public void Begin(Contest contest, IReadOnlyList<EntrantId> entrants, IReadOnlyList<Judged> judged, long sequence)
        {
            _board = new LiveBoard(FreezeAt(contest) ?? DateTimeOffset.MaxValue, contest, entrants, judged);
            _version = Math.Max(_version, sequence);
        }

        public bool Apply(Judged one, long sequence)
        {
            if (_board is null || !_board.Apply(one))
            {
                return false;
            }

            _version = Math.Max(_version, sequence);
            return true;
        }

        public void Publish(Contest contest)
        {
            if (_view is null || _view.Version != _version)
            {
                Volatile.Write(ref _view, new Scoreboard(contest, _version, FreezeAt(contest), _board!.Rows));
            }
        }

        private DateTimeOffset? FreezeAt(Contest contest) => side == BoardSide.Public ? contest.FreezeAt : null;
    }
}
