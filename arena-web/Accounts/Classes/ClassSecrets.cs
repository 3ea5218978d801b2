using System.Security.Cryptography;
using System.Text;
using ArenaWeb.Access;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Accounts.Classes;

/// <summary>Keeps what pupils show at the door of their class, hashed as PINs are.</summary>
internal sealed class ClassSecrets(Database database, Pins pins, Throttle throttle)
{
    /// <summary>Gives all of them new secrets and lifts their pauses.</summary>
    /// <returns>The only time that the secrets are known, by the number of the entrant.</returns>
    public async Task<IReadOnlyDictionary<long, ClassSecret>> IssueAsync(
        IReadOnlyList<EntrantId> entrants,
        ClassWay way,
        CancellationToken ct
    )
    {
        var drawn = entrants.ToDictionary(entrant => entrant.Value, _ => ClassSecret.Fresh(way));
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    insert into class_secrets (entrant_id, way, secret_hash) values (@entrant, @way, @hash)
                    on conflict (entrant_id) do update set way = @way, secret_hash = @hash
                    """,
                    drawn.Select(one => new
                    {
                        entrant = one.Key,
                        way = way.ToString(),
                        hash = HashOf(new EntrantId(one.Key), one.Value),
                    }),
                    transaction
                ),
            ct
        );
        foreach (var entrant in entrants)
        {
            await throttle.ForgetAsync(ClassDoor.AccountOf(entrant), ct);
        }
        return drawn;
    }

    /// <summary>How a pupil shows who he or she is; None: has no secret yet.</summary>
    public async Task<ClassWay> WayOfAsync(EntrantId entrant, CancellationToken ct) => (await FindAsync(entrant, ct)).Way;

    /// <summary>Which of them have a secret.</summary>
    public Task<IReadOnlySet<long>> IssuedAsync(IEnumerable<EntrantId> entrants, CancellationToken ct) =>
        database.ReadAsync<IReadOnlySet<long>>(
            async connection =>
                (
                    await connection.QueryAsync<long>(
                        $"select entrant_id from class_secrets where entrant_id in {SqlNumbers.Of(entrants.Select(one => one.Value))}"
                    )
                ).ToHashSet(),
            ct
        );

    public async Task<bool> FitsAsync(EntrantId entrant, ClassSecret shown, CancellationToken ct)
    {
        var (way, hash) = await FindAsync(entrant, ct);
        return way == shown.Way
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(HashOf(entrant, shown)));
    }

    private async Task<(ClassWay Way, string Hash)> FindAsync(EntrantId entrant, CancellationToken ct)
    {
        var (way, hash) = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<(string? Way, string? Hash)>(
                    "select way, secret_hash from class_secrets where entrant_id = @entrant",
                    new { entrant = entrant.Value }
                ),
            ct
        );
        return way is null ? (ClassWay.None, "") : (Enum.Parse<ClassWay>(way), hash!);
    }

    private string HashOf(EntrantId entrant, ClassSecret secret) =>
        pins.Hash(FormattableString.Invariant($"class|{entrant.Value}|{secret.Way}|{secret.Proof}"));
}
