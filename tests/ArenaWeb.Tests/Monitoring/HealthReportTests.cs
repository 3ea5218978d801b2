using ArenaWeb.Monitoring;
using ArenaWeb.Staff;
using ArenaWeb.Tests.Judges;

namespace ArenaWeb.Tests.Monitoring;

public sealed class HealthReportTests
{
    [Fact]
    public void One_judge_with_a_sandbox_is_enough() => Assert.True(HealthReport.Of(Judges("", "No Docker.")).Ready);

    [Fact]
    public void Without_a_judge_it_is_not_ready() => Assert.Equal("No judge takes submissions.", SandboxOf(Judges()).Why);

    [Fact]
    public void A_judges_trouble_is_told() => Assert.Equal("No Docker.", SandboxOf(Judges("No Docker.")).Why);

    [Fact]
    public void Without_a_database_no_part_is_ready() => Assert.All(HealthReport.Of(null).Parts, static part => Assert.False(part.Ready));

    [Fact]
    public void A_dispatcher_that_does_not_answer_is_told() =>
        Assert.Equal("The dispatcher does not answer.", SandboxOf(ClusterLook.Nothing).Why);

    [Fact]
    public void A_dispatcher_that_moves_for_seconds_is_no_failure() =>
        Assert.True(HealthReport.Of(Judges("") with { Waking = true }).Ready);

    [Fact]
    public void Judges_that_all_rest_judge_nothing()
    {
        var look = Judges("");
        var resting = look.Nodes[0] with { Drained = true };
        Assert.Equal("No judge takes submissions.", SandboxOf(look with { View = look.View! with { Nodes = [resting] } }).Why);
    }

    private static Part SandboxOf(ClusterLook look)
    {
        var report = HealthReport.Of(look);
        Assert.False(report.Ready);
        return Assert.Single(report.Parts, static part => part.Name == "sandbox");
    }

    private static ClusterLook Judges(params string[] troubles) =>
        new(
            new(
                "may-chu",
                default,
                new(0, 0, null),
                [.. troubles.Select(static (trouble, i) => FakeNodes.Node(default, $"{i}") with { Trouble = trouble })],
                []
            ),
            default,
            Waking: false
        );
}
