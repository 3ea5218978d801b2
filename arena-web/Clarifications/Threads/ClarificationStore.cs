using System.Data.Common;
using ArenaWeb.Live;
using ArenaWeb.Words;
using Dapper;
using Judge.Contests;
using Judge.Events;
using Judge.Storage;

namespace ArenaWeb.Clarifications.Threads;

/// <summary>Keeps what was asked and told: facts, each with its event in one transaction.</summary>
internal sealed class ClarificationStore(Database database, IEvents events, TimeProvider time)
{
    /// <summary>Two tabs of a pupil may ask at the same moment; the later one looks again.</summary>
    private const int MostLooks = 8;

    /// <summary>All of a contest, in the order in which they began.</summary>
    public Task<IReadOnlyList<Clarification>> OfContestAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync(
            connection => ClarificationRows.ReadAsync(connection, null, "c.contest_id = @contest", new { contest = contest.Value }),
            ct
        );

    /// <summary>What an entrant asked, and of all else what was said to all.</summary>
    public Task<IReadOnlyList<Clarification>> ForAsync(ContestId contest, EntrantId entrant, CancellationToken ct) =>
        database.ReadAsync(
            connection =>
                ClarificationRows.ReadAsync(
                    connection,
                    null,
                    "c.contest_id = @contest and (c.entrant_id = @entrant or a.audience in ('All', 'Everybody'))",
                    new { contest = contest.Value, entrant = entrant.Value }
                ),
            ct
        );

    /// <summary>What was said to the public.</summary>
    public Task<IReadOnlyList<Clarification>> PublicAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync(
            connection =>
                ClarificationRows.ReadAsync(
                    connection,
                    null,
                    "c.contest_id = @contest and a.audience = 'Everybody'",
                    new { contest = contest.Value }
                ),
            ct
        );

    /// <summary>Null: this contest has none with that number.</summary>
    public Task<Clarification?> FindAsync(ContestId contest, long id, CancellationToken ct) =>
        database.ReadAsync(connection => FindAsync(connection, null, contest, id), ct);

    /// <summary>How many questions wait for an answer; contests without any are missing.</summary>
    public Task<Dictionary<ContestId, int>> OpenAsync(CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Count>(
                        """
                        select contest_id as contest, count(*) as open from clarifications c
                        where entrant_id is not null and not exists
                          (select 1 from clarification_acts a where a.clarification_id = c.id and a.kind = 'Answered')
                        group by contest_id
                        """
                    )
                ).ToDictionary(row => new ContestId(row.Contest), row => (int)row.Open),
            ct
        );

    /// <summary>Takes an entrant's question, unless the rule refuses it.</summary>
    /// <param name="label">Of a problem of the contest; null: it is about none.</param>
    /// <param name="key">The same key is the same question.</param>
    public async Task<ClarificationResult> AskAsync(
        ContestId contest,
        EntrantId entrant,
        string? label,
        string text,
        string key,
        CancellationToken ct
    )
    {
        var cleaned = TypedWords.Clean(text);
        for (var look = 0; look < MostLooks; look++)
        {
            var result = await database.WriteAsync(
                async (connection, transaction) =>
                {
                    var own = await ClarificationRows.ReadAsync(
                        connection,
                        transaction,
                        "c.entrant_id = @entrant",
                        new { entrant = entrant.Value }
                    );
                    if (await ClarificationRows.IsKnownAsync(connection, transaction, key))
                    {
                        return ClarificationResult.Done;
                    }
                    var now = time.GetUtcNow();
                    var result = AskRule.Look(cleaned, own, now);
                    if (result != ClarificationResult.Done)
                    {
                        return result;
                    }
                    var asked = new ClarificationAct(0, ActKind.Asked, now, "", "", cleaned, Audience.None, now, "");
                    var question = new Clarification(0, contest, entrant, own.Count + 1, label, [asked]);
                    return await BeginAsync(connection, transaction, question, key) ? result : ClarificationResult.None;
                },
                ct
            );
            if (result != ClarificationResult.None)
            {
                return result;
            }
        }
        return ClarificationResult.TooSoon;
    }

    /// <summary>Begins with an announcement.</summary>
    /// <returns>False: it was announced already.</returns>
    /// <inheritdoc cref="AskAsync"/>
    public Task<bool> AnnounceAsync(ContestId contest, string? label, ClarificationAct announced, string key, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                BeginAsync(connection, transaction, new Clarification(0, contest, null, 0, label, [announced]), key),
            ct
        );

    /// <summary>Adds an act as a rule decides it; of several at once each decides on what those before it did.</summary>
    public Task<ClarificationResult> ActAsync(
        ContestId contest,
        long id,
        Func<Clarification, DateTimeOffset, Decision> decide,
        CancellationToken ct
    ) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await ClarificationRows.LockAsync(connection, transaction, id);
                if (await FindAsync(connection, transaction, contest, id) is not { } about)
                {
                    return ClarificationResult.NotFound;
                }
                var decision = decide(about, time.GetUtcNow());
                if (decision.Act is { } act)
                {
                    await ClarificationRows.AddAsync(connection, transaction, id, act);
                    await TellAsync(transaction, about, act);
                }
                return decision.Result;
            },
            ct
        );

    /// <summary>Tells the pages of what was planned for a moment that has come. Of several arenas one does.</summary>
    public Task<int> TellPlannedAsync(CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var due = await ClarificationRows.TakeDueAsync(connection, transaction, time.GetUtcNow());
                foreach (var (about, act) in due)
                {
                    await TellAsync(transaction, about, act);
                }
                return due.Count;
            },
            ct
        );

    /// <summary>Numbers of what the entrant has read.</summary>
    public Task<HashSet<long>> ReadByAsync(EntrantId entrant, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<long>(
                        "select act_id from clarification_reads where entrant_id = @entrant",
                        new { entrant = entrant.Value }
                    )
                ).ToHashSet(),
            ct
        );

    public Task MarkReadAsync(EntrantId entrant, IEnumerable<ClarificationAct> read, CancellationToken ct)
    {
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        var marks = read.Select(act => new Mark(entrant.Value, act.Id, at)).ToList();
        return database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "insert into clarification_reads (entrant_id, act_id, at) values (@Entrant, @Act, @At) on conflict do nothing",
                    marks,
                    transaction
                ),
            ct
        );
    }

    private static async Task<Clarification?> FindAsync(DbConnection connection, DbTransaction? transaction, ContestId contest, long id) =>
        (
            await ClarificationRows.ReadAsync(
                connection,
                transaction,
                "c.id = @id and c.contest_id = @contest",
                new { id, contest = contest.Value }
            )
        ).SingleOrDefault();

    /// <returns>False: there is one with this key, or with this number of the entrant's, by now.</returns>
    private async Task<bool> BeginAsync(DbConnection connection, DbTransaction transaction, Clarification begun, string key)
    {
        if (await ClarificationRows.BeginAsync(connection, transaction, begun, key) is not { } id)
        {
            return false;
        }
        await ClarificationRows.AddAsync(connection, transaction, id, begun.First);
        await TellAsync(transaction, begun with { Id = id }, begun.First);
        return true;
    }

    /// <summary>What is planned is told to the staff at once, to all others when its moment has come.</summary>
    private Task TellAsync(DbTransaction transaction, Clarification about, ClarificationAct act)
    {
        var now = time.GetUtcNow();
        var told =
            act.IsPlannedAt(now) ? ClarifiedFor.Nobody
            : act.Audience == Audience.Everybody ? ClarifiedFor.Everybody
            : act.Audience == Audience.All ? ClarifiedFor.All
            : ClarifiedFor.Nobody;
        var isAskers = act.IsSaid || act.Kind == ActKind.Asked;
        return events.AppendAsync(
            transaction,
            new Event(0, now, EventKind.Clarified, about.Contest, isAskers ? about.Asker ?? default : default, about.Id, told)
        );
    }

    private sealed record Mark(long Entrant, long Act, long At);

    private sealed class Count
    {
        public long Contest { get; init; }
        public long Open { get; init; }
    }
}
