using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using Judge.Contests;

namespace ArenaWeb.Tests.Clarifications;

/// <summary>Questions and announcements that rules are tried on.</summary>
internal static class SomeClarifications
{
    public static readonly DateTimeOffset Start = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    public static readonly EntrantId Asker = new(7);

    public static readonly EntrantId Other = new(8);

    public static readonly StaffVisitor An = new("an", "Thầy An", Roles.Juror);

    public static readonly StaffVisitor Binh = new("binh", "Cô Bình", Roles.Juror);

    public static DateTimeOffset Minute(double minutes) => Start.AddMinutes(minutes);

    public static Clarification Question(string? label = "A", double minute = 1) =>
        new(5, new ContestId(1), Asker, 1, label, [Act(ActKind.Asked, minute, "n lớn tới đâu ạ?")]);

    public static Clarification Announcement(string text = "Nghỉ 5 phút", double minute = 1, double? from = null, string? label = null) =>
        new(6, new ContestId(1), null, 0, label, [Act(ActKind.Announced, minute, text, Audience.All, from)]);

    /// <summary>The same with what a rule has decided.</summary>
    public static Clarification With(this Clarification about, Decision decision) =>
        about with
        {
            Acts = [.. about.Acts, Assert.IsType<ClarificationAct>(decision.Act) with { Id = about.Acts.Count + 1 }],
        };

    public static Clarification Answered(this Clarification about, string text, Audience audience, double minute, string? shown = null) =>
        about.With(ClarificationRule.Answer(about, An, new(text, audience, shown), Minute(minute)));

    public static Clarification Corrected(this Clarification about, string text, Audience audience, double minute, double? from = null) =>
        about.With(
            ClarificationRule.Correct(
                about,
                An,
                new(text, audience, null, from is { } at ? Minute(at) : null),
                about.Current!.Id,
                Minute(minute)
            )
        );

    private static ClarificationAct Act(ActKind kind, double minute, string text, Audience audience = Audience.None, double? from = null) =>
        new(1, kind, Minute(minute), "", "", text, audience, Minute(from ?? minute), "");
}
