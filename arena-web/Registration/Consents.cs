using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Registration;

/// <summary>Whether a pupil's name may be shown in public.</summary>
internal sealed class Consents(Database database)
{
    /// <returns>False: there is no such pupil.</returns>
    public async Task<bool> SetAsync(EntrantId entrant, bool publish, CancellationToken ct) =>
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "update people set publish = @publish where entrant_id = @entrant",
                    new { publish = publish ? 1 : 0, entrant = entrant.Value },
                    transaction
                ),
            ct
        ) == 1;
}
