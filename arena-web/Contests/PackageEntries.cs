using ArenaWeb.Accounts;
using ArenaWeb.Words;
using Dapper;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Storage;
using Judge.Verify;

namespace ArenaWeb.Contests;

/// <summary>How the packages of contests stand, and who let one in that fails.</summary>
internal sealed class PackageEntries(
    ProblemLibrary library,
    Proofs proofs,
    Database database,
    Audit audit,
    Phrases words,
    TimeProvider time
)
{
    /// <summary>Some package needs a reason, and none was typed.</summary>
    public static FormFault ReasonMissing { get; } = new(nameof(ContestForm.Problems), "admin.flaw.Proof");

    /// <summary>Each package once, in the order of the contest; one that is gone or broken is left to the form's own rule.</summary>
    public async Task<IReadOnlyList<PackageStanding>> OfAsync(Contest contest, CancellationToken ct)
    {
        var overrides = await OverridesAsync(contest.Id, ct);
        return
        [
            .. contest
                .Problems.Select(problem => problem.Problem)
                .Distinct()
                .Select(name => library.Look(name)?.Problem)
                .OfType<Problem>()
                .Select(problem => Of(problem, overrides)),
        ];
    }

    /// <inheritdoc cref="PackageEntryRule.Blocked"/>
    public async Task<IReadOnlyList<PackageStanding>> BlockedAsync(Contest contest, Contest? before, CancellationToken ct) =>
        PackageEntryRule.Blocked(await OfAsync(contest, ct), before, time.GetUtcNow());

    /// <summary>Keeps why these were let in, for the contest's page and in the audit log. Takes no token: the contest is saved.</summary>
    public async Task OverrideAsync(ContestId contest, IReadOnlyList<PackageStanding> blocked, string reason, string actor)
    {
        foreach (var standing in blocked)
        {
            await database.WriteAsync(
                (connection, transaction) =>
                    connection.ExecuteAsync(
                        "insert into package_overrides (contest_id, problem, stamp, reason, actor, at) "
                            + "values (@contest, @problem, @stamp, @reason, @actor, @at)",
                        new
                        {
                            contest = contest.Value,
                            problem = standing.Problem,
                            stamp = standing.Stamp,
                            reason,
                            actor,
                            at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                        },
                        transaction
                    ),
                CancellationToken.None
            );
            await audit.WriteAsync(actor, "contest.overridden", contest, $"{standing.Problem}: {reason}");
        }
    }

    private PackageStanding Of(Problem problem, IReadOnlyList<PackageOverride> overrides)
    {
        var proof = proofs.Of(problem);
        return new PackageStanding(
            problem.Name,
            problem.Title(words.Language.Code),
            ProofRule.StateOf(proof),
            proof?.Stamp ?? "",
            [.. (proof?.Solutions ?? []).Where(solution => solution is { MustPass: true, Good: false })],
            overrides.LastOrDefault(one => one.Problem == problem.Name && one.Stamp == proof?.Stamp)
        );
    }

    private Task<IReadOnlyList<PackageOverride>> OverridesAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<PackageOverride>>(
            async connection =>
                (
                    await connection.QueryAsync<Row>(
                        "select problem, stamp, reason, actor, at from package_overrides where contest_id = @contest order by id",
                        new { contest = contest.Value }
                    )
                )
                    .Select(row => new PackageOverride(
                        row.Problem,
                        row.Stamp,
                        row.Reason,
                        row.Actor,
                        DateTimeOffset.FromUnixTimeMilliseconds(row.At)
                    ))
                    .ToList(),
            ct
        );

    private sealed class Row
    {
        public string Problem { get; init; } = "";
        public string Stamp { get; init; } = "";
        public string Reason { get; init; } = "";
        public string Actor { get; init; } = "";
        public long At { get; init; }
    }
}
