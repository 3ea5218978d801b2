using ArenaWeb.Clarifications.Threads;
using FsCheck.Fluent;
using Judge.Contests;
using Judge.Tests;
using static ArenaWeb.Tests.Clarifications.SomeClarifications;

namespace ArenaWeb.Tests.Clarifications;

public sealed class VisibilityTests
{
    [Fact]
    public void Who_asked_sees_the_question_before_there_is_an_answer_and_nobody_else_does()
    {
        Assert.Equal("n lớn tới đâu ạ?", Shown(Question(), Asker, 2)!.Question);
        Assert.Null(Shown(Question(), Other, 2));
    }

    [Fact]
    public void An_answer_to_one_is_seen_by_that_one()
    {
        var answered = Question().Answered("Tới 1000", Audience.One, 2);
        Assert.Equal("Tới 1000", Shown(answered, Asker, 2)!.Current!.Text);
        Assert.Null(Shown(answered, Other, 2));
    }

    [Fact]
    public void Of_an_answer_to_all_others_read_the_question_only_in_the_words_of_the_jury()
    {
        Assert.Equal("", Shown(Question().Answered("Tới 1000", Audience.All, 2), Other, 2)!.Question);
        var shown = Shown(Question().Answered("Tới 1000", Audience.All, 2, "Giới hạn của n?"), Other, 2)!;
        Assert.Equal(("Giới hạn của n?", "Tới 1000", false), (shown.Question, shown.Current!.Text, shown.IsOwn));
    }

    [Fact]
    public void A_correction_strikes_what_was_seen_before()
    {
        var corrected = Question().Answered("Tới 1000", Audience.All, 2).Corrected("Tới 2000", Audience.All, 3);
        Assert.Equal(["Tới 1000", "Tới 2000"], Shown(corrected, Other, 3)!.Said.Select(act => act.Text));
    }

    [Fact]
    public void A_correction_to_all_of_an_answer_to_one_tells_others_the_new_text_alone()
    {
        var corrected = Question().Answered("Em đọc lại đề", Audience.One, 2).Corrected("Tới 2000", Audience.All, 3);
        Assert.Equal(["Tới 2000"], Shown(corrected, Other, 3)!.Said.Select(act => act.Text));
        Assert.Equal(["Em đọc lại đề", "Tới 2000"], Shown(corrected, Asker, 3)!.Said.Select(act => act.Text));
    }

    [Fact]
    public void What_is_planned_shows_from_its_moment_on()
    {
        var planned = Announcement(from: 10);
        Assert.Null(Shown(planned, Other, 9.9));
        Assert.NotNull(Shown(planned, Other, 10));
    }

    [Fact]
    public void What_was_corrected_before_anybody_saw_it_never_shows()
    {
        var corrected = Announcement("Nghỉ 5 phút", from: 10).Corrected("Nghỉ 10 phút", Audience.All, 5, from: 12);
        Assert.Null(Shown(corrected, Other, 11));
        Assert.Equal(["Nghỉ 10 phút"], Shown(corrected, Other, 12)!.Said.Select(act => act.Text));
    }

    [Fact]
    public void What_is_taken_back_before_its_moment_never_shows_and_afterwards_it_is_struck_and_leaves_the_public_board()
    {
        var planned = Announcement(from: 10);
        var early = planned.With(ClarificationRule.Withdraw(planned, An, Minute(5)));
        Assert.Null(Shown(early, Other, 20));
        var open = Announcement() with { Acts = [Announcement().First with { Audience = Audience.Everybody }] };
        Assert.Single(Visibility.ForPublic([open], Start, Minute(2)));
        var late = open.With(ClarificationRule.Withdraw(open, An, Minute(5)));
        Assert.Equal(Minute(5), Shown(late, Other, 6)!.Withdrawn);
        Assert.Empty(Visibility.ForPublic([late], Start, Minute(6)));
    }

    [Fact]
    public void What_tells_of_the_paper_waits_until_the_readers_own_clock_runs()
    {
        var later = Minute(60);
        var answered = Question(null).Answered("Tới 1000", Audience.All, 2);
        Assert.Null(Visibility.For(Other, answered, later, Minute(59)));
        Assert.NotNull(Visibility.For(Other, answered, later, later));
        Assert.Null(Visibility.For(Other, Announcement(label: "A"), later, Minute(59)));
        Assert.NotNull(Visibility.For(Other, Announcement(), later, Minute(2)));
    }

    [Fact]
    public void Who_starts_after_a_correction_reads_the_right_text_alone()
    {
        var corrected = Question().Answered("Tới 1000", Audience.All, 2).Corrected("Tới 2000", Audience.All, 3);
        Assert.Equal(["Tới 2000"], Visibility.For(Other, corrected, Minute(60), Minute(61))!.Said.Select(act => act.Text));
    }

    [Fact]
    public void Whatever_jurors_do_nobody_reads_what_was_not_said_to_them_nor_before_its_time() =>
        Prop.ForAll<byte[]>(steps =>
            {
                var (about, now) = RandomHistory.Play(steps);
                var starts = Minute(steps.Length % 9);
                var other = Visibility.For(Other, about, starts, now);
                var own = Visibility.For(Asker, about, starts, now);
                var open = Visibility.ForPublic([about], starts, now);
                return (other?.Said ?? []).All(act => act.Audience >= Audience.All && Visibility.VisibleFrom(about, act, starts) <= now)
                    && (other is null || other.Question == other.Current!.Shown)
                    && open.All(shown => shown.Said.All(act => act.Audience == Audience.Everybody))
                    && (!about.IsQuestion || own!.Question == about.First.Text)
                    && (other?.Said ?? []).All(act => own!.Said.Contains(act));
            })
            .Holds(300);

    [Fact]
    public void Whatever_jurors_do_one_claims_at_most_and_an_audience_never_shrinks() =>
        Prop.ForAll<byte[]>(steps =>
            {
                var (about, now) = RandomHistory.Play(steps);
                var said = about.Acts.Where(act => act.IsSaid).ToList();
                return said.Zip(said.Skip(1)).All(pair => pair.First.Audience <= pair.Second.Audience)
                    && about.IsOpen == (about.StateAt(now) is ClarificationState.New or ClarificationState.Claimed)
                    && (about.ClaimAt(now) is null || about.StateAt(now) == ClarificationState.Claimed)
                    && RandomHistory.ClaimsThatOverlap(about) == 0;
            })
            .Holds(300);

    [Fact]
    public void After_all_moments_have_passed_everybody_reads_what_counts() =>
        Prop.ForAll<byte[]>(steps =>
            {
                var (about, now) = RandomHistory.Play(steps);
                var shown = Visibility.For(Other, about, Start, now.AddDays(1));
                return about.Current is not { Audience: > Audience.One } current
                    ? shown is null or { Withdrawn: not null }
                    : shown!.Current == current && shown.Withdrawn is null;
            })
            .Holds(300);

    private static ShownClarification? Shown(Clarification about, EntrantId reader, double minute) =>
        Visibility.For(reader, about, Start, Minute(minute));
}
