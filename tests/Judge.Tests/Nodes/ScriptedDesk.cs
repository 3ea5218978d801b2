using System.Collections.Concurrent;
using Judge.Events;
using Judge.Progress;
using Judge.Queue;

namespace Judge.Tests.Nodes;

/// <summary>An arena as a judge node sees it: it orders what the script says, and remembers what it was told.</summary>
internal sealed class ScriptedDesk : IJudgeDesk
{
    private readonly AsyncPulse _changed = new();
    private readonly ConcurrentQueue<Orders> _orders = new();
    private long _number;

    public ConcurrentQueue<NodeReport> Reports { get; } = new();

    public ConcurrentQueue<News> News { get; } = new();

    /// <summary>Why it does not answer at all; null: it does.</summary>
    public Exception? Away { get; set; }

    /// <summary>Called with what is handed in, before it counts; what it throws is what the node hears.</summary>
    public Action<News> Before { get; set; } = _ => { };

    /// <summary>From where packages are read; null: it has none.</summary>
    public IPackageShelf? Shelf { get; init; }

    /// <summary>Between the shelf and the node.</summary>
    public Func<PieceRequest, Piece, Piece> Spoil { get; set; } = (_, piece) => piece;

    public IReadOnlyList<Outcome> Outcomes => [.. News.SelectMany(news => news.Outcomes)];

    public IReadOnlyList<JudgingProgress> Progress => [.. News.SelectMany(news => news.Progress)];

    public void Order(params Job[] jobs) => Answer(jobs, []);

    public void GiveWay(params JudgingId[] judgings) => Answer([], judgings);

    public async Task<Orders> ReportAsync(NodeReport report)
    {
        Reports.Enqueue(report);
        _changed.Pulse();
        while (true)
        {
            var changed = _changed.Next;
            if (Away is { } away)
            {
                throw away;
            }

            if (_orders.TryDequeue(out var orders))
            {
                return orders;
            }

            await changed;
        }
    }

    public Task TellAsync(News news)
    {
        if (Away is { } away)
        {
            return Task.FromException(away);
        }

        try
        {
            Before(news);
        }
        catch (Exception e)
        {
            return Task.FromException(e);
        }

        News.Enqueue(news);
        _changed.Pulse();
        return Task.CompletedTask;
    }

    public async Task<Piece> FetchAsync(PieceRequest request)
    {
        var found = Shelf is null ? null : await Shelf.ReadAsync(request.Hash, request.Offset, CancellationToken.None);
        return (Spoil(request, found ?? default), Away) switch
        {
            (_, { } away) => throw away,
            ({ Length: 0, Bytes.Length: 0 }, _) when found is null => throw new FileNotFoundException("Nothing of that hash is here."),
            var (piece, _) => piece,
        };
    }

    /// <summary>Returns when what was heard so far is as wanted.</summary>
    public async Task UntilAsync(Func<ScriptedDesk, bool> wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var changed = _changed.Next;
            if (wanted(this))
            {
                return;
            }

            await changed.WaitAsync(limit.Token);
        }
    }

    private void Answer(IReadOnlyList<Job> jobs, IReadOnlyList<JudgingId> giveWay)
    {
        _orders.Enqueue(new Orders(new OrdersNumber(1, ++_number), jobs, giveWay));
        _changed.Pulse();
    }
}
