using System.Data.Common;
using System.Globalization;
using Dapper;
using Judge.Contests;

namespace ArenaWeb.Clarifications.Threads;

/// <summary>Questions, announcements and their acts as rows.</summary>
internal static class ClarificationRows
{
    private const string Select = """
        select c.id as id, c.contest_id as contest, c.entrant_id as entrant, c.ordinal as ordinal, c.label as label, a.id as act,
          a.kind as kind, a.at as at, a.actor as actor, a.actor_name as actorName, a.text as text, a.audience as audience,
          a.visible_from as visibleFrom, a.shown as shown
        from clarifications c join clarification_acts a on a.clarification_id = c.id
        """;

    /// <param name="where">Acts that it leaves out are left out of what is read.</param>
    public static async Task<IReadOnlyList<Clarification>> ReadAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string where,
        object values
    )
    {
        var rows = await connection.QueryAsync<Row>($"{Select} where {where} order by c.id, a.id", values, transaction);
        return [.. rows.GroupBy(row => row.Id).Select(thread => thread.First().ToClarification(thread))];
    }

    /// <summary>From here to the end of the transaction nobody else adds an act to it.</summary>
    public static Task LockAsync(DbConnection connection, DbTransaction transaction, long id) =>
        connection.ExecuteAsync("update clarifications set acts = acts + 1 where id = @id", new { id }, transaction);

    public static async Task<bool> IsKnownAsync(DbConnection connection, DbTransaction transaction, string key) =>
        await connection.ExecuteScalarAsync<long>("select count(*) from clarifications where form_key = @key", new { key }, transaction)
        > 0;

    /// <returns>Its number; null: the key, or the entrant's number, is taken.</returns>
    public static Task<long?> BeginAsync(DbConnection connection, DbTransaction transaction, Clarification begun, string key) =>
        connection.ExecuteScalarAsync<long?>(
            """
            insert into clarifications (contest_id, entrant_id, ordinal, label, form_key, acts)
            values (@contest, @entrant, @ordinal, @label, @key, 1) on conflict do nothing returning id
            """,
            new
            {
                contest = begun.Contest.Value,
                entrant = begun.Asker?.Value,
                ordinal = begun.IsQuestion ? begun.Ordinal : (int?)null,
                label = begun.Label,
                key,
            },
            transaction
        );

    public static Task AddAsync(DbConnection connection, DbTransaction transaction, long id, ClarificationAct act) =>
        connection.ExecuteAsync(
            """
            insert into clarification_acts (clarification_id, kind, at, actor, actor_name, text, audience, visible_from, shown, told)
            values (@id, @kind, @at, @actor, @name, @text, @audience, @from, @shown, @told)
            """,
            new
            {
                id,
                kind = act.Kind.ToString(),
                at = act.At.ToUnixTimeMilliseconds(),
                actor = act.Actor,
                name = act.ActorName,
                text = act.Text,
                audience = act.Audience.ToString(),
                from = act.From.ToUnixTimeMilliseconds(),
                shown = act.Shown,
                told = act.From > act.At ? 0 : 1,
            },
            transaction
        );

    /// <summary>What was planned and is due, each once.</summary>
    public static async Task<IReadOnlyList<(Clarification About, ClarificationAct Act)>> TakeDueAsync(
        DbConnection connection,
        DbTransaction transaction,
        DateTimeOffset now
    )
    {
        var due = (
            await connection.QueryAsync<long>(
                "update clarification_acts set told = 1 where told = 0 and visible_from <= @now returning id",
                new { now = now.ToUnixTimeMilliseconds() },
                transaction
            )
        ).ToList();
        var numbers = string.Join(',', due.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        var read = due.Count == 0 ? [] : await ReadAsync(connection, transaction, $"a.id in ({numbers})", new { });
        return [.. read.SelectMany(about => about.Acts.Select(act => (about, act)))];
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public long Contest { get; init; }
        public long? Entrant { get; init; }
        public long? Ordinal { get; init; }
        public string? Label { get; init; }
        public long Act { get; init; }
        public string Kind { get; init; } = "";
        public long At { get; init; }
        public string Actor { get; init; } = "";
        public string ActorName { get; init; } = "";
        public string Text { get; init; } = "";
        public string Audience { get; init; } = "";
        public long VisibleFrom { get; init; }
        public string Shown { get; init; } = "";

        public Clarification ToClarification(IEnumerable<Row> acts) =>
            new(
                Id,
                new ContestId(Contest),
                Entrant is { } entrant ? new EntrantId(entrant) : null,
                (int)(Ordinal ?? 0),
                Label,
                [.. acts.Select(row => row.ToAct())]
            );

        private ClarificationAct ToAct() =>
            new(
                Act,
                Enum.Parse<ActKind>(Kind),
                DateTimeOffset.FromUnixTimeMilliseconds(At),
                Actor,
                ActorName,
                Text,
                Enum.Parse<Audience>(Audience),
                DateTimeOffset.FromUnixTimeMilliseconds(VisibleFrom),
                Shown
            );
    }
}
