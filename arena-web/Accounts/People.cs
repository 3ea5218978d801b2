using System.Data.Common;
using ArenaWeb.Words;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Accounts;

/// <summary>A pupil who enters a contest.</summary>
/// <param name="Sbd">Candidate number as the organiser writes it; kept folded.</param>
/// <param name="Publish">The pupil and the representative agree that the name is shown in public.</param>
/// <param name="Pin">Six digits; null: drawn at random.</param>
internal sealed record NewPerson(string Sbd, string Name, string School, string Class, bool Publish = false, string? Pin = null);

/// <summary>What is printed on a card: the only time that the PIN is known.</summary>
internal sealed record Card(EntrantId Entrant, string Sbd, string Name, string School, string Class, string Pin);

/// <summary>A pupil as stored.</summary>
/// <param name="Publish">The name may be shown in public; follows from the consents.</param>
internal sealed record Person(EntrantId Entrant, ContestId Contest, string Sbd, string Name, string School, string Class, bool Publish);

/// <summary>Who the entrants are: the pupils of each contest.</summary>
internal sealed class People(Database database, IContests contests, Pins pins, Throttle throttle, DeviceCodes codes, TimeProvider time)
{
    /// <summary>
    /// Of a candidate number at the door. Lists allow less; what is longer is nobody's, and is not worth a row of the throttle.
    /// </summary>
    private const int LongestTyped = 60;

    private const string Columns =
        "entrant_id AS Entrant, contest_id AS Contest, sbd AS Sbd, name AS Name, school AS School, class AS Class, "
        + "publish AS Publish, pin_hash AS PinHash";

    /// <summary>A list that says that a name may be shown says so for the child and the representative.</summary>
    private const string ConsentOfList = """
        INSERT INTO consents (entrant_id, kind, giver, given, text_version, way, note, actor, year, at)
        VALUES (@Entrant, 'Publish', @giver, 1, 1, 'List', '', 'list', @Year, @now)
        """;

    private static readonly string[] Givers = ["Representative", "Child"];

    /// <summary>Adds all of them or, when a candidate number is taken or comes twice, none.</summary>
    /// <returns>Their cards in the same order; or the candidate numbers that stand in the way.</returns>
    public Task<(IReadOnlyList<Card> Cards, IReadOnlyList<string> Taken)> AddAsync(
        ContestId contest,
        IReadOnlyList<NewPerson> newcomers,
        CancellationToken ct
    ) => AddAsync(contest, newcomers, (_, _) => Task.CompletedTask, ct);

    /// <inheritdoc cref="AddAsync(ContestId, IReadOnlyList{NewPerson}, CancellationToken)"/>
    /// <param name="also">Writes what belongs to them, in the same transaction; is given their numbers, and may run again.</param>
    public async Task<(IReadOnlyList<Card> Cards, IReadOnlyList<string> Taken)> AddAsync(
        ContestId contest,
        IReadOnlyList<NewPerson> newcomers,
        Func<IReadOnlyList<EntrantId>, DbTransaction, Task> also,
        CancellationToken ct
    )
    {
        var taken = await TakenAsync(contest, newcomers, ct);
        if (taken.Count > 0 || newcomers.Count == 0)
        {
            return ([], taken);
        }
        try
        {
            return (await StoreAsync(contest, newcomers, also, ct), []);
        }
        catch (DbException)
        {
            // Another list may have come in between: the database keeps a number from being given twice.
            taken = await TakenAsync(contest, newcomers, ct);
            if (taken.Count == 0)
            {
                throw;
            }
            return ([], taken);
        }
    }

    /// <summary>By candidate number, in ordinal order.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(ContestId contest, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            connection =>
                connection.QueryAsync<Row>($"SELECT {Columns} FROM people WHERE contest_id = @contest", new { contest = contest.Value }),
            ct
        );
        return rows.Select(row => row.ToPerson()).OrderBy(person => person.Sbd, StringComparer.Ordinal).ToList();
    }

    /// <summary>Of one class of a school, in no order.</summary>
    public async Task<IReadOnlyList<Person>> OfClassAsync(ContestId contest, string school, string className, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            connection =>
                connection.QueryAsync<Row>(
                    $"SELECT {Columns} FROM people WHERE contest_id = @contest AND school = @school AND class = @className AND name <> ''",
                    new
                    {
                        contest = contest.Value,
                        school,
                        className,
                    }
                ),
            ct
        );
        return [.. rows.Select(row => row.ToPerson())];
    }

    public async Task<Person?> FindAsync(EntrantId entrant, CancellationToken ct)
    {
        var row = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    $"SELECT {Columns} FROM people WHERE entrant_id = @entrant",
                    new { entrant = entrant.Value }
                ),
            ct
        );
        return row?.ToPerson();
    }

    /// <summary>Gives a pupil a new PIN and lifts a pause.</summary>
    /// <returns>The card; null: no such pupil.</returns>
    public async Task<Card?> RenewPinAsync(EntrantId entrant, CancellationToken ct)
    {
        if (await FindAsync(entrant, ct) is not { } person)
        {
            return null;
        }
        var pin = Pins.Fresh();
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "UPDATE people SET pin_hash = @hash WHERE entrant_id = @entrant",
                    new { hash = pins.Hash(person.Contest, person.Sbd, pin), entrant = entrant.Value },
                    transaction
                ),
            ct
        );
        await throttle.ForgetAsync(Account(person.Contest, person.Sbd), ct);
        return new Card(entrant, person.Sbd, person.Name, person.School, person.Class, pin);
    }

    /// <summary>Gives all of them new PINs, for cards that are printed now.</summary>
    /// <returns>Their cards in the same order.</returns>
    public async Task<IReadOnlyList<Card>> RenewPinsAsync(IReadOnlyList<Person> some, CancellationToken ct)
    {
        var cards = some.Select(one => new Card(one.Entrant, one.Sbd, one.Name, one.School, one.Class, Pins.Fresh())).ToList();
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "UPDATE people SET pin_hash = @hash WHERE entrant_id = @entrant",
                    some.Zip(
                        cards,
                        (person, card) => new { hash = pins.Hash(person.Contest, card.Sbd, card.Pin), entrant = card.Entrant.Value }
                    ),
                    transaction
                ),
            ct
        );
        return cards;
    }

    /// <summary>
    /// Takes out whoever has not sat yet, for whoever changes the list that he, she or the team came from: the number opens no door and
    /// stands on no list. The judge's number of the entrant stays unused.
    /// </summary>
    public static async Task RemoveAsync(DbTransaction transaction, EntrantId entrant)
    {
        foreach (var table in (string[])["entrant_pupils", "class_secrets", "people"])
        {
            await transaction.Connection!.ExecuteAsync(
                $"DELETE FROM {table} WHERE entrant_id = @Value",
                new { entrant.Value },
                transaction
            );
        }
    }

    /// <summary>A supervisor lets a pupil try again at once, from every device.</summary>
    public Task LiftPauseAsync(Person person, CancellationToken ct) => throttle.ForgetAsync(Account(person.Contest, person.Sbd), ct);

    /// <summary>Candidate numbers that pause at some device now.</summary>
    public async Task<IReadOnlySet<string>> PausedAsync(ContestId contest, CancellationToken ct)
    {
        var prefix = Account(contest, "");
        return (await throttle.PausedAsync(prefix, Allowance.OfPin, ct)).Select(account => account[prefix.Length..]).ToHashSet();
    }

    /// <summary>Checks what was typed at the door; any letter case and spacing will do.</summary>
    /// <param name="device">Of the browser; empty: it has none.</param>
    /// <param name="typedCode">A supervisor's code; null: none was asked for.</param>
    public async Task<SignIn<Person>> SignInAsync(
        ContestId contest,
        string typedSbd,
        string typedPin,
        string device,
        string? typedCode,
        CancellationToken ct
    )
    {
        var sbd = TypedText.Fold(typedSbd);
        if (sbd.Length is 0 or > LongestTyped)
        {
            return SignIn<Person>.Wrong;
        }
        var account = Account(contest, sbd);
        var row = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    $"SELECT {Columns} FROM people WHERE contest_id = @contest AND sbd = @sbd",
                    new { contest = contest.Value, sbd }
                ),
            ct
        );
        var isVouchedFor = row is not null && await codes.FitsAsync(new EntrantId(row.Entrant), typedCode, ct);
        if (await throttle.EnterAsync(account, device, isVouchedFor, ct) is { } pause)
        {
            return SignIn<Person>.Paused(pause);
        }
        if (row is null || !pins.Fits(row.PinHash, contest, sbd, TypedText.Digits(typedPin)))
        {
            return SignIn<Person>.Wrong;
        }
        await throttle.RightAsync(account, device, ct);
        return SignIn<Person>.Right(row.ToPerson()) with { IsVouchedFor = isVouchedFor };
    }

    private async Task<List<string>> TakenAsync(ContestId contest, IReadOnlyList<NewPerson> newcomers, CancellationToken ct)
    {
        var present = (await ListAsync(contest, ct)).Select(person => person.Sbd).ToHashSet();
        return [.. newcomers.Select(newcomer => TypedText.Fold(newcomer.Sbd)).Where(sbd => !present.Add(sbd)).Distinct()];
    }

    private async Task<IReadOnlyList<Card>> StoreAsync(
        ContestId contest,
        IReadOnlyList<NewPerson> newcomers,
        Func<IReadOnlyList<EntrantId>, DbTransaction, Task> also,
        CancellationToken ct
    )
    {
        var drawn = newcomers
            .Select(newcomer => (Sbd: TypedText.Fold(newcomer.Sbd), Pin: newcomer.Pin ?? Pins.Fresh()))
            .Select(card => (card.Sbd, card.Pin, Hash: pins.Hash(contest, card.Sbd, card.Pin)))
            .ToList();
        var moment = time.GetUtcNow();
        var now = moment.ToUnixTimeMilliseconds();
        var entrants = await contests.AddEntrantsAsync(contest, newcomers.Count, InsertAsync, ct);
        return
        [
            .. newcomers.Select(
                (newcomer, i) => new Card(entrants[i], drawn[i].Sbd, newcomer.Name, newcomer.School, newcomer.Class, drawn[i].Pin)
            ),
        ];

        async Task InsertAsync(IReadOnlyList<EntrantId> entrants, DbTransaction transaction)
        {
            await transaction.Connection!.ExecuteAsync(
                """
                INSERT INTO people (entrant_id, contest_id, sbd, name, school, class, publish, pin_hash, created_at)
                VALUES (@Entrant, @Contest, @Sbd, @Name, @School, @Class, @Publish, @Hash, @now)
                """,
                newcomers.Select(
                    (newcomer, i) =>
                        new
                        {
                            Entrant = entrants[i].Value,
                            Contest = contest.Value,
                            drawn[i].Sbd,
                            newcomer.Name,
                            newcomer.School,
                            newcomer.Class,
                            Publish = newcomer.Publish ? 1 : 0,
                            drawn[i].Hash,
                            now,
                        }
                ),
                transaction
            );
            await transaction.Connection!.ExecuteAsync(
                ConsentOfList,
                newcomers
                    .Zip(entrants)
                    .Where(pair => pair.First.Publish)
                    .SelectMany(
                        _ => Givers,
                        (pair, giver) =>
                            new
                            {
                                Entrant = pair.Second.Value,
                                giver,
                                moment.Year,
                                now,
                            }
                    ),
                transaction
            );
            await also(entrants, transaction);
        }
    }

    private static string Account(ContestId contest, string sbd) => $"pupil|{contest.Value}|{sbd}";

    private sealed class Row
    {
        public long Entrant { get; init; }
        public long Contest { get; init; }
        public string Sbd { get; init; } = "";
        public string Name { get; init; } = "";
        public string School { get; init; } = "";
        public string Class { get; init; } = "";
        public long Publish { get; init; }
        public string PinHash { get; init; } = "";

        public Person ToPerson() => new(new EntrantId(Entrant), new ContestId(Contest), Sbd, Name, School, Class, Publish == 1);
    }
}
