using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Tests.Storage;

namespace Judge.Tests.Board;

/// <summary>One board in a cluster of two processes.</summary>
[Collection(LiveCluster.Collection)]
public sealed class BoardGrainTests(LiveCluster cluster) : StoreTest(new OnSqlite())
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await LiveCluster.NumberAsync(Here, Ct);
        cluster.Reads(Here, TimeProvider.System);
    }

    public override async ValueTask DisposeAsync()
    {
        await cluster.SleepAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Viewers_in_both_processes_see_equal_boards()
    {
        var (contest, entrants) = await RunningAsync(3);
        var (one, other) = (await cluster.OpenAsync(0), await cluster.OpenAsync(1));
        await TryAsync(contest, entrants[2], 0.5m);
        var (here, there) = (await AtEndAsync(one, contest), await AtEndAsync(other, contest));
        Assert.Equal(here.Version, there.Version);
        Assert.Equal(here.Rows.Select(Facts.Text), there.Rows.Select(Facts.Text));
        Assert.Equal(contest.Code, there.Contest.Code);
        Assert.Equal(contest.Problems, there.Contest.Problems);
        Assert.Equal(contest.Names, there.Contest.Names);
    }

    [Fact]
    public async Task When_the_process_of_the_board_dies_viewers_go_on_from_the_same_version_and_see_the_standings()
    {
        var (contest, entrants) = await RunningAsync(3);
        var opened = new[] { await cluster.OpenAsync(0), await cluster.OpenAsync(1) };
        await TryAsync(contest, entrants[0], 0.25m);
        var before = (await Task.WhenAll(opened.Select(boards => AtEndAsync(boards, contest))))[0];

        var dies = await cluster.ProcessOfAsync(grains => grains.GetGrain<IBoardGrain>(contest.Id.Value));
        var viewers = opened[1 - dies];
        await cluster.KillAsync(dies);
        Assert.Equal(before.Version, (await viewers.NowAsync(contest.Id, BoardSide.Staff, Ct))!.Version);
        var (fresh, _) = (await cluster.OpenAsync(0), await cluster.OpenAsync(1));
        Assert.Equal(before.Version, (await fresh.NowAsync(contest.Id, BoardSide.Staff, Ct))!.Version);

        var next = viewers.AfterAsync(contest.Id, BoardSide.Staff, before.Version, Ct);
        await TryAsync(contest, entrants[1], 1);
        Assert.True((await next.WaitAsync(Limit, Ct))!.Version > before.Version);
        await AtEndAsync(viewers, contest);
        await AtEndAsync(fresh, contest);
    }

    [Fact]
    public async Task A_change_is_asked_for_once_a_process_however_many_look_on()
    {
        const int Viewers = 500;
        var (contest, entrants) = await RunningAsync(1);
        var opened = new[] { await cluster.OpenAsync(0), await cluster.OpenAsync(1) };
        var seen = await Task.WhenAll(opened.Select(boards => AtEndAsync(boards, contest)));
        var waiting = opened.SelectMany(
            (boards, at) => Enumerable.Range(0, Viewers).Select(_ => boards.AfterAsync(contest.Id, BoardSide.Staff, seen[at].Version, Ct))
        );
        var looking = Task.WhenAll(waiting);
        var before = cluster.Questions;
        await SubmitAsync(contest, entrants[0]);
        var views = await looking.WaitAsync(Limit, Ct);
        Assert.Equal(2, views.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.InRange(cluster.Questions - before, 0, 20); // two new questions, and old ones that ended with nothing while this took long
    }

    private async Task TryAsync(Contest contest, EntrantId entrant, decimal share)
    {
        await SubmitAsync(contest, entrant);
        var lease = await Here.Queue.TakeAsync("n", Ct);
        await lease!.CompleteAsync(new Judgement { Verdict = share == 1 ? Verdict.Accepted : Verdict.WrongAnswer, Share = share }, Ct);
    }

    /// <summary>Waits for the view that equals the standings of all facts.</summary>
    private async Task<Scoreboard> AtEndAsync(Boards boards, Contest contest)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(Limit);
        var entrants = await Here.Contests.EntrantsAsync(contest.Id, Ct);
        var facts = await Here.Judgements.OfContestAsync(contest.Id, Ct);
        var rows = Standings.AsOf(DateTimeOffset.MaxValue, contest, entrants, facts).Select(Facts.Text).ToList();
        var view = await boards.NowAsync(contest.Id, BoardSide.Staff, Ct);
        while (!view!.Rows.Select(Facts.Text).SequenceEqual(rows))
        {
            view = await boards.AfterAsync(contest.Id, BoardSide.Staff, view.Version, limit.Token);
        }

        return view;
    }
}
