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
    /// Stores a judgement if it is wanted. A first one is told at once, one of a rejudging when that is applied. A second one, or one of a
    /// rejudging that has ended, is not wanted.
    /// </summary>
    public static async Task AddAsync(
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
        if (!rejudging.IsFirst && !await IsRunningAsync(connection, transaction, rejudging))
        {
            return;
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
    }

    /// <summary>The rejudging's row is locked, so that nothing is stored once it has ended.</summary>
    private static async Task<bool> IsRunningAsync(DbConnection connection, DbTransaction transaction, RejudgingId rejudging) =>
        await connection.ExecuteAsync(
            "UPDATE rejudgings SET state = state WHERE id = @id AND state = 'Running'",
            new { id = rejudging.Value },
            transaction
        ) > 0;

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
