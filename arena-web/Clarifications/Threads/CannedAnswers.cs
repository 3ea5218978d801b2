using ArenaWeb.Words;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Clarifications.Threads;

/// <summary>Answers that are given often: those of the site, and those of a contest.</summary>
internal sealed class CannedAnswers(Database database, Lexicon lexicon, TimeProvider time)
{
    /// <summary>Of a list, in UTF-16 units.</summary>
    public const int LongestList = 8_000;

    /// <summary>Stands for the site where a contest is asked for.</summary>
    public static ContestId Site { get; } = default;

    /// <summary>Those of the contest before those of the site, each once.</summary>
    public async Task<IReadOnlyList<string>> ForAsync(ContestId contest, SiteLanguage language, CancellationToken ct)
    {
        var (own, site) = (await FindAsync(contest, language, ct), await FindAsync(Site, language, ct));
        return [.. own.Lines.Concat(site.Lines).Distinct()];
    }

    /// <summary>The list as it is; a site that has none yet has that of the house.</summary>
    public async Task<CannedList> FindAsync(ContestId contest, SiteLanguage language, CancellationToken ct)
    {
        var row = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    "select number, lines from canned_answers where contest_id = @contest order by number desc limit 1",
                    new { contest = contest.Value }
                ),
            ct
        );
        return row is not null ? new(row.Number, row.Lines)
            : contest == Site ? new(0, lexicon[language]["talk.canned.house"].Replace('|', '\n'))
            : new(0, "");
    }

    /// <returns>False: somebody else has changed it since.</returns>
    public Task<bool> ReplaceAsync(ContestId contest, CannedList list, string actor, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
                await connection.ExecuteAsync(
                    """
                    insert into canned_answers (contest_id, number, lines, actor, at)
                    values (@contest, @number, @lines, @actor, @at) on conflict do nothing
                    """,
                    new
                    {
                        contest = contest.Value,
                        number = list.Number + 1,
                        lines = list.Text,
                        actor,
                        at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    },
                    transaction
                ) == 1,
            ct
        );

    private sealed class Row
    {
        public long Number { get; init; }
        public string Lines { get; init; } = "";
    }
}

/// <param name="Number">Of this version; 0: nobody has changed it yet.</param>
/// <param name="Text">One answer a line.</param>
internal sealed record CannedList(long Number, string Text)
{
    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
