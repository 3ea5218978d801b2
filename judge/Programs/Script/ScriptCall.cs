using Judge.Sandbox;

namespace Judge.Programs.Script;

/// <summary>One question to a script, of the form that belongs to its <see cref="ScriptKind"/>.</summary>
internal abstract record ScriptCall
{
    /// <summary>What the question is about, for sentences: a test's name.</summary>
    public required string Name { get; init; }

    /// <summary>CPU time of the call; the time on the clock may be ten times as long.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The arguments of the test's checker or validator.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>To a checker: what is this output worth?</summary>
    internal sealed record Check(Content Input, Content Answer, Content Output) : ScriptCall;

    /// <summary>To a scoring rule: how many points do these tests make?</summary>
    /// <param name="FullScore">What the problem is worth; the answer is not above it.</param>
    internal sealed record Score(IReadOnlyList<ScriptTest> Tests, IReadOnlyList<ScriptGroup> Groups, decimal FullScore) : ScriptCall;

    /// <summary>To a validator: is this input as the statement promises?</summary>
    internal sealed record Validate(Content Input) : ScriptCall;
}

/// <summary>A test as a scoring rule sees it.</summary>
/// <param name="Verdict">The verdict's name, such as <c>Accepted</c>.</param>
/// <param name="Share">0 to 1 of the mark.</param>
/// <param name="Mark">Greatest points of the test.</param>
internal sealed record ScriptTest(string Name, string Group, string Verdict, decimal Share, decimal Mark, TimeSpan Cpu);

/// <summary>A group of tests as a scoring rule sees it.</summary>
/// <param name="Max">Greatest points of the group.</param>
/// <param name="Share">0 to 1 of it, by the group's own rule.</param>
internal sealed record ScriptGroup(string Name, decimal Max, decimal Share);
