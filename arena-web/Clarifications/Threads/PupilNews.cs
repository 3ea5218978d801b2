using Judge.Contests;

namespace ArenaWeb.Clarifications.Threads;

/// <summary>What was told to a pupil, and what the pupil asked, as of a moment.</summary>
/// <param name="At">That moment; all that is marked read up to it was on the page.</param>
/// <param name="Shown">Newest first.</param>
internal sealed record PupilNews(DateTimeOffset At, IReadOnlyList<ShownClarification> Shown)
{
    public static PupilNews None { get; } = new(DateTimeOffset.UnixEpoch, []);

    public IReadOnlyList<ShownClarification> Unread => [.. Shown.Where(one => one.IsUnread)];

    /// <summary>How many are unread of a problem.</summary>
    public int UnreadOf(string label) => Unread.Count(one => one.About.Label == label);

    /// <summary>Unread ones by problem; those about none stand under "".</summary>
    public IReadOnlyDictionary<string, int> Counts => Unread.CountBy(one => one.About.Label ?? "").ToDictionary();

    /// <summary>Moment of the newest unread one, by which a page knows that there is another; 0: there is none.</summary>
    public long Newest => Unread.Count == 0 ? 0 : Unread.Max(one => one.At).ToUnixTimeMilliseconds();

    /// <param name="starts">When the contest begins for this pupil.</param>
    public static PupilNews Of(
        EntrantId entrant,
        IEnumerable<Clarification> all,
        IReadOnlySet<long> read,
        DateTimeOffset starts,
        DateTimeOffset now
    ) =>
        new(
            now,
            [
                .. all.Select(about => Visibility.For(entrant, about, starts, now))
                    .OfType<ShownClarification>()
                    .Select(shown =>
                        shown with
                        {
                            IsUnread = shown.Current is { } said && shown.Withdrawn is null && !read.Contains(said.Id),
                        }
                    )
                    .OrderByDescending(shown => shown.At)
                    .ThenByDescending(shown => shown.About.Id),
            ]
        );
}

/// <summary>Finds a pupil's news, and marks it read.</summary>
internal sealed class PupilNewsReader(ClarificationStore clarifications)
{
    /// <param name="starts">When the contest begins for this pupil.</param>
    public async Task<PupilNews> FindAsync(
        ContestId contest,
        EntrantId entrant,
        DateTimeOffset starts,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var all = await clarifications.ForAsync(contest, entrant, ct);
        return all.Count == 0
            ? PupilNews.None with
            {
                At = now,
            }
            : PupilNews.Of(entrant, all, await clarifications.ReadByAsync(entrant, ct), starts, now);
    }

    /// <param name="upTo">What came later was not on the page.</param>
    public async Task MarkReadAsync(EntrantId entrant, PupilNews news, DateTimeOffset upTo, CancellationToken ct)
    {
        var read = news.Unread.Where(one => one.At <= upTo).SelectMany(one => one.Said).ToList();
        if (read.Count > 0)
        {
            await clarifications.MarkReadAsync(entrant, read, ct);
        }
    }
}
