using System.Text;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Words;
using FsCheck.Fluent;
using Judge.Tests;
using static ArenaWeb.Tests.Clarifications.SomeClarifications;

namespace ArenaWeb.Tests.Clarifications;

public sealed class ClarificationRuleTests
{
    private static readonly Clarification Claimed = Question().With(ClarificationRule.Claim(Question(), An, Minute(2)));

    [Fact]
    public void A_claim_keeps_others_away_for_three_minutes_and_no_longer()
    {
        Assert.Equal(ClarificationResult.ClaimedByOther, ClarificationRule.Claim(Claimed, Binh, Minute(4.9)).Result);
        Assert.Equal(ClarificationResult.ClaimedByOther, ClarificationRule.Answer(Claimed, Binh, To(Audience.One), Minute(4.9)).Result);
        Assert.Equal(ClarificationResult.Done, ClarificationRule.Claim(Claimed, Binh, Minute(5)).Result);
        Assert.Equal(ClarificationState.Claimed, Claimed.StateAt(Minute(4.9)));
        Assert.Equal(ClarificationState.New, Claimed.StateAt(Minute(5)));
    }

    [Fact]
    public void Who_claimed_can_keep_it_longer_and_give_it_back()
    {
        Assert.Equal(ClarificationResult.Done, ClarificationRule.Claim(Claimed, An, Minute(4)).Result);
        Assert.Equal(ClarificationResult.NothingToDo, ClarificationRule.Release(Claimed, Binh, Minute(3)).Result);
        var released = Claimed.With(ClarificationRule.Release(Claimed, An, Minute(3)));
        Assert.Equal(ClarificationResult.Done, ClarificationRule.Claim(released, Binh, Minute(3)).Result);
    }

    [Fact]
    public void The_same_answer_once_more_is_the_same_and_another_one_is_refused()
    {
        var answered = Question().Answered("Tới 1000", Audience.One, 2);
        Assert.Equal(ClarificationResult.NothingToDo, ClarificationRule.Answer(answered, An, To(Audience.One), Minute(3)).Result);
        Assert.Equal(ClarificationResult.AlreadyAnswered, ClarificationRule.Answer(answered, An, To(Audience.All), Minute(3)).Result);
    }

    [Fact]
    public void A_correction_of_what_others_have_corrected_meanwhile_is_refused()
    {
        var answered = Question().Answered("Tới 1000", Audience.One, 2);
        var seen = answered.Current!.Id;
        var corrected = answered.Corrected("Tới 2000", Audience.One, 3);
        var late = ClarificationRule.Correct(corrected, Binh, new("Tới 3000", Audience.One), seen, Minute(4));
        Assert.Equal(ClarificationResult.Stale, late.Result);
    }

    [Fact]
    public void A_question_can_be_corrected_once_it_is_answered_and_never_taken_back()
    {
        Assert.Equal(ClarificationResult.NotAnswered, ClarificationRule.Correct(Question(), An, To(Audience.One), 0, Minute(2)).Result);
        var answered = Question().Answered("Tới 1000", Audience.All, 2);
        Assert.Equal(ClarificationResult.NothingToDo, ClarificationRule.Withdraw(answered, An, Minute(3)).Result);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u202e\u0000\n ")]
    public void Nothing_is_said_without_words(string text) =>
        Assert.Equal(ClarificationResult.Empty, ClarificationRule.Announce(An, new(text, Audience.All), Minute(1)).Result);

    [Fact]
    public void A_hundred_kilobytes_are_too_long_and_a_moment_that_has_passed_is_none()
    {
        var long_ = new Wording(new string('x', 100_000), Audience.All);
        Assert.Equal(ClarificationResult.TooLong, ClarificationRule.Announce(An, long_, Minute(1)).Result);
        var past = new Wording("Nghỉ", Audience.All, null, Minute(0));
        Assert.Equal(ClarificationResult.InThePast, ClarificationRule.Announce(An, past, Minute(1)).Result);
    }

    [Fact]
    public void A_question_waits_its_turn_and_five_of_one_entrant_are_enough()
    {
        Clarification[] open = [.. Enumerable.Range(0, AskRule.MostOpen).Select(i => Question(minute: i))];
        Assert.Equal(ClarificationResult.TooMany, AskRule.Look("x", open, Minute(60)));
        Assert.Equal(ClarificationResult.Done, AskRule.Look("x", open[1..], Minute(60)));
        Assert.Equal(ClarificationResult.TooSoon, AskRule.Look("x", [Question(minute: 1)], Minute(1.3)));
        Assert.Equal(ClarificationResult.Done, AskRule.Look("x", [Question(minute: 1)], Minute(1.4)));
        Assert.Equal(ClarificationResult.TooLong, AskRule.Look(new string('x', AskRule.LongestQuestion + 1), [], Minute(1)));
    }

    [Theory]
    [InlineData("Bạn nguyễn thị  minh anh hỏi", true)]
    [InlineData("(Nguyễn Thị Minh Anh)", true)]
    [InlineData("Nguyễn Thị Minh Ánh", false)]
    [InlineData("Nguyễn Thị Minh Anhh", false)]
    [InlineData("Hoà hỏi: n lớn tới đâu?", false)]
    [InlineData("Trần văn Hoà hỏi", true)]
    public void A_name_of_a_pupil_is_found_however_it_is_written(string text, bool found) =>
        Assert.Equal(found, ClarificationRule.NamesIn(text, ["Nguyễn Thị Minh Anh", "Trần Văn Hòa", "Hòa"]).Any());

    [Theory]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("\u202eabc\u2069\u0000\u0007", "abc")]
    [InlineData("Hoa\u0300", "Hoà")]
    [InlineData("\ufeff <script>alert(1)</script> ", "<script>alert(1)</script>")]
    public void What_is_typed_loses_what_nobody_sees(string typed, string cleaned) => Assert.Equal(cleaned, TypedWords.Clean(typed));

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_the_sign_for_what_cannot_be_read() => Assert.Equal("\ufffdx", TypedWords.Clean("\ud800x"));

    [Fact]
    public void Cleaning_what_is_clean_changes_nothing_and_leaves_no_control_sign() =>
        Prop.ForAll<string>(typed =>
            {
                var once = TypedWords.Clean(typed);
                return TypedWords.Clean(once) == once
                    && once.EnumerateRunes().All(rune => rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
                    && once.IsNormalized();
            })
            .Holds(300);

    private static Wording To(Audience audience) => new("Tới 1000", audience);
}
