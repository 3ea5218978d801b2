using System.Data.Common;
using System.Globalization;
using Dapper;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>Reading judgements.</summary>
internal sealed class JudgementStore(Database database) : IJudgements, IBoardFacts
{
    private const string Short =
        "j.submission, j.rejudging, j.verdict, j.share, j.cpu_us AS CpuUs, j.memory, j.group_results AS GroupResults, "
        + "j.problem_version AS ProblemVersion, j.puzzle";

    private const string Counting = "submissions s JOIN judgements j ON j.submission = s.id AND j.rejudging = s.counts";

    /// <summary>Number of submissions a contest on which the judges failed; contests without any are left out.</summary>
    internal const string Failures = $"SELECT s.contest, count(*) FROM {Counting} WHERE j.verdict = 'JudgeError' GROUP BY s.contest";

    public Task<Judgement?> FindAsync(SubmissionId submission, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
                (
                    await connection.QuerySingleOrDefaultAsync<JudgementRow>(
                        $"SELECT {Short}, j.compile_fault AS CompileFault, j.compiler_message AS CompilerMessage, j.tests, "
                            + $"j.staff_message AS StaffMessage FROM {Counting} WHERE s.id = @submission",
                        new { submission = submission.Value }
                    )
                )?.ToJudgement(),
            ct
        );

    public Task<IReadOnlyDictionary<SubmissionId, Judgement>> OfAsync(IReadOnlyCollection<SubmissionId> submissions, CancellationToken ct)
    {
        if (submissions.Count == 0)
        {
            return Task.FromResult<IReadOnlyDictionary<SubmissionId, Judgement>>(new Dictionary<SubmissionId, Judgement>());
        }

        // Dapper's lists differ between the two databases; numbers need no quoting, and such a text is used only once
        var numbers = string.Join(',', submissions.Select(submission => submission.Value.ToString(CultureInfo.InvariantCulture)));
        var command = new CommandDefinition(
            $"SELECT {Short} FROM {Counting} WHERE s.id IN ({numbers})",
            flags: CommandFlags.NoCache | CommandFlags.Buffered,
            cancellationToken: ct
        );
        return database.ReadAsync<IReadOnlyDictionary<SubmissionId, Judgement>>(
            async connection =>
                (await connection.QueryAsync<JudgementRow>(command)).ToDictionary(
                    row => new SubmissionId(row.Submission),
                    row => row.ToJudgement()
                ),
            ct
        );
    }

    public Task<IReadOnlyDictionary<ContestId, int>> FailuresAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<ContestId, int>>(
            async connection =>
                (await connection.QueryAsync<(long Contest, long Failures)>(Failures)).ToDictionary(
                    row => new ContestId(row.Contest),
                    row => (int)row.Failures
                ),
            ct
        );

    public Task<IReadOnlyList<JudgementOfRecord>> HistoryAsync(SubmissionId submission, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<JudgementOfRecord>>(
            async connection =>
            {
                var counts = await connection.ExecuteScalarAsync<long>(
                    "SELECT counts FROM submissions WHERE id = @id",
                    new { id = submission.Value }
                );
                return
                [
                    .. (
                        await connection.QueryAsync<JudgementRow>(
                            $"SELECT {Short}, j.staff_message AS StaffMessage, j.judge, j.at FROM judgements j WHERE "
                                + "j.submission = @id ORDER BY j.id DESC",
                            new { id = submission.Value }
                        )
                    ).Select(row => row.ToRecord(counts)),
                ];
            },
            ct
        );

    public Task<IReadOnlyList<Judged>> OfContestAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync(connection => FactsOfContestAsync(connection, contest), ct);

    internal static Task<IReadOnlyList<Judged>> FactsOfContestAsync(DbConnection connection, ContestId contest) =>
        FactsAsync(
            connection,
            null,
            "LEFT JOIN judgements j ON j.submission = s.id AND j.rejudging = s.counts WHERE s.contest = @contest",
            new { contest = contest.Value }
        );

    /// <summary>Facts in the order they came in.</summary>
    /// <param name="tail">From submissions <c>s</c> to judgements <c>j</c>.</param>
    internal static async Task<IReadOnlyList<Judged>> FactsAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string tail,
        object parameters
    ) =>
        [
            .. (
                await connection.QueryAsync<FactRow>(
                    "SELECT s.id, s.entrant, s.label, s.at, j.verdict, j.share, j.group_results AS GroupResults FROM "
                        + $"submissions s {tail} ORDER BY s.id",
                    parameters,
                    transaction
                )
            ).Select(row => row.ToJudged()),
        ];

    private sealed class FactRow
    {
        public long Id { get; set; }
        public long Entrant { get; set; }
        public string Label { get; set; } = "";
        public long At { get; set; }
        public string? Verdict { get; set; }
        public string? Share { get; set; }
        public string? GroupResults { get; set; }

        public Judged ToJudged()
        {
            var handedIn = new Judged(
                new SubmissionId(Id),
                new EntrantId(Entrant),
                Label,
                DateTimeOffset.FromUnixTimeMilliseconds(At),
                default,
                0
            );
            return Verdict is null
                ? handedIn
                : handedIn.With(
                    new Judgement
                    {
                        Verdict = Enum.Parse<Verdict>(Verdict),
                        Share = decimal.Parse(Share!, CultureInfo.InvariantCulture),
                        Groups = JudgementRow.GroupsOf(GroupResults!),
                    }
                );
        }
    }
}
