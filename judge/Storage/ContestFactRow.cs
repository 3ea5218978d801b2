using System.Data.Common;
using System.Globalization;
using Dapper;
using Judge.Contests;

namespace Judge.Storage;

/// <summary>A decision about a contest as it lies in the table: of its time or of its life, as the kind says.</summary>
internal sealed class ContestFactRow
{
    public const string Columns =
        "id, contest, kind, entrants, amount, from_at AS FromAt, to_at AS ToAt, at, actor, reason, taken_back_at AS TakenBackAt";

    public long Id { get; set; }
    public long Contest { get; set; }
    public string Kind { get; set; } = "";
    public string Entrants { get; set; } = "";
    public long Amount { get; set; }
    public long FromAt { get; set; }
    public long? ToAt { get; set; }
    public long At { get; set; }
    public string Actor { get; set; } = "";
    public string Reason { get; set; } = "";
    public long? TakenBackAt { get; set; }

    public static ContestFactRow Of(ContestId contest, LifeFact fact) =>
        new()
        {
            Contest = contest.Value,
            Kind = $"Life.{fact.Act}",
            FromAt = fact.At.ToUnixTimeMilliseconds(),
            At = fact.At.ToUnixTimeMilliseconds(),
            Actor = fact.Actor,
            Reason = fact.Reason,
        };

    public static ContestFactRow Of(ContestId contest, TimeFact fact) =>
        new()
        {
            Contest = contest.Value,
            Kind = $"Time.{fact.Kind}",
            Entrants = string.Join(' ', fact.Entrants.Select(one => one.Value.ToString(CultureInfo.InvariantCulture))),
            Amount = (long)fact.Amount.TotalMilliseconds,
            FromAt = fact.From.ToUnixTimeMilliseconds(),
            ToAt = fact.To?.ToUnixTimeMilliseconds(),
            At = fact.At.ToUnixTimeMilliseconds(),
            Actor = fact.Actor,
            Reason = fact.Reason.Trim(),
        };

    public static Task AddAsync(DbConnection connection, DbTransaction transaction, IEnumerable<ContestFactRow> rows) =>
        connection.ExecuteAsync(
            """
            INSERT INTO contest_facts (contest, kind, entrants, amount, from_at, to_at, at, actor, reason)
            VALUES (@Contest, @Kind, @Entrants, @Amount, @FromAt, @ToAt, @At, @Actor, @Reason)
            """,
            rows,
            transaction
        );

    /// <summary>Null: it is of the contest's life.</summary>
    public TimeFact? ToTime() =>
        Named<TimeKind>("Time.") is not { } kind
            ? null
            : new TimeFact
            {
                Id = Id,
                Kind = kind,
                Entrants =
                [
                    .. Entrants
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(one => new EntrantId(long.Parse(one, CultureInfo.InvariantCulture))),
                ],
                Amount = TimeSpan.FromMilliseconds(Amount),
                From = DateTimeOffset.FromUnixTimeMilliseconds(FromAt),
                To = Moment(ToAt),
                At = DateTimeOffset.FromUnixTimeMilliseconds(At),
                Actor = Actor,
                Reason = Reason,
                TakenBack = Moment(TakenBackAt),
            };

    /// <summary>Null: it is of the contest's time.</summary>
    public LifeFact? ToLife() =>
        Named<LifeAct>("Life.") is not { } act
            ? null
            : new LifeFact
            {
                Act = act,
                At = DateTimeOffset.FromUnixTimeMilliseconds(At),
                Actor = Actor,
                Reason = Reason,
            };

    private T? Named<T>(string part)
        where T : struct, Enum => Kind.StartsWith(part, StringComparison.Ordinal) ? Enum.Parse<T>(Kind[part.Length..]) : null;

    private static DateTimeOffset? Moment(long? at) => at is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
}
