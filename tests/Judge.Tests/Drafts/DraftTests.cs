using FsCheck.Fluent;
using Judge.Drafts;

namespace Judge.Tests.Drafts;

public sealed class DraftTests
{
    private static readonly DraftText First = Text("first", "a", 1);

    [Fact]
    public void The_same_page_replaces_what_it_wrote()
    {
        var draft = new Draft().After(First, 0).After(Text("second", "a", 2), 0);
        Assert.Equal((Text("second", "a", 2), null), (draft.Newest, draft.Other));
    }

    [Fact]
    public void Another_page_replaces_what_it_has_shown()
    {
        var draft = new Draft().After(First, 0).After(Text("second", "b", 2), seen: 1);
        Assert.Null(draft.Other);
    }

    [Fact]
    public void What_another_page_has_not_seen_stands_beside_the_newest()
    {
        var draft = new Draft().After(First, 0).After(Text("second", "b", 2), seen: 0);
        Assert.Equal(("second", "first"), (draft.Newest!.Text, draft.Other!.Text));
        draft = draft.After(Text("third", "b", 3), seen: 0);
        Assert.Equal(("third", "first"), (draft.Newest!.Text, draft.Other!.Text));
    }

    [Fact]
    public void Two_pages_that_write_in_turn_keep_the_newest_of_both()
    {
        var draft = new Draft().After(First, 0).After(Text("second", "b", 2), seen: 0).After(Text("third", "a", 3), seen: 1);
        Assert.Equal(("third", "second"), (draft.Newest!.Text, draft.Other!.Text));
    }

    [Fact]
    public void Who_takes_the_other_text_leaves_the_newest_as_the_other()
    {
        var draft = new Draft().After(First, 0).After(Text("second", "b", 2), seen: 0).After(Text("first", "b", 3), seen: 2);
        Assert.Equal(("first", "second"), (draft.Newest!.Text, draft.Other!.Text));
    }

    [Fact]
    public void The_same_text_of_two_pages_is_no_choice() =>
        Assert.Null(new Draft().After(First, 0).After(First with { Writer = "b", At = 2 }, seen: 0).Other);

    [Fact]
    public void In_whatever_order_numbered_texts_come_the_greatest_number_wins() =>
        Prop.ForAll(
                Gen.Choose(1, 20).NonEmptyListOf().ToArbitrary(),
                numbers =>
                {
                    var draft = numbers.Aggregate(new Draft(), (one, n) => one.AfterNumbered(Text($"{n}", "", n) with { Number = n }));
                    return draft.Newest!.Number == numbers.Max() && draft.Newest.Text == $"{numbers.Max()}" && draft.Other is null;
                }
            )
            .Holds();

    [Fact]
    public void Of_two_texts_with_one_number_the_first_stays()
    {
        var first = Text("a", "", 1) with { Number = 4 };
        Assert.Equal(first, new Draft().AfterNumbered(first).AfterNumbered(first with { Text = "b", At = 2 }).Newest);
    }

    private static DraftText Text(string text, string writer, long at) => new("pascal", text, writer, at);
}
