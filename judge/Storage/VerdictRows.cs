using System.Data.Common;
using Dapper;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>Storing judgements.</summary>
internal static class VerdictRows
{
    /// <summary>
    /// Stores a judgement and takes the submission out of line; a first one is told, those of a rejudging are not before it is applied.
    /// False: it has one, which stays, or it is not wanted any more because the rejudging was discarded.
    /// </summary>
    public static async Task<bool> AddAsync(
        Database database,
        DbConnection connection,
        DbTransaction transaction,
        SubmissionId submission,
        RejudgingId rejudging,
        Judgement judgement,
        string judge,
        long now
    )
    {
        var stood =
            await connection.ExecuteAsync(
                "DELETE FROM queue WHERE submission = @submission AND rejudging = @rejudging",
                new { submission = submission.Value, rejudging = rejudging.Value },
                transaction
            ) > 0;
        if (!stood && !rejudging.IsFirst)
        {
            return false;
        }

        var stored =
            await connection.ExecuteAsync(
                """
                INSERT INTO judgements (submission, rejudging, verdict, share, cpu_us, memory, compile_fault, compiler_message,
                  tests, group_results, staff_message, problem_version, judge, at)
                VALUES (@Submission, @Rejudging, @Verdict, @Share, @CpuUs, @Memory, @CompileFault, @CompilerMessage,
                  @Tests, @GroupResults, @StaffMessage, @ProblemVersion, @Judge, @At)
                ON CONFLICT (submission, rejudging) DO NOTHING
                """,
                JudgementRow.Of(submission, rejudging, judgement, judge, now),
                transaction
            ) > 0;
        if (stored && rejudging.IsFirst)
        {
            await TellAsync(database, connection, transaction, submission, judgement, now);
        }

        return stored;
    }

    private static async Task TellAsync(
        Database database,
        DbConnection connection,
        DbTransaction transaction,
        SubmissionId submission,
        Judgement judgement,
        long now
    )
    {
        var of = await connection.QuerySingleAsync<OriginRow>(
            "SELECT contest, entrant, label, at FROM submissions WHERE id = @id",
            new { id = submission.Value },
            transaction
        );
        var fact = new Judged(
            submission,
            new EntrantId(of.Entrant),
            of.Label,
            DateTimeOffset.FromUnixTimeMilliseconds(of.At),
            Verdict.None,
            0
        ).With(judgement);
        await EventRows.AppendAsync(
            database,
            connection,
            transaction,
            now,
            judgement.Verdict == Verdict.JudgeError ? EventKind.JudgeFailed : EventKind.Judged,
            new ContestId(of.Contest),
            fact.Entrant,
            submission.Value,
            fact.ToEventText()
        );
    }

    private sealed class OriginRow
    {
        public long Contest { get; set; }
        public long Entrant { get; set; }
        public string Label { get; set; } = "";
        public long At { get; set; }
    }
}
