using FsCheck.Fluent;
using Judge.Nodes;
using Judge.Queue;
using Judge.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using Support;
using Outcome = Judge.Queue.Outcome;

namespace Judge.Tests.Nodes;

public sealed class OutboxTests
{
    private enum Happens
    {
        /// <summary>A verdict comes.</summary>
        Verdict,

        /// <summary>It is told, and the arena takes it.</summary>
        Told,

        /// <summary>It is told, and the arena takes nothing.</summary>
        Refused,

        /// <summary>It is told and taken, but the answer is lost.</summary>
        AnswerLost,

        /// <summary>It is told, and the arena takes no more than one at a time.</summary>
        TooMany,

        /// <summary>The node is killed and started again.</summary>
        Restart,

        /// <summary>The disk is full, or has room again.</summary>
        Disk,
    }

    /// <summary>A disk that fails may lose what a restart does not find; nothing else may.</summary>
    [Fact]
    public void Whatever_happens_every_verdict_is_handed_in_and_forgotten_only_then() =>
        Prop.ForAll(
                Gen.Elements(Enum.GetValues<Happens>()).ListOf().ToArbitrary(),
                things =>
                {
                    var course = new Course();
                    foreach (var thing in things)
                    {
                        course.Happen(thing);
                        course.CheckNothingIsLost();
                    }

                    course.End();
                }
            )
            .Holds();

    [Fact]
    public async Task What_the_arena_cannot_take_does_not_keep_the_others_back()
    {
        var course = new Course();
        for (var i = 0; i < 100; i++)
        {
            course.Happen(Happens.Verdict);
        }

        course.Desk.Before = news =>
        {
            if (news.Outcomes.Any(outcome => outcome.Ticket.Judging.Submission.Value == 3))
            {
                throw new InvalidDataException("Not this one.");
            }
        };
        for (var i = 0; i < 300 && course.Desk.Outcomes.Count < 99; i++)
        {
            await course.News.TellOnceAsync();
        }

        Assert.Equal(99, course.Desk.Outcomes.Count);
        Assert.Equal([3], course.News.Untold.Select(ticket => ticket.Judging.Submission.Value));
    }

    [Fact]
    public async Task Who_waits_for_a_verdict_to_be_taken_hears_of_it()
    {
        var course = new Course();
        course.Happen(Happens.Verdict);
        var waiting = course.News.ToldAsync(course.Told[0], CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        course.Happen(Happens.Refused);
        Assert.False(waiting.IsCompleted);
        course.Happen(Happens.Told);
        await waiting.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    /// <summary>A node over some time, with its arena and its disk.</summary>
    private sealed class Course
    {
        private readonly KeptInMemory _kept = new();

        /// <summary>Taken by the arena, though the node was not told so.</summary>
        private readonly List<Outcome> _half = [];

        /// <summary>Not on the disk when the node was killed, for it was full.</summary>
        private readonly HashSet<long> _lost = [];

        private bool _full;
        private bool _missedWhileFull;

        public Course()
        {
            _kept.Before = () =>
            {
                if (_full)
                {
                    throw new IOException("No space left on device.");
                }
            };
            News = Start();
        }

        public ScriptedDesk Desk { get; } = new();

        public List<Outcome> Told { get; } = [];

        public NewsTeller News { get; private set; }

        public void Happen(Happens thing)
        {
            switch (thing)
            {
                case Happens.Verdict:
                    Told.Add(SomeJob.Judged(Told.Count));
                    News.Tell(Told[^1]);
                    break;
                case Happens.Restart:
                    var before = Untold();
                    News = Start();
                    _lost.UnionWith(_full || _missedWhileFull ? before.Except(Untold()) : []);
                    _missedWhileFull = _full;
                    break;
                case Happens.Disk:
                    _full = !_full;
                    _missedWhileFull = true;
                    break;
                default:
                    Tell(thing);
                    break;
            }
        }

        public void CheckNothingIsLost()
        {
            var safe = Desk
                .Outcomes.Concat(_half)
                .Select(outcome => outcome.Ticket.Judging.Submission.Value)
                .Concat(Untold())
                .Concat(_lost);
            Assert.Empty(Told.Select(outcome => outcome.Ticket.Judging.Submission.Value).Except(safe));
        }

        public void End()
        {
            _full = false;
            for (var i = 0; i < 10; i++)
            {
                Tell(Happens.Told);
            }

            Assert.Empty(News.Untold);
            Assert.True(_kept.IsEmpty);
            CheckNothingIsLost();
        }

        private void Tell(Happens thing)
        {
            Desk.Before = news => Answer(thing, news);
            News.TellOnceAsync().GetAwaiter().GetResult();
        }

        private void Answer(Happens thing, News news)
        {
            if (thing == Happens.AnswerLost)
            {
                _half.AddRange(news.Outcomes);
            }

            if (thing is Happens.AnswerLost or Happens.Refused || (thing == Happens.TooMany && news.Outcomes.Count > 1))
            {
                throw new TimeoutException("No answer.");
            }
        }

        private IEnumerable<long> Untold() => [.. News.Untold.Select(ticket => ticket.Judging.Submission.Value)];

        private NewsTeller Start()
        {
            var options = new JudgeOptions
            {
                DataFolder = "",
                ProblemsFolder = "",
                LanguagesFolder = "",
                ImagesFolder = "",
            };
            var outbox = new Outbox(_kept, NullLogger<Outbox>.Instance);
            outbox.LoadAsync().GetAwaiter().GetResult();
            return new NewsTeller(Desk, outbox, options, TestClock.New(), NullLogger<NewsTeller>.Instance);
        }
    }
}
