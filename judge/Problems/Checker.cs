namespace Judge.Problems;

/// <summary>What compares an output with the answer.</summary>
public abstract record Checker
{
    private Checker() { }

    /// <summary>One of the judge's own.</summary>
    public sealed record BuiltIn(BuiltInChecker Kind) : Checker;

    /// <summary>A program of the author.</summary>
    public sealed record Program(AuthorProgram Source, CheckerContract Contract) : Checker;

    /// <summary>A C# script of the author; full path.</summary>
    public sealed record Script(string Path) : Checker;
}

/// <summary>The judge's own checkers; those of Themis are its evaluators C1 to C5.</summary>
public enum BuiltInChecker
{
    None,
    Tokens,
    Lines,
    UnorderedLines,
    ThemisC1,
    ThemisC2,
    ThemisC3,
    ThemisC4,
    ThemisC5,
}

/// <summary>How a checker is called and how it says its result.</summary>
public enum CheckerContract
{
    None,
    Kattis,
    Testlib,
    Themis,
    Cms,
    Hustoj,
}
