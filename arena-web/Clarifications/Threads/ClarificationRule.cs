using ArenaWeb.Accounts;
using ArenaWeb.Words;

namespace ArenaWeb.Clarifications.Threads;

/// <summary>What of the staff's acts can be done. Pure.</summary>
internal static class ClarificationRule
{
    /// <summary>Longest answer or announcement, in UTF-16 units.</summary>
    public const int LongestSaid = 4_000;

    public static Decision Claim(Clarification about, StaffVisitor who, DateTimeOffset now) =>
        !about.IsOpen ? ClarificationResult.AlreadyAnswered
        : about.ClaimAt(now) is { } other && other.Actor != who.Login ? ClarificationResult.ClaimedByOther
        : Done(ActKind.Claimed, who, now);

    public static Decision Release(Clarification about, StaffVisitor who, DateTimeOffset now) =>
        about.ClaimAt(now)?.Actor == who.Login ? Done(ActKind.Released, who, now) : ClarificationResult.NothingToDo;

    /// <summary>The same answer once more is the same answer. It need not be claimed, unless somebody else has.</summary>
    public static Decision Answer(Clarification about, StaffVisitor who, Wording words, DateTimeOffset now) =>
        !about.IsQuestion ? ClarificationResult.NothingToDo
        : about.Current is { } said
            ? words.IsSaidBy(said) ? ClarificationResult.NothingToDo
                : ClarificationResult.AlreadyAnswered
        : about.ClaimAt(now) is { } other && other.Actor != who.Login ? ClarificationResult.ClaimedByOther
        : Say(ActKind.Answered, about, who, words with { From = null }, now);

    /// <summary>Who could read the old text must be able to read the new one, so an audience grows and never shrinks.</summary>
    /// <param name="seen">Number of what counted when the form was opened.</param>
    public static Decision Correct(Clarification about, StaffVisitor who, Wording words, long seen, DateTimeOffset now)
    {
        if (about.Current is not { } said)
        {
            return about.IsOpen ? ClarificationResult.NotAnswered : ClarificationResult.NothingToDo;
        }
        var widened = words with
        {
            Audience = words.Audience > said.Audience ? words.Audience : said.Audience,
            From = said.IsPlannedAt(now) ? words.From : null,
        };
        return widened.IsSaidBy(said) && (widened.From is null || widened.From == said.From) ? ClarificationResult.NothingToDo
            : said.Id != seen ? ClarificationResult.Stale
            : Say(ActKind.Corrected, about, who, widened, now);
    }

    public static Decision Announce(StaffVisitor who, Wording words, DateTimeOffset now) => Say(ActKind.Announced, null, who, words, now);

    public static Decision Withdraw(Clarification about, StaffVisitor who, DateTimeOffset now) =>
        about is { IsQuestion: false, Current: { } said }
            ? new Decision(ClarificationResult.Done, New(ActKind.Withdrawn, who, now) with { Audience = said.Audience })
            : ClarificationResult.NothingToDo;

    /// <summary>Names of pupils that stand in a text for all, in any letter case and with any tone place.</summary>
    public static IEnumerable<string> NamesIn(string text, IEnumerable<string> names)
    {
        var said = $" {Plain(text)} ";
        // A name of one word is a word of the language as well.
        return names.Where(name =>
            Plain(name) is var plain && plain.Contains(' ') && said.Contains($" {plain} ", StringComparison.Ordinal)
        );

        static string Plain(string words) =>
            Folding.SameName(
                string.Concat(
                    words.Select(sign =>
                        char.IsLetterOrDigit(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.NonSpacingMark
                            ? sign
                            : ' '
                    )
                )
            );
    }

    private static Decision Say(ActKind kind, Clarification? about, StaffVisitor who, Wording words, DateTimeOffset now)
    {
        var text = TypedWords.Clean(words.Text);
        var shown = about is { IsQuestion: true } && words.Audience > Audience.One ? TypedWords.Clean(words.Shown) : "";
        return text.Length == 0 ? ClarificationResult.Empty
            : text.Length > LongestSaid || shown.Length > AskRule.LongestQuestion ? ClarificationResult.TooLong
            : words.From is { } from && from <= now ? ClarificationResult.InThePast
            : new Decision(
                ClarificationResult.Done,
                New(kind, who, now) with
                {
                    Text = text,
                    Audience = words.Audience,
                    From = words.From ?? now,
                    Shown = shown,
                }
            );
    }

    private static Decision Done(ActKind kind, StaffVisitor who, DateTimeOffset now) => new(ClarificationResult.Done, New(kind, who, now));

    private static ClarificationAct New(ActKind kind, StaffVisitor who, DateTimeOffset now) =>
        new(0, kind, now, who.Login, who.Name, "", Audience.None, now, "");
}

/// <summary>What somebody of the staff wants to say.</summary>
/// <param name="Shown">The question as all may read it, where it is an answer to all.</param>
/// <param name="From">When; null: now.</param>
internal sealed record Wording(string? Text, Audience Audience, string? Shown = null, DateTimeOffset? From = null)
{
    /// <summary>Whether just that is said already, to as many.</summary>
    public bool IsSaidBy(ClarificationAct said) =>
        said.Text == TypedWords.Clean(Text)
        && said.Audience == Audience
        && (Audience == Audience.One || said.Shown == TypedWords.Clean(Shown));
}

/// <param name="Act">Null exactly when it is not done.</param>
internal sealed record Decision(ClarificationResult Result, ClarificationAct? Act)
{
    public static implicit operator Decision(ClarificationResult refused) => new(refused, null);
}

/// <summary>What came of an act; a sentence for each refusal stands at <c>talk.refused.</c> and its name.</summary>
internal enum ClarificationResult
{
    None,
    Done,

    /// <summary>It is so already.</summary>
    NothingToDo,

    /// <summary>There is no such question in this contest.</summary>
    NotFound,
    ClaimedByOther,
    AlreadyAnswered,

    /// <summary>What is not answered cannot be corrected.</summary>
    NotAnswered,
    Empty,
    TooLong,

    /// <summary>The planned moment has passed.</summary>
    InThePast,

    /// <summary>A text for all holds the name of a pupil.</summary>
    HasName,

    /// <summary>The entrant has as many questions waiting as one may have.</summary>
    TooMany,

    /// <summary>The entrant asked a moment ago.</summary>
    TooSoon,

    /// <summary>The contest is over.</summary>
    Closed,

    /// <summary>Others have changed it since it was opened.</summary>
    Stale,
}
