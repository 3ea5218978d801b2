using Judge.Problems;
using Judge.Programs.Verdicts;
using Judge.Score;

namespace Judge.Programs.Testing;

/// <summary>
/// The tests of one submission on their way through its workers: what is next, what is known, what is told. In whichever order results
/// come, they are told, and in the end returned, as if the tests had been judged one after another.
/// </summary>
/// <param name="onTest">Called for one test at a time and outside the lock. It must not throw.</param>
internal sealed class TestQueue(Problem problem, bool stopAtFirstFailure, Action<TestOutcome>? onTest)
{
    private readonly Lock _gate = new();
    private readonly List<TestOutcome> _results = [];
    private readonly HashSet<Test> _running = [];
    private readonly Dictionary<(bool, string), int> _order = problem
        .Tests.Select((test, at) => (test, at))
        .ToDictionary(pair => (pair.test.IsSample, pair.test.Name), pair => pair.at);

    private readonly Queue<TestOutcome> _untold = [];

    /// <summary>Number of tests that are certain: told, or about to be.</summary>
    private int _certain;

    private bool _telling;

    /// <summary>CPU time that the tests nobody has taken yet may cost, going by those that are done; unknown is zero.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_gate)
            {
                return _results.Count == 0
                    ? TimeSpan.Zero
                    : _results.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Cpu) / _results.Count * Waiting().Count;
            }
        }
    }

    /// <summary>Takes the next test; null: none is left that is not already being judged.</summary>
    public Test? Take()
    {
        lock (_gate)
        {
            var test = Waiting().FirstOrDefault();
            if (test is not null)
            {
                _running.Add(test);
            }

            return test;
        }
    }

    /// <summary>A test that was taken could not be judged; somebody else may.</summary>
    public void PutBack(Test test)
    {
        lock (_gate)
        {
            _running.Remove(test);
        }
    }

    public void Done(Test test, TestOutcome result)
    {
        lock (_gate)
        {
            _running.Remove(test);
            _results.Add(result);
            var open = StopRule.Runnable(problem, _results, stopAtFirstFailure).Select(Order).FirstOrDefault(int.MaxValue);
            foreach (var certain in Settled().Where(certain => Order(certain) >= _certain && Order(certain) < open))
            {
                _certain = Order(certain) + 1;
                _untold.Enqueue(certain);
            }
        }

        while (NextToTell() is { } next)
        {
            onTest?.Invoke(next);
            lock (_gate)
            {
                _telling = false;
            }
        }
    }

    public IReadOnlyList<TestOutcome> Settled() => StopRule.Settled(problem, _results, stopAtFirstFailure);

    /// <summary>Null: nothing is left to tell, or another thread is telling and will look again.</summary>
    private TestOutcome? NextToTell()
    {
        lock (_gate)
        {
            if (_telling || !_untold.TryDequeue(out var next))
            {
                return null;
            }

            _telling = true;
            return next;
        }
    }

    private List<Test> Waiting() => [.. StopRule.Runnable(problem, _results, stopAtFirstFailure).Where(test => !_running.Contains(test))];

    private int Order(Test test) => _order[(test.IsSample, test.Name)];

    private int Order(TestOutcome result) => _order[(result.IsSample, result.Name)];
}
