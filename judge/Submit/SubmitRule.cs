using System.Buffers;
using Judge.Contests;
using Judge.Problems;

namespace Judge.Submit;

/// <summary>What an entrant has handed in before.</summary>
/// <param name="Attempts">Submissions of this entrant for this problem, but those that the judge failed on.</param>
/// <param name="Waiting">Submissions of this entrant, for all problems, that have no verdict yet.</param>
/// <param name="Begun">When the entrant pressed start; null: not yet, or the contest starts for all at once.</param>
internal readonly record struct Before(int Attempts, int Waiting, DateTimeOffset? Begun = null);

/// <summary>Whether a hand-in is accepted.</summary>
public static class SubmitRule
{
    /// <summary>Greatest size of a source, in bytes.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Greatest size of outputs that are handed in, zipped or not, in bytes.</summary>
    public const int MostOutputBytes = 16 << 20;

    /// <summary>Greatest size of a program of blocks, in bytes.</summary>
    public const int MostBlockBytes = 64 << 10;

    /// <summary>What names and headers may add in a zip of sources, in bytes.</summary>
    private const int MostZipNames = 16 << 10;

    /// <summary>Greatest number of submissions of one entrant that wait for a verdict.</summary>
    public const int MostWaiting = 30;

    private static readonly SearchValues<byte> NotInText = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(code => (byte)code).Except("\t\n\v\f\r\u001a"u8.ToArray()),
        127,
    ]);

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\n\v\f\r\u001a\uFEFF"u8);

    /// <summary>None: no reason against it.</summary>
    /// <param name="languages">Folder names of the languages that can be judged here.</param>
    /// <param name="now">The server's time at which it came in.</param>
    /// <param name="problem">The package; null: it cannot be read here, so nothing of it can be asked for.</param>
    internal static SubmitResult Decide(
        Contest contest,
        Handin handin,
        IReadOnlySet<string> languages,
        Problem? problem,
        Before before,
        DateTimeOffset now
    ) =>
        OfClock(Clock.Of(contest, handin.Entrant, before.Begun), handin, now) is var closed and not SubmitResult.None ? closed
        : ProblemOf(contest, handin.Label) is null ? SubmitResult.UnknownProblem
        : IsProgram(problem) && !Allows(contest, handin.Language, languages) ? SubmitResult.UnknownLanguage
        : !Admits(problem, handin.Language) ? SubmitResult.LanguageNotForProblem
        : OfHandin(handin.Source.Span, problem) is var flaw and not SubmitResult.None ? flaw
        : before.Attempts >= contest.AttemptsLimit ? SubmitResult.AttemptsUsedUp
        : before.Waiting >= MostWaiting ? SubmitResult.TooManyWaiting
        : SubmitResult.None;

    /// <summary>Who never began has read nothing, so nothing of theirs is taken after the end.</summary>
    private static SubmitResult OfClock(Clock clock, Handin handin, DateTimeOffset now) =>
        clock.At(now) switch
        {
            ClockState.Before or ClockState.Waiting => SubmitResult.NotStarted,
            ClockState.Paused => SubmitResult.Paused,
            ClockState.Over when handin.MadeAgo is null || clock.Start is null => SubmitResult.Ended,
            _ => SubmitResult.None,
        };

    /// <summary>Greatest size of what is handed in for a problem, in bytes.</summary>
    public static int MostBytesOf(Problem? problem) =>
        problem?.Handin switch
        {
            HandinKind.Outputs => MostOutputBytes,
            HandinKind.Blocks => MostBlockBytes,
            _ => Math.Min(problem?.SourceBytes ?? MostBytes, MostBytes),
        };

    /// <summary>
    /// TooLarge, Empty, NotText, or None for what may be judged: a source or a zip of sources, or, where outputs are asked for, whatever
    /// they are. What is in a zip was looked at on its way in.
    /// </summary>
    public static SubmitResult OfHandin(ReadOnlySpan<byte> handin, Problem? problem) =>
        handin.Length > MostStored(handin, problem) ? SubmitResult.TooLarge
        : problem?.Handin == HandinKind.Outputs ? (handin.IsEmpty ? SubmitResult.Empty : SubmitResult.None)
        : IsProgram(problem) && IsZip(handin) ? SubmitResult.None
        : OfSource(handin);

    /// <summary>Greatest size of what is stored: a zip of files that are not too large has their names besides.</summary>
    private static int MostStored(ReadOnlySpan<byte> handin, Problem? problem) =>
        MostBytesOf(problem) + (IsProgram(problem) && IsZip(handin) ? MostZipNames : 0);

    /// <summary>By its first bytes (PKWARE's APPNOTE.TXT, 4.3.7 and 4.3.16): no source begins with them.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    /// <summary>TooLarge, Empty, NotText, or None for a source that may be judged. Text may be in any 8-bit encoding.</summary>
    public static SubmitResult OfSource(ReadOnlySpan<byte> source) =>
        source.Length > MostBytes ? SubmitResult.TooLarge
        : IsBlank(source) ? SubmitResult.Empty
        : IsText(source) ? SubmitResult.None
        : SubmitResult.NotText;

    /// <summary>Nothing is in it but white space and marks of beginning and end.</summary>
    internal static bool IsBlank(ReadOnlySpan<byte> source) => source.IndexOfAnyExcept(Blank) < 0;

    /// <summary>It holds no byte that no 8-bit encoding of text has.</summary>
    internal static bool IsText(ReadOnlySpan<byte> source) => source.IndexOfAny(NotInText) < 0;

    /// <summary>The problem of a label, in whatever letter case it is typed.</summary>
    internal static ContestProblem? ProblemOf(Contest contest, string label) =>
        contest.Problems.FirstOrDefault(problem => string.Equals(problem.Label, label, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the package's author takes hand-ins in a language; what is no program has none.</summary>
    private static bool Admits(Problem? problem, string language) =>
        problem is not { Handin: HandinKind.Program } or { Languages: [] } || problem.Languages.Contains(language);

    /// <summary>What cannot be read here is taken for a program.</summary>
    private static bool IsProgram(Problem? problem) => problem?.Handin is null or HandinKind.Program;

    private static bool Allows(Contest contest, string language, IReadOnlySet<string> languages) =>
        languages.Contains(language) && (contest.Languages.Count == 0 || contest.Languages.Contains(language));
}
