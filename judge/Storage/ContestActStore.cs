using System.Data.Common;
using Dapper;
using Judge.Contests;
using Judge.Events;

namespace Judge.Storage;

/// <summary>
/// Decisions about contests. The contest's row is locked while one is looked at, so that of two at once the second sees the first.
/// </summary>
internal sealed class ContestActStore(Database database, TimeProvider clock) : IContestActs
{
    public Task<DateTimeOffset?> BegunAsync(EntrantId entrant, CancellationToken ct) =>
        database.ReadAsync(connection => BegunAsync(connection, null, entrant), ct);

    public Task<IReadOnlyDictionary<EntrantId, DateTimeOffset>> BegunAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync(connection => BegunAsync(connection, null, contest), ct);

    public Task<TimeFlaw> BeginAsync(ContestId contest, EntrantId entrant, CancellationToken ct) =>
        DecideAsync(contest, (connection, transaction, found, now) => BeginAsync(connection, transaction, found, entrant, now), ct);

    public Task ScheduleAsync(ContestId contest, IReadOnlyDictionary<EntrantId, DateTimeOffset> starts, CancellationToken ct) =>
        LockedAsync(
            contest,
            async (connection, transaction, found, now) =>
            {
                var begun = await BegunAsync(connection, transaction, contest);
                var handed = await connection.QueryAsync<long>(
                    "SELECT DISTINCT entrant FROM submissions WHERE contest = @contest",
                    new { contest = contest.Value },
                    transaction
                );
                var kept = handed.Select(one => new EntrantId(one)).Where(begun.ContainsKey).ToHashSet();
                var added = starts
                    .Where(one => !kept.Contains(one.Key) && !(begun.TryGetValue(one.Key, out var at) && at == one.Value))
                    .ToDictionary();
                var unsaid = begun.Where(one => one.Value > now && !starts.ContainsKey(one.Key) && !kept.Contains(one.Key));
                IReadOnlyList<EntrantId> changed = [.. added.Keys.Union(unsaid.Select(one => one.Key))];
                await connection.ExecuteAsync(
                    "DELETE FROM beginnings WHERE entrant = @entrant",
                    changed.Select(one => new { entrant = one.Value }),
                    transaction
                );
                foreach (var (entrant, at) in added)
                {
                    await InsertAsync(connection, transaction, contest, entrant, at);
                }

                if (changed.Count > 0)
                {
                    await TellAsync(connection, transaction, contest, changed, now);
                }

                return changed.Count;
            },
            ct
        );

    public Task<TimeFlaw> ExtendAsync(
        ContestId contest,
        IReadOnlyList<EntrantId> entrants,
        int minutes,
        Grounds why,
        CancellationToken ct
    ) =>
        DecideAsync(
            contest,
            async (connection, transaction, found, now) =>
            {
                var begun = await BegunAsync(connection, transaction, contest);
                return minutes is < 1 or > TimeRule.MostMinutes
                    ? TimeFlaw.Amount
                    : await AddAsync(connection, transaction, found, TimeRule.Extension(found, entrants, minutes, begun, now), why);
            },
            ct
        );

    public Task<TimeFlaw> PauseAsync(ContestId contest, IReadOnlyList<EntrantId> entrants, Grounds why, CancellationToken ct) =>
        DecideAsync(
            contest,
            (connection, transaction, found, now) =>
                AddAsync(connection, transaction, found, Fact(TimeKind.Pause, now) with { Entrants = entrants }, why),
            ct
        );

    public Task<TimeFlaw> GoOnAsync(ContestId contest, IReadOnlyList<EntrantId> entrants, CancellationToken ct) =>
        DecideAsync(
            contest,
            async (connection, transaction, found, now) =>
            {
                if (TimeRule.OpenPause(found, entrants) is not { } pause)
                {
                    return TimeFlaw.NotPaused;
                }

                await connection.ExecuteAsync(
                    "UPDATE contest_facts SET to_at = @to WHERE id = @id",
                    new { to = Math.Max(now.ToUnixTimeMilliseconds(), pause.From.ToUnixTimeMilliseconds()), id = pause.Id },
                    transaction
                );
                await TellAsync(connection, transaction, found.Id, pause.Entrants, now);
                return TimeFlaw.None;
            },
            ct
        );

    public Task<TimeFlaw> RemoveAsync(ContestId contest, DateTimeOffset from, DateTimeOffset to, Grounds why, CancellationToken ct) =>
        DecideAsync(
            contest,
            (connection, transaction, found, now) =>
                AddAsync(connection, transaction, found, Fact(TimeKind.Removal, now) with { From = from, To = to }, why),
            ct
        );

    public Task<TimeFlaw> CloseAsync(ContestId contest, Grounds why, CancellationToken ct) =>
        DecideAsync(
            contest,
            (connection, transaction, found, now) => AddAsync(connection, transaction, found, Fact(TimeKind.Close, now), why),
            ct
        );

    public Task<TimeFlaw> TakeBackAsync(ContestId contest, long fact, CancellationToken ct) =>
        DecideAsync(
            contest,
            async (connection, transaction, found, now) =>
            {
                if (
                    found.Times.FirstOrDefault(one => one.Id == fact)
                    is not { Kind: TimeKind.Extension or TimeKind.Close, TakenBack: null } known
                )
                {
                    return TimeFlaw.TakenBack;
                }

                if (ContestLife.ResultsAreOut(found))
                {
                    return TimeFlaw.ResultsAreOut;
                }

                await connection.ExecuteAsync(
                    "UPDATE contest_facts SET taken_back_at = @at WHERE id = @id",
                    new { at = now.ToUnixTimeMilliseconds(), id = fact },
                    transaction
                );
                await TellAsync(connection, transaction, found.Id, known.Entrants, now);
                return TimeFlaw.None;
            },
            ct
        );

    public Task<LifeBar> MoveAsync(ContestId contest, LifeAct act, Grounds why, CancellationToken ct) =>
        LockedAsync(
            contest,
            async (connection, transaction, found, now) =>
            {
                var bar = ContestLife.At(found, found.Life, now).BarOf(act);
                if (bar == LifeBar.None && ContestLife.NeedsReason(act) && why.Reason.Trim().Length is 0 or > TimeRule.MostReason)
                {
                    bar = LifeBar.NoReason;
                }

                if (bar == LifeBar.None)
                {
                    var fact = new LifeFact
                    {
                        Act = act,
                        At = now,
                        Actor = why.Actor,
                        Reason = why.Reason.Trim(),
                    };
                    await ContestFactRow.AddAsync(connection, transaction, [ContestFactRow.Of(found.Id, fact)]);
                    await TellAsync(connection, transaction, found.Id, [], now);
                }

                return bar;
            },
            ct
        );

    internal static async Task<DateTimeOffset?> BegunAsync(DbConnection connection, DbTransaction? transaction, EntrantId entrant) =>
        await connection.ExecuteScalarAsync<long?>(
            "SELECT at FROM beginnings WHERE entrant = @entrant",
            new { entrant = entrant.Value },
            transaction
        )
            is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    internal static async Task<IReadOnlyDictionary<EntrantId, DateTimeOffset>> BegunAsync(
        DbConnection connection,
        DbTransaction? transaction,
        ContestId contest
    ) =>
        (
            await connection.QueryAsync<BeginningRow>(
                "SELECT entrant, at FROM beginnings WHERE contest = @contest",
                new { contest = contest.Value },
                transaction
            )
        ).ToDictionary(row => new EntrantId(row.Entrant), row => DateTimeOffset.FromUnixTimeMilliseconds(row.At));

    private async Task<TimeFlaw> BeginAsync(
        DbConnection connection,
        DbTransaction transaction,
        Contest contest,
        EntrantId entrant,
        DateTimeOffset now
    )
    {
        if (contest.Duration is null)
        {
            return TimeFlaw.CommonStart;
        }

        if (!await AreInAsync(connection, transaction, contest.Id, [entrant]))
        {
            return TimeFlaw.UnknownEntrant;
        }

        if (await BegunAsync(connection, transaction, entrant) is not null)
        {
            return TimeFlaw.None;
        }

        var flaw = Clock.Of(contest, entrant).At(now) switch
        {
            ClockState.Before => TimeFlaw.NotStarted,
            ClockState.Over => TimeFlaw.Over,
            _ => Clock.Of(contest, entrant, now).At(now) == ClockState.Paused ? TimeFlaw.Paused : TimeFlaw.None,
        };
        if (flaw == TimeFlaw.None)
        {
            await InsertAsync(connection, transaction, contest.Id, entrant, now);
            await TellAsync(connection, transaction, contest.Id, [entrant], now);
        }

        return flaw;
    }

    private static Task InsertAsync(
        DbConnection connection,
        DbTransaction transaction,
        ContestId contest,
        EntrantId entrant,
        DateTimeOffset at
    ) =>
        connection.ExecuteAsync(
            "INSERT INTO beginnings (entrant, contest, at) VALUES (@entrant, @contest, @at)",
            new
            {
                entrant = entrant.Value,
                contest = contest.Value,
                at = at.ToUnixTimeMilliseconds(),
            },
            transaction
        );

    private async Task<TimeFlaw> AddAsync(DbConnection connection, DbTransaction transaction, Contest contest, TimeFact fact, Grounds why)
    {
        fact = fact with { Actor = why.Actor, Reason = why.Reason, Entrants = [.. fact.Entrants.Distinct()] };
        var flaw = TimeRule.FlawOf(contest, fact);
        if (flaw == TimeFlaw.None && !await AreInAsync(connection, transaction, contest.Id, fact.Entrants))
        {
            flaw = TimeFlaw.UnknownEntrant;
        }

        if (flaw == TimeFlaw.None)
        {
            await ContestFactRow.AddAsync(connection, transaction, [ContestFactRow.Of(contest.Id, fact)]);
            await TellAsync(connection, transaction, contest.Id, fact.Entrants, fact.At);
        }

        return flaw;
    }

    private static async Task<bool> AreInAsync(
        DbConnection connection,
        DbTransaction transaction,
        ContestId contest,
        IReadOnlyList<EntrantId> entrants
    ) =>
        entrants.Count == 0
        || await connection.ExecuteScalarAsync<long>(
            new CommandDefinition(
                $"SELECT count(*) FROM entrants WHERE contest = @contest AND id IN ({string.Join(',', entrants.Select(one => one.Value))})",
                new { contest = contest.Value },
                transaction,
                flags: CommandFlags.Buffered | CommandFlags.NoCache // the numbers in such a text are its own
            )
        ) == entrants.Count;

    /// <summary>Each of them, or, where none is named, everybody in one event.</summary>
    private Task TellAsync(
        DbConnection connection,
        DbTransaction transaction,
        ContestId contest,
        IReadOnlyList<EntrantId> entrants,
        DateTimeOffset now
    ) =>
        EventRows.AppendAllAsync(
            database,
            connection,
            transaction,
            now.ToUnixTimeMilliseconds(),
            entrants.Count == 0
                ? [new NewEvent(EventKind.ContestChanged, contest, default, 0, "")]
                : [.. entrants.Select(one => new NewEvent(EventKind.ClockChanged, contest, one, 0, ""))]
        );

    private Task<TimeFlaw> DecideAsync(
        ContestId contest,
        Func<DbConnection, DbTransaction, Contest, DateTimeOffset, Task<TimeFlaw>> decide,
        CancellationToken ct
    ) => LockedAsync(contest, decide, ct);

    /// <exception cref="ArgumentException">There is no such contest.</exception>
    private Task<T> LockedAsync<T>(
        ContestId contest,
        Func<DbConnection, DbTransaction, Contest, DateTimeOffset, Task<T>> decide,
        CancellationToken ct
    ) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await ContestStore.LockAsync(connection, transaction, contest);
                var found =
                    await ContestStore.OneAsync(connection, transaction, contest)
                    ?? throw new ArgumentException($"There is no contest {contest.Value}.", nameof(contest));
                var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
                return await decide(connection, transaction, found, now);
            },
            ct
        );

    private static TimeFact Fact(TimeKind kind, DateTimeOffset now) =>
        new()
        {
            Kind = kind,
            From = now,
            At = now,
        };

    private sealed class BeginningRow
    {
        public long Entrant { get; set; }
        public long At { get; set; }
    }
}
