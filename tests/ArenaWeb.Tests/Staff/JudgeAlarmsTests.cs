using ArenaWeb.Staff;
using ArenaWeb.Tests.Judges;
using Judge.Queue;
using Judge.Sandbox;

namespace ArenaWeb.Tests.Staff;

public sealed class JudgeAlarmsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_sound_judge_raises_nothing() => Assert.Empty(Keys(Judge(SandboxKind.Docker)));

    [Fact]
    public void Nobody_judging_is_an_error() => Assert.Equal(["admin.alarm.nobody"], Keys());

    [Fact]
    public void Judges_without_a_box_are_an_error_until_one_has_a_box()
    {
        Assert.Equal(["admin.alarm.noBox"], Keys(Judge(SandboxKind.None, "no engine answers"), Judge(SandboxKind.None)));
        Assert.Empty(Keys(Judge(SandboxKind.None, "no engine answers"), Judge(SandboxKind.Docker)));
    }

    [Fact]
    public void Bubblewrap_is_said_openly() => Assert.Equal(["admin.alarm.bubblewrap"], Keys(Judge(SandboxKind.Bubblewrap)));

    [Fact]
    public void Trouble_of_a_judge_is_told_with_its_name() =>
        Assert.Equal(
            new("warning", "admin.alarm.trouble", "máy 1"),
            Assert.Single(JudgeAlarms.Of(Look(0, Judge(SandboxKind.Docker, "disk full")), Now))
        );

    [Theory]
    [InlineData(59, false)]
    [InlineData(61, true)]
    public void A_wait_of_more_than_a_minute_is_a_warning(int seconds, bool raised) =>
        Assert.Equal(raised, JudgeAlarms.Of(Look(seconds, Judge(SandboxKind.Docker)), Now).Any(alarm => alarm.Key == "admin.alarm.slow"));

    [Theory]
    [InlineData("boards.judging.waits")]
    [InlineData("boards.judging.waits", SandboxKind.None)]
    [InlineData("boards.judging.bubblewrap", SandboxKind.Docker, SandboxKind.Bubblewrap)]
    [InlineData(null, SandboxKind.Docker, SandboxKind.None)]
    public void Everybody_is_told_that_submissions_wait_or_that_boxes_are_not_Dockers(string? key, params SandboxKind[] sandboxes) =>
        Assert.Equal(key, JudgeAlarms.ForEverybody(Look(0, [.. sandboxes.Select(sandbox => Judge(sandbox))]))?.Key);

    [Fact]
    public void When_all_rest_that_could_judge_that_is_an_error()
    {
        var resting = Judge(SandboxKind.Docker) with { Drained = true };
        Assert.Equal(["admin.alarm.drained"], Keys(resting, Judge(SandboxKind.None)));
        Assert.Empty(Keys(resting, Judge(SandboxKind.Docker)));
    }

    [Fact]
    public void Nodes_that_stop_or_are_silent_judge_nothing()
    {
        Assert.Equal(["admin.alarm.nobody"], Keys(Judge(SandboxKind.Docker) with { Stopping = true }));
        Assert.Equal(["admin.alarm.nobody", "admin.alarm.silent"], Keys(Judge(SandboxKind.Docker) with { SeenAt = Now.AddSeconds(-11) }));
    }

    [Theory]
    [InlineData(2.0, null, "")]
    [InlineData(-2.0, null, "")]
    [InlineData(2.5, "admin.alarm.clock.ahead", "2")]
    [InlineData(-65.5, "admin.alarm.clock.behind", "65")]
    public void A_clock_more_than_two_seconds_off_is_told_with_its_way(double ahead, string? key, string seconds) =>
        Assert.Equal(
            key is null ? [] : [new("warning", key, "máy 1", seconds)],
            JudgeAlarms.Of(Look(0, Judge(SandboxKind.Docker) with { ClockAhead = TimeSpan.FromSeconds(ahead) }), Now)
        );

    [Fact]
    public void Another_version_is_told() =>
        Assert.Equal(
            [new("warning", "admin.alarm.version", "máy 1", "0.9.0")],
            JudgeAlarms.Of(Look(0, Judge(SandboxKind.Docker) with { Version = "0.9.0" }), Now)
        );

    [Fact]
    public void Many_nodes_of_which_the_same_is_said_share_a_sentence()
    {
        NodeView[] old = [.. Enumerable.Range(1, 20).Select(i => Judge(SandboxKind.Docker) with { Node = $"n{i}", Version = "0.9.0" })];
        Assert.Equal([new("warning", "admin.alarm.version", "n1, n2, n3, n4, n5, n6, …", "0.9.0")], JudgeAlarms.Of(Look(0, old), Now));
    }

    [Fact]
    public void A_dispatcher_that_moves_is_told_to_the_staff_and_to_nobody_else()
    {
        Assert.Equal(["admin.alarm.waking"], JudgeAlarms.Of(ClusterLook.Nothing, Now).Select(alarm => alarm.Key));
        Assert.Null(JudgeAlarms.ForEverybody(ClusterLook.Nothing));
    }

    private static IEnumerable<string> Keys(params NodeView[] judges) => JudgeAlarms.Of(Look(0, judges), Now).Select(alarm => alarm.Key);

    private static ClusterLook Look(int oldest, params NodeView[] judges) =>
        new(new("may-chu", Now, new(1, 0, Now.AddSeconds(-oldest)), judges, []), Now, Waking: false);

    private static NodeView Judge(SandboxKind sandbox, string trouble = "") =>
        FakeNodes.Node(Now, "máy 1", sandbox) with
        {
            Trouble = trouble,
        };
}
