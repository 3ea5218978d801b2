using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Accounts;

/// <summary>
/// In contests that say so a pupil sits at one device at a time. A supervisor's code, good once within ten minutes, lets a pupil move to
/// another, and into a contest whose number strangers have guessed at.
/// </summary>
internal sealed class DeviceCodes(Database database, Pins pins, TimeProvider time)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(10);

    public Task<bool> IsOneDeviceAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
                await connection.ExecuteScalarAsync<long>(
                    "select count(*) from one_device_contests where contest_id = @contest",
                    new { contest = contest.Value }
                ) > 0,
            ct
        );

    public Task SetOneDeviceAsync(ContestId contest, bool isOn, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    isOn
                        ? "insert into one_device_contests (contest_id) values (@contest) on conflict do nothing"
                        : "delete from one_device_contests where contest_id = @contest",
                    new { contest = contest.Value },
                    transaction
                ),
            ct
        );

    /// <summary>A new code; an earlier one of that pupil counts no more.</summary>
    public async Task<string> IssueAsync(EntrantId entrant, CancellationToken ct)
    {
        var code = Pins.Fresh();
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    insert into device_codes (entrant_id, code_hash, until) values (@entrant, @hash, @until)
                    on conflict (entrant_id) do update set code_hash = @hash, until = @until
                    """,
                    new
                    {
                        entrant = entrant.Value,
                        hash = HashOf(entrant, code),
                        until = (time.GetUtcNow() + Lasting).ToUnixTimeMilliseconds(),
                    },
                    transaction
                ),
            ct
        );
        return code;
    }

    /// <summary>Looks without using it up: a wrong PIN costs no code.</summary>
    public Task<bool> FitsAsync(EntrantId entrant, string? code, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(code)
            ? Task.FromResult(false)
            : database.ReadAsync(
                async connection =>
                    await connection.ExecuteScalarAsync<long>(
                        "select count(*) from device_codes where entrant_id = @entrant and code_hash = @hash and until > @now",
                        new
                        {
                            entrant = entrant.Value,
                            hash = HashOf(entrant, Words.TypedText.Digits(code)),
                            now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                        }
                    ) > 0,
                ct
            );

    /// <returns>False: somebody else used it meanwhile.</returns>
    public async Task<bool> UseAsync(EntrantId entrant, CancellationToken ct) =>
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "delete from device_codes where entrant_id = @entrant",
                    new { entrant = entrant.Value },
                    transaction
                ),
            ct
        ) == 1;

    private string HashOf(EntrantId entrant, string code) => pins.Hash(FormattableString.Invariant($"device|{entrant.Value}|{code}"));
}
