using Judge.Queue;
using Judge.Score;
using Judge.Storage;
using Judge.Submit;
using Microsoft.Extensions.DependencyInjection;

namespace Support;

/// <summary>Gives verdicts in the place of judge nodes, without a box and without a line.</summary>
public static class TestJudge
{
    /// <summary>Stores a judgement of all that waits by the facts, and tells the dispatcher of an arena that runs.</summary>
    /// <param name="judge">Null: it waits on.</param>
    public static async Task JudgeAllAsync(IServiceProvider services, Func<Submission, RejudgingId, Task<Judgement?>> judge)
    {
        var verdicts = new List<NewVerdict>();
        foreach (var waiting in await services.GetRequiredService<IQueueFacts>().WaitingAsync(CancellationToken.None))
        {
            var submission = await services
                .GetRequiredService<ISubmissions>()
                .FindAsync(waiting.Judging.Submission, CancellationToken.None);
            if (await judge(submission!, waiting.Judging.Rejudging) is { } judgement)
            {
                verdicts.Add(new NewVerdict(waiting.Judging, judgement, "test"));
            }
        }

        var database = services.GetRequiredService<Database>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        await database.WriteAsync((c, t) => VerdictRows.AddAsync(database, c, t, verdicts, now), CancellationToken.None);
        await services
            .GetRequiredService<IGrainFactory>()
            .GetGrain<IDispatcher>(0)
            .SettleAsync("test", [.. verdicts.Select(one => new Settled(new Ticket(one.Judging, 1), Ending.Judged))]);
    }
}
