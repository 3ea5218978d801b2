using System.Text.Json;
using ArenaWeb.Workshop;
using Judge.Worlds.Levels;

namespace ArenaWeb.Tests.Workshop;

public sealed class DrawnLevelTests
{
    [Fact]
    public void What_is_written_is_read_again_as_it_was()
    {
        var drawn = Good();
        drawn.Maps.Add(new DrawnMap { Rows = ">#G\n...", Hidden = true });
        drawn.Hint = "Em đi mấy bước?";
        var (file, flaws) = drawn.Write(3);
        Assert.Empty(flaws);
        var again = DrawnLevel.Read(file!);
        Assert.Equal((3, "Em đi mấy bước?", "a"), (again.Blocks, again.Hint, again.Strand));
        Assert.Equal(["forward", "repeat"], again.Tools);
        Assert.Equal([(">..G", false), (">#G\n...", true)], again.Maps.Select(map => (map.Rows, map.Hidden)));
        Assert.Equal(file, again.Write(again.Blocks).File);
    }

    [Theory]
    [InlineData("..G", "workshop.flaw.robot")]
    [InlineData(">.<G", "workshop.flaw.robot")]
    [InlineData(">..", "workshop.flaw.goal")]
    [InlineData(">.G%", "workshop.flaw.sign")]
    [InlineData(">..............................G", "workshop.flaw.size")]
    public void A_map_that_cannot_be_played_is_refused_with_its_number(string rows, string flaw)
    {
        var drawn = Good();
        drawn.Maps.Add(new DrawnMap { Rows = rows });
        var (file, flaws) = drawn.Write(200);
        Assert.Null(file);
        Assert.Equal((flaw, 2), (Assert.Single(flaws).Key, Assert.Single(flaws).Arguments[0]));
    }

    [Fact]
    public void Many_short_rows_and_a_long_one_are_refused_without_being_made_even()
    {
        var drawn = Good();
        drawn.Maps[0].Rows = string.Concat(Enumerable.Repeat(".\n", 200_000)) + new string('.', 1_000_000);
        Assert.Equal("workshop.flaw.size", Assert.Single(drawn.Write(200).Flaws).Key);
    }

    [Fact]
    public void A_level_needs_a_tool_of_its_strand_a_way_to_win_and_a_map_that_is_seen()
    {
        var drawn = Good();
        (drawn.Tools, drawn.Win) = (["if"], []);
        drawn.Maps[0].Hidden = true;
        Assert.Equal(["workshop.flaw.tools", "workshop.flaw.win", "workshop.flaw.maps"], drawn.Write(200).Flaws.Select(flaw => flaw.Key));
    }

    [Fact]
    public void Forged_choices_are_refused()
    {
        var drawn = Good();
        (drawn.Theme, drawn.Conditions, drawn.Asked) = ("../x", ["nothing"], ["magic"]);
        Assert.All(drawn.Write(200).Flaws, flaw => Assert.Equal("workshop.flaw.form", flaw.Key));
        Assert.Equal(3, drawn.Write(200).Flaws.Count);
    }

    [Fact]
    public void Rows_that_are_too_short_end_in_wall()
    {
        var drawn = Good();
        drawn.Maps[0].Rows = ">..G\n.\r\n\n";
        using var file = JsonDocument.Parse(drawn.Write(200).File!);
        var rows = file.RootElement.GetProperty("worlds")[0].GetProperty("map").EnumerateArray().Select(row => row.GetString());
        Assert.Equal([">..G", ".###"], rows);
    }

    [Theory]
    [InlineData("drawing(edges)")]
    [InlineData("drawing(cells)")]
    public void A_drawing_is_written_for_the_engine_and_read_again_as_it_was(string win)
    {
        var drawn = Good();
        drawn.Win = [win];
        drawn.Maps[0] = new() { Rows = "...\n>..\n...", Drawing = "2 1 EESW\n1 3 S" };
        var (file, flaws) = drawn.Write(200);
        Assert.Empty(flaws);
        var world = LevelReader.Read(System.Text.Encoding.UTF8.GetBytes(file!), "ve").Worlds[0];
        Assert.Equal([(0, 1, 4), (2, 0, 1)], world.Drawing.Select(stroke => (stroke.From.X, stroke.From.Y, stroke.Walk.Count)));
        Assert.Equal("2 1 EESW\n1 3 S", DrawnLevel.Read(file!).Maps[0].Drawing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 1 E")]
    [InlineData("1 1 EEEE")]
    [InlineData("1 1 N")]
    [InlineData("4 1 N")]
    [InlineData("1 1")]
    [InlineData("1 1 lên")]
    [InlineData("99999999999 1 E")]
    public void A_drawing_that_is_none_or_leaves_the_map_is_refused(string drawing)
    {
        var drawn = Good();
        (drawn.Win, drawn.Maps[0].Drawing) = (["drawing(edges)"], drawing);
        Assert.Equal("workshop.flaw.drawing", Assert.Single(drawn.Write(200).Flaws).Key);
    }

    [Fact]
    public void What_would_make_a_level_better_is_told()
    {
        var drawn = Good();
        drawn.Tools.Add("if_when");
        Assert.Equal(["workshop.advice.maps", "workshop.advice.hint", "workshop.advice.long"], LevelAdvice.Of(drawn));
    }

    private static DrawnLevel Good() => new() { Tools = ["forward", "repeat"], Maps = [new DrawnMap { Rows = ">..G" }] };
}
