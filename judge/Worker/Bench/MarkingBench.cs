using System.Diagnostics;
using Judge.Marking;
using Judge.Marking.Assignment;
using Judge.Marking.Draw;
using Judge.Marking.Ranks;
using Judge.Marking.Statistics;
using Judge.Marking.Timetable;

namespace Judge.Worker.Bench;

/// <summary>What marking by people costs a machine, and how well its ranks find the true order. Needs no boxes.</summary>
internal static class MarkingBench
{
    private const int Contests = 300;
    private const int Takes = 7;

    /// <param name="share">One in so many contests and takes is done.</param>
    public static IEnumerable<Figure> Run(int share)
    {
        foreach (var scenario in MarkingScenario.All)
        {
            var taus = Enumerable.Range(0, Contests / share).Select(scenario.Play).ToList();
            yield return Figure.Of($"marking.{scenario.Name}.raw", "tau", [taus.Average(tau => tau.Raw)]);
            yield return Figure.Of($"marking.{scenario.Name}.adjusted", "tau", [taus.Average(tau => tau.Adjusted)]);
        }

        var takes = Takes / share + 1;
        foreach (var (entries, jurors) in new[] { (120, 15), (600, 40), (1_600, 60), (1_600, 100), (1_600, 160) })
        {
            var task = CityContest.Of(entries, jurors);
            yield return Timed($"marking.assignment.{entries}.{jurors}", takes, () => Assigner.Assign(task));
        }

        var marks = Marks(CityContest.Of(1_600, 60));
        yield return Timed("marking.ranking.1600", takes, () => Rank(marks));
        foreach (var (minutes, rooms) in new[] { (10, 13), (12, 15), (15, 18) })
        {
            var fair = CityContest.Fair(minutes, rooms);
            yield return Timed($"marking.rooms.{minutes}.{rooms}", takes, () => RoomTimetable.Solve(fair));
        }

        (JurorId, EntryId)[] pairs = [.. CityContest.Walk(1_574, 100)];
        yield return Timed("marking.walking.1574.100", takes, () => WalkingTimetable.Solve(pairs));
    }

    private static Figure Timed(string name, int takes, Func<object> work)
    {
        work();
        var times = new List<double>();
        for (var take = 0; take < takes; take++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Figure.Of(name, "ms", times);
    }

    private static List<GivenMark> Marks(AssignmentTask task)
    {
        var lots = new Xoshiro("marks");
        return [.. Assigner.Assign(task).Plan!.Sheets.Select(sheet => new GivenMark(sheet.Entry, sheet.Juror, 40 + lots.Next(200) / 4m))];
    }

    private static IReadOnlyList<RankRow> Rank(List<GivenMark> marks)
    {
        var fit = SeverityFit.Of(marks);
        return Ranking.Of(
            marks
                .GroupBy(mark => mark.Entry)
                .Select(row => new RankedEntry
                {
                    Entry = row.Key,
                    Mark = fit.Adjusted(row.Average(mark => mark.Mark), [.. row.Select(mark => mark.Juror)], 100),
                })
        );
    }
}
