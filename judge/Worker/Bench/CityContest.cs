using Judge.Marking;
using Judge.Marking.Assignment;
using Judge.Marking.Draw;
using Judge.Marking.Timetable;

namespace Judge.Worker.Bench;

/// <summary>Invented contests as large as a city's, the same each time.</summary>
internal static class CityContest
{
    private const int Clusters = 16;
    private const int Subjects = 6;
    private static readonly DateTimeOffset FirstDay = new(2026, 1, 12, 0, 0, 0, TimeSpan.FromHours(7));
    private static readonly TimeSpan Break = TimeSpan.FromMinutes(15);

    /// <summary>Schools of unlike size in clusters; a juror is of some school and knows two subjects.</summary>
    public static AssignmentTask Of(int entries, int jurors, string seed = "seed")
    {
        var lots = new Xoshiro($"{entries} {jurors}");
        var schools = Math.Max(4, entries / 5);
        return new AssignmentTask
        {
            Seed = seed,
            Entries = [.. Enumerable.Range(1, entries).Select(at => Entry(at, Math.Min(lots.Next(schools), lots.Next(schools))))],
            Jurors = [.. Enumerable.Range(1, jurors).Select(at => Juror(at, lots.Next(schools), lots.Next(Subjects)))],
        };

        DrawnEntry Entry(int id, long school) =>
            new(new EntryId(id), school) { Cluster = school % Clusters, Subject = $"s{lots.Next(Subjects)}" };

        DrawnJuror Juror(int id, long school, int subject) =>
            new(new JurorId(id))
            {
                Schools = [school],
                Cluster = school % Clusters,
                Subjects = [$"s{subject}", $"s{(subject + 1 + lots.Next(Subjects - 1)) % Subjects}"],
            };
    }

    /// <summary>7:30 to 11:00 and 13:30 to 16:30, each with a break of a quarter of an hour.</summary>
    public static IReadOnlyList<HalfDay> Days(int days) =>
        [
            .. Enumerable
                .Range(0, days)
                .Select(day => FirstDay.AddDays(day))
                .SelectMany(day =>
                    new[]
                    {
                        new HalfDay(day.AddHours(7.5), day.AddHours(11), Break),
                        new HalfDay(day.AddHours(13.5), day.AddHours(16.5), Break),
                    }
                ),
        ];

    /// <summary>
    /// A science fair: at its full size 320 schools at three places, the largest with 49 projects, and six fields. Supervisors have two
    /// projects at most, far schools come late, jurors are of schools that take part.
    /// </summary>
    public static InterviewTask Fair(int minutes, int rooms, string seed = "fair", int projects = 1_574)
    {
        var lots = new Xoshiro($"{minutes} {rooms} {projects}");
        var schools = Math.Max(3, projects * 320 / 1_574);
        var supervised = new Dictionary<long, int>();
        List<Interview> interviews = [.. Enumerable.Range(0, projects).Select(Project)];
        return new InterviewTask
        {
            Seed = seed,
            Interviews = interviews,
            Rooms = [.. Rooms(interviews, rooms).Select(room => room with { Schools = [lots.Next(schools), lots.Next(schools)] })],
            HalfDays = Days(4),
            Slot = TimeSpan.FromMinutes(minutes),
        };

        Interview Project(int at)
        {
            var school =
                at < schools ? at
                : at < schools + projects * 48 / 1_574 ? 0
                : Math.Min(lots.Next(schools), lots.Next(schools));
            var supervisor = school * 1_000L + lots.Next(12);
            supervised[supervisor] = supervised.GetValueOrDefault(supervisor) + 1;
            return new Interview(new EntryId(at), school, school % 3, $"f{Math.Min(lots.Next(Subjects), lots.Next(Subjects))}")
            {
                People = supervised[supervisor] <= 2 ? [supervisor] : [],
                Earliest = school % 10 == 9 ? 3 : 0,
            };
        }
    }

    /// <summary>Three visits a project, dealt evenly.</summary>
    public static IEnumerable<(JurorId Juror, EntryId Project)> Walk(int projects, int jurors) =>
        Enumerable.Range(0, projects * 3).Select(at => (new JurorId((at / 3 * 37 + at % 3 * 33) % jurors), new EntryId(at / 3)));

    /// <summary>Rooms go by the share of projects; each place has one at least.</summary>
    private static IEnumerable<InterviewRoom> Rooms(List<Interview> interviews, int rooms)
    {
        var (id, before) = (0, 0);
        foreach (var place in interviews.GroupBy(one => one.Place).OrderBy(place => place.Key))
        {
            var count = Math.Max(1, Share(before + place.Count()) - Share(before));
            foreach (var fields in PanelPlan.Of(place.Select(one => one.Field), count))
            {
                yield return new InterviewRoom(++id, place.Key, fields);
            }

            before += place.Count();
        }

        int Share(int projects) => (int)Math.Round((double)rooms * projects / interviews.Count);
    }
}
