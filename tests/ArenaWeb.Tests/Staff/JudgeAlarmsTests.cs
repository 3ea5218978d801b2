using ArenaWeb.Staff;
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
            Assert.Single(JudgeAlarms.Of(Waiting(0), [Judge(SandboxKind.Docker, "disk full")], Now))
        );

    [Theory]
    [InlineData(59, false)]
    [InlineData(61, true)]
    public void A_wait_of_more_than_a_minute_is_a_warning(int seconds, bool raised) =>
        Assert.Equal(
            raised,
            JudgeAlarms.Of(Waiting(seconds), [Judge(SandboxKind.Docker)], Now).Any(alarm => alarm.Key == "admin.alarm.slow")
        );

    [Theory]
    [InlineData("boards.judging.waits")]
    [InlineData("boards.judging.waits", SandboxKind.None)]
    [InlineData("boards.judging.bubblewrap", SandboxKind.Docker, SandboxKind.Bubblewrap)]
    [InlineData(null, SandboxKind.Docker, SandboxKind.None)]
    public void Everybody_is_told_that_submissions_wait_or_that_boxes_are_not_Dockers(string? key, params SandboxKind[] sandboxes) =>
        Assert.Equal(key, JudgeAlarms.ForEverybody([.. sandboxes.Select(sandbox => Judge(sandbox))])?.Key);

    private static IEnumerable<string> Keys(params NodeView[] judges) => JudgeAlarms.Of(Waiting(0), judges, Now).Select(alarm => alarm.Key);

    private static QueueState Waiting(int oldest) => new(1, 0, Now.AddSeconds(-oldest));

    private static NodeView Judge(SandboxKind sandbox, string trouble = "") =>
        SomeNode.View("máy 1", sandbox, trouble) with
        {
            SeenAt = Now,
        };
}
