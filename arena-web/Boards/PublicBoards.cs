using System.Collections.Concurrent;
using ArenaWeb.Live;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;
using Judge.Board;
using Judge.Contests;
using Judge.Events;

namespace ArenaWeb.Boards;

/// <summary>
/// The boards as the public sees them. What they cost follows from changes, not from viewers: each version is made once a language, and
/// one follower for each contest that anybody looked at tells the viewers of it.
/// </summary>
internal sealed class PublicBoards(
    IBoards boards,
    BoardRenderer renderer,
    LiveFeed feed,
    Lexicon lexicon,
    TimeProvider time,
    ILogger<PublicBoards> log
) : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(1);

    /// <summary>A board that stands still so long and has no viewers is not followed on.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<ContestId, BoardCache> _caches = new();
    private readonly ConcurrentDictionary<ContestId, Lazy<Task>> _followers = new();
    private readonly CancellationTokenSource _end = new();

    /// <summary>The rows as of now.</summary>
    /// <param name="sprite">Where the icons are.</param>
    public async Task<RenderedBoard> RenderAsync(Contest contest, SiteLanguage language, string sprite, CancellationToken ct)
    {
        var snapshot = await SnapshotAsync(contest, ct);
        return snapshot
            .Rendered.GetOrAdd((language, sprite), _ => new(() => renderer.Render(snapshot, new Phrases(lexicon, language), sprite)))
            .Value;
    }

    /// <summary>The same rows as a file.</summary>
    public async Task<byte[]> FileAsync(Contest contest, SiteLanguage language, SheetFormat format, CancellationToken ct)
    {
        var snapshot = await SnapshotAsync(contest, ct);
        return snapshot
            .Files.GetOrAdd((language, format), _ => new(() => Sheet(snapshot, new Phrases(lexicon, language)).ToBytes(format)))
            .Value;
    }

    private static SheetExport Sheet(BoardSnapshot snapshot, Phrases words) =>
        StandingsSheet.Of(snapshot.Contest, snapshot.Rows, snapshot.People, words);

    /// <summary>Rows and people as of now; from then on viewers hear of changes.</summary>
    public async Task<BoardSnapshot> SnapshotAsync(Contest contest, CancellationToken ct)
    {
        var scoreboard =
            await boards.NowAsync(contest.Id, BoardSide.Public, ct)
            ?? throw new InvalidOperationException($"Contest {contest.Id.Value} has no board.");
        feed.KnowBoard(contest.Id, FormattableString.Invariant($"{scoreboard.Version}"));
        _ = _followers.GetOrAdd(contest.Id, id => new(() => Task.Run(() => FollowAsync(id, scoreboard.Version)))).Value;
        return await CacheOf(contest.Id).SnapshotAsync(scoreboard, time.GetUtcNow(), renderer, ct);
    }

    /// <summary>A pupil came, or a consent was given or withdrawn: shows at the next look, which viewers are asked for.</summary>
    public void PeopleChanged(ContestId contest) =>
        feed.PublishBoard(contest, FormattableString.Invariant($"p{CacheOf(contest).Outdate()}"));

    /// <summary>What any arena has changed.</summary>
    public void Hear(Event e)
    {
        if (e.Kind == EventKind.EntrantsChanged)
        {
            PeopleChanged(e.Contest);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_followers.Values.Select(follower => follower.Value));
        _end.Dispose();
    }

    private BoardCache CacheOf(ContestId contest) => _caches.GetOrAdd(contest, _ => new());

    /// <param name="version">What the first viewer was shown; all that differs from it is told.</param>
    private async Task FollowAsync(ContestId contest, long version)
    {
        while (!_end.IsCancellationRequested)
        {
            using var quiet = new CancellationTokenSource(Quiet, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(quiet.Token, _end.Token);
            try
            {
                if (await boards.AfterAsync(contest, BoardSide.Public, version, either.Token) is not { } next)
                {
                    return;
                }

                feed.PublishBoard(contest, FormattableString.Invariant($"{next.Version}"));
                version = next.Version;
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                return;
            }
            catch (OperationCanceledException) when (quiet.IsCancellationRequested)
            {
                if (!feed.HasViewers(LiveTopic.Board(contest)))
                {
                    _followers.TryRemove(contest, out _);
                    feed.ForgetBoard(contest);
                    return;
                }
            }
            catch (Exception trouble)
            {
                log.LogWarning(trouble, "The board of contest {Contest} cannot be followed; it stands still until it can", contest.Value);
                await Task.Delay(PauseAfterTrouble, time, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
