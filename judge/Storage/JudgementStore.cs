using System.Globalization;
using Dapper;
using Judge.Board;
using Judge.Contests;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>Reading first verdicts.</summary>
internal sealed class JudgementStore(Database database) : IJudgements, IBoardFacts
{
    private const string Short =
        "submission, verdict, share, cpu_us AS CpuUs, memory, group_results AS GroupResults, problem_version AS ProblemVersion";

    public Task<Judgement?> FindAsync(SubmissionId submission, CancellationToken ct) =>
        database.ReadAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<JudgementRow>(
                $"SELECT {Short}, compile_fault AS CompileFault, compiler_message AS CompilerMessage, tests, staff_message AS StaffMessage FROM judgements WHERE submission = @submission AND rejudging = 0",
                new { submission = submission.Value }))?.ToJudgement(),
            ct);

    public Task<IReadOnlyDictionary<SubmissionId, Judgement>> OfAsync(IReadOnlyCollection<SubmissionId> submissions, CancellationToken ct)
    {
        if (submissions.Count == 0)
        {
            return Task.FromResult<IReadOnlyDictionary<SubmissionId, Judgement>>(new Dictionary<SubmissionId, Judgement>());
        }

        // Dapper's lists differ between the two databases; numbers need no quoting, and such a text is used only once
        var numbers = string.Join(',', submissions.Select(submission => submission.Value.ToString(CultureInfo.InvariantCulture)));
        var command = new CommandDefinition(
            $"SELECT {Short} FROM judgements WHERE rejudging = 0 AND submission IN ({numbers})", flags: CommandFlags.NoCache | CommandFlags.Buffered, cancellationToken: ct);
        return database.ReadAsync<IReadOnlyDictionary<SubmissionId, Judgement>>(
            async connection => (await connection.QueryAsync<JudgementRow>(command))
                .ToDictionary(row => new SubmissionId(row.Submission), row => row.ToJudgement()),
            ct);
    }

    public Task<IReadOnlyList<Judged>> OfContestAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Judged>>(
            async connection => [.. (await connection.QueryAsync<FactRow>(
                """
                SELECT s.id, s.entrant, s.label, s.at, j.verdict, j.share, j.group_results AS GroupResults
                FROM submissions s LEFT JOIN judgements j ON j.submission = s.id AND j.rejudging = 0
                WHERE s.contest = @contest ORDER BY s.id
                """,
                new { contest = contest.Value })).Select(row => row.ToJudged())],
            ct);

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
            var handedIn = new Judged(new SubmissionId(Id), new EntrantId(Entrant), Label, DateTimeOffset.FromUnixTimeMilliseconds(At), default, 0);
            return Verdict is null ? handedIn : handedIn.With(new Judgement
            {
                Verdict = Enum.Parse<Verdict>(Verdict),
                Share = decimal.Parse(Share!, CultureInfo.InvariantCulture),
                Groups = JudgementRow.GroupsOf(GroupResults!),
            });
        }
    }
}
