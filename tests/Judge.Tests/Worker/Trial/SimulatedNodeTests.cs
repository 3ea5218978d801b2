using Judge.Contests;
using Judge.Queue;
using Judge.Submit;
using Judge.Worker.Trial;

namespace Judge.Tests.Worker.Trial;

public sealed class SimulatedNodeTests
{
    private static readonly byte[] Source = "# 1"u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_verdict_is_handed_in_until_it_is_taken_and_held_until_then()
    {
        var desk = new Desk(deafFor: 2);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var node = Start(desk, TimeSpan.Zero, stop.Token);
        var outcome = await desk.Taken.Task.WaitAsync(Ct);
        Assert.Equal((Desk.Ticket(1), SimulatedNode.VerdictOn(Source)), (outcome.Ticket, outcome.Judgement));
        while (desk.Held.Count > 0)
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await node;
    }

    [Fact]
    public async Task What_is_to_give_way_is_given_back()
    {
        var desk = new Desk(deafFor: 0) { GiveWay = true };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var node = Start(desk, TimeSpan.FromDays(1), stop.Token);
        Assert.Equal(Ending.GivenBack, (await desk.Taken.Task.WaitAsync(Ct)).Ending);
        await stop.CancelAsync();
        await node;
    }

    private static Task Start(Desk desk, TimeSpan takes, CancellationToken ct) =>
        new SimulatedNode(desk, new SimulatedNodeOptions("node", 1, takes, ["python"]), new Silent(), TimeProvider.System).RunAsync(ct);

    /// <summary>Gives out one submission at once, and hears nothing the first times.</summary>
    private sealed class Desk(int deafFor) : IJudgeDesk
    {
        private int _asked;
        private int _deaf = deafFor;

        public bool GiveWay { get; init; }

        public IReadOnlyList<Ticket> Held { get; private set; } = [];

        public TaskCompletionSource<Outcome> Taken { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static Ticket Ticket(int attempt) => new(new JudgingId(new SubmissionId(5), default), attempt);

        public async Task<Orders> ReportAsync(NodeReport report)
        {
            Held = report.Holds;
            var first = _asked++ == 0;
            await Task.Delay(first ? 0 : 5, Ct);
            return new Orders(new OrdersNumber(1, _asked), first ? [Job()] : [], GiveWay && !first ? [Ticket(1).Judging] : []);
        }

        public Task TellAsync(News news)
        {
            if (_deaf-- > 0)
            {
                throw new TimeoutException();
            }

            Taken.TrySetResult(Assert.Single(news.Outcomes));
            return Task.CompletedTask;
        }

        public Task<Piece> FetchAsync(PieceRequest request) => throw new NotSupportedException();

        private static Job Job() =>
            new(
                Ticket(1),
                new Submission
                {
                    Id = new SubmissionId(5),
                    Contest = new ContestId(1),
                    Entrant = new EntrantId(1),
                    Label = "A",
                    Problem = "sonut",
                    Language = "python",
                    Source = "",
                    Size = Source.Length,
                    At = DateTimeOffset.UnixEpoch,
                },
                StopAtFirstFailure: false,
                "",
                Source
            );
    }

    private sealed class Silent : ISimulatedNodeListener
    {
        public void Ordered(string node, OrdersNumber number) { }

        public void Took(string node, Ticket ticket) { }

        public void Settled(string node, Outcome outcome) { }
    }
}
