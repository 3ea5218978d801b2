using Drill;

namespace ArenaWeb.Tests.Drills;

public sealed class DrillPlanTests
{
    private static readonly DrillOptions Options = new() { Seed = 7 };

    [Fact]
    public void A_seed_says_all_that_happens()
    {
        var (one, same, other) = (DrillPlan.Of(Options), DrillPlan.Of(Options), DrillPlan.Of(Options with { Seed = 8 }));
        Assert.Equal(one.Steps, same.Steps);
        Assert.Equal(one.Handins, same.Handins);
        Assert.NotEqual(one.Steps, other.Steps);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_fault_comes_and_no_node_has_two(int seed)
    {
        var plan = DrillPlan.Of(Options with { Seed = seed });
        Assert.Equal(
            [
                (Fault.KillDispatcher, 1),
                (Fault.KillArena, 1),
                (Fault.StopArena, 1),
                (Fault.CrashDatabase, 1),
                (Fault.KillNode, Options.Killed),
                (Fault.CutNode, 1),
            ],
            plan.Steps.CountBy(step => step.Fault).Select(of => (of.Key, of.Value)).OrderBy(of => of.Key)
        );
        var nodes = plan.Steps.Where(step => step.Fault is Fault.KillNode or Fault.CutNode).Select(step => step.Which).ToList();
        Assert.Equal(nodes.Count, nodes.Distinct().Count());
        Assert.All(plan.Steps, step => Assert.InRange(step.At, TimeSpan.Zero, Options.Length));
        Assert.Equal(Options.Handins, plan.Handins.Sum(of => of.Count));
    }
}
