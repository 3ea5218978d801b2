using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Privacy.Rules;
using Dapper;
using Judge.Storage;

namespace ArenaWeb.Privacy;

/// <summary>What retention took away at one time.</summary>
/// <param name="Rule">drafts, names, logs, requests or lists.</param>
internal sealed record RetentionReport(DateTimeOffset At, string Rule, int Items);

/// <summary>Takes away what is too old, once a day by itself, and writes down how much it was.</summary>
internal sealed class RetentionService(
    Database database,
    Erasure erasure,
    DraftErasure drafts,
    Audit audit,
    RetentionSettings settings,
    TimeProvider time,
    ILogger<RetentionService> log
) : BackgroundService
{
    private const string Actor = "arena";
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public RetentionSettings Settings => settings;

    /// <summary>Several arenas may do it at once: what one has taken the next does not find.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var old = Retention.At(now, settings);
        var taken = new (string Rule, int Items)[]
        {
            ("drafts", await drafts.ForgetAsync(await erasure.EndedAsync(old.ContestsEndedBefore, ct))),
            ("names", await erasure.ForgetEndedAsync(old.ContestsEndedBefore, ct)),
            ("logs", await DeleteAsync("access_log where at < @before", old.LogsBefore, ct)),
            ("requests", await DeleteAsync("privacy_requests where done_at < @before", old.RequestsDoneBefore, ct)),
            ("lists", await DeleteListsAsync(old.ListsBefore, ct)),
        };
        foreach (var (rule, items) in taken.Where(one => one.Items > 0))
        {
            await ReportAsync(new(now, rule, items));
        }
    }

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<RetentionReport>> ReportsAsync(int most, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<RetentionReport>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<Row>(
                            "select at as At, rule as Rule, items as Items from retention_reports order by id desc limit @most",
                            new { most }
                        )
                    ).Select(row => new RetentionReport(DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Rule, (int)row.Items)),
                ],
            ct
        );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = FirstAfter; ; pause = Every)
        {
            await Task.Delay(pause, time, stoppingToken);
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(trouble, "What is too old cannot be taken away now; it is tried again tomorrow");
            }
        }
    }

    private Task<int> DeleteAsync(string what, DateTimeOffset before, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync($"delete from {what}", new { before = before.ToUnixTimeMilliseconds() }, transaction),
            ct
        );

    private Task<int> DeleteListsAsync(int before, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "delete from entrant_pupils where pupil_id in (select id from pupils where school_year < @before)",
                    new { before },
                    transaction
                );
                return await connection.ExecuteAsync("delete from pupils where school_year < @before", new { before }, transaction);
            },
            ct
        );

    private async Task ReportAsync(RetentionReport report)
    {
        await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "insert into retention_reports (at, rule, items) values (@At, @Rule, @Items)",
                    new
                    {
                        At = report.At.ToUnixTimeMilliseconds(),
                        report.Rule,
                        report.Items,
                    },
                    transaction
                ),
            CancellationToken.None
        );
        await audit.WriteAsync(
            Actor,
            "privacy.retained",
            null,
            string.Create(CultureInfo.InvariantCulture, $"{report.Rule}: {report.Items}")
        );
    }

    private sealed class Row
    {
        public long At { get; init; }
        public string Rule { get; init; } = "";
        public long Items { get; init; }
    }
}
