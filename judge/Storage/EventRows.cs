using System.Data.Common;
using Dapper;
using Judge.Contests;
using Judge.Events;

namespace Judge.Storage;

/// <param name="Subject">As <see cref="Event.Subject"/>.</param>
internal readonly record struct NewEvent(EventKind Kind, ContestId Contest, EntrantId Entrant, long Subject, string Text);

/// <summary>Reading and appending the log.</summary>
internal static class EventRows
{
    private const string InsertMany = "INSERT INTO events (sequence, at, kind, contest, entrant, subject, text) VALUES ";

    /// <summary>Rows in one statement. One statement for each row would cost 20,000 round trips after a large rejudging.</summary>
    private const int MostAtOnce = 500;

    /// <summary>As <see cref="AppendAllAsync"/>, one.</summary>
    public static Task AppendAsync(
        Database database,
        DbConnection connection,
        DbTransaction transaction,
        long at,
        EventKind kind,
        ContestId contest,
        EntrantId entrant = default,
        long subject = 0,
        string text = ""
    ) => AppendAllAsync(database, connection, transaction, at, [new NewEvent(kind, contest, entrant, subject, text)]);

    /// <summary>
    /// Appends with the next numbers and tells all processes at the commit. To be the last statement of a transaction: the
    /// counter's row stays locked from here to the commit, which is what makes the numbers follow the order of commits.
    /// </summary>
    public static async Task AppendAllAsync(
        Database database,
        DbConnection connection,
        DbTransaction transaction,
        long at,
        IReadOnlyList<NewEvent> all
    )
    {
        var before =
            await connection.ExecuteScalarAsync<long>(
                "UPDATE event_counter SET last = last + @Count RETURNING last",
                new { all.Count },
                transaction
            ) - all.Count;
        foreach (var some in all.Chunk(MostAtOnce))
        {
            var shared = new DynamicParameters(); // with an object to begin with, Dapper compiles a reader of it for each text
            shared.Add("before", before);
            shared.Add("at", at);
            for (var i = 0; i < some.Length; i++)
            {
                shared.Add($"text{i}", some[i].Text);
            }

            // The numbers in such a text are its own: Dapper need not keep it.
            var insert = InsertMany + string.Join(',', some.Select(RowOf));
            await connection.ExecuteAsync(new CommandDefinition(insert, shared, transaction, flags: CommandFlags.NoCache));
            before += some.Length;
        }

        await database.NotifyAsync(connection, transaction, Signals.Events, "");
    }

    private static string RowOf(NewEvent one, int i) =>
        FormattableString.Invariant(
            $"(@before + {i + 1}, @at, '{one.Kind}', {one.Contest.Value}, {one.Entrant.Value}, {one.Subject}, @text{i})"
        );

    public static async Task<IReadOnlyList<Event>> AfterAsync(DbConnection connection, long sequence, int most) =>
        [
            .. (
                await connection.QueryAsync<EventRow>(
                    "SELECT sequence, at, kind, contest, entrant, subject, text FROM events WHERE sequence > @sequence "
                        + "ORDER BY sequence LIMIT @most",
                    new { sequence, most }
                )
            ).Select(row => row.ToEvent()),
        ];

    private sealed class EventRow
    {
        public long Sequence { get; set; }
        public long At { get; set; }
        public string Kind { get; set; } = "";
        public long Contest { get; set; }
        public long Entrant { get; set; }
        public long Subject { get; set; }
        public string Text { get; set; } = "";

        public Event ToEvent() =>
            new(
                Sequence,
                DateTimeOffset.FromUnixTimeMilliseconds(At),
                Enum.Parse<EventKind>(Kind),
                new ContestId(Contest),
                new EntrantId(Entrant),
                Subject,
                Text
            );
    }
}
