namespace Judge.Problems;

/// <summary>One test, and where its input and answer are.</summary>
/// <param name="Name">Path below <c>data/sample</c> or <c>data/secret</c> without extension, such as <c>01</c> or <c>group2/01</c>.</param>
public sealed record Test(string Name, bool IsSample, string InputPath, string AnswerPath)
{
    /// <summary>Name of the innermost <see cref="TestGroup"/> that holds it.</summary>
    public string Group { get; init; } = "";

    /// <summary>Its greatest number of points in its group's scale; 0 for samples.</summary>
    public decimal Mark { get; init; } = 1;

    /// <summary>Arguments of the entrant's program.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Arguments of the checker or interactor.</summary>
    public IReadOnlyList<string> CheckerArguments { get; init; } = [];

    public IReadOnlyList<string> ValidatorArguments { get; init; } = [];

    /// <summary><see cref="CheckerArguments"/> as the built-in checker for tokens understands them.</summary>
    public TokenOptions Tokens { get; init; } = TokenOptions.None;

    /// <summary>Instead of the problem's; null: the problem's.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <inheritdoc cref="TimeLimit"/>
    public long? MemoryBytes { get; init; }

    /// <summary>Folder of files laid beside the program for this test; null: none.</summary>
    public string? FilesFolder { get; init; }

    /// <summary>Whether entrants may see the checker's words for staff.</summary>
    public bool FullFeedback { get; init; }

    /// <summary>What the statement shows instead of input and answer; null: those.</summary>
    public string? ShownInputPath { get; init; }

    /// <inheritdoc cref="ShownInputPath"/>
    public string? ShownAnswerPath { get; init; }
}

/// <summary>A subtask: tests, or groups of tests, that are scored together.</summary>
public sealed record TestGroup
{
    /// <summary>
    /// Folder below <c>data/secret</c>, of a group in a group its whole path; <c>sample</c>; empty for secret tests without groups.
    /// </summary>
    public required string Name { get; init; }

    public required bool IsSample { get; init; }

    /// <summary>Its greatest number of points; 0 for samples.</summary>
    public required decimal Max { get; init; }

    /// <summary>From the shares of its tests, or from the points of its groups, to its points.</summary>
    public required Aggregation Aggregation { get; init; }

    /// <summary>After its first failed test the others are not run and count as failed.</summary>
    public bool Stops { get; init; }

    /// <summary>Names of earlier groups that must be passed in full; else it is not run and gives nothing.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Groups in it, which hold all its tests; empty: the tests are its own.</summary>
    public IReadOnlyList<TestGroup> Groups { get; init; } = [];

    /// <summary>All of them, those of groups in it too, in the order they are judged.</summary>
    public required IReadOnlyList<Test> Tests { get; init; }

    /// <summary>The groups that hold tests of their own: the group itself, or those deep in it.</summary>
    public IEnumerable<TestGroup> Leaves => Groups.Count == 0 ? [this] : Groups.SelectMany(group => group.Leaves);

    /// <summary>What groups give at most together. A minimum passes over groups without points.</summary>
    /// <param name="most">Greatest number of points of each.</param>
    public static decimal MostOf(Aggregation aggregation, IEnumerable<decimal> most) =>
        aggregation switch
        {
            Aggregation.Min => most.Where(points => points > 0).DefaultIfEmpty().Min(),
            Aggregation.Max => most.DefaultIfEmpty().Max(),
            Aggregation.Average => most.DefaultIfEmpty().Average(),
            _ => most.Sum(),
        };
}

/// <summary>
/// Of tests: Sum adds share × mark; Min, Max, Average and Product take the shares, times the group's points; PassFail gives all points when
/// every test is accepted, else none. Of groups: Sum, Min, Max and Average take their points; PassFail wants all of them in full; there is
/// no Product.
/// </summary>
public enum Aggregation
{
    None,
    Sum,
    Min,
    Max,
    Average,
    Product,
    PassFail,
}
