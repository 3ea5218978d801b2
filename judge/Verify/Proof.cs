using Judge.Problems;

namespace Judge.Verify;

/// <summary>What came of a package's own solutions, and what its author says must come of them. Kept until the package changes.</summary>
public sealed record Proof
{
    /// <summary>Name of the package.</summary>
    public required string Package { get; init; }

    /// <summary>Of the package and its solutions (<see cref="ProofRule.StampOf"/>) as they were judged.</summary>
    public required string Stamp { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<ProvedSolution> Solutions { get; init; }

    public required IReadOnlyList<UnjudgedSolution> Unjudged { get; init; }
}

/// <summary>A solution that was judged.</summary>
/// <param name="Path">Below <c>submissions/</c>.</param>
/// <param name="MustPass">The author calls it right: what fails it makes the package useless.</param>
/// <param name="Good">It came out as the author says.</param>
/// <param name="Points">Of <paramref name="Full"/>.</param>
/// <param name="FirstTest">First test with a verdict that must not be, such as <c>secret/03</c>; empty: no single test tells.</param>
/// <param name="TestVerdict">What came of that test.</param>
/// <param name="Said">The compiler's or the judge's own words, where there are any.</param>
public sealed record ProvedSolution(
    string Path,
    bool MustPass,
    bool Good,
    IReadOnlyList<ExpectedResult> Expected,
    Verdict Verdict,
    decimal Points,
    decimal Full,
    string FirstTest,
    Verdict TestVerdict,
    string Said
);

/// <summary>A solution that was not judged, and why.</summary>
public sealed record UnjudgedSolution(string Path, FindingCode Why);

/// <summary>An <see cref="Expectation"/> as it is stored.</summary>
public sealed record ExpectedResult(
    string Tests,
    IReadOnlyList<Verdict>? Permitted,
    IReadOnlyList<Verdict>? Required,
    decimal? Least,
    decimal? Most,
    string Message
)
{
    public static ExpectedResult Of(Expectation expectation) =>
        new(
            expectation.Tests,
            expectation.Permitted?.Order().ToList(),
            expectation.Required?.Order().ToList(),
            expectation.Score?.Least,
            expectation.Score?.Most,
            expectation.Message
        );

    public Expectation ToExpectation() =>
        new()
        {
            Tests = Tests,
            Permitted = Permitted?.ToHashSet(),
            Required = Required?.ToHashSet(),
            Score = Least is { } least && Most is { } most ? (least, most) : null,
            Message = Message,
        };
}

/// <summary>How far a package is proved by its own solutions.</summary>
public enum ProofState
{
    /// <summary>It was never proved, or has changed since.</summary>
    None,

    /// <summary>None of its solutions could be judged.</summary>
    Nothing,

    /// <summary>A solution that its author calls right fails.</summary>
    Failed,

    /// <summary>The right ones pass, but something else comes out otherwise than its author says.</summary>
    Differs,

    /// <summary>All come out as its author says, with one that is right among them.</summary>
    Proved,
}
