using System.Globalization;
using System.Text.Json;
using Judge.Contests;
using Judge.Events;
using Judge.Score;
using Judge.Submit;

namespace Judge.Board;

/// <summary>A submission with its first verdict; Verdict None: still waiting.</summary>
/// <param name="At">When it was handed in.</param>
/// <param name="Share">Share of the full mark, 0 to 1.</param>
public readonly record struct Judged(
    SubmissionId Submission, EntrantId Entrant, string Label, DateTimeOffset At, Verdict Verdict, decimal Share)
{
    /// <summary>What an event of kind Submitted, Judged or JudgeFailed tells; null: the event is of another kind.</summary>
    public static Judged? From(Event e)
    {
        if (e.Kind is not (EventKind.Submitted or EventKind.Judged or EventKind.JudgeFailed))
        {
            return null;
        }

        using var text = JsonDocument.Parse(e.Text);
        var root = text.RootElement;
        return new Judged(
            new SubmissionId(e.Subject), e.Entrant, root.GetProperty("label").GetString()!,
            DateTimeOffset.FromUnixTimeMilliseconds(root.GetProperty("at").GetInt64()),
            Enum.Parse<Verdict>(root.GetProperty("verdict").GetString()!),
            decimal.Parse(root.GetProperty("share").GetString()!, CultureInfo.InvariantCulture));
    }

    /// <summary>Text of the event that <see cref="From"/> reads.</summary>
    internal string ToEventText() => JsonSerializer.Serialize(new
    {
        label = Label,
        at = At.ToUnixTimeMilliseconds(),
        verdict = Verdict.ToString(),
        share = Share.ToString(CultureInfo.InvariantCulture),
    });
}

/// <summary>The facts from which a board is built.</summary>
internal interface IBoardFacts
{
    /// <summary>All submissions of a contest with their first verdicts, in the order they came in.</summary>
    Task<IReadOnlyList<Judged>> OfContestAsync(ContestId contest, CancellationToken ct);
}
