using System.Data.Common;
using Dapper;
using Judge.Queue;
using Judge.Storage;

namespace ArenaWeb.Monitoring;

/// <summary>One part the arena cannot do without.</summary>
/// <param name="Why">A sentence when it is not ready, else empty.</param>
internal sealed record Part(string Name, bool Ready, string Why = "");

/// <summary>Whether a submission handed in now would be stored and judged.</summary>
internal sealed record HealthReport(bool Ready, IReadOnlyList<Part> Parts)
{
    /// <param name="judges">Those seen lately; null: the database does not answer.</param>
    public static HealthReport Of(IReadOnlyList<NodeView>? judges)
    {
        Part[] parts = judges is null
            ?
            [
                new("database", false, "The database does not answer; the log says more."),
                new("sandbox", false, "Not known without the database."),
            ]
            : [new("database", true), SandboxOf(judges)];
        return new(parts.All(static part => part.Ready), parts);
    }

    public HealthReport WithoutReasons() => this with { Parts = [.. Parts.Select(static part => part with { Why = "" })] };

    /// <summary>One judge with a working sandbox is enough; else the first trouble told.</summary>
    private static Part SandboxOf(IReadOnlyList<NodeView> judges) =>
        judges.Count == 0 ? new("sandbox", false, "No judge has been seen for a minute.")
        : judges.Any(static judge => judge.Trouble.Length == 0) ? new("sandbox", true)
        : new("sandbox", false, judges[0].Trouble);
}

/// <summary>Asks database and judges.</summary>
internal sealed partial class Health(Database database, IJudgeNodes nodes, ILogger<Health> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthReport> AskAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await database.ReadAsync(static connection => connection.ExecuteScalarAsync<int>("SELECT 1"), patience.Token);
            return HealthReport.Of((await nodes.ViewAsync(patience.Token)).Nodes);
        }
        catch (Exception e)
            when (e is DbException or IOException or TimeoutException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            NoDatabase(log, e);
            return HealthReport.Of(null);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer")]
    private static partial void NoDatabase(ILogger log, Exception e);
}
