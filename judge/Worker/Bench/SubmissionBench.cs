using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Judge.Contests;
using Judge.Events;
using Judge.Submit;

namespace Judge.Worker.Bench;

/// <summary>
/// Whole submissions (hand-in, queue, compile, tests, verdict) through the real node and database: bursts of so many at
/// once, each by another entrant, until all have their verdict.
/// </summary>
internal sealed class SubmissionBench(ISubmissions submissions, IEvents events, IContests contests, TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, long> _judgedAt = new();
    private volatile Event? _failure;
    private int _sources;

    /// <summary>Milliseconds from hand-in to verdict of each submission, and submissions a second of each burst.</summary>
    /// <param name="Beside">What was measured after each burst; empty: nothing.</param>
    internal sealed record Takes(List<double> Latencies, List<double> Rates, List<double> Beside);

    /// <param name="tests">Tests of the problem, one of <see cref="BenchProblem"/>.</param>
    /// <param name="waiting">Submissions in a burst.</param>
    /// <param name="again">All hand in the very same program, as in judging again; else each has to be compiled.</param>
    /// <param name="beside">Measured after each burst, for comparison; null: nothing.</param>
    public async Task<Takes> BurstsAsync(
        string language,
        string source,
        int tests,
        int waiting,
        int bursts,
        CancellationToken ct,
        bool again = false,
        Func<Task<double>>? beside = null
    )
    {
        var contest = await AddContestAsync(tests, ct);
        var entrants = await contests.AddEntrantsAsync(contest.Id, waiting, ct);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = WatchAsync(await events.LastSequenceAsync(ct), done.Token);
        var takes = new Takes([], [], []);
        for (var burst = -1; burst < bursts; burst++)
        {
            var (latencies, rate) = await BurstAsync(contest, entrants, language, () => again ? source : Unlike(source), ct);
            var compared = beside is null ? (double?)null : await beside();
            if (burst < 0)
            {
                continue;
            }

            takes.Latencies.AddRange(latencies);
            takes.Rates.Add(rate);
            takes.Beside.AddRange(compared is { } value ? [value] : []);
        }
        await done.CancelAsync();
        await watching;
        return takes;
    }

    private async Task<(List<double> Latencies, double Rate)> BurstAsync(
        Contest contest,
        IReadOnlyList<EntrantId> entrants,
        string language,
        Func<string> source,
        CancellationToken ct
    )
    {
        var start = Stopwatch.GetTimestamp();
        var handins = await Task.WhenAll(
            entrants.Select(async entrant =>
            {
                var bytes = Encoding.UTF8.GetBytes(source());
                var at = Stopwatch.GetTimestamp();
                var answer = await submissions.AddAsync(new(contest.Id, entrant, "A", language, bytes, Guid.NewGuid()), ct);
                return answer.Result == SubmitResult.Accepted
                    ? (answer.Id.Value, at)
                    : throw new InvalidOperationException($"A hand-in was refused: {answer.Result}.");
            })
        );
        while (!handins.All(handin => _judgedAt.ContainsKey(handin.Value)))
        {
            if (_failure is not null)
            {
                throw new InvalidOperationException("The judge failed on the bench program.");
            }

            await Task.Delay(1, ct);
        }
        var ends = handins.Select(handin => _judgedAt[handin.Value]).ToList();
        return (
            [.. handins.Zip(ends, (handin, end) => Stopwatch.GetElapsedTime(handin.at, end).TotalMilliseconds)],
            handins.Length / Stopwatch.GetElapsedTime(start, ends.Max()).TotalSeconds
        );
    }

    /// <summary>The same program as no other: a line of blanks and tabs behind it is a number in base 2.</summary>
    private string Unlike(string source) =>
        $"{source}{Interlocked.Increment(ref _sources).ToString("b", CultureInfo.InvariantCulture).Replace('0', ' ').Replace('1', '\t')}\n";

    private async Task WatchAsync(long after, CancellationToken ct)
    {
        try
        {
            await foreach (var happened in events.FollowAsync(after, ct))
            {
                if (happened.Kind == EventKind.Judged)
                {
                    _judgedAt[happened.Subject] = Stopwatch.GetTimestamp();
                }

                if (happened.Kind == EventKind.JudgeFailed)
                {
                    _failure = happened;
                }
            }
        }
        catch (OperationCanceledException) { }
    }

    private Task<Contest> AddContestAsync(int tests, CancellationToken ct) =>
        contests.AddAsync(
            new()
            {
                Code = $"BENCH-{Guid.NewGuid().ToString("N")[..8].ToUpperInvariant()}",
                Names = new Dictionary<string, string> { ["en"] = "Bench" },
                Scoring = ScoringStyle.Points,
                Start = clock.GetUtcNow().AddHours(-1),
                End = clock.GetUtcNow().AddHours(1),
                Problems = [new("A", BenchProblem.Name(tests), 100)],
            },
            ct
        );
}
