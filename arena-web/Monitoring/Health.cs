using System.Data.Common;
using ArenaWeb.Staff;
using Dapper;
using Judge.Storage;

namespace ArenaWeb.Monitoring;

/// <summary>One part the arena cannot do without.</summary>
/// <param name="Why">A sentence when it is not ready, else empty.</param>
internal sealed record Part(string Name, bool Ready, string Why = "");

/// <summary>Whether a submission handed in now would be stored and judged.</summary>
internal sealed record HealthReport(bool Ready, IReadOnlyList<Part> Parts)
{
    /// <param name="look">Null: the database does not answer.</param>
    public static HealthReport Of(ClusterLook? look)
    {
        Part[] parts = look is null
            ?
            [
                new("database", false, "The database does not answer; the log says more."),
                new("sandbox", false, "Not known without the database."),
            ]
            : [new("database", true), SandboxOf(look)];
        return new(parts.All(static part => part.Ready), parts);
    }

    public HealthReport WithoutReasons() => this with { Parts = [.. Parts.Select(static part => part with { Why = "" })] };

    /// <summary>
    /// One judge that judges is enough; else the first trouble told. A dispatcher that moves to another arena within seconds is no reason
    /// to send visitors away.
    /// </summary>
    private static Part SandboxOf(ClusterLook look) =>
        look.View is null ? new("sandbox", false, "The dispatcher does not answer.")
        : look.Nodes.Any(node => look.ConditionOf(node) == NodeCondition.Judging) ? new("sandbox", true)
        : look.Nodes.FirstOrDefault(static node => node.Trouble.Length > 0) is { } troubled ? new("sandbox", false, troubled.Trouble)
        : new("sandbox", false, "No judge takes submissions.");
}

/// <summary>Asks database and dispatcher.</summary>
internal sealed partial class Health(Database database, ClusterWatch watch, ILogger<Health> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthReport> AskAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await database.ReadAsync(static connection => connection.ExecuteScalarAsync<int>("SELECT 1"), patience.Token);
            return HealthReport.Of(await watch.LookAsync(patience.Token));
        }
        catch (Exception e) when (e is DbException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            NoDatabase(log, e);
            return HealthReport.Of(null);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer")]
    private static partial void NoDatabase(ILogger log, Exception e);
}
