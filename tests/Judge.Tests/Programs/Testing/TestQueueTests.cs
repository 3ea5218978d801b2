using FsCheck.Fluent;
using Judge.Problems;
using Judge.Programs.Testing;
using Judge.Score;

namespace Judge.Tests.Programs.Testing;

/// <summary>Tests that are judged side by side look as if they had been judged one after another.</summary>
public sealed class TestQueueTests
{
    private const int Count = 6;
    private static readonly Problem Problem = Some.Problem(samples: 1, secrets: Count - 1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_whichever_order_tests_end_the_same_is_told_and_returned(bool stopAtFirstFailure)
    {
        var order = Gen.Shuffle(Enumerable.Range(0, Count));
        var failing = Gen.Elements(true, false).ListOf(Count);
        Prop.ForAll(
                order.SelectMany(ends => failing.Select(fails => (ends, fails))).ToArbitrary(),
                pair =>
                {
                    var (told, returned) = Judge(Enumerable.Range(0, Count), pair.fails, stopAtFirstFailure);
                    var (toldToo, returnedToo) = Judge(pair.ends, pair.fails, stopAtFirstFailure);
                    return told.SequenceEqual(toldToo) && returned.SequenceEqual(returnedToo) && told.SequenceEqual(returned);
                }
            )
            .Holds();
    }

    [Fact]
    public void A_test_is_taken_once_unless_it_comes_back()
    {
        var queue = new TestQueue(Problem, stopAtFirstFailure: false, onTest: null);
        var taken = Enumerable.Range(0, Count).Select(_ => queue.Take()!).ToList();
        Assert.Equal(Problem.Tests, taken);
        Assert.Null(queue.Take());
        queue.PutBack(taken[2]);
        Assert.Same(taken[2], queue.Take());
    }

    [Fact]
    public void What_lies_ahead_is_guessed_from_what_was_done()
    {
        var queue = new TestQueue(Problem, stopAtFirstFailure: false, onTest: null);
        Assert.Equal(TimeSpan.Zero, queue.Ahead);
        queue.Done(queue.Take()!, Result(0, fails: false) with { Cpu = TimeSpan.FromSeconds(1) });
        Assert.Equal(TimeSpan.FromSeconds(Count - 1), queue.Ahead);
    }

    [Fact]
    public void Whoever_is_told_of_a_test_may_wait_for_another_that_asks_the_queue()
    {
        TestQueue queue = null!;
        var asked = 0;
        queue = new TestQueue(
            Problem,
            stopAtFirstFailure: false,
            _ => asked += Task.Run(() => queue.Ahead, TestContext.Current.CancellationToken).Wait(TimeSpan.FromSeconds(30)) ? 1 : 0
        );
        queue.Done(queue.Take()!, Result(0, fails: false));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task What_is_certain_while_somebody_is_told_is_told_afterwards_in_order_and_once()
    {
        using var telling = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var told = new List<string>();
        var queue = new TestQueue(
            Problem,
            stopAtFirstFailure: false,
            outcome =>
            {
                telling.Set();
                goOn.Wait(TimeSpan.FromSeconds(30));
                told.Add(outcome.Name);
            }
        );
        while (queue.Take() is not null) { }

        var first = Task.Run(() => queue.Done(Problem.Tests[0], Result(0, fails: false)), TestContext.Current.CancellationToken);
        Assert.True(telling.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        for (var at = Count - 1; at > 0; at--)
        {
            queue.Done(Problem.Tests[at], Result(at, fails: false)); // returns, though somebody is still being told
        }

        goOn.Set();
        await first;
        Assert.Equal(Problem.Tests.Select(test => test.Name), told);
    }

    /// <summary>All tests are taken at once and end in that order.</summary>
    private static (List<TestOutcome> Told, IReadOnlyList<TestOutcome> Returned) Judge(
        IEnumerable<int> ends,
        IList<bool> fails,
        bool stopAtFirstFailure
    )
    {
        var told = new List<TestOutcome>();
        var queue = new TestQueue(Problem, stopAtFirstFailure, told.Add);
        while (queue.Take() is not null) { }

        foreach (var at in ends)
        {
            queue.Done(Problem.Tests[at], Result(at, fails[at]));
        }

        return (told, queue.Settled());
    }

    private static TestOutcome Result(int at, bool fails) =>
        new(
            Problem.Tests[at].Name,
            Problem.Tests[at].IsSample,
            fails ? Verdict.WrongAnswer : Verdict.Accepted,
            fails ? 0 : 1,
            TimeSpan.FromMilliseconds(1),
            1
        )
        {
            Group = Problem.Tests[at].Group,
        };
}
