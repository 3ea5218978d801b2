using FsCheck.Fluent;
using Judge.Marking;

namespace Judge.Tests.Marking;

public sealed class SheetTests
{
    private static readonly Rubric Rubric = SomeRubric.Of((50, 10, 0.5m), (50, 5, 0.25m)) with
    {
        Gates =
        [
            new Gate
            {
                Code = "theme",
                Question = new Dictionary<string, string> { ["vi"] = "?", ["en"] = "?" },
            },
        ],
    };

    private static readonly Sheet Draft = new()
    {
        Juror = new JurorId(1),
        Entry = new EntryId(1),
        State = SheetState.Marking,
    };

    private static readonly Sheet Whole = Draft with
    {
        Marks = SomeRubric.Marks(8, 4),
        Answers = new Dictionary<string, bool> { ["theme"] = false },
    };

    [Fact]
    public void What_is_missing_is_named_by_the_number_of_its_criterion() =>
        Assert.Equal(
            ["Tiêu chí 2 chưa có điểm.", "Câu hỏi 1 chưa được trả lời có hay không."],
            SheetRule.Missing(Rubric, Draft with { Marks = SomeRubric.Marks(8) }).Select(said => Sentences.InVietnamese[said])
        );

    [Theory]
    [InlineData(0, true)]
    [InlineData(3.5, true)]
    [InlineData(4, false)]
    public void A_low_mark_wants_a_comment(double mark, bool wanted)
    {
        var low = Whole with { Marks = SomeRubric.Marks((decimal)mark, 4) };
        Assert.Equal(wanted ? ["marking.missing.comment"] : [], SheetRule.Missing(Rubric, low).Select(said => said.Key));
        Assert.Equal(wanted, SheetRule.Missing(Rubric, low with { Comments = new Dictionary<string, string> { ["c1"] = " " } }).Count > 0);
        Assert.Empty(SheetRule.Missing(Rubric, low with { Comments = new Dictionary<string, string> { ["c1"] = "Chưa có minh chứng." } }));
    }

    [Fact]
    public void A_no_to_a_question_holds_nothing_back() => Assert.Empty(SheetRule.Missing(Rubric, Whole));

    [Theory]
    [InlineData(10, true)]
    [InlineData(0, true)]
    [InlineData(10.5, false)]
    [InlineData(-0.5, false)]
    [InlineData(7.25, false)]
    public void A_mark_is_a_whole_multiple_of_its_step_up_to_the_full_mark(double mark, bool good) =>
        Assert.Equal(good, SheetRule.Flaws(Rubric, Draft with { Marks = SomeRubric.Marks((decimal)mark) }) is []);

    [Fact]
    public void What_the_rubric_does_not_have_stands_on_no_sheet()
    {
        Assert.NotEmpty(SheetRule.Flaws(Rubric, Draft with { Marks = SomeRubric.Marks(1, 1, 1) }));
        Assert.NotEmpty(SheetRule.Flaws(Rubric, Draft with { Answers = new Dictionary<string, bool> { ["c1"] = true } }));
        Assert.NotEmpty(SheetRule.Flaws(Rubric, Draft with { Comments = new Dictionary<string, string> { ["c1"] = new('x', 20_001) } }));
    }

    [Fact]
    public void A_sheet_goes_from_waiting_to_locked_and_not_back()
    {
        var open = Play(Draft with { State = SheetState.Waiting, Marks = Whole.Marks, Answers = Whole.Answers }, SheetAct.Open);
        var handedIn = Play(open, SheetAct.HandIn);
        Assert.Equal(SheetState.Marking, Play(handedIn, SheetAct.TakeBack).State);
        var locked = Play(handedIn, SheetAct.Lock);
        Assert.Equal(SheetState.Locked, locked.State);
        Assert.All(
            [SheetAct.Open, SheetAct.HandIn, SheetAct.TakeBack, SheetAct.Lock, SheetAct.Recuse, SheetAct.Return],
            act => Assert.Equal("marking.sheet.locked", SheetRule.After(Rubric, locked, act, default, "why").Refused!.Key)
        );
    }

    [Fact]
    public void An_unfinished_sheet_is_not_handed_in_and_the_sentence_says_what_is_missing() =>
        Assert.Equal(
            "Chưa nộp được phiếu: Tiêu chí 1 chưa có điểm.; Tiêu chí 2 chưa có điểm.; Câu hỏi 1 chưa được trả lời có hay không.",
            Sentences.InVietnamese[SheetRule.After(Rubric, Draft, SheetAct.HandIn).Refused!]
        );

    [Fact]
    public void A_sheet_is_not_taken_back_once_the_entry_has_all() =>
        Assert.Equal(
            "marking.sheet.allIn",
            SheetRule.After(Rubric, Play(Whole, SheetAct.HandIn), SheetAct.TakeBack, new SheetRound(AllHandedIn: true)).Refused!.Key
        );

    [Fact]
    public void A_returned_sheet_goes_on_as_its_next_version_and_stays_as_it_was()
    {
        var step = SheetRule.After(Rubric, Play(Whole, SheetAct.HandIn), SheetAct.Return, default, "Hãy xem lại tiêu chí 2.");
        Assert.Equal((SheetState.Returned, 1, "Hãy xem lại tiêu chí 2."), (step.Sheet.State, step.Sheet.Version, step.Sheet.Reason));
        Assert.Equal((SheetState.Marking, 2, ""), (step.Next!.State, step.Next.Version, step.Next.Reason));
        Assert.Equal(Whole.Marks, step.Next.Marks);
    }

    [Fact]
    public void A_locked_sheet_is_revised_in_a_dialogue_only_and_counts_until_the_revision_is_locked()
    {
        var locked = Whole with { State = SheetState.Locked };
        Assert.Equal("marking.sheet.noDialogue", SheetRule.After(Rubric, locked, SheetAct.Revise, default, "why").Refused!.Key);
        var step = SheetRule.After(Rubric, locked, SheetAct.Revise, new SheetRound(InDialogue: true), "Thống nhất sau đối thoại.");
        Assert.Equal(1, SheetRule.Counting([step.Sheet, step.Next!])!.Version);
        var again = step.Next! with { State = SheetState.Locked };
        Assert.Equal(2, SheetRule.Counting([step.Sheet, again])!.Version);
        Assert.Equal(1, SheetRule.Independent([step.Sheet, again])!.Version);
        Assert.Null(SheetRule.Counting([step.Sheet, again with { State = SheetState.Void }]));
        Assert.Null(SheetRule.Independent([step.Sheet, again with { State = SheetState.Void }]));
    }

    [Fact]
    public void Whatever_is_done_no_draft_ever_counts_and_what_is_locked_keeps_its_marks() =>
        Prop.ForAll(
                Gen.Elements(Enum.GetValues<SheetAct>()).ListOf(12).ToArbitrary(),
                acts =>
                {
                    List<Sheet> versions = [Whole with { State = SheetState.Waiting }];
                    foreach (var act in acts)
                    {
                        var step = SheetRule.After(Rubric, versions[^1], act, new SheetRound(InDialogue: true), "why");
                        versions[^1] = step.Sheet;
                        versions.AddRange(step.Next is { } next ? [next] : []);
                    }

                    var counting = SheetRule.Counting(versions);
                    return versions.All(sheet => ReferenceEquals(sheet.Marks, Whole.Marks))
                        && versions.SkipLast(1).All(sheet => sheet.State is SheetState.Returned or SheetState.Revised)
                        && counting?.State is null or SheetState.Locked or SheetState.Revised;
                }
            )
            .Holds();

    private static Sheet Play(Sheet sheet, SheetAct act)
    {
        var step = SheetRule.After(Rubric, sheet, act);
        Assert.Null(step.Refused);
        return step.Sheet;
    }
}
