namespace Judge.Marking.Timetable;

/// <summary>A timetable of rooms in the making, with a way back.</summary>
internal sealed class RoomBoard
{
    private readonly InterviewTask _task;
    private readonly Dictionary<EntryId, Interview> _interviews;
    private readonly Dictionary<EntryId, InterviewSlot> _slots = [];
    private readonly Dictionary<InterviewSlot, EntryId> _taken = [];
    private readonly HashSet<(long Person, int Half, int At)> _busy = [];
    private readonly Dictionary<(long Room, int Half), int> _count = [];
    private readonly Dictionary<EntryId, IReadOnlyList<InterviewRoom>> _fitting = [];
    private readonly Stack<(EntryId Project, InterviewSlot? Before)> _done = [];
    private readonly int[] _ends;

    public RoomBoard(InterviewTask task)
    {
        _task = task;
        _interviews = task.Interviews.ToDictionary(one => one.Project);
        _ends = [.. task.HalfDays.Select(half => half.Slots(task.Slot))];
    }

    public IReadOnlyDictionary<EntryId, InterviewSlot> Slots => _slots;

    /// <summary>Slots at the end of each half-day that are not given out.</summary>
    public int Reserve { get; set; }

    /// <summary>The first moment that is given out; before it all has happened.</summary>
    public (int Half, int At) Now { get; init; }

    /// <summary>Whose slot nobody else gets.</summary>
    public IReadOnlySet<EntryId> Fixed { get; init; } = new HashSet<EntryId>();

    /// <summary>A mark to come back to.</summary>
    public int Mark => _done.Count;

    public void BackTo(int mark)
    {
        while (_done.Count > mark)
        {
            var (project, before) = _done.Pop();
            Take(project);
            Put(project, before);
        }
    }

    public void Set(EntryId project, InterviewSlot? slot)
    {
        _done.Push((project, Take(project)));
        Put(project, slot);
    }

    /// <summary>Slots of a half-day that are left in rooms that take the project.</summary>
    public int Room(EntryId project, int half) => Fitting(project).Sum(room => Math.Max(0, End(half) - Count(room, half)));

    /// <summary>
    /// Puts a project into a half-day: where the panel knows its field best, then where fewest are. Where nothing is free one other project
    /// is pushed to another free slot.
    /// </summary>
    public bool TryPlace(EntryId project, int half, bool push = true)
    {
        if (Free(project, half) is { } free)
        {
            Set(project, free);
            return true;
        }

        var start = Mark;
        foreach (var (slot, other) in push ? Pushable(project, half) : [])
        {
            Set(other, null);
            Set(project, slot);
            if (Free(other, half) is { } away)
            {
                Set(other, away);
                return true;
            }

            BackTo(start);
        }

        return false;
    }

    /// <summary>The best free slot of a half-day; null: none.</summary>
    /// <param name="room">The room that is asked first; null: none is.</param>
    public InterviewSlot? Free(EntryId project, int half, long? room = null) =>
        Fitting(project)
            .OrderBy(one => one.Id == room ? 0 : 1)
            .ThenBy(one => Index(one, project) + Count(one, half))
            .ThenBy(one => one.Id)
            .SelectMany(one => SlotsOf(project, one, half))
            .Where(slot => !_taken.ContainsKey(slot) && IsFree(project, slot))
            .Select(slot => (InterviewSlot?)slot)
            .FirstOrDefault();

    private IEnumerable<(InterviewSlot Slot, EntryId Other)> Pushable(EntryId project, int half) =>
        [
            .. Fitting(project)
                .SelectMany(room => SlotsOf(project, room, half))
                .Where(slot => _taken.TryGetValue(slot, out var other) && !Fixed.Contains(other))
                .Select(slot => (slot, _taken[slot]))
                .Where(taken => IsFree(project, taken.slot, _interviews[taken.Item2])),
        ];

    private IEnumerable<InterviewSlot> SlotsOf(EntryId project, InterviewRoom room, int half)
    {
        var first =
            half < Now.Half ? int.MaxValue
            : half == Now.Half ? Now.At
            : 0;
        for (var at = Math.Max(first, _interviews[project].Earliest); at < End(half); at++)
        {
            yield return new InterviewSlot(room.Id, half, at);
        }
    }

    private int End(int half) => Math.Max(0, _ends[half] - Reserve);

    private int Count(InterviewRoom room, int half) => _count.GetValueOrDefault((room.Id, half));

    private int Index(InterviewRoom room, EntryId project) =>
        room.Fields.Index().First(field => field.Item == _interviews[project].Field).Index;

    private bool IsFree(EntryId project, InterviewSlot slot, Interview? without = null) =>
        _interviews[project]
            .People.All(person => !_busy.Contains((person, slot.Half, slot.At)) || without?.People.Contains(person) == true);

    private IReadOnlyList<InterviewRoom> Fitting(EntryId project)
    {
        if (!_fitting.TryGetValue(project, out var rooms))
        {
            rooms = [.. _task.Rooms.Where(room => TimetableRule.Barred(_interviews[project], room) is null)];
            _fitting.Add(project, rooms);
        }

        return rooms;
    }

    private InterviewSlot? Take(EntryId project)
    {
        if (!_slots.Remove(project, out var slot))
        {
            return null;
        }

        _taken.Remove(slot);
        _count[(slot.Room, slot.Half)]--;
        foreach (var person in _interviews[project].People)
        {
            _busy.Remove((person, slot.Half, slot.At));
        }

        return slot;
    }

    private void Put(EntryId project, InterviewSlot? where)
    {
        if (where is not { } slot)
        {
            return;
        }

        _slots.Add(project, slot);
        _taken.Add(slot, project);
        _count[(slot.Room, slot.Half)] = _count.GetValueOrDefault((slot.Room, slot.Half)) + 1;
        foreach (var person in _interviews[project].People)
        {
            _busy.Add((person, slot.Half, slot.At));
        }
    }
}
