using System.Text;
using ArenaWeb.Puzzles.Rules;

namespace ArenaWeb.Tests.Puzzles;

public sealed class ProgramShapeTests
{
    private const string Walk =
        """{"type":"sc_repeat","id":"b","inputs":{"TIMES":{"shadow":{"type":"sc_number","fields":{"NUM":5}}},"DO":"""
        + """{"block":{"type":"sc_forward"}}}}""";

    [Theory]
    [InlineData("""{"type":"sc_start","id":"a","x":1,"y":2,"next":{"block":WALK}}""", true)]
    [InlineData("""{"type":"sc_start","id":"z","x":7,"collapsed":true,"next":{"block":WALK9}}""", true)] // other number, id and place
    [InlineData("""{"type":"sc_start","next":{"block":WALK}},{"type":"sc_left"}""", true)] // a loose block
    [InlineData("""{"type":"sc_start","next":{"block":TURN}}""", false)]
    [InlineData("""{"type":"sc_start","next":{"block":{"type":"sc_left","next":{"block":WALK}}}}""", false)]
    public void Numbers_ids_places_and_loose_blocks_change_no_shape(string blocks, bool same) =>
        Assert.Equal(same, Shape("""{"type":"sc_start","next":{"block":WALK}}""") == Shape(blocks));

    [Fact]
    public void A_choice_of_a_list_is_part_of_the_shape_and_a_name_is_not()
    {
        Assert.NotEqual(Shape(Paint("red")), Shape(Paint("blue")));
        Assert.Equal(Shape(Set("d")), Shape(Set("buoc")));

        static string Paint(string colour) =>
            """{"type":"sc_start","next":{"block":{"type":"sc_paint","fields":{"COLOUR":"?"}}}}""".Replace("?", colour);
        static string Set(string name) =>
            """{"type":"sc_start","next":{"block":{"type":"sc_set","fields":{"VAR":{"id":"?"}}}}}""".Replace("?", name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"blocks":{"blocks":[7]}}""")]
    [InlineData("""{"blocks":{"blocks":[{}]}}""")]
    public void What_is_no_program_has_no_shape(string text) => Assert.Null(ProgramShape.Of(Encoding.UTF8.GetBytes(text)));

    private static string? Shape(string blocks)
    {
        var text = blocks.Replace("WALK9", Walk.Replace("5", "9")).Replace("WALK", Walk).Replace("TURN", Walk.Replace("forward", "left"));
        return ProgramShape.Of(Encoding.UTF8.GetBytes("""{"blocks":{"languageVersion":0,"blocks":[?]}}""".Replace("?", text)));
    }
}
