using System.Data.Common;
using ArenaWeb.Access;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Words;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Privacy;

/// <summary>What somebody said about a consent, to be written down for one pupil or for many.</summary>
/// <param name="IsGiven">False: refused or withdrawn.</param>
/// <param name="Note">Where the paper lies, without names.</param>
/// <param name="Actor">Login of whoever writes it down.</param>
internal sealed record ConsentWord(
    ConsentKind Kind,
    IReadOnlyList<ConsentGiver> Givers,
    bool IsGiven,
    ConsentWay Way,
    string Note,
    string Actor
);

/// <summary>
/// The two consents of pupils. They belong to a pupil of a school and go along into each contest; an entrant who stands in no school's list
/// has consents of his or her own. Whether a name is public follows from them, in the same transaction.
/// </summary>
internal sealed class Consents(Database database, IContests contests, PeopleChanges changes, TimeProvider time)
{
    /// <summary>PostgreSQL and SQLite take many more parameters a command.</summary>
    private const int RowsOfACommand = 500;

    private const string Columns =
        "c.pupil_id as Pupil, c.entrant_id as Entrant, c.kind as Kind, c.giver as Giver, c.given as Given, "
        + "c.text_version as TextVersion, c.way as Way, c.year as Year";

    /// <summary>Writes it down for pupils of schools' lists, and hides or shows their names in all contests.</summary>
    public Task RecordAsync(IReadOnlyCollection<long> pupils, ConsentWord word, CancellationToken ct) =>
        ChangeAsync(
            async (connection, transaction) =>
            {
                await WriteAsync(connection, transaction, pupils.Select(pupil => new ConsentSubject(pupil, null)), word);
                return await EntrantsOfAsync(connection, transaction, pupils);
            },
            ct
        );

    /// <summary>As the other, for an entrant: for the pupils that he, she or the team is, where a school's list has them.</summary>
    public Task RecordAsync(EntrantId entrant, ConsentWord word, CancellationToken ct) =>
        ChangeAsync(
            async (connection, transaction) =>
            {
                var pupils = await PupilsOfAsync(connection, transaction, entrant);
                await WriteAsync(
                    connection,
                    transaction,
                    pupils.Count > 0 ? pupils.Select(pupil => new ConsentSubject(pupil, null)) : [new(null, entrant.Value)],
                    word
                );
                return pupils.Count > 0 ? await EntrantsOfAsync(connection, transaction, pupils) : [entrant.Value];
            },
            ct
        );

    /// <summary>Says which pupils of schools' lists an entrant is, whose consents then count.</summary>
    public Task LinkAsync(IReadOnlyCollection<(EntrantId Entrant, long Pupil)> links, CancellationToken ct) =>
        ChangeAsync((_, transaction) => InsertAsync(transaction, links), ct);

    /// <summary>As the other, in the transaction that adds the entrants.</summary>
    public static async Task LinkAsync(DbTransaction transaction, IReadOnlyCollection<(EntrantId Entrant, long Pupil)> links) =>
        await PublishAsync(transaction.Connection!, transaction, await InsertAsync(transaction, links));

    /// <summary>All that was said about pupils of a school's list, by pupil, in order.</summary>
    public Task<ILookup<long, ConsentAct>> OfSchoolAsync(long unit, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Row>(
                        $"select {Columns} from consents c join pupils p on p.id = c.pupil_id where p.unit_id = @unit order by c.id",
                        new { unit }
                    )
                ).ToLookup(row => row.Pupil!.Value, row => row.ToAct()),
            ct
        );

    private static async Task<IReadOnlyCollection<long>> InsertAsync(
        DbTransaction transaction,
        IReadOnlyCollection<(EntrantId Entrant, long Pupil)> links
    )
    {
        await transaction.Connection!.ExecuteAsync(
            "insert into entrant_pupils (entrant_id, pupil_id) values (@Entrant, @Pupil) on conflict do nothing",
            links.Select(link => new { Entrant = link.Entrant.Value, link.Pupil }),
            transaction
        );
        return [.. links.Select(link => link.Entrant.Value).Distinct()];
    }

    private async Task ChangeAsync(Func<DbConnection, DbTransaction, Task<IReadOnlyCollection<long>>> change, CancellationToken ct)
    {
        var touched = await contests.ChangeEntrantsAsync(
            async (connection, transaction) => await PublishAsync(connection, transaction, await change(connection, transaction)),
            ct
        );
        foreach (var contest in touched)
        {
            // Others hear of it by the event; whoever asks here next must see it already.
            changes.Tell(contest);
        }
    }

    private Task WriteAsync(DbConnection connection, DbTransaction transaction, IEnumerable<ConsentSubject> subjects, ConsentWord word)
    {
        var now = time.GetUtcNow();
        var version = word.IsGiven ? ConsentText.Latest(word.Kind).Version : 0;
        return connection.ExecuteAsync(
            """
            insert into consents (pupil_id, entrant_id, kind, giver, given, text_version, way, note, actor, year, at)
            values (@Pupil, @Entrant, @Kind, @Giver, @Given, @version, @Way, @Note, @Actor, @Year, @At)
            """,
            subjects.SelectMany(
                _ => word.Givers,
                (subject, giver) =>
                    new
                    {
                        subject.Pupil,
                        subject.Entrant,
                        Kind = word.Kind.ToString(),
                        Giver = giver.ToString(),
                        Given = word.IsGiven ? 1 : 0,
                        version,
                        Way = word.Way.ToString(),
                        word.Note,
                        word.Actor,
                        VietnamTime.Of(now).Year,
                        At = now.ToUnixTimeMilliseconds(),
                    }
            ),
            transaction
        );
    }

    /// <summary>Works out anew for each entrant whether the name is public: a team's is when that of each of its pupils is.</summary>
    /// <returns>The contests they are in.</returns>
    private static async Task<IReadOnlyCollection<ContestId>> PublishAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyCollection<long> entrants
    )
    {
        foreach (var some in entrants.Chunk(RowsOfACommand))
        {
            var list = SqlNumbers.Of(some);
            // Locks the rows, so that of two who change the same pupil's consents the second reads what the first wrote.
            await connection.ExecuteAsync($"update people set publish = publish where entrant_id in {list}", null, transaction);
            var pupils = (
                await QueryAsync<PupilRow>(
                    $"""
                    select l.entrant_id as Entrant, p.id as Id, p.birth_year as BirthYear
                    from entrant_pupils l join pupils p on p.id = l.pupil_id where l.entrant_id in {list}
                    """
                )
            ).ToLookup(row => row.Entrant);
            var said = (
                await QueryAsync<Row>(
                    $"""
                    select {Columns} from consents c where c.entrant_id in {list}
                      or c.pupil_id in (select pupil_id from entrant_pupils where entrant_id in {list}) order by c.id
                    """
                )
            ).ToLookup(row => (row.Pupil, row.Pupil is null ? row.Entrant : null), row => row.ToAct());
            var named = some.Where(entrant =>
                    pupils.Contains(entrant)
                        ? pupils[entrant].All(pupil => IsPublic(said[(pupil.Id, null)], (int?)pupil.BirthYear))
                        : IsPublic(said[(null, entrant)], null)
                )
                .ToHashSet();
            await connection.ExecuteAsync(
                "update people set publish = @publish where entrant_id = @entrant",
                some.Select(entrant => new { entrant, publish = named.Contains(entrant) ? 1 : 0 }),
                transaction
            );

            Task<IEnumerable<T>> QueryAsync<T>(string sql) => connection.QueryAsync<T>(sql, null, transaction);
        }
        return await EntrantContests.OfAsync(connection, transaction, entrants);
    }

    private static bool IsPublic(IEnumerable<ConsentAct> said, int? birthYear) =>
        ConsentRule.Of(said, ConsentKind.Publish, birthYear) == ConsentState.Given;

    private static async Task<IReadOnlyCollection<long>> EntrantsOfAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyCollection<long> pupils
    )
    {
        var found = new HashSet<long>();
        foreach (var some in pupils.Chunk(RowsOfACommand))
        {
            found.UnionWith(
                await connection.QueryAsync<long>(
                    $"select entrant_id from entrant_pupils where pupil_id in {SqlNumbers.Of(some)}",
                    null,
                    transaction
                )
            );
        }
        return found;
    }

    private static async Task<IReadOnlyCollection<long>> PupilsOfAsync(
        DbConnection connection,
        DbTransaction transaction,
        EntrantId entrant
    ) =>
        [
            .. await connection.QueryAsync<long>(
                "select pupil_id from entrant_pupils where entrant_id = @entrant",
                new { entrant = entrant.Value },
                transaction
            ),
        ];

    private readonly record struct ConsentSubject(long? Pupil, long? Entrant);

    private sealed class PupilRow
    {
        public long Entrant { get; init; }
        public long Id { get; init; }
        public long? BirthYear { get; init; }
    }

    private sealed class Row
    {
        public long? Pupil { get; init; }
        public long? Entrant { get; init; }
        public string Kind { get; init; } = "";
        public string Giver { get; init; } = "";
        public long Given { get; init; }
        public long TextVersion { get; init; }
        public string Way { get; init; } = "";
        public long Year { get; init; }

        public ConsentAct ToAct() =>
            new(
                Enum.Parse<ConsentKind>(Kind),
                Enum.Parse<ConsentGiver>(Giver),
                Given == 1,
                (int)TextVersion,
                Enum.Parse<ConsentWay>(Way),
                (int)Year
            );
    }
}
