using System.Reflection;
using ArenaWeb.Schools.Import;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;

namespace ArenaWeb.Schools;

/// <summary>
/// Puts the units that the product knows into an empty organisation, by the way of any other list: Sở, clusters, and the districts and
/// wards whose fate is certain. All others come from lists of the organisers.
/// </summary>
internal sealed class FirstUnits(OrgUnits units, TimeProvider time) : IHostedService
{
    private const string File = "first-units.csv";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var tree = await units.TreeAsync(cancellationToken);
        if (tree.Units.Count == 0)
        {
            // Another arena may have been first: then there is nothing left to do.
            await units.SaveAsync(tree, Plan(tree, VietnamTime.DayOf(time.GetUtcNow())).Units, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public static UnitPlan Plan(OrgTree tree, DateOnly today)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(File)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return UnitImport.Plan(tree, UnitListReader.Read(UnitFile.Read(bytes.ToArray()).Rows), today);
    }
}
