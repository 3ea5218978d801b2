using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Accounts.Classes;

/// <summary>A class of a school in a contest, and its door.</summary>
/// <param name="School">As its pupils' rows have it; so is <paramref name="Name"/>.</param>
/// <param name="Code">Empty: none was drawn yet.</param>
/// <param name="KeepsCode">A PC at which the code was typed keeps it until the door closes, for the next pupil.</param>
/// <param name="OpenUntil">The door closes by itself then; the epoch: it was never opened.</param>
internal sealed record SchoolClass(
    ContestId Contest,
    string School,
    string Name,
    string Code,
    ClassWay Way,
    bool KeepsCode,
    DateTimeOffset OpenUntil
)
{
    /// <summary>One that has no code yet.</summary>
    public static SchoolClass New(ContestId contest, string school, string name) =>
        new(contest, school, name, "", ClassSecret.WayFor(name), false, DateTimeOffset.UnixEpoch);

    public bool IsOpenAt(DateTimeOffset now) => now < OpenUntil;
}

/// <summary>Keeps the classes of contests, their codes and doors.</summary>
internal sealed class SchoolClasses(Database database, TimeProvider time)
{
    /// <summary>Of drawing a code that no class has; with 10,000 classes one draw in twenty is taken.</summary>
    private const int Draws = 20;

    private const string Columns =
        "contest_id as Contest, school as School, class as Name, code as Code, way as Way, keeps_code as KeepsCode, "
        + "open_until as OpenUntil";

    /// <summary>Classes of this contest may sign in by their codes.</summary>
    public Task<bool> AreOnAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
                await connection.ExecuteScalarAsync<long>(
                    "select count(*) from class_contests where contest_id = @contest",
                    new { contest = contest.Value }
                ) > 0,
            ct
        );

    /// <summary>All contests that let classes in.</summary>
    public Task<IReadOnlyList<ContestId>> ContestsAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ContestId>>(
            async connection =>
                [
                    .. (await connection.QueryAsync<long>("select contest_id from class_contests order by contest_id desc")).Select(
                        id => new ContestId(id)
                    ),
                ],
            ct
        );

    /// <summary>Turned off, no door of the contest is open; codes and secrets stay.</summary>
    public Task TurnAsync(ContestId contest, bool isOn, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var values = new { contest = contest.Value };
                await connection.ExecuteAsync("delete from class_contests where contest_id = @contest", values, transaction);
                return await connection.ExecuteAsync(
                    isOn
                        ? "insert into class_contests (contest_id) values (@contest)"
                        : "update school_classes set open_until = 0 where contest_id = @contest",
                    values,
                    transaction
                );
            },
            ct
        );

    /// <summary>Those that have a code.</summary>
    public Task<IReadOnlyList<SchoolClass>> OfContestAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SchoolClass>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<Row>(
                            $"select {Columns} from school_classes where contest_id = @contest",
                            new { contest = contest.Value }
                        )
                    ).Select(row => row.ToClass()),
                ],
            ct
        );

    /// <summary>Null: no class with this code has its door open.</summary>
    public async Task<SchoolClass?> FindOpenAsync(string code, CancellationToken ct)
    {
        var row = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    $"""
                    select {Columns} from school_classes where code = @code and open_until > @now
                      and contest_id in (select contest_id from class_contests)
                    """,
                    new { code, now = time.GetUtcNow().ToUnixTimeMilliseconds() }
                ),
            ct
        );
        return row?.ToClass();
    }

    /// <summary>The pupil's own class; null: its door is not open.</summary>
    public async Task<SchoolClass?> OpenOfAsync(Person pupil, CancellationToken ct) =>
        await FindAsync(pupil.Contest, pupil.School, pupil.Class, ct) is { } found ? await FindOpenAsync(found.Code, ct) : null;

    /// <summary>The class as it is kept; one that is not there gets a code.</summary>
    public async Task<SchoolClass> GetAsync(ContestId contest, string school, string name, CancellationToken ct)
    {
        var wanted = SchoolClass.New(contest, school, name);
        for (var draw = 0; draw < Draws; draw++)
        {
            await InsertAsync(wanted with { Code = ClassCode.Fresh() }, ct);
            if (await FindAsync(contest, school, name, ct) is { } found)
            {
                return found;
            }
        }
        throw new InvalidOperationException($"{Draws} codes in a row are taken.");
    }

    /// <summary>Keeps way, door and what PCs keep.</summary>
    public Task SaveAsync(SchoolClass changed, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    update school_classes set way = @Way, keeps_code = @KeepsCode, open_until = @OpenUntil
                    where contest_id = @Contest and school = @School and class = @Name
                    """,
                    Row.Of(changed),
                    transaction
                ),
            ct
        );

    /// <summary>Another code in place of one that strangers know.</summary>
    public async Task<SchoolClass> RenewCodeAsync(SchoolClass old, CancellationToken ct)
    {
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "delete from school_classes where contest_id = @Contest and school = @School and class = @Name",
                    Row.Of(old),
                    transaction
                ),
            ct
        );
        var renewed = old with { Code = (await GetAsync(old.Contest, old.School, old.Name, ct)).Code };
        await SaveAsync(renewed, ct);
        return renewed;
    }

    /// <summary>Nothing happens where the class is there, or the code is another's.</summary>
    private Task<int> InsertAsync(SchoolClass wanted, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    insert into school_classes (contest_id, school, class, code, way, keeps_code, open_until)
                    values (@Contest, @School, @Name, @Code, @Way, @KeepsCode, @OpenUntil) on conflict do nothing
                    """,
                    Row.Of(wanted),
                    transaction
                ),
            ct
        );

    private async Task<SchoolClass?> FindAsync(ContestId contest, string school, string name, CancellationToken ct)
    {
        var row = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    $"select {Columns} from school_classes where contest_id = @contest and school = @school and class = @name",
                    new
                    {
                        contest = contest.Value,
                        school,
                        name,
                    }
                ),
            ct
        );
        return row?.ToClass();
    }

    private sealed class Row
    {
        public long Contest { get; init; }
        public string School { get; init; } = "";
        public string Name { get; init; } = "";
        public string Code { get; init; } = "";
        public string Way { get; init; } = "";
        public long KeepsCode { get; init; }
        public long OpenUntil { get; init; }

        public static Row Of(SchoolClass one) =>
            new()
            {
                Contest = one.Contest.Value,
                School = one.School,
                Name = one.Name,
                Code = one.Code,
                Way = one.Way.ToString(),
                KeepsCode = one.KeepsCode ? 1 : 0,
                OpenUntil = one.OpenUntil.ToUnixTimeMilliseconds(),
            };

        public SchoolClass ToClass() =>
            new(
                new ContestId(Contest),
                School,
                Name,
                Code,
                Enum.Parse<ClassWay>(Way),
                KeepsCode == 1,
                DateTimeOffset.FromUnixTimeMilliseconds(OpenUntil)
            );
    }
}
