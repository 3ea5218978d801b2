using Judge.Worlds.Levels;

namespace Judge.Tests.Worlds.Run;

public sealed class WorldEngineTests
{
    [Theory]
    [InlineData(">..G", "goal", "forward forward forward", EndCode.Ok, 3, 3)]
    [InlineData(">..G", "goal", "", EndCode.NotAtGoal, 0, -1)]
    [InlineData(">..G", "goal", "forward forward", EndCode.NotAtGoal, 2, 2)]
    [InlineData(">..G", "goal", "forward forward forward forward", EndCode.LeftMap, 4, 4)]
    [InlineData(">..G.", "goal", "repeat 4 { forward }", EndCode.PastGoal, 3, 3)]
    [InlineData(">..G#", "goal", "repeat 4 { forward }", EndCode.HitWall, 4, 3)]
    [InlineData(">.~.G", "goal", "repeat 4 { forward }", EndCode.FellInHole, 2, 3)]
    [InlineData(">O..G", "goal", "repeat 4 { forward }", EndCode.FellInHole, 1, 3)]
    [InlineData(">-x", "", "forward forward", EndCode.OffLine, 2, 2)]
    [InlineData(">*.*G", "things_picked,goal", "repeat 4 { forward if thing { pick } }", EndCode.Ok, 6, 3)]
    [InlineData(">*.*G", "things_picked,goal", "repeat 4 { forward }", EndCode.ThingsLeft, 4, 3)]
    [InlineData(">*.*G", "things_picked", "forward pick pick", EndCode.NothingHere, 3, 3)]
    [InlineData(">..o", "houses_served", "repeat 3 { forward } drop", EndCode.EmptyHanded, 4, 4)]
    [InlineData(">..o", "houses_served", "repeat 3 { forward }", EndCode.HouseShort, 3, 3)]
    [InlineData(">.", "", "while true { }", EndCode.IdleLoop, 0, 1)]
    [InlineData(">.", "", "forward until false { }", EndCode.IdleLoop, 1, 2)]
    [InlineData(">.", "", "while true { wait 1 }", EndCode.OutOfTicks, 500, 3)]
    [InlineData(">.", "", "set a div 1 0", EndCode.DivisionByZero, 0, 2)]
    [InlineData(">.", "", "set a mod 1 0", EndCode.DivisionByZero, 0, 2)]
    [InlineData(">.", "", "set a 9999 repeat 9 { set a * $a $a }", EndCode.NumberTooLarge, 0, 6)]
    [InlineData(">.", "told", "say 3", EndCode.ToldWrong, 1, 1)]
    [InlineData(">.", "told", "forward", EndCode.ToldWrong, 1, -1)]
    [InlineData(">.", "told", "say 3 say 4", EndCode.Ok, 2, 3)]
    [InlineData(">.", "ticks<=3", "wait 4", EndCode.OutOfTicks, 4, 1)]
    [InlineData(">*", "at_start", "forward pick around forward", EndCode.HouseShort, 4, 4)]
    [InlineData(">*", "at_start", "forward pick around forward drop", EndCode.Ok, 5, 5)]
    [InlineData(">Rr*", "colour_picked(red)", "forward", EndCode.ThingsLeft, 1, 1)]
    [InlineData(">Rr*", "colour_picked(red)", "forward pick", EndCode.Ok, 2, 2)]
    [InlineData(">Rr*", "colour_picked(red)", "forward pick forward forward pick", EndCode.WrongThing, 5, 5)]
    [InlineData(">.", "", "forward stop forward forward", EndCode.Ok, 1, 1)]
    public void Ends_as_the_rules_say(string map, string win, string main, EndCode code, int ticks, int block)
    {
        var end = Somewhere.Level(map, win, "\"told\": 4").Run(main).End;
        Assert.Equal((code, ticks, block), (end.Code, end.Tick, end.Block));
    }

    [Fact]
    public void A_left_turn_and_a_right_turn_are_two_ticks_and_no_more() =>
        Assert.Equal(2, Somewhere.Level(">.", "").Run("left right").Ticks);

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(int.MinValue)]
    public void Nothing_is_done_where_a_number_is_not_above_nought(int number)
    {
        var trace = Somewhere.Level(">.", "").Run($"repeat {number} {{ forward forward }} wait {number} for i 1 {number} {{ left }}");
        Assert.Equal((EndCode.Ok, 0), (trace.End.Code, trace.Ticks));
    }

    [Fact]
    public void Changing_the_variable_of_a_counting_loop_does_not_change_its_turns() =>
        Assert.Equal(5, Somewhere.Level(">.....", "").Run("for i 1 5 { set i 100 forward }").Ticks);

    [Fact]
    public void A_counting_loop_to_the_greatest_number_ends() =>
        Assert.Equal(1, Somewhere.Level(">.....", "").Run("for i 2147483647 2147483647 { forward }").Ticks);

    [Theory]
    [InlineData("div", -7, 2, -3)]
    [InlineData("div", 7, -2, -3)]
    [InlineData("mod", -7, 2, -1)]
    [InlineData("mod", 7, -2, 1)]
    [InlineData("mod", int.MinValue, -1, 0)]
    public void Division_cuts_towards_nought(string kind, int left, int right, int result) =>
        Assert.Equal(EndCode.Ok, Somewhere.Level(">.", "told", $"\"told\": {result}").Run($"say {kind} {left} {right}").End.Code);

    [Fact]
    public void The_smallest_number_divided_by_minus_one_is_too_large() =>
        Assert.Equal(EndCode.NumberTooLarge, Somewhere.Level(">.", "").Run($"say div {int.MinValue} -1").End.Code);

    [Fact]
    public void And_and_or_do_not_work_out_what_cannot_matter()
    {
        var trace = Somewhere.Level(">.", "").Run("if and false = 1 div 1 0 { left } if or true = 1 div 1 0 { left }");
        Assert.Equal((EndCode.Ok, 1), (trace.End.Code, trace.Ticks));
    }

    [Fact]
    public void A_procedure_may_call_itself_64_times_and_not_more()
    {
        var level = Somewhere.Level(">.", "");
        Assert.Equal(EndCode.Ok, level.Run("call p 64", "p 1 if > %0 1 { call p - %0 1 }").End.Code);
        Assert.Equal(EndCode.TooDeep, level.Run("call p 65", "p 1 if > %0 1 { call p - %0 1 }").End.Code);
    }

    [Fact]
    public void All_operations_of_a_robot_are_bounded_even_where_each_tick_takes_few()
    {
        var level = Somewhere.Level(">.", "", level: "\"ticks\": 5000");
        var end = level.Run("while true { repeat 200 { } left }").End;
        Assert.Equal(EndCode.OutOfTicks, end.Code);
        Assert.InRange(end.Tick, 900, 1100);
    }

    [Theory]
    [InlineData("forward forward", EndCode.Ok, 2)]
    [InlineData("wait 1 forward forward", EndCode.GateClosed, 2)]
    [InlineData("wait 1 until free front { wait 1 } forward forward", EndCode.Ok, 5)]
    [InlineData("forward wait 5 forward", EndCode.Ok, 7)]
    public void A_gate_opens_and_closes_by_its_timetable(string main, EndCode code, int ticks)
    {
        // open when (t + 1) mod 4 is below 2: at ticks 0, 3, 4, 7
        var trace = Somewhere.Level(">=G", "goal", "\"signs\": {\"=\": {\"gate\": {\"phase\": 1}}}").Run(main);
        Assert.Equal((code, ticks), (trace.End.Code, trace.Ticks));
    }

    [Theory]
    [InlineData(">.<", "forward", "forward", EndCode.Collision)]
    [InlineData("><.", "forward", "forward", EndCode.Collision)]
    [InlineData(">v./...", "forward", "forward", EndCode.Ok)]
    [InlineData(">v./.#.", "forward", "forward", EndCode.HitWall)]
    [InlineData(">v.", "forward", "", EndCode.Collision)]
    [InlineData(">v/^<", "forward", "forward", EndCode.Ok)]
    public void Robots_that_move_together_meet_only_where_one_stays_or_both_want_the_same(
        string map,
        string one,
        string other,
        EndCode code
    )
    {
        var level = Somewhere.Level(map, "");
        string[] mains = [one, other, one, other];
        var end = level.Run(Code.Of(mains[..level.RobotCount])).End;
        Assert.Equal(code, end.Code);
    }

    [Fact]
    public void Power_that_does_not_suffice_ends_the_run()
    {
        const string Costs = "\"power\": 4, \"costs\": {\"forward\": 1, \"turn\": 2}";
        Assert.Equal(EndCode.Ok, Somewhere.Level(">....", "", Costs).Run("repeat 4 { forward }").End.Code);
        Assert.Equal(
            (EndCode.OutOfPower, 2),
            Somewhere.Level(">....", "", Costs).Run("around left").End is var end ? (end.Code, end.Tick) : default
        );
    }

    [Theory]
    [InlineData("repeat 4 { forward forward right }", EndCode.Ok, 0)]
    [InlineData("repeat 3 { forward forward right }", EndCode.DrawingShort, 2)]
    [InlineData("repeat 4 { forward forward right } forward forward around forward left forward", EndCode.DrawingExtra, 1)]
    public void A_drawing_is_compared_edge_by_edge(string main, EndCode code, int number)
    {
        var end = Somewhere
            .Level(">../.../...", "drawing(edges)", "\"drawing\": [{\"from\": [0, 0], \"walk\": \"EESSWWNN\"}]")
            .Run(main)
            .End;
        Assert.Equal((code, number), (end.Code, end.Number));
    }

    [Theory]
    [InlineData("paint 1 forward paint 1", EndCode.Ok, 0)]
    [InlineData("paint 1 forward paint 2", EndCode.DrawingShort, 1)]
    [InlineData("paint 1 forward paint 1 forward paint 1", EndCode.DrawingExtra, 1)]
    public void A_drawing_is_compared_cell_by_cell(string main, EndCode code, int number)
    {
        var end = Somewhere.Level(">..", "drawing(cells)", "\"drawing\": [{\"from\": [0, 0], \"walk\": \"E\"}]").Run(main).End;
        Assert.Equal((code, number), (end.Code, end.Number));
    }

    [Fact]
    public void The_chain_of_a_record_names_loops_choices_and_calls_around_the_action()
    {
        var trace = Somewhere.Level(">....", "").Run("repeat 2 { if free front { call p } }", "p 0 forward");
        // op 1 with a chain, block 7; 0 gone, 3 new: 1, 3, 5; then the same chain
        Assert.Equal([0x41, 7, 0, 3, 1, 3, 5, 0x01, 7], trace.Steps.ToArray());
    }

    [Fact]
    public void Each_64th_tick_and_the_end_have_a_hash()
    {
        var trace = Somewhere.Level(">.", "").Run("wait 128");
        Assert.Equal(3, trace.Hashes.Count);
        Assert.NotEqual(trace.Hashes[1], trace.Hashes[2]); // the robot has ended since
    }
}
