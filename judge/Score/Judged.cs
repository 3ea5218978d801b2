using System.Globalization;
using System.Text.Json;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Submit;

namespace Judge.Score;

/// <summary>A submission with the verdict that counts; Verdict None: still waiting.</summary>
/// <param name="At">When it was handed in.</param>
/// <param name="Share">Share of the full mark, 0 to 1.</param>
public readonly record struct Judged(
    SubmissionId Submission,
    EntrantId Entrant,
    string Label,
    DateTimeOffset At,
    Verdict Verdict,
    decimal Share
)
{
    /// <summary>Decimal places in which equal shares agree, however they were summed.</summary>
    internal const int SharePlaces = 9;

    /// <summary>What each group of tests adds to <see cref="Share"/>, in the problem's order; empty: it is not the sum of groups.</summary>
    public IReadOnlyList<decimal> Groups
    {
        get => field ?? [];
        init;
    }

    /// <summary>What an event of kind Submitted, Judged, JudgeFailed or Rejudged tells; null: the event is of another kind.</summary>
    public static Judged? From(Event e)
    {
        if (e.Kind is not (EventKind.Submitted or EventKind.Judged or EventKind.JudgeFailed or EventKind.Rejudged))
        {
            return null;
        }

        using var text = JsonDocument.Parse(e.Text);
        var root = text.RootElement;
        return new Judged(
            new SubmissionId(e.Subject),
            e.Entrant,
            root.GetProperty("label").GetString()!,
            DateTimeOffset.FromUnixTimeMilliseconds(root.GetProperty("at").GetInt64()),
            Enum.Parse<Verdict>(root.GetProperty("verdict").GetString()!),
            Number(root.GetProperty("share"))
        )
        {
            Groups = root.TryGetProperty("groups", out var groups) ? [.. groups.EnumerateArray().Select(Number)] : [],
        };
    }

    /// <summary>A submission that waits.</summary>
    public static Judged Of(Submission submission) =>
        new(submission.Id, submission.Entrant, submission.Label, submission.At, Verdict.None, 0);

    /// <summary>With what came of it.</summary>
    public Judged With(Judgement judgement) =>
        this with
        {
            Verdict = judgement.Verdict,
            Share = judgement.Share,
            Groups = SharesOf(judgement),
        };

    public bool Equals(Judged other) =>
        (Submission, Entrant, Label, At, Verdict, Share)
            == (other.Submission, other.Entrant, other.Label, other.At, other.Verdict, other.Share)
        && Groups.SequenceEqual(other.Groups);

    public override int GetHashCode() => HashCode.Combine(Submission, Entrant, Label, At, Verdict, Share, Groups.Count);

    /// <summary>Text of the event that <see cref="From"/> reads.</summary>
    internal string ToEventText() =>
        JsonSerializer.Serialize(
            new
            {
                label = Label,
                at = At.ToUnixTimeMilliseconds(),
                verdict = Verdict.ToString(),
                share = Share.ToString(CultureInfo.InvariantCulture),
                groups = Groups.Select(share => share.ToString(CultureInfo.InvariantCulture)),
            }
        );

    /// <summary>
    /// Weighted shares of the groups. Where they do not add up to the judgement's share, as with a minimum over groups or a scoring rule of
    /// the problem's own, a part of one submission says nothing beside a part of another, and there are none.
    /// </summary>
    internal static IReadOnlyList<decimal> SharesOf(Judgement judgement)
    {
        var shares = judgement.Groups.Select(group => group.Share * group.Weight).ToList();
        return shares.Count > 1 && decimal.Round(shares.Sum() - judgement.Share, SharePlaces) == 0 ? shares : [];
    }

    private static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}

/// <summary>The facts from which a board is built.</summary>
internal interface IBoardFacts
{
    /// <summary>All submissions of a contest with the verdicts that count, in the order they came in.</summary>
    Task<IReadOnlyList<Judged>> OfContestAsync(ContestId contest, CancellationToken ct);
}
