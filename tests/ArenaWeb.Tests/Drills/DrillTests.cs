using System.Globalization;
using Drill;

namespace ArenaWeb.Tests.Drills;

/// <summary>A small drill, in which each fault comes and each is longer than the silence that is borne.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class DrillTests
{
    private static readonly DrillOptions Small = new()
    {
        Nodes = 8,
        Handins = 600,
        Length = TimeSpan.FromSeconds(75),
        Away = TimeSpan.FromSeconds(15),
        Seed = 1,
    };

    [Fact(Timeout = 600_000)]
    public async Task Whatever_fails_each_accepted_hand_in_has_one_verdict_and_all_boards_are_alike()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var report = await new Rehearsal(Small, output, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
        Assert.True(report.Flaws.Count == 0, $"{output}\n{string.Join('\n', report.Lines())}");
    }
}
