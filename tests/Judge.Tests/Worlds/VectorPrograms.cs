using Judge.Worlds.Trees;

namespace Judge.Tests.Worlds;

/// <summary>Programs by hand, each for one rule of the engine.</summary>
internal static class VectorPrograms
{
    public static IReadOnlyList<(string Level, BlockProgram Program)> All { get; } =
    [
        (Level(">..G", "goal"), Code.Of("forward forward forward")),
        (Level(">..G", "goal"), Code.Of("")),
        (Level(">..G.", "goal"), Code.Of("repeat 4 { forward }")),
        (Level(">..G#", "goal"), Code.Of("repeat 4 { forward }")),
        (Level(">..G", "goal"), Code.Of("repeat 4 { forward }")),
        (Level(">.~.G", "goal"), Code.Of("repeat 4 { forward }")),
        (Level(">O..G", "goal"), Code.Of("until goal { forward }")),
        (Level(">-x", ""), Code.Of("forward forward")),
        (
            Level("xx--Gxx/xx-xxxx/>--xxxx/xxxxxxx", "goal"),
            Code.Of("until goal { if line front { forward } else { if line left { left } else { right } } }")
        ),
        (Level(">*.*G", "things_picked,goal"), Code.Of("repeat 4 { forward if thing { pick } }")),
        (Level(">*.*G", "things_picked,goal"), Code.Of("forward pick")),
        (Level(">*.*G", "things_picked"), Code.Of("forward pick pick")),
        (Level(">2.3G", "things_picked,goal"), Code.Of("until goal { forward while thing { pick } }")),
        (Level(">*..o", "houses_served"), Code.Of("forward pick repeat 3 { forward } drop")),
        (Level(">*..o", "houses_served"), Code.Of("forward pick forward drop")),
        (Level(">..o", "houses_served", "\"carries\": 2"), Code.Of("repeat 3 { forward } drop drop")),
        (Level(">..o", ""), Code.Of("drop")),
        (Level(">5", "", "\"bag\": 2"), Code.Of("forward repeat 3 { pick }")),
        (Level(">*", "at_start"), Code.Of("forward pick around forward drop")),
        (Level(">*", "at_start"), Code.Of("forward pick around forward")),
        (Level(">Rr*", "colour_picked(red)"), Code.Of("repeat 3 { forward if and thing colour 1 { pick } }")),
        (Level(">Rr*", "colour_picked(red)"), Code.Of("repeat 3 { forward if thing { pick } }")),
        (Level(">...", "told", "\"told\": 3"), Code.Of("while free front { forward add d 1 } say $d")),
        (Level(">...", "told", "\"told\": -3"), Code.Of("say 4")),
        (Level(">...", "told", "\"told\": 3"), Code.Of("forward")),
        (Level(">...", "told", "\"told\": -1234567"), Code.Of("say - 0 1234567")),
        (Level(">..", "ticks<=3"), Code.Of("wait 4")),
        (Level(">..", "ticks<=4"), Code.Of("wait 4")),
        (Level(">..", ""), Code.Of("wait 0 wait -3 repeat 0 { forward } for i 3 2 { forward }")),
        (Level(">..", ""), Code.Of("while true { }")),
        (Level(">..", ""), Code.Of("until false { }")),
        (Level(">..", ""), Code.Of("repeat 9999 { }")),
        (Level(">..", ""), Code.Of("for i 1 9999 { }")),
        (Level(">..", ""), Code.Of("forward repeat 3 { while true { set a 1 } }")),
        (Level(">..", ""), Code.Of("while true { left }")),
        (Level(">..", "", "", "\"ticks\": 5000"), Code.Of("while true { repeat 200 { } left }")),
        (Level(">..", ""), Code.Of("call p", "p 0 call p")),
        (Level(">..", ""), Code.Of("call p 64", "p 1 if > %0 1 { call p - %0 1 }")),
        (Level(">..", ""), Code.Of("call p 65", "p 1 if > %0 1 { call p - %0 1 }")),
        (Level(">..", ""), Code.Of("say div 1 0")),
        (Level(">..", ""), Code.Of("say mod 1 pile")),
        (Level(">..", ""), Code.Of("say div -7 2 say mod -7 2 say div 7 -2 say mod 7 -2 say mod - -2147483647 1 -1")),
        (Level(">..", ""), Code.Of("say div - -2147483647 1 -1")),
        (Level(">..", ""), Code.Of("set a 9999 repeat 9 { set a * $a $a }")),
        (Level(">..", ""), Code.Of("set a 2147483647 add a 1")),
        (Level(">..", ""), Code.Of("if and false = 1 div 1 0 { left } if or true = 1 div 1 0 { right }")),
        (Level(">.....", ""), Code.Of("for i 1 5 { set i 100 forward }")),
        (Level(">.....", ""), Code.Of("for i 2147483646 2147483647 { forward }")),
        (Level(">....", ""), Code.Of("repeat 2 { if free front { call p } }", "p 0 forward")),
        (Level(">....", ""), Code.Of("call p 2 3", "p 2 repeat %0 { forward } if > %1 2 { call q %1 }", "q 1 repeat - %0 1 { left }")),
        (
            Level("....v/...../.....", ""),
            Code.Of("repeat 2 { forward } right say distance front say distance left say distance right say distance back")
        ),
        (Level(">=G", "goal", "\"signs\": {\"=\": {\"gate\": {\"phase\": 1}}}"), Code.Of("forward forward")),
        (Level(">=G", "goal", "\"signs\": {\"=\": {\"gate\": {\"phase\": 1}}}"), Code.Of("wait 1 forward forward")),
        (
            Level(">=.=G", "goal", "\"signs\": {\"=\": {\"gate\": {\"phase\": 2}}}"),
            Code.Of("until goal { if free front { forward } else { wait 1 } }")
        ),
        (
            Level(">=..", "", "\"signs\": {\"=\": {\"gate\": {\"phase\": 0, \"period\": 7, \"open\": 1}}}"),
            Code.Of("forward wait 9 forward wait 5")
        ),
        (Level(">....", "", "\"power\": 4, \"costs\": {\"forward\": 1, \"turn\": 2}"), Code.Of("repeat 4 { forward }")),
        (Level(">....", "", "\"power\": 4, \"costs\": {\"forward\": 1, \"turn\": 2}"), Code.Of("forward around forward")),
        (
            Level(">....", "told", "\"told\": 1, \"power\": 4, \"costs\": {\"forward\": 1, \"say\": 1}"),
            Code.Of("forward forward say power")
        ),
        (Level(">../.../...", "drawing(edges)", Square), Code.Of("repeat 4 { forward forward right }")),
        (Level(">../.../...", "drawing(edges)", Square), Code.Of("repeat 3 { forward forward right }")),
        (Level(">../.../...", "drawing(edges)", Square), Code.Of("repeat 4 { forward forward right } forward right forward")),
        (
            Level(">..", "drawing(cells)", "\"drawing\": [{\"from\": [0, 0], \"walk\": \"E\", \"colour\": \"blue\"}]"),
            Code.Of("paint 5 forward paint 5")
        ),
        (
            Level(">..", "drawing(cells)", "\"drawing\": [{\"from\": [0, 0], \"walk\": \"E\", \"colour\": \"blue\"}]"),
            Code.Of("paint 5 forward paint 1")
        ),
        (
            Level(">..", "drawing(cells)", "\"drawing\": [{\"from\": [0, 0], \"walk\": \"E\"}]"),
            Code.Of("repeat 2 { paint 1 forward } paint 1")
        ),
        (Level(">.<", ""), Code.Of(["forward", "forward"])),
        (Level("><.", ""), Code.Of(["forward", "forward"])),
        (Level(">v./...", ""), Code.Of(["forward", "forward"])),
        (Level(">v./.#.", ""), Code.Of(["forward", "forward"])),
        (Level(">v.", ""), Code.Of(["forward", ""])),
        (Level(">v/^<", ""), Code.Of(["forward", "forward", "forward", "forward"])),
        (Level(">>>.", ""), Code.Of(["forward left", "forward wait 2", "forward"])),
        (Level(">>>#", ""), Code.Of(["forward", "forward", "forward"])),
        (Level(">..G/v###/.###/G###", "goal"), Code.Of(["until goal { forward }", "wait 1 until goal { forward }"])),
        (Level(">*</.*.", "things_picked"), Code.Of(["forward pick", "wait 1 left forward right"])),
        (Level(">.<", ""), Code.Of(["while true { wait 1 }", "stop"])),
        (Level(">.<", ""), Code.Of(["if robot front { left } else { right }", "forward if robot front { say 1 } else { say 2 }"])),
        (Level("e****/*###*/*###*/*###*/*****", "things_picked"), Code.Of("repeat 4 { repeat 4 { forward pick } right }")),
        (
            Level(">..../###.#/#...#/#.###/#...G", "goal"),
            Code.Of("until goal { if free right { right forward } else { if free front { forward } else { left } } }")
        ),
        (Level(">.", "", "", "\"ticks\": 200"), Code.Of("wait 128")),
        (Level(">.", "", "", "\"ticks\": 64"), Code.Of("wait 64")),
        (Level(">.", "", "", "\"ticks\": 64"), Code.Of("wait 65")),
    ];

    private const string Square = "\"drawing\": [{\"from\": [0, 0], \"walk\": \"EESSWWNN\"}]";

    private static string Level(string map, string win, string more = "", string level = "") => Somewhere.Json(map, win, more, level);
}
