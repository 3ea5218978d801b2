using Judge.Contests;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Queue;

/// <summary>What is decided, without a silo, a database or a wait.</summary>
public sealed class SchedulerTests
{
    private readonly FakeTimeProvider _clock = TestClock.New();
    private readonly Scheduler _scheduler;
    private long _last;

    public SchedulerTests() => _scheduler = new Scheduler(1, _clock);

    [Theory]
    [InlineData(0, 0L, 1L, 2L)]
    [InlineData(3, 3L, 4L, 5L)]
    public void The_next_turn_is_behind_ones_own_and_never_before_the_clock(int taken, params long[] turns)
    {
        var line = new FairLine();
        var node = new Node(new SomeReport("n").Of(1)) { HeardAt = default, SeenAt = default };
        for (var i = 0; i <= taken; i++)
        {
            line.Add(new Place(First(7)) { Turn = line.Draw(7) });
            line.Take(node);
        }

        Assert.Equal(turns.AsEnumerable(), [line.Draw(8), line.Draw(8), line.Draw(8)]);
    }

    [Fact]
    public void Of_the_same_turn_a_node_gets_what_it_is_warm_for_and_never_before_a_lower_turn()
    {
        _scheduler.Tell([First(1, "cold"), First(1, "warm"), First(2, "cold"), First(3, "warm")]);
        var node = new SomeReport("n").Of(1) with { Warm = ["warm"] };
        Assert.Equal(4, Take(node).Submission.Value);
        Assert.Equal(1, Take(node with { Warm = ["warm"] }).Submission.Value);
        Assert.Equal(3, Take(node).Submission.Value);
        Assert.Equal(2, Take(node).Submission.Value);
    }

    [Fact]
    public void A_node_without_the_language_is_passed_over_and_outputs_go_to_any()
    {
        _scheduler.Tell([First(1) with { Language = "python" }, First(2) with { Language = "" }, First(3)]);
        Assert.Equal([2, 3], Given(new SomeReport("pascal").Of(4)).Select(ticket => ticket.Judging.Submission.Value));
        Assert.Equal([1], Given(new SomeReport("python").Of(4) with { Languages = ["python"] }).Select(t => t.Judging.Submission.Value));
    }

    [Fact]
    public void A_node_whose_sandbox_is_away_gets_blocks_and_nothing_else()
    {
        _scheduler.Tell([First(1), First(2) with { Language = "" }, First(3) with { Language = Waiting.Blocks }]);
        Assert.Equal([3], Given(new SomeReport("n").Of(4) with { Trouble = "No engine answers." }).Select(t => t.Judging.Submission.Value));
        Assert.Equal([1, 2], Given(new SomeReport("other").Of(4)).Select(ticket => ticket.Judging.Submission.Value));
    }

    [Theory]
    [InlineData(true, "", false)]
    [InlineData(false, "No engine answers.", false)]
    [InlineData(false, "", true)]
    public void A_node_that_stops_is_in_trouble_or_is_drained_gets_nothing(bool stopping, string trouble, bool drained)
    {
        _scheduler.Tell([First(1)]);
        _scheduler.Drain("n", drained);
        Assert.Empty(Given(new SomeReport("n").Of(4) with { Stopping = stopping, Trouble = trouble }));
        Assert.Single(Given(new SomeReport("other").Of(4)));
    }

    [Fact]
    public void Nobody_is_sent_more_than_it_has_free_slots_and_what_comes_free_is_filled_without_a_question()
    {
        _scheduler.Tell(Enumerable.Range(0, 5).Select(i => First(i)));
        var given = Given(new SomeReport("n").Of(2));
        Assert.Equal(2, given.Count);
        _scheduler.Settle("n", given[0], Ending.Judged);
        Assert.Single(Decided("n")!.Jobs);
        Assert.Null(Decided("n"));
    }

    [Fact]
    public void What_a_node_is_telling_takes_no_slot_and_is_nobody_elses_until_it_is_settled()
    {
        _scheduler.Tell([First(1), First(2)]);
        var node = new SomeReport("n").Of(1);
        var first = Asked(node)!;
        var second = Asked(node with { Seen = first.Number, Untold = first.Jobs })!;
        Assert.NotEqual(first.Jobs, second.Jobs);
        Assert.Null(Asked(new SomeReport("other").Of(1)));
        _scheduler.Settle("n", first.Jobs[0], Ending.Judged);
        Assert.Null(Asked(node with { Seen = second.Number, Holds = second.Jobs, Untold = first.Jobs })); // said before it was settled
        Assert.Equal(1, _scheduler.State().Leased);
    }

    [Fact]
    public void A_node_that_can_tell_nothing_soon_gets_nothing_more()
    {
        var (node, untold) = AskWithoutTelling();
        Assert.Equal(Node.MostToldPerSlot, untold.Count);
        _scheduler.Settle("n", untold[0], Ending.Judged);
        Assert.Single(Asked(node with { Untold = [.. untold.Skip(1)] })!.Jobs);
    }

    [Fact]
    public void What_is_settled_makes_room_before_the_node_says_so()
    {
        var (_, untold) = AskWithoutTelling();
        untold.ForEach(told => _scheduler.Settle("n", told, Ending.Judged));
        Assert.Single(Decided("n")!.Jobs);
    }

    /// <summary>A node of one slot judges what it gets and tells nothing, until it gets no more.</summary>
    private (NodeReport Node, List<Ticket> Untold) AskWithoutTelling()
    {
        _scheduler.Tell(Enumerable.Range(0, 20).Select(i => First(i)));
        var node = new SomeReport("n").Of(1);
        var untold = new List<Ticket>();
        while (Asked(node with { Untold = [.. untold] }) is { } orders)
        {
            untold.AddRange(orders.Jobs);
            node = node with { Seen = orders.Number };
        }

        return (node, untold);
    }

    [Fact]
    public void What_another_is_telling_still_is_its_own_when_the_dispatcher_wakes_up()
    {
        _scheduler.Tell([First(1) with { Tries = 1 }]);
        var told = new Ticket(new JudgingId(new SubmissionId(_last), default), 1);
        Assert.Null(Asked(new SomeReport("n").Of(1) with { Untold = [told] }));
        _clock.Advance(Scheduler.Adoption);
        _scheduler.Pass();
        Assert.Null(Asked(new SomeReport("other").Of(1)));
        _scheduler.Settle("n", told, Ending.Failed);
        _clock.Advance(Scheduler.RestAfterFailure);
        _scheduler.Pass();
        Assert.Equal(2, Given(new SomeReport("other").Of(1)).Single().Attempt);
    }

    [Fact]
    public void Orders_that_did_not_arrive_are_sent_again_and_count_once()
    {
        _scheduler.Tell([First(1)]);
        var node = new SomeReport("n").Of(1);
        var lost = Asked(node)!;
        var again = Asked(node)!;
        Assert.Equal(lost.Jobs, again.Jobs);
        Assert.Equal(1, again.Jobs.Single().Attempt);
        Assert.True(again.Number.Number > lost.Number.Number);
        Assert.Null(Asked(node with { Seen = again.Number, Holds = again.Jobs }));
    }

    [Fact]
    public void What_a_node_has_seen_and_does_not_hold_is_in_line_again_with_its_try_counted()
    {
        _scheduler.Tell([First(1)]);
        var node = new SomeReport("n").Of(1);
        var orders = Asked(node)!;
        Assert.Equal(2, Asked(node with { Seen = orders.Number })!.Jobs.Single().Attempt);
    }

    [Fact]
    public void A_report_that_was_overtaken_says_nothing_but_that_its_node_lives()
    {
        _scheduler.Tell([First(1), First(2)]);
        var node = new SomeReport("n").Of(1);
        var first = Asked(node)!;
        Asked(node with { Seen = first.Number, Holds = first.Jobs });
        Assert.Null(Asked(node));
        Assert.Equal(1, _scheduler.State().Leased);
    }

    [Fact]
    public void What_a_killed_node_held_is_in_line_at_once_when_its_successor_reports()
    {
        _scheduler.Tell([First(1)]);
        Given(new SomeReport("n").Of(1));
        Assert.Equal(2, Given(new SomeReport("n").Of(1) with { Run = Guid.NewGuid() }).Single().Attempt);
    }

    [Fact]
    public void Of_two_nodes_of_one_name_the_later_judges_and_the_other_gets_nothing_while_it_lives()
    {
        _scheduler.Tell([First(1)]);
        var (one, other) = (new SomeReport("n").Of(1), new SomeReport("n").Of(1) with { Run = Guid.NewGuid() });
        Assert.Single(Given(one));
        var again = Assert.Single(Given(other));
        Assert.Equal(2, again.Attempt);
        Assert.False(_scheduler.Hear(one));
        Assert.True(_scheduler.Hear(other with { Holds = [again] }));
        Assert.True(Assert.Single(_scheduler.Nodes()).HasTwin);
        Assert.Equal(1, _scheduler.State().Leased);

        _clock.Advance(Scheduler.Silence);
        _scheduler.Pass();
        Assert.True(_scheduler.Hear(one)); // the later one is dead
    }

    [Fact]
    public void What_breaks_each_sandbox_it_meets_is_a_judge_error_in_the_end()
    {
        _scheduler.Tell([First(1)]);
        var node = new SomeReport("n").Of(1);
        for (var time = 0; time < Scheduler.MostReturns + Scheduler.MostTries; time++)
        {
            _scheduler.Settle("n", Assert.Single(Given(node)), Ending.GivenBack);
        }

        Assert.Single(_scheduler.Decide().Spent);
    }

    [Fact]
    public void Judging_again_gives_way_to_a_contest_that_no_free_slot_can_take()
    {
        _scheduler.Tell([Again(1, 9), Again(2, 9)]);
        var node = new SomeReport("n").Of(2);
        var held = Asked(node)!;
        var seen = node with { Seen = held.Number, Holds = held.Jobs };
        Assert.Null(Asked(seen));
        _scheduler.Tell([First(1)]);
        var asked = Decided("n")!;
        Assert.Equal([held.Jobs[1].Judging], asked.GiveWay);
        Assert.Null(Asked(seen with { Seen = asked.Number }));
        _scheduler.Settle("n", held.Jobs[1], Ending.GivenBack);
        Assert.True(Decided("n")!.Jobs.Single().Judging.Rejudging.IsFirst);

        _scheduler.Settle("n", held.Jobs[0], Ending.Judged);
        Assert.Equal((held.Jobs[1].Judging, 1), Decided("n")!.Jobs.Single() is var again ? (again.Judging, again.Attempt) : default);
    }

    [Fact]
    public void Judging_again_does_not_give_way_where_the_node_could_not_take_it_or_a_slot_is_free()
    {
        _scheduler.Tell([Again(1, 9)]);
        var held = Asked(new SomeReport("n").Of(1))!;
        Assert.Null(Asked(new SomeReport("n").Of(1) with { Seen = held.Number, Holds = held.Jobs }));
        _scheduler.Tell([First(1) with { Language = "python" }]);
        Assert.Null(Decided("n"));
        _scheduler.Hear(new SomeReport("free").Of(1));
        _scheduler.Tell([First(2)]);
        Assert.Single(Decided("free")!.Jobs);
        Assert.Null(Decided("n"));
    }

    [Fact]
    public void What_nobody_wants_any_more_is_asked_back_and_is_not_in_line_again()
    {
        _scheduler.Tell([Again(1, 9), Again(2, 9)]);
        var node = new SomeReport("n").Of(1);
        var held = Asked(node)!;
        Asked(node with { Seen = held.Number, Holds = held.Jobs });
        _scheduler.Keep(new RejudgingId(9), new HashSet<JudgingId>());
        Assert.Equal([held.Jobs[0].Judging], Decided("n")!.GiveWay);
        _scheduler.Settle("n", held.Jobs[0], Ending.GivenBack);
        Assert.Equal(new QueueState(0, 0, null), _scheduler.State());
    }

    [Fact]
    public void What_cannot_be_written_is_not_given_out_and_keeps_its_place_and_its_tries()
    {
        _scheduler.Tell([First(1), First(1)]);
        _scheduler.Hear(new SomeReport("n").Of(1));
        _scheduler.Carry(_scheduler.Decide(), written: false);
        Assert.Null(_scheduler.OrdersFor("n"));
        Assert.Equal((1L, 1), Decided("n")!.Jobs.Single() is var job ? (job.Judging.Submission.Value, job.Attempt) : default);
    }

    [Fact]
    public void A_verdict_that_comes_while_a_try_is_written_takes_it_out_of_line()
    {
        _scheduler.Tell([First(1)]);
        _scheduler.Hear(new SomeReport("n").Of(1));
        var plan = _scheduler.Decide();
        _scheduler.Settle("late", plan.Grants.Single().Ticket, Ending.Judged);
        _scheduler.Carry(plan, written: true);
        Assert.Null(_scheduler.OrdersFor("n"));
        Assert.Equal(new QueueState(0, 0, null), _scheduler.State());
    }

    [Fact]
    public void A_look_that_began_before_a_verdict_brings_nothing_back()
    {
        var one = First(1);
        _scheduler.Tell([one]);
        var ticket = Given(new SomeReport("n").Of(1)).Single();
        _scheduler.BeginLook();
        _scheduler.Settle("n", ticket, Ending.Judged);
        _scheduler.Tell([one]);
        Assert.Equal(new QueueState(0, 0, null), _scheduler.State());
    }

    [Fact]
    public void A_look_that_began_before_a_judge_error_brings_nothing_back()
    {
        var one = First(1) with { Tries = Scheduler.MostTries };
        _scheduler.Tell([one]);
        _clock.Advance(Scheduler.Adoption);
        _scheduler.Pass();
        _scheduler.BeginLook();
        var plan = _scheduler.Decide();
        Assert.Single(plan.Spent);
        _scheduler.Carry(plan, written: true);
        _scheduler.Tell([one]);
        Assert.Equal(new QueueState(0, 0, null), _scheduler.State());
    }

    [Fact]
    public void The_third_failure_is_a_judge_error_at_once()
    {
        _scheduler.Tell([First(1) with { Tries = 2 }]);
        _clock.Advance(Scheduler.Adoption);
        _scheduler.Pass();
        _scheduler.Settle("n", Given(new SomeReport("n").Of(1)).Single(), Ending.Failed);
        Assert.Single(_scheduler.Decide().Spent);
    }

    [Fact]
    public void Time_in_which_nobody_could_be_heard_is_no_nodes_silence()
    {
        _scheduler.Tell([First(1)]);
        var node = new SomeReport("n").Of(1);
        var orders = Asked(node)!;
        _clock.Advance(TimeSpan.FromHours(8));
        _scheduler.Pass(deaf: TimeSpan.FromHours(8));
        Assert.Equal(1, _scheduler.State().Leased);
        Assert.Null(Asked(node with { Seen = orders.Number, Holds = orders.Jobs }));
        _clock.Advance(Scheduler.Silence);
        _scheduler.Pass();
        Assert.Equal(0, _scheduler.State().Leased);
    }

    [Fact]
    public void A_node_that_stops_leaves_what_it_has_not_begun_to_others_as_if_untried()
    {
        _scheduler.Tell([First(1)]);
        var node = new SomeReport("n").Of(1);
        Assert.Single(Given(node));
        Assert.Null(Asked(node with { Stopping = true }));
        Assert.Equal(1, Assert.Single(Given(new SomeReport("other").Of(1))).Attempt);
    }

    [Fact]
    public void Nodes_that_are_gone_are_forgotten()
    {
        _scheduler.Hear(new SomeReport("n").Of(1));
        for (var minute = 0; minute < 2; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            _scheduler.Pass();
        }

        Assert.Empty(_scheduler.Nodes());
        Assert.Empty(_scheduler.ToTell);
    }

    [Fact]
    public void Owners_that_the_clock_has_passed_are_forgotten_and_the_others_keep_their_turns()
    {
        var line = new FairLine();
        var node = new Node(new SomeReport("n").Of(1)) { HeardAt = default, SeenAt = default };
        for (var owner = 1; owner <= 10_000; owner++)
        {
            line.Add(new Place(First(owner)) { Turn = line.Draw(owner) });
            line.Add(new Place(First(0)) { Turn = line.Draw(0) });
            line.Take(node);
            line.Take(node);
        }

        Assert.InRange(line.Known, 1, 2048);
        Assert.Equal(10_000, line.Draw(0));
    }

    [Fact]
    public void Work_is_spread_over_nodes_that_are_free()
    {
        _scheduler.Tell(Enumerable.Range(0, 4).Select(i => First(i)));
        _scheduler.Hear(new SomeReport("a").Of(4));
        _scheduler.Hear(new SomeReport("b").Of(4));
        _scheduler.Carry(_scheduler.Decide(), written: true);
        Assert.Equal((2, 2), (_scheduler.OrdersFor("a")!.Jobs.Count, _scheduler.OrdersFor("b")!.Jobs.Count));
    }

    private Waiting First(long entrant, string problem = "aplusb") =>
        new(new JudgingId(new SubmissionId(++_last), default), new ContestId(1), new EntrantId(entrant), problem, "pascal", default, 0);

    private Waiting Again(long submission, long rejudging) =>
        First(submission) with
        {
            Judging = new JudgingId(new SubmissionId(submission), new RejudgingId(rejudging)),
        };

    /// <summary>What a node gets that asks with nothing in hand, and judges it at once.</summary>
    private JudgingId Take(NodeReport report)
    {
        var ticket = Asked(report)!.Jobs.Single();
        _scheduler.Settle(report.Node, ticket, Ending.Judged);
        return ticket.Judging;
    }

    private IReadOnlyList<Ticket> Given(NodeReport report) => Asked(report)?.Jobs ?? [];

    private Tickets? Asked(NodeReport report)
    {
        _scheduler.Hear(report);
        return Decided(report.Node);
    }

    private Tickets? Decided(string node)
    {
        _scheduler.Carry(_scheduler.Decide(), written: true);
        return _scheduler.OrdersFor(node);
    }
}
