using ArenaWeb.Words;

namespace ArenaWeb.Rosters;

/// <summary>A pupil of a school in a school year.</summary>
/// <param name="BirthYear">Null: no rule asked for it.</param>
/// <param name="Key">Of the education database, never shown; null: no list had it.</param>
internal sealed record Pupil(long Id, string Name, string Class, int Grade, int? BirthYear, string? Key);

/// <summary>A pupil as stored, and as the list wants it.</summary>
internal sealed record PupilChange(Pupil Before, Pupil After);

/// <summary>
/// What a list would change in a school's pupils. It adds and changes, and never deletes: who is missing is only named.
/// </summary>
/// <param name="Added">Their <see cref="Pupil.Id"/> is 0.</param>
/// <param name="Missing">Pupils of classes that the list has, who are not in it.</param>
/// <param name="Elsewhere">How many pupils are in classes that the list does not have.</param>
internal sealed record PupilPlan(
    IReadOnlyList<Pupil> Added,
    IReadOnlyList<PupilChange> Changed,
    int Same,
    IReadOnlyList<Pupil> Missing,
    int Elsewhere
)
{
    public bool IsEmpty => Added.Count + Changed.Count == 0;

    /// <summary>
    /// Finds each pupil of the list among those known: by the key; then by name and class, those first with whom nothing changes; then by
    /// a name that only one of either side has left, who then has changed the class. So the same list changes nothing the second time.
    /// </summary>
    /// <param name="keepBirthYear">A rule needs it.</param>
    public static PupilPlan Of(IReadOnlyList<PupilLine> lines, IReadOnlyList<Pupil> known, bool keepBirthYear)
    {
        var found = new Dictionary<PupilLine, Pupil>(ReferenceEqualityComparer.Instance);
        List<Pupil> Free() => [.. known.Except(found.Values)];
        // Who says more comes first, because fewer fit.
        List<PupilLine> Open() =>
            [.. lines.Where(line => !found.ContainsKey(line)).OrderBy(line => line.Key is null).ThenBy(line => line.Birth is null)];
        bool IsSame(PupilLine line, Pupil pupil) => After(line, pupil, keepBirthYear) == pupil;

        Pair(found, Open(), Free(), line => line.Key, pupil => pupil.Key, static (_, _) => true);
        Pair(found, Open(), Free(), line => InClass(line.Name, line.Class), pupil => InClass(pupil.Name, pupil.Class), IsSame);
        Pair(found, Open(), Free(), line => InClass(line.Name, line.Class), pupil => InClass(pupil.Name, pupil.Class), HaveNoTwoKeys);
        Pair(
            found,
            Open(),
            Free(),
            line => Folding.SameName(line.Name),
            pupil => Folding.SameName(pupil.Name),
            HaveNoTwoKeys,
            onlyAlone: true
        );

        var changes = found
            .Select(pair => new PupilChange(pair.Value, After(pair.Key, pair.Value, keepBirthYear)))
            .Where(change => change.Before != change.After)
            .OrderBy(change => change.Before.Id)
            .ToList();
        var classes = lines.Select(line => Folding.Plain(line.Class)).ToHashSet();
        var missing = Free().ToLookup(pupil => classes.Contains(Folding.Plain(pupil.Class)));
        return new(
            [.. lines.Where(line => !found.ContainsKey(line)).Select(line => After(line, null, keepBirthYear))],
            changes,
            found.Count - changes.Count,
            [.. missing[true]],
            missing[false].Count()
        );
    }

    private static string InClass(string name, string label) => $"{Folding.SameName(name)}|{Folding.Plain(label)}";

    /// <summary>What a list does not have, it leaves as it is.</summary>
    private static Pupil After(PupilLine line, Pupil? before, bool keepBirthYear) =>
        new(
            before?.Id ?? 0,
            line.Name,
            line.Class,
            line.Grade,
            (keepBirthYear ? line.Birth?.Year : null) ?? before?.BirthYear,
            line.Key ?? before?.Key
        );

    private static bool HaveNoTwoKeys(PupilLine line, Pupil pupil) => line.Key is null || pupil.Key is null;

    /// <param name="onlyAlone">Only where one of either side has the mark.</param>
    private static void Pair(
        Dictionary<PupilLine, Pupil> found,
        IReadOnlyList<PupilLine> lines,
        IReadOnlyList<Pupil> pupils,
        Func<PupilLine, string?> markOfLine,
        Func<Pupil, string?> markOfPupil,
        Func<PupilLine, Pupil, bool> fits,
        bool onlyAlone = false
    )
    {
        var byMark = pupils.Where(pupil => markOfPupil(pupil) is not null).ToLookup(markOfPupil);
        foreach (var same in lines.Where(line => markOfLine(line) is not null).GroupBy(markOfLine))
        {
            var here = byMark[same.Key].ToList();
            if (onlyAlone && (here.Count != 1 || same.Count() != 1))
            {
                continue;
            }

            foreach (var line in same)
            {
                if (here.FindIndex(pupil => fits(line, pupil)) is >= 0 and var at)
                {
                    found.Add(line, here[at]);
                    here.RemoveAt(at);
                }
            }
        }
    }
}
