using System.Collections.Concurrent;
using ArenaWeb.Puzzles.Rules;
using Judge.Contests;
using Judge.Events;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Puzzles;

/// <summary>
/// All runs of a contest, kept in memory as long as somebody looks: read whole once, and after that only of those whom the event log names.
/// What is answered has all that was committed before the question.
/// </summary>
internal sealed class RunBook(ISubmissions submissions, IJudgements judgements, IEvents events, TimeProvider time)
{
    private const int PageSize = 1_000;
    private const int MostEvents = 500;

    /// <summary>A book nobody has opened for so long is closed.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<ContestId, Book> _books = new();

    /// <summary>By pupil, each in the order they were made; who has run nothing is missing.</summary>
    public async Task<IReadOnlyDictionary<EntrantId, IReadOnlyList<LevelRun>>> OfAsync(ContestId contest, CancellationToken ct)
    {
        foreach (var (id, _) in _books.Where(one => one.Key != contest && time.GetUtcNow() - one.Value.UsedAt > Forgotten))
        {
            _books.TryRemove(id, out _);
        }

        var book = _books.GetOrAdd(contest, _ => new());
        await book.Turn.WaitAsync(ct);
        try
        {
            book.UsedAt = time.GetUtcNow();
            return book.Runs = book.Runs is { } runs ? await RefreshedAsync(book, contest, runs, ct) : await ReadAsync(book, contest, ct);
        }
        finally
        {
            book.Turn.Release();
        }
    }

    private async Task<IReadOnlyDictionary<EntrantId, IReadOnlyList<LevelRun>>> ReadAsync(
        Book book,
        ContestId contest,
        CancellationToken ct
    )
    {
        book.Heard = await events.LastSequenceAsync(ct); // before the runs: what comes between is read twice, never missed
        return (await RunsAsync(new() { Contest = contest, Most = PageSize }, ct))
            .GroupBy(run => run.Entrant)
            .ToDictionary(group => group.Key, IReadOnlyList<LevelRun> (group) => [.. group]);
    }

    private async Task<IReadOnlyDictionary<EntrantId, IReadOnlyList<LevelRun>>> RefreshedAsync(
        Book book,
        ContestId contest,
        IReadOnlyDictionary<EntrantId, IReadOnlyList<LevelRun>> runs,
        CancellationToken ct
    )
    {
        var changed = new HashSet<EntrantId>();
        while (await events.AfterAsync(book.Heard, MostEvents, ct) is { Count: > 0 } some)
        {
            changed.UnionWith(some.Where(e => e.Contest == contest && Judged.From(e) is not null).Select(e => e.Entrant));
            book.Heard = some[^1].Sequence;
        }

        if (changed.Count == 0)
        {
            return runs;
        }

        var next = new Dictionary<EntrantId, IReadOnlyList<LevelRun>>(runs);
        foreach (var entrant in changed)
        {
            next[entrant] = await RunsAsync(
                new()
                {
                    Contest = contest,
                    Entrant = entrant,
                    Most = PageSize,
                },
                ct
            );
        }

        return next;
    }

    /// <summary>All that a filter finds, the oldest first.</summary>
    private async Task<IReadOnlyList<LevelRun>> RunsAsync(SubmissionFilter filter, CancellationToken ct)
    {
        var found = new List<LevelRun>();
        while (true)
        {
            var page = await submissions.ListAsync(filter, ct);
            var judged = await judgements.OfAsync([.. page.Select(one => one.Id)], ct);
            found.AddRange(page.Select(one => LevelRuns.Of(one, judged.GetValueOrDefault(one.Id))));
            if (page.Count < PageSize)
            {
                found.Reverse();
                return found;
            }

            filter = filter with { Before = page[^1].Id };
        }
    }

    private sealed class Book
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public IReadOnlyDictionary<EntrantId, IReadOnlyList<LevelRun>>? Runs { get; set; }

        /// <summary>Number of the last event that is in it.</summary>
        public long Heard { get; set; }

        public DateTimeOffset UsedAt { get; set; }
    }
}
