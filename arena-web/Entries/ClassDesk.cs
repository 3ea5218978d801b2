using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using Judge.Contests;

namespace ArenaWeb.Entries;

/// <summary>A class of a contest as its teacher or invigilator finds it.</summary>
/// <param name="Mates">By number in the class; at least one.</param>
/// <param name="Kept">Code and door; null: it has none yet.</param>
internal sealed record ClassLine(IReadOnlyList<ClassMate> Mates, SchoolClass? Kept)
{
    public string School => Mates[0].Person.School;

    public string Name => Mates[0].Person.Class;

    /// <summary>The class in an address: it is the one that this pupil is in.</summary>
    public long Key => Mates.Min(mate => mate.Person.Entrant.Value);
}

/// <summary>The classes of a contest that somebody of the staff may open.</summary>
/// <param name="IsOn">Classes may sign in by their codes.</param>
/// <param name="MayTurn">May turn that on and off.</param>
internal sealed record ClassList(Exam Exam, bool IsOn, bool MayTurn, IReadOnlyList<ClassLine> Classes);

/// <summary>Finds classes for whoever may open them: the organiser, and where the contest allows it school and invigilator.</summary>
internal sealed class ClassDesk(ExamDesk desk, SchoolClasses classes, TimeProvider time)
{
    /// <summary>Null: nothing of it is for this reader.</summary>
    public async Task<ClassList?> FindAsync(ContestId contest, Asker asker, CancellationToken ct)
    {
        if (await desk.FindAsync(contest, ct) is not { } exam)
        {
            return null;
        }

        var isOn = await classes.AreOnAsync(contest, ct);
        var kept = (await classes.OfContestAsync(contest, ct)).ToDictionary(one => (one.School, one.Name));
        var phase = ContestAccess.PhaseAt(exam.Contest, time.GetUtcNow());
        var whole = ContestAccess.SubjectOf(exam.Contest);
        var subject = whole with { Rules = isOn ? whole.Rules.Append(Objects.Classes).ToHashSet() : whole.Rules };
        var mayTurn = Rights.Of(asker, whole, phase).May(Objects.SetUp);
        var lines = exam
            .People.Values.Where(person => person.Name.Length > 0 && person.Class.Length > 0)
            .GroupBy(person => (person.School, person.Class))
            .Where(one => Rights.Of(asker, PlaceOf(exam, subject, one), phase).May(Objects.Classes))
            .OrderBy(one => one.Key.School, StringComparer.Ordinal)
            .ThenBy(one => one.Key.Class, StringComparer.Ordinal)
            .Select(one => new ClassLine(ShortNames.Of(one), kept.GetValueOrDefault(one.Key)))
            .ToList();
        return lines.Count > 0 || mayTurn ? new(exam, isOn, mayTurn, lines) : null;
    }

    /// <summary>Those that let classes in and have some for this reader.</summary>
    public async Task<IReadOnlyList<Contest>> ContestsAsync(Asker asker, CancellationToken ct)
    {
        var found = new List<Contest>();
        foreach (var contest in await classes.ContestsAsync(ct))
        {
            if (await FindAsync(contest, asker, ct) is { Classes.Count: > 0 } list)
            {
                found.Add(list.Exam.Contest);
            }
        }

        return found;
    }

    /// <summary>A class belongs to the school that entered it, and to a room where all of it sits there.</summary>
    private static Subject PlaceOf(Exam exam, Subject subject, IEnumerable<Person> pupils)
    {
        var units = pupils.Select(one => exam.Units.TryGetValue(one.Entrant.Value, out var unit) ? unit : (long?)null).Distinct().ToList();
        var rooms = pupils.Select(one => exam.RoomOf(one)?.Name).Distinct().ToList();
        return subject with { Unit = units.Count == 1 ? units[0] : null, Room = rooms.Count == 1 ? rooms[0] : null };
    }
}
