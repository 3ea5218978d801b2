using Judge.Messages;
using Judge.Problems;
using Judge.Score;

namespace Judge.Verify;

/// <summary>All that was found out about one package.</summary>
public sealed record Verification
{
    public required Problem Problem { get; init; }

    /// <summary>In the order in which they were found: statement, data, validators, submissions, time.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The author's solutions, folder by folder.</summary>
    public required IReadOnlyList<VerifiedSubmission> Submissions { get; init; }

    /// <summary>The author's solutions that were not judged, and why.</summary>
    public IReadOnlyList<UnjudgedSolution> Unjudged { get; init; } = [];

    /// <summary>What the measured times say of the limit; null: nothing was measured.</summary>
    public TimeAdvice? Time { get; init; }

    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}

/// <summary>How bad it is. Only errors make the command end with a code other than 0.</summary>
public enum Severity
{
    None,
    Note,
    Warning,
    Error,
}

/// <summary>One thing that was found.</summary>
/// <param name="Subject">The file, test or submission it is about; empty: the package.</param>
/// <param name="Detail">What fills the sentence of its code; may be empty.</param>
public sealed record Finding(Severity Severity, FindingCode Code, string Subject, string Detail = "")
{
    /// <summary>Why, in a sentence of its own; null: the code says it all.</summary>
    public Said? Reason { get; init; }
}

/// <summary>What can be found; <see cref="VerifyWords"/> has a sentence for each.</summary>
public enum FindingCode
{
    None,

    /// <summary>The package cannot be read; the detail is the reason.</summary>
    Unreadable,
    NoStatement,
    ShortStatement,
    OneLanguage,
    NoSample,
    NoValidator,
    ValidatorFailed,
    InputRefused,
    BadInputAccepted,
    SameInput,
    NoFinalNewline,
    CarriageReturns,
    Utf16Text,
    ByteOrderMark,
    NotUtf8,
    NulBytes,
    EndMark,
    HiddenBlanks,
    TrailingBlanks,
    AnswerEncoding,
    EmptyInput,
    LargeAnswer,
    AnswerTooLarge,
    NotPadded,
    AnswerRefused,
    GoodOutputRefused,
    BadOutputAccepted,
    CheckerFailed,
    NoAccepted,
    NoWrong,
    UnknownFolder,
    UnknownLanguage,
    HandinRefused,

    /// <summary>It is in Python 2, which nothing here runs.</summary>
    OldPython,

    /// <summary>The time for one verification was used up before.</summary>
    OutOfTime,
    NotCompiled,

    /// <summary>Whether the author's program in a language works is not known: no accepted solution is called by it.</summary>
    UnprovenGrader,
    WrongVerdict,
    WrongScore,
    JudgeFailed,
    MessageMissing,
    NothingFailsTest,
    LimitTooTight,
    LimitTooLoose,

    /// <summary>Something about a level of puzzles; the reason says what.</summary>
    LevelFault,
}

/// <summary>One of the author's solutions, as it was judged.</summary>
/// <param name="Path">Below <c>submissions/</c>, such as <c>wrong_answer/greedy.pas</c>.</param>
/// <param name="Expected">What its folder or submissions.yaml wants.</param>
/// <param name="Good">Whether it came out so.</param>
public sealed record VerifiedSubmission(string Path, string Language, IReadOnlyList<Expectation> Expected, Judgement Judgement, bool Good);
