using Judge.Contests;

namespace ArenaWeb.Clarifications.Threads;

/// <summary>Who reads what and from when. Pure, and the only place that decides it.</summary>
internal static class Visibility
{
    /// <summary>A board is there for its rows.</summary>
    private const int MostPublic = 3;

    /// <summary>
    /// From when on a reader sees what was said to them. An answer to a question, and whatever is about a problem, waits until the reader's
    /// own clock runs: before, it would tell what the paper holds.
    /// </summary>
    /// <param name="starts">When the contest begins for this reader.</param>
    public static DateTimeOffset VisibleFrom(Clarification about, ClarificationAct said, DateTimeOffset starts) =>
        said.Audience > Audience.One && (about.IsQuestion || about.Label is not null) && starts > said.From ? starts : said.From;

    /// <summary>What an entrant sees of it; null: nothing.</summary>
    public static ShownClarification? For(EntrantId reader, Clarification about, DateTimeOffset starts, DateTimeOffset now) =>
        about.Asker == reader
            ? Show(about, Audience.One, starts, now) ?? new(about, IsOwn: true, about.First.Text, [], null)
            : Show(about, Audience.All, starts, now);

    /// <summary>What the public board shows, the newest first; what was taken back is gone.</summary>
    public static IReadOnlyList<ShownClarification> ForPublic(IEnumerable<Clarification> all, DateTimeOffset starts, DateTimeOffset now) =>
        [
            .. all.Select(about => Show(about, Audience.Everybody, starts, now))
                .OfType<ShownClarification>()
                .Where(shown => shown.Withdrawn is null)
                .OrderByDescending(shown => shown.At)
                .Take(MostPublic),
        ];

    /// <summary>
    /// What this audience has had before its eyes, oldest first. What was corrected or withdrawn before anybody could see it never shows.
    /// </summary>
    /// <param name="least">What was said to fewer is left out.</param>
    public static IReadOnlyList<ClarificationAct> Surfaced(
        Clarification about,
        Audience least,
        Func<ClarificationAct, DateTimeOffset> from,
        DateTimeOffset now
    )
    {
        List<ClarificationAct> told = [.. about.Acts.Where(act => act.Audience >= least && (act.IsSaid || act.Kind == ActKind.Withdrawn))];
        return [.. told.Where((act, i) => act.IsSaid && from(act) <= now && !(i + 1 < told.Count && told[i + 1].At <= from(act)))];
    }

    private static ShownClarification? Show(Clarification about, Audience least, DateTimeOffset starts, DateTimeOffset now)
    {
        var said = Surfaced(about, least, act => VisibleFrom(about, act, starts), now);
        if (said.Count == 0)
        {
            return null;
        }
        var withdrawn = about.Acts[^1] is { Kind: ActKind.Withdrawn } act ? act.At : (DateTimeOffset?)null;
        var isOwn = least == Audience.One && about.IsQuestion;
        return new(about, isOwn, isOwn ? about.First.Text : said[^1].Shown, said, withdrawn);
    }
}

/// <summary>A question or an announcement as one reader sees it.</summary>
/// <param name="Question">The reader's own words, or those that the jury chose for all; empty: there is none to read.</param>
/// <param name="Said">Oldest first; the last one counts, those before it are struck. Empty: the reader's question waits.</param>
/// <param name="Withdrawn">When it was taken back, after it had been seen; null: it holds.</param>
internal sealed record ShownClarification(
    Clarification About,
    bool IsOwn,
    string Question,
    IReadOnlyList<ClarificationAct> Said,
    DateTimeOffset? Withdrawn
)
{
    public ClarificationAct? Current => Said.Count > 0 ? Said[^1] : null;

    /// <summary>When the newest of it was said, or asked.</summary>
    public DateTimeOffset At => Current?.From ?? About.First.At;

    /// <summary>Whether the reader has not seen what counts of it.</summary>
    public bool IsUnread { get; init; }
}
