using ArenaWeb.Access;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Live;
using Judge.Contests;

namespace ArenaWeb.Staff;

/// <summary>Questions that wait for an answer, on the homes of the staff.</summary>
internal static class OpenQuestions
{
    public static async Task<IReadOnlyList<(Contest Contest, int Open)>> FindAsync(
        Func<Contest, bool> isMine,
        IContests contests,
        ClarificationStore clarifications,
        CancellationToken ct
    )
    {
        var open = await clarifications.OpenAsync(ct);
        return open.Count == 0
            ? []
            : [.. (await contests.ListAsync(ct)).Where(isMine).Select(contest => (contest, open.GetValueOrDefault(contest.Id)))];
    }

    /// <summary>Whether whoever asks answers the questions of a contest.</summary>
    public static Func<Contest, bool> Of(Asker asker, DateTimeOffset now) =>
        contest => ContestAccess.RightsOf(asker, contest, now).May(Objects.Desk);

    /// <param name="contests">The first of them are listened to, as many as a browser may.</param>
    public static LiveLine Live(long heard, IEnumerable<Contest> contests) =>
        new(heard, [.. contests.Take(LiveRequest.MostTopics / 2).Select(contest => LiveTopic.Desk(contest.Id))]);
}
