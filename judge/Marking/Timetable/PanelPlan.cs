namespace Judge.Marking.Timetable;

/// <summary>
/// Which fields the panels of a place should know: all interviews stand in one line by field, and rooms cut it into equal pieces. So each
/// panel knows few fields, and large fields have several rooms.
/// </summary>
public static class PanelPlan
{
    /// <returns>
    /// Fields of each room, what it will hear most of first. A field of one room is also known next door: jurors have conflicts.
    /// </returns>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IEnumerable<string> fields, int rooms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rooms, 1);
        var counts = fields
            .CountBy(field => field)
            .OrderByDescending(field => field.Value)
            .ThenBy(field => field.Key, StringComparer.Ordinal);
        string[] line = [.. counts.SelectMany(field => Enumerable.Repeat(field.Key, field.Value))];
        List<List<string>> panels = [.. Enumerable.Range(0, rooms).Select(room => Piece(line, room, rooms))];
        foreach (var field in line.Distinct().Where(field => rooms > 1 && panels.Count(panel => panel.Contains(field)) == 1))
        {
            var own = panels.FindIndex(panel => panel.Contains(field));
            panels[own > 0 ? own - 1 : 1].Add(field);
        }

        return panels;
    }

    private static List<string> Piece(string[] line, int room, int rooms) =>
        [
            .. line[(line.Length * room / rooms)..(line.Length * (room + 1) / rooms)]
                .CountBy(field => field)
                .OrderByDescending(field => field.Value)
                .Select(field => field.Key),
        ];
}
