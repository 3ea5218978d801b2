using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Accounts.Classes;

/// <summary>A time in which somebody sat at another pupil's PC.</summary>
/// <param name="To">Exclusive; null: until now.</param>
internal sealed record SeatPair(EntrantId First, DateTimeOffset From, DateTimeOffset? To)
{
    public bool Covers(DateTimeOffset at) => From <= at && !(To <= at);
}

/// <summary>
/// Who sat beside whom at one PC, and when. The judge knows the first one alone; a pair ends with the first one's session, which
/// <see cref="Sessions"/> sees to.
/// </summary>
internal sealed class SeatPairs(Database database, TimeProvider time)
{
    private const string End = "update seat_pairs set ended_at = @now where session_id = @session and ended_at is null";

    /// <summary>Another partner at the same seat takes the place of the one before.</summary>
    /// <param name="session">Of the first one.</param>
    public Task BeginAsync(string session, EntrantId first, EntrantId partner, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(End, new { session, now }, transaction);
                return await connection.ExecuteAsync(
                    """
                    insert into seat_pairs (session_id, entrant_id, partner_id, began_at) values (@session, @first, @partner, @now)
                    """,
                    new
                    {
                        session,
                        first = first.Value,
                        partner = partner.Value,
                        now,
                    },
                    transaction
                );
            },
            ct
        );
    }

    /// <summary>The partner has left; the first one goes on alone.</summary>
    public Task EndAsync(string session, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(End, new { session, now = time.GetUtcNow().ToUnixTimeMilliseconds() }, transaction),
            ct
        );

    /// <summary>Who sat beside a pupil at a moment; null: nobody.</summary>
    public async Task<EntrantId?> PartnerAsync(EntrantId first, DateTimeOffset at, CancellationToken ct) =>
        await database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<long?>(
                    """
                    select partner_id from seat_pairs
                    where entrant_id = @first and began_at <= @at and (ended_at is null or ended_at > @at) order by id desc limit 1
                    """,
                    new { first = first.Value, at = at.ToUnixTimeMilliseconds() }
                ),
            ct
        )
            is { } partner
            ? new EntrantId(partner)
            : null;

    /// <summary>Whom a pupil sat beside, and when.</summary>
    public Task<IReadOnlyList<SeatPair>> OfPartnerAsync(EntrantId partner, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SeatPair>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<(long First, long From, long? To)>(
                            "select entrant_id, began_at, ended_at from seat_pairs where partner_id = @partner order by id",
                            new { partner = partner.Value }
                        )
                    ).Select(row => new SeatPair(
                        new EntrantId(row.First),
                        DateTimeOffset.FromUnixTimeMilliseconds(row.From),
                        row.To is { } to ? DateTimeOffset.FromUnixTimeMilliseconds(to) : null
                    )),
                ],
            ct
        );
}
