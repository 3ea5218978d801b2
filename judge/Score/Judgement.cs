using Judge.Problems;

namespace Judge.Score;

/// <summary>What came of a submission. Never changed, only followed by another.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Judgement
{
    public required Verdict Verdict { get; init; }

    /// <summary>Share of the full mark, 0 to 1.</summary>
    public required decimal Share { get; init; }

    /// <summary>Where a program was judged; null: something else was, or there is nothing to tell.</summary>
    public ProgramReport? Program { get; init; }

    /// <summary>Where a program of blocks was judged; null: something else was.</summary>
    public PuzzleReport? Puzzle { get; init; }

    public IReadOnlyList<TestOutcome> Tests { get; init; } = [];

    /// <summary>Subtasks with their shares, without the samples; empty when nothing was run.</summary>
    public IReadOnlyList<GroupResult> Groups { get; init; } = [];

    /// <summary>Why the judge failed, when the verdict is JudgeError; for staff only.</summary>
    public string StaffMessage { get; init; } = "";

    /// <summary><see cref="Problems.Problem.Version"/> it was judged with.</summary>
    public string ProblemVersion { get; init; } = "";
}

/// <summary>What came of one test.</summary>
/// <param name="Share">Share of this test's mark, 0 to 1.</param>
/// <param name="Message">For the entrant, such as a missing output file's name; no test data in it; empty: nothing to say.</param>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record TestOutcome(
    string Name,
    bool IsSample,
    Verdict Verdict,
    decimal Share,
    TimeSpan Cpu,
    long MemoryBytes,
    TestMessage Message = TestMessage.None,
    int Code = 0
)
{
    /// <summary>Its subtask; empty: the problem has none.</summary>
    public string Group { get; init; } = "";

    /// <summary>The checker's words for the entrant, at most 500 characters.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The checker's words for staff, at most 2,000 characters.</summary>
    public string StaffRemark { get; init; } = "";
}

/// <summary>What came of a subtask, or of a group in one.</summary>
/// <param name="Share">Share of its own points, 0 to 1.</param>
/// <param name="Weight">Its points as a share of the problem's full mark, 0 to 1.</param>
/// <param name="Verdict">None: it was not run, for lack of a group it requires.</param>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record GroupResult(string Name, decimal Share, decimal Weight, Verdict Verdict)
{
    /// <summary>Groups in it, in order; empty: it holds tests.</summary>
    public IReadOnlyList<GroupResult> Groups { get; init; } = [];

    /// <summary>The group and all in it, the outer ones first, with how deep they lie: 0 is a subtask.</summary>
    public IEnumerable<(GroupResult Group, int Depth)> Whole(int depth = 0) =>
        Groups.SelectMany(group => group.Whole(depth + 1)).Prepend((this, depth));

    public bool Equals(GroupResult? other) =>
        other is not null
        && (Name, Share, Weight, Verdict) == (other.Name, other.Share, other.Weight, other.Verdict)
        && Groups.SequenceEqual(other.Groups);

    public override int GetHashCode() => HashCode.Combine(Name, Share, Weight, Verdict, Groups.Count);
}

/// <summary>What more there is to say of a test; shown in the reader's language.</summary>
public enum TestMessage
{
    None,
    NoOutputFile,
    ExitCode,
    Signal,
    WallTime,
    EmptyOutput,

    /// <summary>The author's program asked for a function that is not there, or takes other parameters.</summary>
    FunctionMismatch,
}
