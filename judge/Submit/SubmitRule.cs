using System.Buffers;
using Judge.Contests;

namespace Judge.Submit;

/// <summary>What an entrant has handed in before.</summary>
/// <param name="Attempts">Submissions of this entrant for this problem.</param>
/// <param name="Waiting">Submissions of this entrant, for all problems, that have no verdict yet.</param>
internal readonly record struct Before(int Attempts, int Waiting);

/// <summary>Whether a hand-in is accepted.</summary>
public static class SubmitRule
{
    /// <summary>Greatest size of a source, in bytes.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Greatest number of submissions of one entrant that wait for a verdict.</summary>
    public const int MostWaiting = 30;

    private static readonly SearchValues<byte> NotInText = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (byte)code).Except("\t\n\v\f\r\u001a"u8.ToArray()), 127]);

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\n\v\f\r\u001a\uFEFF"u8);

    /// <summary>None: no reason against it.</summary>
    /// <param name="languages">Folder names of the languages that can be judged here.</param>
    /// <param name="now">The server's time at which it came in.</param>
    internal static SubmitResult Decide(
        Contest contest, Handin handin, IReadOnlySet<string> languages, Before before, DateTimeOffset now) =>
        now < contest.Start ? SubmitResult.NotStarted
        : now >= contest.End ? SubmitResult.Ended
        : Problem(contest, handin.Label) is null ? SubmitResult.UnknownProblem
        : !Allows(contest, handin.Language, languages) ? SubmitResult.UnknownLanguage
        : OfSource(handin.Source.Span) is var flaw and not SubmitResult.None ? flaw
        : before.Attempts >= contest.AttemptsLimit ? SubmitResult.AttemptsUsedUp
        : before.Waiting >= MostWaiting ? SubmitResult.TooManyWaiting
        : SubmitResult.None;

    /// <summary>TooLarge, Empty, NotText, or None for a source that may be judged. Text may be in any 8-bit encoding.</summary>
    public static SubmitResult OfSource(ReadOnlySpan<byte> source) =>
        source.Length > MostBytes ? SubmitResult.TooLarge
        : source.IndexOfAnyExcept(Blank) < 0 ? SubmitResult.Empty
        : source.IndexOfAny(NotInText) >= 0 ? SubmitResult.NotText
        : SubmitResult.None;

    /// <summary>The problem of a label, in whatever letter case it is typed.</summary>
    internal static ContestProblem? Problem(Contest contest, string label) =>
        contest.Problems.FirstOrDefault(problem => string.Equals(problem.Label, label, StringComparison.OrdinalIgnoreCase));

    private static bool Allows(Contest contest, string language, IReadOnlySet<string> languages) =>
        languages.Contains(language) && (contest.Languages.Count == 0 || contest.Languages.Contains(language));
}
