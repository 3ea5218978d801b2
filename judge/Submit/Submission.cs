using Judge.Contests;
using Judge.Problems;

namespace Judge.Submit;

[GenerateSerializer, Immutable]
public readonly record struct SubmissionId(long Value);

/// <summary>What came in: a fact, never changed.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Submission
{
    public required SubmissionId Id { get; init; }
    public required ContestId Contest { get; init; }
    public required EntrantId Entrant { get; init; }

    /// <summary>Label of the problem in its contest.</summary>
    public required string Label { get; init; }

    /// <summary>Package name.</summary>
    public required string Problem { get; init; }

    public HandinKind Kind { get; init; }

    /// <summary>Folder name under sandbox-images; empty where <see cref="Kind"/> is not Program.</summary>
    public required string Language { get; init; }

    /// <summary>SHA-256 of the source in hex, under which <see cref="IBlobs"/> has it.</summary>
    public required string Source { get; init; }

    /// <summary>Size of the source in bytes.</summary>
    public required int Size { get; init; }

    /// <summary>From when on it counts: when it came in; of one that came late the last instant of the entrant's time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Null: it did not come late, or too late to count.</summary>
    public LateHandin? Late { get; init; }
}

/// <summary>Both times of what was made before the entrant's end and came in after it.</summary>
/// <param name="Made">What the entrant's page says, which nobody can prove.</param>
/// <param name="Received">By the server's clock.</param>
[GenerateSerializer, Immutable]
public sealed record LateHandin(DateTimeOffset Made, DateTimeOffset Received);

/// <summary>What an entrant hands in.</summary>
/// <param name="Language">As <see cref="Submission.Language"/>.</param>
/// <param name="Key">Chosen by the page once a form: the same key again is the same submission, so nothing counts twice.</param>
public sealed record Handin(ContestId Contest, EntrantId Entrant, string Label, string Language, ReadOnlyMemory<byte> Source, Guid Key)
{
    public HandinKind Kind { get; init; }

    /// <summary>
    /// How long ago the page says it was made, for what is taken after the entrant's end too; null: nothing is taken then.
    /// </summary>
    public TimeSpan? MadeAgo { get; init; }
}

/// <summary>What became of a hand-in. All but Accepted and AlreadyAccepted leave nothing behind.</summary>
public enum SubmitResult
{
    None,
    Accepted,
    AlreadyAccepted,
    NotStarted,
    Ended,
    AttemptsUsedUp,
    TooManyWaiting,
    TooLarge,
    Empty,
    NotText,
    UnknownProblem,
    UnknownLanguage,
    UnknownEntrant,
    LanguageNotForProblem,

    /// <summary>The entrant's clock stands still, so nothing is lost by waiting.</summary>
    Paused,
}

/// <param name="Id">The submission when it was accepted now or before.</param>
public readonly record struct Submitted(SubmitResult Result, SubmissionId Id);

public interface ISubmissions
{
    /// <summary>Stores a hand-in. What is stored waits for a judge, whatever becomes of the queue.</summary>
    Task<Submitted> AddAsync(Handin handin, CancellationToken ct);

    Task<Submission?> FindAsync(SubmissionId id, CancellationToken ct);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Submission>> ListAsync(SubmissionFilter filter, CancellationToken ct);
}

/// <summary>Which submissions to list; null asks for all.</summary>
public sealed record SubmissionFilter
{
    public ContestId? Contest { get; init; }
    public EntrantId? Entrant { get; init; }

    /// <summary>Label of the problem, as it stands in the contest.</summary>
    public string? Label { get; init; }

    public string? Language { get; init; }

    /// <summary>True: those that wait for a verdict only.</summary>
    public bool Waiting { get; init; }

    /// <summary>True: those with more than nothing and less than the full mark only.</summary>
    public bool Partial { get; init; }

    /// <summary>The verdict that counts.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Those older than this one: the next page.</summary>
    public SubmissionId? Before { get; init; }

    /// <summary>1 to 1,000.</summary>
    public int Most { get; init; } = 100;
}

/// <summary>Content-addressed files: sources and uploads.</summary>
public interface IBlobs
{
    /// <summary>Keeps the bytes durably and returns their SHA-256 in hex.</summary>
    Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <exception cref="FileNotFoundException">No such content.</exception>
    Task<byte[]> GetAsync(string hash, CancellationToken ct);
}
