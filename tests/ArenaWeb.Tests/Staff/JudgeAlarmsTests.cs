using ArenaWeb.Staff;
using Judge.Queue;

namespace ArenaWeb.Tests.Staff;

public sealed class JudgeAlarmsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_sound_judge_raises_nothing() => Assert.Empty(Keys(Judge("Docker 28.5")));

    [Fact]
    public void Nobody_judging_is_an_error() => Assert.Equal(["admin.alarm.nobody"], Keys());

    [Fact]
    public void Judges_without_a_box_are_an_error_until_one_has_a_box()
    {
        Assert.Equal(["admin.alarm.noBox"], Keys(Judge("None", "no engine answers"), Judge("None")));
        Assert.Empty(Keys(Judge("None", "no engine answers"), Judge("Docker")));
    }

    [Fact]
    public void Bubblewrap_is_said_openly() => Assert.Equal(["admin.alarm.bubblewrap"], Keys(Judge("Bubblewrap")));

    [Fact]
    public void Trouble_of_a_judge_is_told_with_its_name() =>
        Assert.Equal(
            new("warning", "admin.alarm.trouble", "máy 1"),
            Assert.Single(JudgeAlarms.Of(State(0, Judge("Docker", "disk full")), Now))
        );

    [Theory]
    [InlineData(59, false)]
    [InlineData(61, true)]
    public void A_wait_of_more_than_a_minute_is_a_warning(int seconds, bool raised) =>
        Assert.Equal(raised, JudgeAlarms.Of(State(seconds, Judge("Docker")), Now).Any(alarm => alarm.Key == "admin.alarm.slow"));

    [Theory]
    [InlineData("boards.judging.waits")]
    [InlineData("boards.judging.waits", "None: no engine")]
    [InlineData("boards.judging.bubblewrap", "Docker", "Bubblewrap")]
    [InlineData(null, "Docker", "None")]
    public void Everybody_is_told_that_submissions_wait_or_that_boxes_are_not_Dockers(string? key, params string[] sandboxes) =>
        Assert.Equal(key, JudgeAlarms.ForEverybody(State(0, [.. sandboxes.Select(sandbox => Judge(sandbox))]))?.Key);

    private static IEnumerable<string> Keys(params JudgeState[] judges) => JudgeAlarms.Of(State(0, judges), Now).Select(alarm => alarm.Key);

    private static QueueState State(int oldest, params JudgeState[] judges) => new(1, 0, Now.AddSeconds(-oldest), judges);

    private static JudgeState Judge(string sandbox, string trouble = "") => new("máy 1", Now, sandbox, 2, 0, 10, trouble);
}
