using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Accounts;

/// <summary>What a grown-up may be, by grant.</summary>
internal enum StaffRole
{
    None,

    /// <summary>Lãnh đạo: heads a school and approves its entry.</summary>
    Leader,

    /// <summary>Đầu mối: prepares the entry of a school.</summary>
    Coordinator,

    /// <summary>Giáo viên hướng dẫn.</summary>
    Coach,

    /// <summary>Giám thị.</summary>
    Invigilator,

    /// <summary>Cụm trưởng.</summary>
    ClusterHead,

    /// <summary>Ban Tổ chức.</summary>
    Organiser,

    /// <summary>Thư ký.</summary>
    Secretary,

    /// <summary>Giám khảo.</summary>
    Juror,

    /// <summary>Trưởng ban giám khảo.</summary>
    HeadJuror,

    /// <summary>Shows boards in the hall.</summary>
    BoardOperator,

    /// <summary>Reads what was done.</summary>
    Auditor,

    /// <summary>Accounts and machines, no contest.</summary>
    Administrator,
}

/// <summary>Where a grant holds; all null: on the whole site.</summary>
/// <param name="Unit">Number of a school or a cluster.</param>
internal sealed record Scope(ContestId? Contest = null, long? Unit = null, string? Room = null)
{
    public static Scope Site { get; } = new();

    public bool IsSite => this == Site;
}

/// <summary>A role that somebody was given.</summary>
/// <param name="By">Login of whoever gave it, or a word for the program itself.</param>
internal sealed record Grant(long Id, string Login, StaffRole Role, Scope Scope, string By, DateTimeOffset At);

/// <summary>Who was given which role, where and by whom.</summary>
internal sealed class Grants(Database database, TimeProvider time)
{
    private const string Columns =
        "id as Id, login as Login, role as Role, contest_id as Contest, unit_id as Unit, room as Room, "
        + "granted_by as GrantedBy, granted_at as GrantedAt";

    private readonly ShortMemory<string, IReadOnlyList<Grant>> _memory = new(time);

    /// <summary>The coarse gate that somebody with these grants comes through.</summary>
    public static string Gate(IEnumerable<Grant> grants) => Gate(grants.Select(grant => grant.Role));

    public static string Gate(IEnumerable<StaffRole> roles) =>
        roles.Any(role => role is StaffRole.Organiser or StaffRole.Secretary or StaffRole.Auditor or StaffRole.Administrator)
            ? Roles.Organiser
            : Roles.Juror;

    /// <summary>What somebody has who was added by a coarse role alone.</summary>
    public static IReadOnlyList<StaffRole> Usual(string gate) =>
        gate == Roles.Organiser ? [StaffRole.Organiser, StaffRole.Administrator] : [StaffRole.Juror];

    /// <summary>Of one person, at most 2 s old where another arena changed them.</summary>
    public Task<IReadOnlyList<Grant>> OfAsync(string login, CancellationToken ct) =>
        _memory.GetAsync(login, _ => ReadAsync("where login = @login", new { login }, ct));

    public Task<IReadOnlyList<Grant>> ListAsync(CancellationToken ct) => ReadAsync("", null, ct);

    public async Task AddAsync(string login, StaffRole role, Scope scope, string by, CancellationToken ct)
    {
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(Insert, Values(login, role, scope, by), transaction),
            ct
        );
        _memory.Forget();
    }

    /// <returns>What was taken away; null: there was no such grant.</returns>
    public async Task<Grant?> RemoveAsync(long id, CancellationToken ct)
    {
        var found = (await ReadAsync("where id = @id", new { id }, ct)).SingleOrDefault();
        if (found is not null)
        {
            await database.WriteAsync(
                (connection, transaction) => connection.ExecuteAsync("delete from grants where id = @id", new { id }, transaction),
                ct
            );
            _memory.Forget();
        }
        return found;
    }

    internal const string Insert = """
        insert into grants (login, role, contest_id, unit_id, room, granted_by, granted_at)
        values (@login, @role, @contest, @unit, @room, @by, @at)
        """;

    internal object Values(string login, StaffRole role, Scope scope, string by) =>
        new
        {
            login,
            role = role.ToString(),
            contest = scope.Contest?.Value,
            unit = scope.Unit,
            room = scope.Room,
            by,
            at = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };

    private Task<IReadOnlyList<Grant>> ReadAsync(string where, object? values, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Grant>>(
            async connection =>
                [.. (await connection.QueryAsync<Row>($"select {Columns} from grants {where} order by id", values)).Select(Row.ToGrant)],
            ct
        );

    private sealed class Row
    {
        public long Id { get; init; }
        public string Login { get; init; } = "";
        public string Role { get; init; } = "";
        public long? Contest { get; init; }
        public long? Unit { get; init; }
        public string? Room { get; init; }
        public string GrantedBy { get; init; } = "";
        public long GrantedAt { get; init; }

        /// <summary>A role that this version does not know gives nothing.</summary>
        public static Grant ToGrant(Row row) =>
            new(
                row.Id,
                row.Login,
                Enum.TryParse<StaffRole>(row.Role, out var role) ? role : StaffRole.None,
                new(row.Contest is { } contest ? new ContestId(contest) : null, row.Unit, row.Room),
                row.GrantedBy,
                DateTimeOffset.FromUnixTimeMilliseconds(row.GrantedAt)
            );
    }
}
