using ArenaWeb.Accounts;
using Dapper;
using Judge.Contests;
using Judge.Storage;
using Judge.Submit;

namespace ArenaWeb.Puzzles;

/// <summary>What became of a work that a pupil wants to show.</summary>
internal enum WorkState
{
    None,
    Waiting,
    Shown,
    Declined,
}

/// <summary>A program of a free level that a pupil wants to show.</summary>
internal sealed record GalleryWork(
    long Id,
    ContestId Contest,
    EntrantId Entrant,
    string Label,
    SubmissionId Submission,
    DateTimeOffset At,
    WorkState State
);

/// <summary>
/// Works of free levels for everybody to see: what the pupil offers, somebody of the organisers approves, and the family's consent to be
/// shown in public holds. A consent that is withdrawn takes the work away.
/// </summary>
internal sealed class Gallery(Database database, People people, TimeProvider time)
{
    private const string Columns =
        "id as Id, contest_id as Contest, entrant_id as Entrant, label as Label, submission_id as Submission, at as At, state as State";

    /// <summary>On the page for everybody.</summary>
    private const int MostShown = 60;

    /// <summary>The same program again is the same work.</summary>
    public Task OfferAsync(ContestId contest, EntrantId entrant, string label, SubmissionId submission, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    insert into gallery_works (contest_id, entrant_id, label, submission_id, at, state, actor)
                    values (@contest, @entrant, @label, @submission, @at, 'Waiting', '') on conflict do nothing
                    """,
                    new
                    {
                        contest = contest.Value,
                        entrant = entrant.Value,
                        label,
                        submission = submission.Value,
                        at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    },
                    transaction
                ),
            ct
        );

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<GalleryWork>> OfContestAsync(ContestId contest, CancellationToken ct) =>
        await ListAsync("contest_id = @contest", new { contest = contest.Value }, ct);

    /// <returns>False: the contest has no such work.</returns>
    public async Task<bool> DecideAsync(ContestId contest, long work, WorkState state, string actor) =>
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "update gallery_works set state = @state, actor = @actor where id = @work and contest_id = @contest",
                    new
                    {
                        state = $"{state}",
                        actor,
                        work,
                        contest = contest.Value,
                    },
                    transaction
                ),
            CancellationToken.None
        ) > 0;

    /// <summary>What everybody may see now, newest first.</summary>
    public async Task<IReadOnlyList<(GalleryWork Work, Person Pupil)>> ShownAsync(CancellationToken ct)
    {
        var shown = new List<(GalleryWork, Person)>();
        foreach (var work in await ListAsync("state = 'Shown'", new { }, ct))
        {
            if (await people.FindAsync(work.Entrant, ct) is { Publish: true } pupil)
            {
                shown.Add((work, pupil));
            }
        }

        return [.. shown.Take(MostShown)];
    }

    private async Task<IReadOnlyList<GalleryWork>> ListAsync(string where, object values, CancellationToken ct) =>
        [
            .. (
                await database.ReadAsync(
                    connection => connection.QueryAsync<Row>($"select {Columns} from gallery_works where {where} order by id desc", values),
                    ct
                )
            ).Select(row => row.ToWork()),
        ];

    private sealed class Row
    {
        public long Id { get; init; }
        public long Contest { get; init; }
        public long Entrant { get; init; }
        public string Label { get; init; } = "";
        public long Submission { get; init; }
        public long At { get; init; }
        public string State { get; init; } = "";

        public GalleryWork ToWork() =>
            new(
                Id,
                new(Contest),
                new(Entrant),
                Label,
                new(Submission),
                DateTimeOffset.FromUnixTimeMilliseconds(At),
                Enum.Parse<WorkState>(State)
            );
    }
}
