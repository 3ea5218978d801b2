namespace Judge.Marking.Timetable;

/// <summary>When a juror walks to a project.</summary>
/// <param name="At">Slot of the whole round, from 0.</param>
public readonly record struct WalkingVisit(JurorId Juror, EntryId Project, int At);

/// <summary>
/// Interviews where projects stay and jurors walk, each alone: an edge colouring of the graph of jurors and projects, colours being slots.
/// As many slots as the busiest juror or project has visits always suffice (König 1916).
/// </summary>
public static class WalkingTimetable
{
    /// <summary>Pure; the same pairs in the same order give the same slots.</summary>
    /// <param name="pairs">Each once.</param>
    public static IReadOnlyList<WalkingVisit> Solve(IReadOnlyCollection<(JurorId Juror, EntryId Project)> pairs)
    {
        var jurors = pairs.Select(pair => pair.Juror).Distinct().Index().ToDictionary(one => one.Item, one => one.Index);
        var projects = pairs.Select(pair => pair.Project).Distinct().Index().ToDictionary(one => one.Item, one => one.Index + jurors.Count);
        var slots = Busiest(pairs);
        // Whom a node meets in a slot; -1: nobody.
        var meets = new int[jurors.Count + projects.Count, slots];
        for (var at = 0; at < meets.Length; at++)
        {
            meets[at / slots, at % slots] = -1;
        }

        foreach (var (juror, project) in pairs.Select(pair => (jurors[pair.Juror], projects[pair.Project])))
        {
            var (own, its) = (FirstFree(meets, juror), FirstFree(meets, project));
            Flip(meets, project, own, its);
            (meets[juror, own], meets[project, own]) = (project, juror);
        }

        return
        [
            .. pairs.Select(pair => new WalkingVisit(
                pair.Juror,
                pair.Project,
                Enumerable.Range(0, slots).First(at => meets[jurors[pair.Juror], at] == projects[pair.Project])
            )),
        ];
    }

    /// <summary>The fewest slots that can be.</summary>
    public static int Busiest(IReadOnlyCollection<(JurorId Juror, EntryId Project)> pairs) =>
        Math.Max(
            pairs.CountBy(pair => pair.Juror).Select(juror => juror.Value).DefaultIfEmpty().Max(),
            pairs.CountBy(pair => pair.Project).Select(project => project.Value).DefaultIfEmpty().Max()
        );

    /// <summary>
    /// The visits after a project or a juror was not there: what was missed goes to the first later slots in which both are free, at the
    /// end if need be. All other visits stay.
    /// </summary>
    /// <param name="missed">Visits of the plan.</param>
    /// <param name="now">The first slot that can still be given out.</param>
    public static IReadOnlyList<WalkingVisit> Postpone(IReadOnlyList<WalkingVisit> plan, IReadOnlySet<WalkingVisit> missed, int now)
    {
        var busyJurors = plan.Where(visit => !missed.Contains(visit)).Select(visit => (visit.Juror, visit.At)).ToHashSet();
        var busyProjects = plan.Where(visit => !missed.Contains(visit)).Select(visit => (visit.Project, visit.At)).ToHashSet();
        return [.. plan.Select(visit => missed.Contains(visit) ? Later(visit) : visit)];

        WalkingVisit Later(WalkingVisit visit)
        {
            for (var at = now; ; at++)
            {
                if (!busyJurors.Contains((visit.Juror, at)) && busyProjects.Add((visit.Project, at)))
                {
                    busyJurors.Add((visit.Juror, at));
                    return visit with { At = at };
                }
            }
        }
    }

    private static int FirstFree(int[,] meets, int node)
    {
        var at = 0;
        while (meets[node, at] >= 0)
        {
            at++;
        }

        return at;
    }

    /// <summary>
    /// Frees a slot of a node: along the path that begins there and goes by the two slots in turn, both are exchanged. The path never comes
    /// to the node at the other end of the new visit, which is on the other side and has the slot free.
    /// </summary>
    private static void Flip(int[,] meets, int node, int busy, int free)
    {
        var path = new List<int> { node };
        for (var slot = busy; meets[path[^1], slot] is >= 0 and var next; slot = slot == busy ? free : busy)
        {
            path.Add(next);
        }

        foreach (var on in path)
        {
            (meets[on, busy], meets[on, free]) = (meets[on, free], meets[on, busy]);
        }
    }
}
