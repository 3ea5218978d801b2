using Dapper;
using Judge.Queue;
using Judge.Rejudge;
using Judge.Score;
using Judge.Storage;
using Judge.Submit;

namespace Judge.Tests.Queue;

/// <summary>What waits and what is wanted follows from the facts; offers and withdrawals are hints.</summary>
public abstract partial class JudgeQueueContract
{
    [Fact]
    public async Task An_offer_counts_once_however_often_it_is_made()
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await SubmitAsync(contest, entrants[0]);
        await Here.Queue.OfferAsync(id);
        await Here.Queue.OfferAsync(id);
        Assert.Equal(1, (await Here.Queue.StateAsync(Ct)).Waiting);
        Assert.Equal(id, await JudgeOneAsync(Here.Queue));

        var rejudging = await StartAsync(contest);
        await Here.Queue.OfferAsync(rejudging.Id);
        Assert.Equal(1, (await Here.Queue.StateAsync(Ct)).Waiting);
    }

    [Fact]
    public async Task An_offer_of_what_does_not_wait_by_the_facts_puts_nothing_in_line()
    {
        var (contest, entrants) = await RunningAsync(1);
        var judged = await JudgedAsync(contest, entrants[0]);
        var rejudging = await StartAsync(contest);
        await Here.Rejudgings.DiscardAsync(rejudging.Id, "lan", Ct);
        await Here.Queue.OfferAsync(judged);
        await Here.Queue.OfferAsync(rejudging.Id);
        await Here.Queue.OfferAsync(new SubmissionId(404));
        await Here.Queue.OfferAsync(new RejudgingId(404));
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
    }

    [Fact]
    public async Task An_offer_that_was_lost_is_made_good_from_the_facts()
    {
        var (contest, entrants) = await RunningAsync(1);
        var judged = await JudgedAsync(contest, entrants[0]);
        var deaf = Deaf();
        var lost = (await deaf.Submissions.AddAsync(AHandin(contest, entrants[0]), Ct)).Id;
        var rejudging = (await deaf.Rejudgings.StartAsync(new RejudgeScope(contest.Id), "", "lan", Ct))!;
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));

        Clock.Advance(Dispatching.LookEvery);
        Assert.Equal(lost, await JudgeOneAsync(Here.Queue));
        Assert.Equal(judged, await JudgeOneAsync(Here.Queue));
        Assert.Equal(RejudgingState.Ready, (await Here.Rejudgings.FindAsync(rejudging.Id, Ct))!.State);
    }

    [Fact]
    public async Task A_hand_in_that_is_sent_again_makes_a_lost_offer_good()
    {
        var (contest, entrants) = await RunningAsync(1);
        var handin = AHandin(contest, entrants[0]);
        var lost = (await Deaf().Submissions.AddAsync(handin, Ct)).Id;
        Assert.Equal(new Submitted(SubmitResult.AlreadyAccepted, lost), await Here.Submissions.AddAsync(handin, Ct));
        Assert.Equal(lost, await JudgeOneAsync(Here.Queue));
        await Here.Submissions.AddAsync(handin, Ct);
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
    }

    [Fact]
    public async Task A_withdrawal_that_was_lost_is_made_good_from_the_facts()
    {
        var (contest, entrants) = await RunningAsync(1);
        await JudgedAsync(contest, entrants[0]);
        var rejudging = await StartAsync(contest);
        await Deaf().Rejudgings.DiscardAsync(rejudging.Id, "lan", Ct);
        Clock.Advance(Dispatching.LookEvery);
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
    }

    [Fact]
    public async Task Facts_that_come_late_are_found_and_old_ones_are_not_looked_at_for_ever()
    {
        var (contest, entrants) = await RunningAsync(1);
        var deaf = Deaf();
        await Here.Queue.StateAsync(Ct);
        for (var i = 0; i < 30; i++)
        {
            var lost = (await deaf.Submissions.AddAsync(AHandin(contest, entrants[0]), Ct)).Id;
            Clock.Advance(Dispatching.LookEvery);
            Assert.Equal(lost, await JudgeOneAsync(Here.Queue));
        }

        await Here.Database.WriteAsync((c, t) => c.ExecuteAsync("DELETE FROM judgements WHERE submission = 1", transaction: t), Ct);
        Clock.Advance(Dispatching.LookEvery);
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
        Here.Queue.Forget();
        Assert.Equal(1, (await JudgeOneAsync(Here.Queue)).Value);
    }

    [Fact]
    public async Task The_oldest_is_as_old_as_its_hand_in_however_late_it_came_in_line()
    {
        var (contest, entrants) = await RunningAsync(1);
        var came = Clock.GetUtcNow();
        await Deaf().Submissions.AddAsync(AHandin(contest, entrants[0]), Ct);
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(came, (await Here.Queue.StateAsync(Ct)).OldestAt);
    }

    [Fact]
    public async Task A_verdict_of_a_rejudging_that_was_discarded_is_dropped_even_where_the_queue_has_not_heard_of_it()
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await JudgedAsync(contest, entrants[0]);
        var rejudging = await StartAsync(contest);
        var lease = await Here.Queue.TakeAsync("n", Ct);
        await Deaf().Rejudgings.DiscardAsync(rejudging.Id, "lan", Ct);
        await lease!.CompleteAsync(Wrong, Ct);
        Assert.Single(await Here.Judgements.HistoryAsync(id, Ct));
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
    }

    [Fact]
    public async Task A_verdict_of_a_running_rejudging_is_kept_even_where_the_queue_has_forgotten_it()
    {
        var (contest, entrants) = await RunningAsync(1);
        await JudgedAsync(contest, entrants[0]);
        var rejudging = await StartAsync(contest);
        var lease = await Here.Queue.TakeAsync("n", Ct);
        Here.Queue.Forget();
        await lease!.CompleteAsync(Wrong, Ct);
        Assert.Equal(RejudgingState.Ready, (await Here.Rejudgings.FindAsync(rejudging.Id, Ct))!.State);
        Assert.Equal(0, (await Here.Queue.StateAsync(Ct)).Waiting);
    }

    [Fact]
    public async Task How_many_of_an_entrant_wait_is_counted_by_the_facts()
    {
        var (contest, entrants) = await RunningAsync(1);
        var deaf = Deaf();
        for (var i = 0; i < SubmitRule.MostWaiting; i++)
        {
            Assert.Equal(SubmitResult.Accepted, (await deaf.Submissions.AddAsync(AHandin(contest, entrants[0]), Ct)).Result);
        }

        Assert.Equal(SubmitResult.TooManyWaiting, (await Here.Submissions.AddAsync(AHandin(contest, entrants[0]), Ct)).Result);
    }

    [Fact]
    public async Task A_queue_that_forgot_everything_is_rebuilt_from_the_facts()
    {
        var (contest, entrants) = await RunningAsync(1);
        await JudgedAsync(contest, entrants[0]);
        var waiting = await SubmitAsync(contest, entrants[0]);
        Here.Queue.Forget();
        Assert.Equal(1, (await Here.Queue.StateAsync(Ct)).Waiting);
        Assert.Equal(waiting, await JudgeOneAsync(Here.Queue));
    }

    /// <summary>A process that dies between each commit and the hint of it.</summary>
    private (SubmissionStore Submissions, RejudgingStore Rejudgings) Deaf() =>
        (Here.SubmissionsOver(new DeafQueue()), new RejudgingStore(Here.Database, new DeafQueue(), Clock));
}
