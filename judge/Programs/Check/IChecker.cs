using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Check;

/// <summary>Says what outputs are worth; one at a time.</summary>
internal interface IChecker : IAsyncDisposable
{
    /// <exception cref="CheckerException">It failed; the sentence is for staff.</exception>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about output or checker.</exception>
    Task<Checked> CheckAsync(Output output, CancellationToken ct);
}

/// <summary>An output to be checked.</summary>
/// <param name="Input">What it was made from: the test's input, or that of a later pass.</param>
/// <param name="Before">What the checker left at the pass before.</param>
internal sealed record Output(Test Test, Content Input, ReadOnlyMemory<byte> Bytes, FeedbackFolder Before);

/// <summary>A check, and what the checker leaves for the next pass.</summary>
internal sealed record Checked(CheckResult Result, FeedbackFolder After)
{
    public Checked(CheckResult result)
        : this(result, FeedbackFolder.Empty) { }
}

/// <summary>Files in the feedback folder of a checker of Kattis' kind, by name.</summary>
internal sealed record FeedbackFolder(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files)
{
    public const string NextPass = "nextpass.in";

    public static FeedbackFolder Empty { get; } = new(new Dictionary<string, ReadOnlyMemory<byte>>());

    /// <summary>Input of the next pass; null: there is none.</summary>
    public Content? NextInput => Files.TryGetValue(NextPass, out var input) ? Content.OfBytes(input) : null;

    /// <summary>What the next pass finds in its folder.</summary>
    public FeedbackFolder WithoutNextInput() => new(Files.Where(file => file.Key != NextPass).ToDictionary());
}
