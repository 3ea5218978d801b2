using ArenaWeb.Words;
using Judge.Contests;
using Judge.Verify;

namespace ArenaWeb.Contests;

/// <summary>A package of a contest, and how far its own solutions prove it.</summary>
/// <param name="Stamp">Of the package as it is; empty: it was never proved as it is.</param>
/// <param name="Failing">Solutions that their author calls right and that fail.</param>
/// <param name="Override">Why somebody let it in all the same; null: nobody did.</param>
internal sealed record PackageStanding(
    string Problem,
    string Title,
    ProofState State,
    string Stamp,
    IReadOnlyList<ProvedSolution> Failing,
    PackageOverride? Override
);

/// <summary>That somebody let a package into a contest although a solution that must be right fails.</summary>
/// <param name="Stamp">Of the package as it was: a changed one needs a new reason.</param>
internal sealed record PackageOverride(string Problem, string Stamp, string Reason, string Actor, DateTimeOffset At);

/// <summary>Whether packages may enter a contest. Pure.</summary>
internal static class PackageEntryRule
{
    public const int MostReason = 500;

    /// <summary>Those that need a reason to enter. What a contest that has begun holds already is not asked about again.</summary>
    /// <param name="before">The contest as it was; null: it is new.</param>
    public static IReadOnlyList<PackageStanding> Blocked(IEnumerable<PackageStanding> standings, Contest? before, DateTimeOffset now) =>
        [
            .. standings.Where(standing =>
                !ProofRule.MayEnter(standing.State)
                && standing.Override is null
                && !(before is not null && before.Start <= now && before.Problems.Any(problem => problem.Problem == standing.Problem))
            ),
        ];

    /// <summary>The reason as it is kept; null: none was typed.</summary>
    public static string? Reason(string? typed) =>
        Folding.Squeeze(string.Concat((typed ?? "").Select(sign => char.IsControl(sign) ? ' ' : sign))) is { Length: > 0 } reason
            ? string.Concat(reason.EnumerateRunes().Take(MostReason))
            : null;
}
