using System.Data.Common;
using Dapper;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <param name="Judge">Name of the node; empty: none came to a verdict.</param>
internal sealed record NewVerdict(JudgingId Judging, Judgement Judgement, string Judge);

/// <summary>Storing judgements, many at once.</summary>
internal static class VerdictRows
{
    /// <summary>
    /// Stores judgements that are wanted, takes their tries away, and then tells of the first ones; of a rejudging it is told when that is
    /// applied. A second judgement, or one of a rejudging that has ended, is not wanted. To be the last of a transaction.
    /// </summary>
    /// <returns>What was stored.</returns>
    public static async Task<IReadOnlySet<JudgingId>> AddAsync(
        Database database,
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyList<NewVerdict> verdicts,
        long now
    )
    {
        var running = await LockRunningAsync(connection, transaction, verdicts);
        var wanted = verdicts
            .Where(one => one.Judging.Rejudging.IsFirst || running.Contains(one.Judging.Rejudging))
            .DistinctBy(one => one.Judging)
            .OrderBy(one => (one.Judging.Submission.Value, one.Judging.Rejudging.Value)) // whoever stores the same waits in this order
            .ToList();
        var stored = await InsertAsync(connection, transaction, wanted, now);
        await RemoveTriesAsync(connection, transaction, verdicts);
        await TellAsync(
            database,
            connection,
            transaction,
            [.. wanted.Where(one => one.Judging.Rejudging.IsFirst && stored.Contains(one.Judging))],
            now
        );
        return stored;
    }

    /// <summary>As a list of rows for SQL: numbers need no quoting.</summary>
    public static string Rows(IEnumerable<JudgingId> judgings) =>
        string.Join(',', judgings.Select(one => FormattableString.Invariant($"({one.Submission.Value}, {one.Rejudging.Value})")));

    /// <summary>The rejudgings' rows are locked, so that nothing is stored once one has ended.</summary>
    private static async Task<HashSet<RejudgingId>> LockRunningAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyList<NewVerdict> verdicts
    )
    {
        var running = new HashSet<RejudgingId>();
        foreach (
            var rejudging in verdicts.Select(one => one.Judging.Rejudging).Where(one => !one.IsFirst).Distinct().OrderBy(one => one.Value)
        )
        {
            var row = new { id = rejudging.Value };
            if (
                await connection.ExecuteAsync("UPDATE rejudgings SET state = state WHERE id = @id AND state = 'Running'", row, transaction)
                > 0
            )
            {
                running.Add(rejudging);
            }
        }

        return running;
    }

    private static async Task<HashSet<JudgingId>> InsertAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyList<NewVerdict> verdicts,
        long now
    )
    {
        if (verdicts.Count == 0)
        {
            return [];
        }

        var parameters = new DynamicParameters();
        var rows = new List<string>();
        foreach (var (i, one) in verdicts.Index())
        {
            var row = JudgementRow.Of(one.Judging.Submission, one.Judging.Rejudging, one.Judgement, one.Judge, now);
            rows.Add(Add(parameters, row, i));
        }

        var stored = await connection.QueryAsync<StoredRow>(
            new CommandDefinition(
                $"""
                INSERT INTO judgements (submission, rejudging, verdict, share, cpu_us, memory, compile_fault, compiler_message,
                  tests, group_results, puzzle, staff_message, problem_version, judge, at)
                VALUES {string.Join(',', rows)}
                ON CONFLICT (submission, rejudging) DO NOTHING RETURNING submission, rejudging
                """,
                parameters,
                transaction,
                flags: CommandFlags.Buffered | CommandFlags.NoCache
            )
        );
        return [.. stored.Select(row => new JudgingId(new SubmissionId(row.Submission), new RejudgingId(row.Rejudging)))];
    }

    private static string Add(DynamicParameters parameters, JudgementRow row, int i)
    {
        object?[] values =
        [
            row.Submission,
            row.Rejudging,
            row.Verdict,
            row.Share,
            row.CpuUs,
            row.Memory,
            row.CompileFault,
            row.CompilerMessage,
            row.Tests,
            row.GroupResults,
            row.Puzzle,
            row.StaffMessage,
            row.ProblemVersion,
            row.Judge,
            row.At,
        ];
        foreach (var (column, value) in values.Index())
        {
            parameters.Add($"v{i}_{column}", value);
        }

        return $"({string.Join(',', values.Select((_, column) => $"@v{i}_{column}"))})";
    }

    private static Task RemoveTriesAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<NewVerdict> verdicts) =>
        verdicts.Count == 0
            ? Task.CompletedTask
            : connection.ExecuteAsync(
                new CommandDefinition(
                    $"DELETE FROM tries WHERE (submission, rejudging) IN (VALUES {Rows(verdicts.Select(one => one.Judging))})",
                    transaction: transaction,
                    flags: CommandFlags.Buffered | CommandFlags.NoCache
                )
            );

    private static async Task TellAsync(
        Database database,
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyList<NewVerdict> firsts,
        long now
    )
    {
        if (firsts.Count == 0)
        {
            return;
        }

        var numbers = string.Join(',', firsts.Select(one => FormattableString.Invariant($"{one.Judging.Submission.Value}")));
        var origins = (
            await connection.QueryAsync<OriginRow>(
                new CommandDefinition(
                    $"SELECT id, contest, entrant, label, at FROM submissions WHERE id IN ({numbers})",
                    transaction: transaction,
                    flags: CommandFlags.Buffered | CommandFlags.NoCache
                )
            )
        ).ToDictionary(row => row.Id);
        await EventRows.AppendAllAsync(
            database,
            connection,
            transaction,
            now,
            [.. firsts.Select(one => EventOf(one, origins[one.Judging.Submission.Value]))]
        );
    }

    private static NewEvent EventOf(NewVerdict verdict, OriginRow of)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(of.At);
        var fact = new Judged(verdict.Judging.Submission, new EntrantId(of.Entrant), of.Label, at, Verdict.None, 0).With(verdict.Judgement);
        return new NewEvent(
            verdict.Judgement.Verdict == Verdict.JudgeError ? EventKind.JudgeFailed : EventKind.Judged,
            new ContestId(of.Contest),
            fact.Entrant,
            verdict.Judging.Submission.Value,
            fact.ToEventText()
        );
    }

    private sealed class StoredRow
    {
        public long Submission { get; set; }
        public long Rejudging { get; set; }
    }

    private sealed class OriginRow
    {
        public long Id { get; set; }
        public long Contest { get; set; }
        public long Entrant { get; set; }
        public string Label { get; set; } = "";
        public long At { get; set; }
    }
}
