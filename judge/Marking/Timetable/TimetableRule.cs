using Judge.Messages;

namespace Judge.Marking.Timetable;

/// <summary>What may never be in a timetable of rooms, whoever sets it up.</summary>
public static class TimetableRule
{
    /// <summary>Why a project is not interviewed in a room; null: it may be.</summary>
    public static Said? Barred(Interview one, InterviewRoom room) =>
        room.Place != one.Place ? new("marking.room.place")
        : !room.Fields.Contains(one.Field) ? new("marking.room.field")
        : room.Schools.Contains(one.School) ? new("marking.room.school")
        : room.Conflicts.Contains(one.Project) ? new("marking.room.conflict")
        : !one.Needs.All(room.Equipment.Contains) ? new("marking.room.equipment")
        : null;

    /// <summary>All that is wrong in a table, with whose interview it is; empty: it can be printed.</summary>
    public static IReadOnlyList<(EntryId Project, Said Why)> Flaws(InterviewTask task, InterviewTable table)
    {
        var rooms = task.Rooms.ToDictionary(room => room.Id);
        var placed = task
            .Interviews.Where(one => table.Slots.ContainsKey(one.Project))
            .Select(one => (one, Slot: table.Slots[one.Project]));
        return
        [
            .. from of in placed let why = Wrong(task, of.one, of.Slot, rooms) where why is not null select (of.one.Project, why),
            .. from of in placed
            group of.one.Project by of.Slot into same
            from twice in same.Skip(1)
            select (twice, new Said("marking.room.taken")),
            .. from of in placed
            from person in of.one.People
            group of.one.Project by (person, of.Slot.Half, of.Slot.At) into same
            from twice in same.Skip(1)
            select (twice, new Said("marking.room.person")),
        ];
    }

    private static Said? Wrong(InterviewTask task, Interview one, InterviewSlot slot, Dictionary<long, InterviewRoom> rooms) =>
        !rooms.TryGetValue(slot.Room, out var room)
        || slot.Half < 0
        || slot.Half >= task.HalfDays.Count
        || slot.At < 0
        || slot.At >= task.HalfDays[slot.Half].Slots(task.Slot)
            ? new Said("marking.room.slot")
        : slot.At < one.Earliest ? new Said("marking.room.early")
        : Barred(one, room);
}
