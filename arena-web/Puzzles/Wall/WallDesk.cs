using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Entries;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Staff;
using Judge.Contests;
using Judge.Problems.Package;

namespace ArenaWeb.Puzzles.Wall;

/// <summary>Pupils that are looked at together: a class or a room.</summary>
/// <param name="Key">In the address.</param>
internal sealed record WallGroup(string Key, string Name, bool IsRoom, IReadOnlyList<Person> Pupils);

/// <summary>The wall of a group as it is now.</summary>
/// <param name="Groups">All that whoever looks may choose from.</param>
/// <param name="Total">What all of the group have together.</param>
/// <param name="MayProject">The total may be shown to the class.</param>
/// <param name="Timed">Pupils of the group whose time whoever looks may change.</param>
internal sealed record ClassWall(
    Contest Contest,
    IReadOnlyList<WallGroup> Groups,
    WallGroup Chosen,
    IReadOnlyList<(WallRow Row, Person Person)> Rows,
    ClassTotal Total,
    bool MayProject,
    IReadOnlyList<Person> Timed
)
{
    public int Needing => Rows.Count(line => line.Row.Needs != Need.None);
}

/// <summary>Sums of classes for a projector: no pupil stands on it.</summary>
/// <param name="Chosen">The one class or room that is shown; null: all classes.</param>
/// <param name="Classes">Without those of which nothing may be said yet.</param>
internal sealed record ClassBoard(Contest Contest, WallGroup? Chosen, IReadOnlyList<RankedClass> Classes);

/// <summary>Puts walls together, of the pupils only whom whoever looks may see.</summary>
internal sealed class WallDesk(
    ExamDesk exams,
    IContestActs acts,
    RunBook book,
    ClassTotals totals,
    Sightings sightings,
    Hints hints,
    ProblemLibrary library,
    TimeProvider time
)
{
    /// <param name="key">Of a group; anything else: the first there is.</param>
    /// <returns>Null: there is no such contest, or nobody in it whom the asker may see.</returns>
    public async Task<ClassWall?> FindAsync(ContestId id, string? key, Asker asker, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await ExamAsync(id, ct) is not { } exam || Groups(exam, asker, now, Objects.Wall) is not { Count: > 0 } groups)
        {
            return null;
        }

        var chosen = groups.FirstOrDefault(group => group.Key == key) ?? groups[0];
        var runs = await book.OfAsync(id, ct);
        var pupils = await PupilsAsync(exam.Contest, chosen, runs, ct);
        var levels = exam.Contest.Problems.Select(problem => problem.Label).ToList();
        var rows = WallRule.Of(pupils, levels, NeedRule.Thresholds(runs.Values), now);
        var people = chosen.Pupils.ToDictionary(person => person.Entrant);
        return new(
            exam.Contest,
            groups,
            chosen,
            [.. rows.Select(row => (row, people[row.Entrant]))],
            (await TotalsAsync(exam.Contest, [chosen], ct))[0],
            OfChosen(Objects.ClassTotal).Count > 0,
            OfChosen(Objects.Times)
        );

        IReadOnlyList<Person> OfChosen(string name) =>
            Groups(exam, asker, now, name).FirstOrDefault(group => group.Key == chosen.Key)?.Pupils ?? [];
    }

    /// <param name="key">Of a group; empty: all classes that the asker may see.</param>
    /// <returns>Null: there is no such contest or group, or nothing of it may be shown to all.</returns>
    public async Task<ClassBoard?> BoardAsync(ContestId id, string key, Asker asker, CancellationToken ct)
    {
        if (await ExamAsync(id, ct) is not { } exam)
        {
            return null;
        }

        var shown = Groups(exam, asker, time.GetUtcNow(), Objects.ClassTotal)
            .Where(group => key.Length > 0 ? group.Key == key : !group.IsRoom)
            .ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var sums = shown.Zip(await TotalsAsync(exam.Contest, shown, ct), (group, total) => (group.Name, Total: total.Shown));
        return new(
            exam.Contest,
            shown.Count == 1 ? shown[0] : null,
            RankedClass.Of(sums.Where(one => one.Total is not null).Select(one => (one.Name, one.Total!)))
        );
    }

    private Task<IReadOnlyList<ClassTotal>> TotalsAsync(Contest contest, IEnumerable<WallGroup> groups, CancellationToken ct) =>
        totals.OfAsync(contest, groups.Select(group => group.Pupils.Select(person => person.Entrant)), ct);

    /// <summary>A pupil whom the asker may see; null: there is none.</summary>
    public async Task<(Contest Contest, Person Person)?> PupilAsync(ContestId id, EntrantId pupil, Asker asker, CancellationToken ct) =>
        await ExamAsync(id, ct) is { } exam
        && Groups(exam, asker, time.GetUtcNow(), Objects.Wall).SelectMany(group => group.Pupils).FirstOrDefault(one => one.Entrant == pupil)
            is { } person
            ? (exam.Contest, person)
            : null;

    /// <summary>Null: there is none, or it is no hour of puzzles.</summary>
    private async Task<Exam?> ExamAsync(ContestId id, CancellationToken ct) =>
        await exams.FindAsync(id, ct) is { } exam && library.HasLevels(exam.Contest) ? exam : null;

    /// <summary>Rooms and classes of the pupils of whom the asker may see an object.</summary>
    private static IReadOnlyList<WallGroup> Groups(Exam exam, Asker asker, DateTimeOffset now, string name)
    {
        var phase = ContestAccess.PhaseAt(exam.Contest, now);
        var seen = exam
            .People.Values.GroupBy(person => (Unit: UnitOf(person), Room: exam.RoomOf(person)))
            .Where(group =>
                Rights
                    .Of(asker, ContestAccess.SubjectOf(exam.Contest) with { Unit = group.Key.Unit, Room = group.Key.Room?.Name }, phase)
                    .May(name)
            )
            .ToList();
        return
        [
            .. seen.Where(group => group.Key.Room is not null)
                .GroupBy(group => group.Key.Room!)
                .OrderBy(room => room.Key.Id)
                .Select(room =>
                    Group(FormattableString.Invariant($"phong-{room.Key.Id}"), room.Key.Name, true, room.SelectMany(one => one))
                ),
            .. seen.SelectMany(group => group)
                .GroupBy(person => (person.School, person.Class))
                .OrderBy(group => group.Key)
                .Select(group => Group($"{group.Key.School}|{group.Key.Class}", NameOf(group.Key.School, group.Key.Class), false, group)),
        ];

        long? UnitOf(Person person) => exam.Units.TryGetValue(person.Entrant.Value, out var unit) ? unit : null;

        static WallGroup Group(string key, string name, bool isRoom, IEnumerable<Person> pupils) =>
            new(key, name, isRoom, [.. pupils.OrderBy(person => person.Sbd, StringComparer.Ordinal)]);
    }

    private static string NameOf(string school, string grade) => string.Join(" · ", new[] { grade, school }.Where(text => text.Length > 0));

    private async Task<IEnumerable<WallPupil>> PupilsAsync(
        Contest contest,
        WallGroup group,
        IReadOnlyDictionary<EntrantId, IReadOnlyList<LevelRun>> runs,
        CancellationToken ct
    )
    {
        IReadOnlyList<EntrantId> some = [.. group.Pupils.Select(person => person.Entrant)];
        var begun = await acts.BegunAsync(contest.Id, ct);
        var seen = await sightings.OfAsync(some, ct);
        var opened = await hints.OfAsync(some, ct);
        return some.Select(entrant => new WallPupil(
            entrant,
            Clock.Of(contest, entrant, begun.TryGetValue(entrant, out var at) ? at : null),
            runs.GetValueOrDefault(entrant, []),
            seen.GetValueOrDefault(entrant),
            opened[entrant].ToDictionary(hint => hint.Label, hint => hint.Stage)
        ));
    }
}
