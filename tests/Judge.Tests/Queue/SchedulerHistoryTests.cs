using FsCheck.Fluent;
using Judge.Contests;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Queue;

/// <summary>Random histories of hand-ins, nodes that die, orders that are lost, writes that fail and dispatchers that move.</summary>
public sealed class SchedulerHistoryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_happens_the_invariants_hold(bool tellsLater) =>
        Prop.ForAll<byte[]>(steps =>
            {
                var world = new World(tellsLater);
                foreach (var step in steps)
                {
                    world.Step(step);
                }

                world.JudgeAll();
            })
            .Holds(300, (11067051310069561376, 14524122778403360807));

    /// <summary>One entrant's flood delays another's next one by at most one turn, before and after the dispatcher moves.</summary>
    [Fact]
    public void A_flood_delays_nobody_by_more_than_a_turn_even_when_the_dispatcher_moves() =>
        Prop.ForAll<byte, byte, bool>(
                (flood, taken, moves) =>
                {
                    var world = new World();
                    for (var i = 0; i < flood + 5; i++)
                    {
                        world.HandIn(1);
                    }

                    world.TakeSome(taken % 5);
                    var other = world.HandIn(2);
                    if (moves)
                    {
                        world.Move();
                    }

                    return world.TakeSome(2).Contains(other);
                }
            )
            .Holds();

    /// <summary>The facts, and nodes that hold what they were told.</summary>
    private sealed class World
    {
        private readonly FakeTimeProvider _clock = TestClock.New();
        private readonly Dictionary<JudgingId, (Waiting Waiting, int Tries)> _facts = [];
        private readonly Peer[] _peers = [.. Enumerable.Range(0, 3).Select(i => new Peer($"n{i}", 1 + i))];
        private readonly bool _tellsLater;
        private Scheduler _scheduler;
        private long _epoch;
        private long _last;

        /// <param name="tellsLater">A judging ends before its verdict is told.</param>
        public World(bool tellsLater = false) => (_tellsLater, _scheduler) = (tellsLater, new Scheduler(++_epoch, _clock));

        public void Step(byte step)
        {
            var peer = _peers[step / 16 % _peers.Length];
            switch (step % 16)
            {
                case 0 or 1 or 2:
                    HandIn(step / 16 % 4);
                    break;
                case 3:
                    Add(new RejudgingId(1 + (step / 16 % 2)), 9);
                    break;
                case 4 or 5 or 6:
                    Ask(peer, arrives: true);
                    break;
                case 7:
                    Ask(peer, arrives: false);
                    break;
                case 8 when _tellsLater:
                    Finish(peer);
                    break;
                case 9 when _tellsLater:
                    Tell(peer);
                    break;
                case 8 or 9:
                    Settle(peer, Ending.Judged);
                    break;
                case 10:
                    Settle(peer, Ending.Failed);
                    break;
                case 11:
                    Settle(peer, Ending.GivenBack);
                    break;
                case 12:
                    (peer.Run, peer.Seen) = (Guid.NewGuid(), default);
                    peer.Holds.Clear();
                    peer.Untold.Clear();
                    break;
                case 13:
                    _clock.Advance(TimeSpan.FromSeconds(step / 16));
                    _scheduler.Pass();
                    break;
                case 14:
                    Decide(written: false);
                    break;
                default:
                    Move();
                    break;
            }

            Check();
        }

        public JudgingId HandIn(long entrant) => Add(default, entrant);

        /// <summary>The dispatcher wakes up elsewhere and knows the facts only.</summary>
        public void Move()
        {
            _scheduler = new Scheduler(++_epoch, _clock);
            _scheduler.Tell(
                from fact in _facts.Values
                orderby fact.Waiting.Judging.Rejudging.Value, fact.Waiting.Judging.Submission.Value
                select fact.Waiting with
                {
                    Tries = fact.Tries,
                }
            );
        }

        /// <summary>What a node of one slot gets, one after the other, and judges at once.</summary>
        public List<JudgingId> TakeSome(int count)
        {
            var taken = new List<JudgingId>();
            var peer = _peers[0];
            for (var i = 0; i < count; i++)
            {
                Ask(peer, arrives: true);
                taken.AddRange(peer.Holds.Select(ticket => ticket.Judging));
                Settle(peer, Ending.Judged);
            }

            return taken;
        }

        /// <summary>Nothing is lost: with nodes that work and time that passes everything comes to an end.</summary>
        public void JudgeAll()
        {
            for (var round = 0; _facts.Count > 0; round++)
            {
                Assert.True(round < 1_000, $"{_facts.Count} never came to an end: {_scheduler.State()}");
                _clock.Advance(TimeSpan.FromSeconds(1));
                _scheduler.Pass();
                foreach (var peer in _peers)
                {
                    Ask(peer, arrives: true);
                    while (peer.Holds.Count > 0)
                    {
                        Settle(peer, Ending.Judged);
                    }

                    while (peer.Untold.Count > 0)
                    {
                        Tell(peer);
                    }
                }

                Check();
            }

            Assert.Equal(new QueueState(0, 0, null), _scheduler.State());
        }

        private JudgingId Add(RejudgingId rejudging, long entrant)
        {
            var judging = new JudgingId(new SubmissionId(++_last), rejudging);
            var language = _last % 5 == 0 ? "rare" : "pascal";
            var waiting = new Waiting(judging, new ContestId(1), new EntrantId(entrant), "p", language, default, 0);
            _facts[judging] = (waiting, 0);
            _scheduler.Tell([waiting]);
            return judging;
        }

        private void Ask(Peer peer, bool arrives)
        {
            var report = new SomeReport(peer.Name).Of(peer.Slots, peer.Holds) with
            {
                Run = peer.Run,
                Seen = peer.Seen,
                Untold = [.. peer.Untold],
                Languages = ["pascal", "rare"],
            };
            _scheduler.Hear(report);
            Decide(written: true);
            if (_scheduler.OrdersFor(peer.Name) is not { } orders || !arrives)
            {
                return;
            }

            peer.Seen = orders.Number;
            foreach (var job in orders.Jobs.Where(job => !peer.Holds.Exists(held => held.Judging == job.Judging)))
            {
                var at = peer.Untold.FindIndex(told => told.Judging == job.Judging);
                if (at >= 0)
                {
                    peer.Untold[at] = job; // its verdict goes with the new ticket
                }
                else
                {
                    peer.Holds.Add(job);
                }
            }

            Assert.True(peer.Holds.Count <= peer.Slots, "A node was sent more than it has slots");
            foreach (var judging in orders.GiveWay)
            {
                foreach (var ticket in peer.Holds.Where(held => held.Judging == judging).ToList())
                {
                    Settle(peer, ticket, Ending.GivenBack);
                }
            }
        }

        private void Decide(bool written)
        {
            var plan = _scheduler.Decide();
            foreach (var grant in plan.Grants)
            {
                Assert.InRange(grant.Ticket.Attempt, 1, Scheduler.MostTries);
                Assert.True(_facts.ContainsKey(grant.Ticket.Judging), "What has a verdict was given out");
            }

            if (written)
            {
                foreach (var grant in plan.Grants)
                {
                    var judging = grant.Ticket.Judging;
                    _facts[judging] = (_facts[judging].Waiting, grant.Ticket.Attempt);
                }

                foreach (var place in plan.Spent)
                {
                    Assert.Equal(Scheduler.MostTries, place.Tries);
                    _facts.Remove(place.Judging);
                }
            }

            _scheduler.Carry(plan, written);
            Assert.True(!written || _scheduler.Decide().IsEmpty, "A judge was left idle");
        }

        private void Settle(Peer peer, Ending ending)
        {
            if (peer.Holds.Count > 0)
            {
                Settle(peer, peer.Holds[0], ending);
            }
        }

        /// <summary>It has a verdict that is not told yet.</summary>
        private static void Finish(Peer peer)
        {
            if (peer.Holds.Count > 0)
            {
                peer.Untold.Add(peer.Holds[0]);
                peer.Holds.RemoveAt(0);
            }
        }

        private void Tell(Peer peer)
        {
            if (peer.Untold.Count > 0)
            {
                var ticket = peer.Untold[0];
                peer.Untold.RemoveAt(0);
                Settle(peer, ticket, Ending.Judged);
            }
        }

        private void Settle(Peer peer, Ticket ticket, Ending ending)
        {
            peer.Holds.Remove(ticket);
            if (ending == Ending.Judged)
            {
                _facts.Remove(ticket.Judging);
            }
            else if (ending == Ending.GivenBack && _facts.TryGetValue(ticket.Judging, out var fact) && fact.Tries == ticket.Attempt)
            {
                _facts[ticket.Judging] = (fact.Waiting, fact.Tries - 1);
            }

            _scheduler.Settle(peer.Name, ticket, ending);
        }

        private void Check()
        {
            var state = _scheduler.State();
            Assert.True(state.Waiting + state.Leased >= _facts.Count, "A judging was lost");
            Assert.All(_scheduler.Nodes(), node => Assert.InRange(node.Busy, 0, node.Slots));
            Assert.All(_facts.Values, fact => Assert.InRange(fact.Tries, 0, Scheduler.MostTries));
        }
    }

    private sealed class Peer(string name, int slots)
    {
        public string Name => name;
        public int Slots => slots;
        public Guid Run { get; set; } = Guid.NewGuid();
        public OrdersNumber Seen { get; set; }
        public List<Ticket> Holds { get; } = [];
        public List<Ticket> Untold { get; } = [];
    }
}
