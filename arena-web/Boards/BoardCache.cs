using System.Collections.Concurrent;
using ArenaWeb.Access;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;
using Judge.Board;
using Judge.Contests;

namespace ArenaWeb.Boards;

/// <summary>Where one contest's board is kept until it is out of date; however many ask, it is made once.</summary>
internal sealed class BoardCache
{
    private readonly SemaphoreSlim _gate = new(1);
    private long _people;
    private BoardSnapshot? _last;

    /// <summary>The people that are kept are not true any more.</summary>
    /// <returns>Number of the change.</returns>
    public long Outdate() => Interlocked.Increment(ref _people);

    public async Task<BoardSnapshot> SnapshotAsync(Scoreboard scoreboard, DateTimeOffset now, BoardRenderer renderer, CancellationToken ct)
    {
        if (_last is { } kept && kept.Key == Wanted(scoreboard, now))
        {
            return kept;
        }

        await _gate.WaitAsync(ct);
        try
        {
            // The number is read before the people, so that a change in between makes them old again.
            var wanted = Wanted(scoreboard, now);
            return _last is { } made && made.Key == wanted ? made : _last = await renderer.SnapshotAsync(scoreboard, wanted, ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    private SnapshotKey Wanted(Scoreboard scoreboard, DateTimeOffset now) =>
        new(
            scoreboard.Version,
            Interlocked.Read(ref _people),
            BoardVisibility.IsFrozen(scoreboard.Contest, now),
            BoardVisibility.HasTitles(scoreboard.Contest, now)
        );
}

/// <summary>What a snapshot depends on.</summary>
/// <param name="Titles">Names of problems may be told.</param>
internal readonly record struct SnapshotKey(long Version, long People, bool Frozen, bool Titles);

/// <summary>Standings and people of one moment, and what was rendered from them.</summary>
internal sealed record BoardSnapshot(
    SnapshotKey Key,
    Contest Contest,
    IReadOnlyList<Row> Rows,
    IReadOnlyDictionary<EntrantId, ShownPerson> People
)
{
    public ConcurrentDictionary<(SiteLanguage Language, string Sprite), Lazy<RenderedBoard>> Rendered { get; } = new();

    public ConcurrentDictionary<(SiteLanguage Language, SheetFormat Format), Lazy<byte[]>> Files { get; } = new();
}
