using Judge.Contests;
using Judge.Messages;
using Judge.Problems;
using Judge.Submit;

namespace ArenaWeb.Arena;

/// <summary>Why a hand-in was not taken: <c>arena.refused.{Reason}</c> says it to the pupil.</summary>
/// <param name="Detail">Fills the sentence's placeholder.</param>
/// <param name="Status">HTTP status of the answer.</param>
internal sealed record Refusal(string Reason, object? Detail, int Status)
{
    private const int BytesPerKilobyte = 1024;

    /// <summary>Reasons that speak of the typed program, which stays; of chosen files browsers keep nothing.</summary>
    private static readonly SubmitResult[] TypedText =
    [
        SubmitResult.NotStarted,
        SubmitResult.Ended,
        SubmitResult.Paused,
        SubmitResult.TooManyWaiting,
        SubmitResult.TooLarge,
        SubmitResult.Empty,
        SubmitResult.UnknownEntrant,
    ];

    /// <summary>The same, said of files.</summary>
    public Refusal OfFiles() => TypedText.Any(result => Reason == $"{result}") ? this with { Reason = $"{Reason}.files" } : this;

    /// <param name="problem">Null: its package cannot be read here.</param>
    public static Refusal Of(SubmitResult result, Contest contest, Problem? problem = null) =>
        result switch
        {
            SubmitResult.TooLarge => new(
                $"{result}",
                SubmitRule.MostBytesOf(problem) / BytesPerKilobyte,
                StatusCodes.Status413PayloadTooLarge
            ),
            SubmitResult.TooManyWaiting => new($"{result}", SubmitRule.MostWaiting, StatusCodes.Status429TooManyRequests),
            SubmitResult.AttemptsUsedUp => new($"{result}", contest.AttemptsLimit, StatusCodes.Status422UnprocessableEntity),
            SubmitResult.LanguageNotForProblem => new(
                $"{result}",
                string.Join(", ", problem?.Languages ?? []),
                StatusCodes.Status422UnprocessableEntity
            ),
            SubmitResult.Accepted or SubmitResult.AlreadyAccepted or SubmitResult.None => throw new ArgumentOutOfRangeException(
                nameof(result),
                result,
                "It was not refused."
            ),
            _ => new($"{result}", null, StatusCodes.Status422UnprocessableEntity),
        };

    /// <summary>What the judge's door says.</summary>
    public static Refusal Of(Said refusal) =>
        new(
            "Handin",
            refusal,
            refusal.Key == "handin.tooLarge" ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity
        );

    /// <summary>The contest does not use the language.</summary>
    public static Refusal OfLanguage(IReadOnlyList<Language> allowed) =>
        new("LanguageNotAllowed", string.Join(", ", allowed.Select(language => language.Name)), StatusCodes.Status422UnprocessableEntity);
}
