using Dapper;
using Judge.Queue;
using Judge.Sandbox;

namespace Judge.Storage;

/// <summary>What each judge said last of its health.</summary>
internal sealed class JudgeHeartbeats(Database database, TimeProvider clock) : IJudgeHeartbeats
{
    private static readonly TimeSpan SeenLately = TimeSpan.FromMinutes(1);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task BeatAsync(JudgeState state, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO judges (name, seen_at, sandbox, slots, busy, judged, trouble)
                    VALUES (@Name, @now, @sandbox, @Slots, @Busy, @Judged, @Trouble)
                    ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at, sandbox = excluded.sandbox, slots = excluded.slots,
                      busy = excluded.busy, judged = excluded.judged, trouble = excluded.trouble
                    """,
                    new
                    {
                        state.Name,
                        now = Now,
                        sandbox = state.Sandbox.ToString(),
                        state.Slots,
                        state.Busy,
                        state.Judged,
                        state.Trouble,
                    },
                    transaction
                ),
            ct
        );

    public Task<IReadOnlyList<JudgeState>> SeenAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<JudgeState>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<JudgeRow>(
                            """
                            SELECT name, seen_at AS SeenAt, sandbox, slots, busy, judged, trouble FROM judges
                            WHERE seen_at >= @since ORDER BY name
                            """,
                            new { since = Now - (long)SeenLately.TotalMilliseconds }
                        )
                    ).Select(judge => judge.ToState()),
                ],
            ct
        );

    private sealed class JudgeRow
    {
        public string Name { get; set; } = "";
        public long SeenAt { get; set; }

        /// <summary>The kind's name; a version before may have written more behind it.</summary>
        public string Sandbox { get; set; } = "";

        public long Slots { get; set; }
        public long Busy { get; set; }
        public long Judged { get; set; }
        public string Trouble { get; set; } = "";

        public JudgeState ToState() =>
            new(
                Name,
                DateTimeOffset.FromUnixTimeMilliseconds(SeenAt),
                Enum.GetValues<SandboxKind>()
                    .FirstOrDefault(kind => Sandbox.StartsWith(kind.ToString(), StringComparison.OrdinalIgnoreCase)),
                (int)Slots,
                (int)Busy,
                Judged,
                Trouble
            );
    }
}
