namespace ArenaWeb.Clarifications.Threads;

/// <summary>Lets pages know when the moment of a planned announcement has come.</summary>
internal sealed class Herald(ClarificationStore clarifications, TimeProvider time, ILogger<Herald> log) : BackgroundService
{
    /// <summary>Pages hear so much too late at the most.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await clarifications.TellPlannedAsync(stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(trouble, "What was planned cannot be told yet; it is tried again");
            }
        }
    }
}
