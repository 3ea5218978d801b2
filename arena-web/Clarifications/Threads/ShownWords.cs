using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Clarifications.Threads;

/// <summary>How questions, announcements and their state are called.</summary>
internal static class ShownWords
{
    /// <summary>Announcement · Problem A; to whoever asked, which of the own questions it is.</summary>
    public static string Title(ShownClarification shown, Phrases words)
    {
        var kind = shown switch
        {
            { IsOwn: true, Current: not null } => words["talk.answer.own", shown.About.Ordinal],
            { IsOwn: true } => words["talk.question.own", shown.About.Ordinal],
            { About.IsQuestion: true } => words["talk.answer"],
            _ => words["talk.announcement"],
        };
        return $"{kind} · {Category(shown.About.Label, words)}";
    }

    /// <summary>To the staff: Problem A · HS001, or Announcement · Problem A.</summary>
    /// <param name="number">Candidate number of who asked; null: the jury began it.</param>
    public static string Title(Clarification about, string? number, Phrases words) =>
        number is null ? $"{words["talk.announcement"]} · {Category(about.Label, words)}" : $"{Category(about.Label, words)} · {number}";

    public static string Category(string? label, Phrases words) => label is null ? words["talk.general"] : words["talk.problem", label];

    public static string State(this ClarificationState state, Phrases words) => words[$"talk.state.{state}"];

    /// <summary>Class of the chip that names the state.</summary>
    public static string Chip(this ClarificationState state) =>
        state switch
        {
            ClarificationState.New or ClarificationState.Planned => "chip chip-soon",
            ClarificationState.Claimed => "chip",
            ClarificationState.Withdrawn => "chip chip-off",
            _ => "chip chip-on",
        };

    /// <summary>Minutes and seconds that are left of a claim.</summary>
    public static string Left(ClarificationAct claim, DateTimeOffset now) =>
        (claim.At + Clarification.ClaimTime - now).ToString(@"m\:ss", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>For how long it has waited.</summary>
    public static string Age(DateTimeOffset asked, DateTimeOffset now, Phrases words) =>
        (int)(now - asked).TotalMinutes is var minutes && minutes < 1 ? words["talk.age.now"]
        : minutes < 120 ? words["talk.age.minutes", minutes]
        : words["talk.age.hours", minutes / 60];

    /// <summary>A contest's problems, before them "about none".</summary>
    public static IEnumerable<string?> Categories(Contest contest) => contest.Problems.Select(problem => problem.Label).Prepend(null);
}
