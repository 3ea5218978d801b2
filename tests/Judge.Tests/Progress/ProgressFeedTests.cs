using System.Threading.Channels;
using Judge.Contests;
using Judge.Problems;
using Judge.Progress;
using Judge.Submit;
using Judge.Tests.Board;
using Microsoft.Extensions.Logging.Abstractions;

namespace Judge.Tests.Progress;

[Collection(LiveCluster.Collection)]
public sealed class ProgressFeedTests(LiveCluster cluster)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_told_in_one_process_is_heard_in_all_once_and_whole()
    {
        var (one, other) = (await FeedAsync(0), await FeedAsync(1));
        var (here, there) = (Channel.CreateUnbounded<JudgingProgress>(), Channel.CreateUnbounded<JudgingProgress>());
        using var following = one.Follow(told => here.Writer.TryWrite(told));
        using var beside = other.Follow(told => there.Writer.TryWrite(told));
        var progress = new JudgingProgress(
            new ContestId(1),
            new EntrantId(2),
            new SubmissionId(Environment.TickCount64),
            3,
            [Verdict.Accepted, Verdict.WrongAnswer]
        );
        await other.TellAsync(progress, Ct);
        foreach (var heard in new[] { here, there })
        {
            var told = await HeardAsync(heard, progress.Submission);
            Assert.Equal((progress.Entrant, progress.Total), (told.Entrant, told.Total));
            Assert.Equal(progress.Tests, told.Tests);
        }
    }

    [Fact]
    public async Task Who_follows_hears_on_when_the_process_that_passes_it_on_dies()
    {
        var heard = Channel.CreateUnbounded<JudgingProgress>();
        await (await FeedAsync(0)).TellAsync(Of(1), Ct);
        var dies = await cluster.ProcessOfAsync(grains => grains.GetGrain<IProgressGrain>(0));
        var feed = await FeedAsync(1 - dies);
        using var following = feed.Follow(told => heard.Writer.TryWrite(told));
        await HeardAsync(heard, Of(1).Submission);
        await cluster.KillAsync(dies);
        await feed.TellAsync(Of(2), Ct);
        await HeardAsync(heard, Of(2).Submission);
    }

    private async Task<ProgressFeed> FeedAsync(int process) => new(await cluster.GrainsAsync(process), NullLogger<ProgressFeed>.Instance);

    private static async Task<JudgingProgress> HeardAsync(Channel<JudgingProgress> heard, SubmissionId submission)
    {
        while (true)
        {
            var told = await heard.Reader.ReadAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Ct);
            if (told.Submission == submission)
            {
                return told;
            }
        }
    }

    private static JudgingProgress Of(int submission) =>
        new(new ContestId(1), new EntrantId(1), new SubmissionId(submission), 1, [Verdict.Accepted]);
}
