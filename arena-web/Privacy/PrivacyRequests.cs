using ArenaWeb.Privacy.Rules;
using Dapper;
using Judge.Storage;

namespace ArenaWeb.Privacy;

/// <summary>What a family asked a school about the data of a pupil.</summary>
/// <param name="Unit">Number of the school.</param>
/// <param name="Pupil">Of the school's list; null: the note says whom it is about.</param>
/// <param name="Note">As the school wrote it down.</param>
/// <param name="Answer">Empty: none yet.</param>
internal sealed record PrivacyRequest(
    long Id,
    long Unit,
    RequestKind Kind,
    long? Pupil,
    string Note,
    string Answer,
    string ExtraReason,
    RequestProgress Progress
)
{
    public RequestClock Clock { get; } = RequestClock.Of(Progress, WorkingDays.Vietnam);

    public bool IsLate(DateTimeOffset now) => Clock.IsLate(Progress, now);

    /// <summary>Null: all is done.</summary>
    public int? Left(DateTimeOffset now) => Clock.Left(Progress, now, WorkingDays.Vietnam);
}

/// <summary>The requests of all schools. A step that was taken is not taken again.</summary>
internal sealed class PrivacyRequests(Database database, TimeProvider time)
{
    private const string Columns =
        "id as Id, unit_id as Unit, kind as Kind, pupil_id as Pupil, note as Note, answer as Answer, extra_reason as ExtraReason, "
        + "received_at as ReceivedAt, answered_at as AnsweredAt, extra_days as ExtraDays, done_at as DoneAt";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <param name="received">When the family asked, which may be before it is written down.</param>
    public Task AddAsync(
        long unit,
        RequestKind kind,
        IReadOnlyCollection<long?> pupils,
        string note,
        DateTimeOffset received,
        string actor,
        CancellationToken ct
    ) =>
        WriteAsync(
            """
            insert into privacy_requests (unit_id, kind, pupil_id, note, received_at, received_by, answered_by, answer, extra_days,
              extra_reason, done_by)
            values (@unit, @Kind, @Pupil, @note, @At, @actor, '', '', 0, '', '')
            """,
            pupils.Select(pupil => new
            {
                unit,
                Kind = kind.ToString(),
                Pupil = pupil,
                note,
                At = received.ToUnixTimeMilliseconds(),
                actor,
            }),
            ct
        );

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<PrivacyRequest>> OfSchoolAsync(long unit, CancellationToken ct) =>
        ReadAsync("where unit_id = @unit order by id desc", new { unit }, ct);

    /// <summary>Those of all schools that are not done, oldest first.</summary>
    public Task<IReadOnlyList<PrivacyRequest>> OpenAsync(CancellationToken ct) =>
        ReadAsync("where done_at is null order by received_at, id", null, ct);

    /// <returns>False: there is no such request, or it was answered before.</returns>
    public async Task<bool> AnswerAsync(long unit, long id, string answer, string actor, CancellationToken ct) =>
        await WriteAsync(
            """
            update privacy_requests set answered_at = @Now, answered_by = @actor, answer = @answer
            where id = @id and unit_id = @unit and answered_at is null
            """,
            new
            {
                id,
                unit,
                answer,
                actor,
                Now,
            },
            ct
        ) == 1;

    /// <param name="days">1 to <see cref="RequestTerms.MostExtraDays"/>.</param>
    /// <returns>False: there is no such request, it is done, or it was extended before.</returns>
    public async Task<bool> ExtendAsync(long unit, long id, int days, string reason, CancellationToken ct) =>
        await WriteAsync(
            """
            update privacy_requests set extra_days = @days, extra_reason = @reason
            where id = @id and unit_id = @unit and extra_days = 0 and done_at is null
            """,
            new
            {
                id,
                unit,
                days,
                reason,
            },
            ct
        ) == 1;

    /// <summary>Carried out, which answers it too.</summary>
    /// <returns>False: there is no such request, or it was done before.</returns>
    public async Task<bool> CloseAsync(long unit, long id, string actor, CancellationToken ct) =>
        await WriteAsync(
            """
            update privacy_requests set done_at = @Now, done_by = @actor, answered_at = coalesce(answered_at, @Now),
              answered_by = case answered_by when '' then @actor else answered_by end
            where id = @id and unit_id = @unit and done_at is null
            """,
            new
            {
                id,
                unit,
                actor,
                Now,
            },
            ct
        ) == 1;

    private Task<int> WriteAsync(string sql, object values, CancellationToken ct) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, values, transaction), ct);

    private Task<IReadOnlyList<PrivacyRequest>> ReadAsync(string tail, object? values, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<PrivacyRequest>>(
            async connection =>
                [
                    .. (await connection.QueryAsync<Row>($"select {Columns} from privacy_requests {tail}", values)).Select(row =>
                        row.ToRequest()
                    ),
                ],
            ct
        );

    private sealed class Row
    {
        public long Id { get; init; }
        public long Unit { get; init; }
        public string Kind { get; init; } = "";
        public long? Pupil { get; init; }
        public string Note { get; init; } = "";
        public string Answer { get; init; } = "";
        public string ExtraReason { get; init; } = "";
        public long ReceivedAt { get; init; }
        public long? AnsweredAt { get; init; }
        public long ExtraDays { get; init; }
        public long? DoneAt { get; init; }

        public PrivacyRequest ToRequest() =>
            new(
                Id,
                Unit,
                Enum.Parse<RequestKind>(Kind),
                Pupil,
                Note,
                Answer,
                ExtraReason,
                new(Moment(ReceivedAt)!.Value, (int)ExtraDays, Moment(AnsweredAt), Moment(DoneAt))
            );

        private static DateTimeOffset? Moment(long? milliseconds) =>
            milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }
}
