using ArenaWeb.Contests;

namespace ArenaWeb.Tests.Contests;

public sealed class ProblemPicksTests
{
    [Theory]
    [InlineData("", "BAI1")]
    [InlineData(", ", "BAI1")]
    [InlineData("BAI1,BAI2", "BAI3")]
    [InlineData("BAI10,BAI9", "BAI11")]
    [InlineData("a,b", "C")]
    [InlineData("B,A", "C")]
    [InlineData("Z", "")]
    [InlineData("SONUT", "")]
    public void Labels_go_on_as_they_began(string labels, string next) => Assert.Equal(next, ProblemPicks.NextLabel(labels.Split(',')));

    [Theory]
    [InlineData("up:1", "yxz")]
    [InlineData("down:1", "xzy")]
    [InlineData("remove:1", "xz")]
    [InlineData("up:0", "xyz")]
    [InlineData("down:2", "xyz")]
    [InlineData("up:99", "xyz")]
    [InlineData("up:-1", "xyz")]
    [InlineData("up:9999999999", "xyz")]
    [InlineData("up", "xyz")]
    [InlineData("find", "xyz")]
    [InlineData(null, "xyz")]
    public void A_button_puts_problems_in_another_order_and_leaves_labels_in_theirs(string? act, string names)
    {
        var form = Form();
        ProblemPicks.Do(form, act);
        ProblemPicks.Settle(form, _ => "100");
        Assert.Equal(names, string.Concat(form.Problems.Select(line => line.Name)));
        Assert.Equal(form.Problems.Select(line => line.Label).Order(), form.Problems.Select(line => line.Label));
    }

    [Fact]
    public void What_is_chosen_gets_the_next_label_and_its_full_score_and_keeps_what_was_typed()
    {
        var form = Form();
        form.Problems.Add(new() { Name = "new", Chosen = true });
        form.Problems.Add(new() { Name = "other" });
        ProblemPicks.Settle(form, name => name == "new" ? "8,75" : "1");
        Assert.Equal(["A", "B", "C", "D"], form.Problems.Select(line => line.Label));
        Assert.Equal(["10", "20", "30", "8,75"], form.Problems.Select(line => line.Points));
    }

    private static ContestForm Form() => new() { Problems = [Line("x", "A", "10"), Line("y", "B", "20"), Line("z", "C", "30")] };

    private static ContestForm.ProblemLine Line(string name, string label, string points) =>
        new()
        {
            Name = name,
            Chosen = true,
            Label = label,
            Points = points,
        };
}
