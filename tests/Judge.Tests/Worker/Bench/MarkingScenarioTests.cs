using Judge.Worker.Bench;

namespace Judge.Tests.Worker.Bench;

/// <summary>What simulation says of raw and adjusted ranks; contests are numbered, so the figures are the same each time.</summary>
public sealed class MarkingScenarioTests
{
    private const int Contests = 60;
    private const double Tolerance = 0.03;

    [Theory]
    [InlineData("random", 0.715, 0.769)]
    [InlineData("two", 0.660, 0.717)]
    [InlineData("five", 0.784, 0.820)]
    [InlineData("many", 0.706, 0.754)]
    [InlineData("panels", 0.724, 0.724)]
    [InlineData("unlike", 0.777, 0.777)]
    [InlineData("anchors", 0.780, 0.814)]
    [InlineData("calibrated", 0.778, 0.779)]
    [InlineData("uneven", 0.608, 0.770)]
    public void Adjusted_ranks_find_the_true_order_as_well_as_known_and_never_worse_than_raw_ones(string name, double raw, double adjusted)
    {
        var scenario = MarkingScenario.All.Single(one => one.Name == name);
        var taus = Enumerable.Range(0, Contests).Select(scenario.Play).ToList();
        Assert.Equal(raw, taus.Average(tau => tau.Raw), Tolerance);
        Assert.Equal(adjusted, taus.Average(tau => tau.Adjusted), Tolerance);
        Assert.True(taus.Average(tau => tau.Adjusted) > taus.Average(tau => tau.Raw) - 0.005);
    }
}
