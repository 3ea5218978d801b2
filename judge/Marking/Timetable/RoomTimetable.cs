using Judge.Marking.Draw;

namespace Judge.Marking.Timetable;

/// <summary>
/// Interviews where panels stay and projects come. Schools are placed from large to small, each whole in the half-day with most room that
/// takes it. Pure: the same task gives the same table.
/// </summary>
public static class RoomTimetable
{
    /// <exception cref="ArgumentException">Two projects have one number.</exception>
    public static InterviewTable Solve(InterviewTask task)
    {
        var board = new RoomBoard(task) { Reserve = task.Reserve };
        List<List<EntryId>> left = [.. Schools(task).Select(school => PlaceSchool(board, task, school))];
        board.Reserve = 0;
        var unplaced = left.Where(rest => rest.Count > 0).SelectMany(rest => PlaceSchool(board, task, rest)).Order();
        return new InterviewTable(1, board.Slots, [.. unplaced]);
    }

    /// <summary>
    /// The table after something has happened: somebody did not come, a juror changed, a room fell out, a project came late. Nobody who was
    /// called moves, and of the others only those whose slot breaks a rule now; free slots of the same room come first, then of the same
    /// half-day. Where none is free, one project that was not called gives way.
    /// </summary>
    /// <param name="task">As it is now.</param>
    /// <param name="now">The first slot that can still be given out.</param>
    /// <param name="called">Who was called already; they keep their slots.</param>
    /// <param name="absent">Of those, who did not come and gets another slot.</param>
    public static InterviewTable Resolve(
        InterviewTask task,
        InterviewTable table,
        (int Half, int At) now,
        IReadOnlySet<EntryId> called,
        IReadOnlySet<EntryId> absent
    )
    {
        var past = table.Slots.Where(one => (one.Value.Half, one.Value.At).CompareTo(now) < 0).Select(one => one.Key);
        var stays = called.Concat(past).Except(absent).ToHashSet();
        var flawed = TimetableRule.Flaws(task, table).Select(flaw => flaw.Project).Except(stays).Concat(absent).ToHashSet();
        var board = new RoomBoard(task) { Now = now, Fixed = stays };
        foreach (var one in task.Interviews.Where(one => table.Slots.ContainsKey(one.Project) && !flawed.Contains(one.Project)))
        {
            board.Set(one.Project, table.Slots[one.Project]);
        }

        var unplaced = task.Interviews.Select(one => one.Project).Where(one => !board.Slots.ContainsKey(one)).ToList();
        unplaced.RemoveAll(one => Replace(board, task, one, table.Slots.TryGetValue(one, out var slot) ? slot : null, now.Half));
        return new InterviewTable(table.Version + 1, board.Slots, unplaced);
    }

    private static bool Replace(RoomBoard board, InterviewTask task, EntryId project, InterviewSlot? was, int first)
    {
        int[] halves = [.. Enumerable.Range(first, Math.Max(0, task.HalfDays.Count - first))];
        foreach (var half in halves.OrderBy(half => half == was?.Half ? -1 : half))
        {
            if (board.Free(project, half, was?.Room) is { } free)
            {
                board.Set(project, free);
                return true;
            }
        }

        return halves.Any(half => board.TryPlace(project, half));
    }

    private static IEnumerable<List<EntryId>> Schools(InterviewTask task)
    {
        List<List<EntryId>> schools =
        [
            .. task
                .Interviews.GroupBy(one => (one.Place, one.School))
                .OrderBy(school => school.Key)
                .Select(school =>
                    school.OrderBy(one => one.Field, StringComparer.Ordinal).ThenBy(one => one.Project).Select(one => one.Project).ToList()
                ),
        ];
        new Xoshiro(task.Seed).Shuffle(schools);
        return schools.OrderByDescending(school => school.Count);
    }

    /// <summary>Whoever found no place.</summary>
    private static List<EntryId> PlaceSchool(RoomBoard board, InterviewTask task, List<EntryId> school)
    {
        while (school.Count > 0)
        {
            var halves = Enumerable.Range(0, task.HalfDays.Count).OrderByDescending(half => school.Sum(one => board.Room(one, half)));
            var (best, most) = (-1, 0);
            foreach (var half in halves)
            {
                var start = board.Mark;
                var placed = school.Count(one => board.TryPlace(one, half));
                if (placed == school.Count)
                {
                    return [];
                }

                board.BackTo(start);
                (best, most) = placed > most ? (half, placed) : (best, most);
            }

            if (best < 0)
            {
                return school;
            }

            school = [.. school.Where(one => !board.TryPlace(one, best))];
        }

        return school;
    }
}
