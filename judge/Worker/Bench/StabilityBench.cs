using System.Collections.Concurrent;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Score;
using Judge.Submit;

namespace Judge.Worker.Bench;

/// <summary>
/// Judges the same submissions again and again while the queue is full, and counts those that do not get the same verdict every time. They
/// are the author's solutions of the problems at hand: right ones, wrong ones, slow ones.
/// </summary>
internal sealed class StabilityBench(
    ISubmissions submissions,
    IEvents events,
    IContests contests,
    IJudgements judgements,
    ProblemLibrary problems,
    Languages languages,
    TimeProvider clock
)
{
    /// <summary>One solution, and every verdict it got with the number of rounds.</summary>
    internal sealed record Course(string Path, IReadOnlyDictionary<string, int> Verdicts)
    {
        public bool IsStable => Verdicts.Count == 1;
    }

    /// <param name="count">Submissions in a round; solutions are taken in turn until there are so many.</param>
    /// <param name="told">Told after each round, from 1.</param>
    public async Task<IReadOnlyList<Course>> RunAsync(int count, int rounds, Action<int>? told, CancellationToken ct)
    {
        var solutions = Solutions().ToList();
        if (solutions.Count == 0)
        {
            throw new InvalidOperationException("There are no solutions among the problems.");
        }

        List<(string Problem, string File)> chosen = [.. Enumerable.Range(0, count).Select(at => solutions[at % solutions.Count])];
        var contest = await AddContestAsync([.. chosen.Select(one => one.Problem).Distinct()], ct);
        var entrants = await contests.AddEntrantsAsync(contest.Id, count, ct);
        var verdicts = chosen.Select(_ => new List<string>()).ToList();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var (verdict, at) in (await RoundAsync(contest, entrants, chosen, ct)).Select((verdict, at) => (verdict, at)))
            {
                verdicts[at].Add(verdict);
            }

            told?.Invoke(round);
        }

        return
        [
            .. chosen.Zip(
                verdicts,
                (one, got) =>
                    new Course(
                        Path.GetRelativePath(problems.Look(one.Problem)!.Problem!.Folder, one.File),
                        got.CountBy(verdict => verdict).ToDictionary()
                    )
            ),
        ];
    }

    private async Task<IReadOnlyList<string>> RoundAsync(
        Contest contest,
        IReadOnlyList<EntrantId> entrants,
        IReadOnlyList<(string Problem, string File)> chosen,
        CancellationToken ct
    )
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var judged = new ConcurrentDictionary<long, bool>();
        var watching = WatchAsync(await events.LastSequenceAsync(ct), judged, done.Token);
        var handed = new List<SubmissionId>();
        foreach (var ((problem, file), at) in chosen.Select((one, at) => (one, at)))
        {
            var label = contest.Problems.First(known => known.Problem == problem).Label;
            var answer = await submissions.AddAsync(
                new(contest.Id, entrants[at], label, languages.OfFile(file)!.Id, await File.ReadAllBytesAsync(file, ct), Guid.NewGuid()),
                ct
            );
            handed.Add(
                answer.Result == SubmitResult.Accepted
                    ? answer.Id
                    : throw new InvalidOperationException($"{file} was refused: {answer.Result}.")
            );
        }

        while (!handed.TrueForAll(id => judged.ContainsKey(id.Value)))
        {
            await Task.Delay(20, ct);
        }

        await done.CancelAsync();
        await watching;
        var found = new List<string>();
        foreach (var id in handed)
        {
            found.Add(string.Join(' ', (await judgements.FindAsync(id, ct))!.Tests.Select(test => test.Verdict.Code())));
        }

        return found;
    }

    private async Task WatchAsync(long after, ConcurrentDictionary<long, bool> judged, CancellationToken ct)
    {
        try
        {
            await foreach (var happened in events.FollowAsync(after, ct))
            {
                if (happened.Kind is EventKind.Judged or EventKind.JudgeFailed)
                {
                    judged[happened.Subject] = true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the round is over
        }
    }

    /// <summary>Single files in a known language that are judged like an entrant's, in turn over the problems.</summary>
    private IEnumerable<(string Problem, string File)> Solutions()
    {
        var all = problems
            .Names()
            .Select(name => Path.Combine(problems.Look(name)!.Problem!.Folder, "submissions"))
            .Where(Directory.Exists)
            .Select(folder =>
                Directory
                    .GetFiles(folder, "*", SearchOption.AllDirectories)
                    .Where(file => Path.GetRelativePath(folder, file).Count(c => c == '/') == 1 && languages.OfFile(file) is not null)
                    .Order(StringComparer.Ordinal)
                    .ToList()
            )
            .ToList();
        return Enumerable
            .Range(0, all.Select(files => files.Count).DefaultIfEmpty().Max())
            .SelectMany(at =>
                all.Where(files => at < files.Count)
                    .Select(files =>
                        (Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(files[at]))))!, files[at])
                    )
            );
    }

    private Task<Contest> AddContestAsync(IReadOnlyList<string> names, CancellationToken ct) =>
        contests.AddAsync(
            new()
            {
                Code = $"BENCH-{Guid.NewGuid().ToString("N")[..8].ToUpperInvariant()}",
                Names = new Dictionary<string, string> { ["en"] = "Stability" },
                Scoring = ScoringStyle.Icpc,
                Start = clock.GetUtcNow().AddHours(-1),
                End = clock.GetUtcNow().AddDays(1),
                Problems = [.. names.Select((name, at) => new ContestProblem($"P{at + 1}", name, 100))],
            },
            ct
        );
}
