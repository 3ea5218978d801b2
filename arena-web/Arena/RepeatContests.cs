using ArenaWeb.Accounts;
using Judge.Contests;

namespace ArenaWeb.Arena;

/// <summary>Contests that repeat another, for the pupils who sat in it: each has one place there.</summary>
internal sealed class RepeatContests(IContests contests, People people, TimeProvider time)
{
    /// <summary>Those that are open now; empty while the first one still runs for somebody.</summary>
    public async Task<IReadOnlyList<Contest>> OfAsync(PupilContest contest, CancellationToken ct)
    {
        if (!contest.IsOverForAll || contest.Contest.CopyOf is not null)
        {
            return [];
        }
        var now = time.GetUtcNow();
        return
        [
            .. (await contests.ListAsync(ct)).Where(one =>
                one.CopyOf == contest.Contest.Id && one.IsPublished && one.PhaseAt(now) == ContestPhase.Running
            ),
        ];
    }

    /// <summary>The pupil's place in a copy, made at the first time.</summary>
    /// <returns>Null: there is no such copy, or the pupil is gone.</returns>
    public async Task<(Contest Copy, Person Person)?> EnterAsync(PupilContest contest, long copy, CancellationToken ct)
    {
        if (
            (await OfAsync(contest, ct)).FirstOrDefault(one => one.Id.Value == copy) is not { } found
            || await people.FindAsync(contest.Pupil.Entrant, ct) is not { } pupil
        )
        {
            return null;
        }
        if (await PlaceAsync(found, pupil, ct) is { } known)
        {
            return (found, known);
        }
        // Pressed twice at once, the second finds the number taken, by the same pupil.
        // Consents are not copied: a withdrawal would not reach the copy.
        await people.AddAsync(found.Id, [new NewPerson(pupil.Sbd, pupil.Name, pupil.School, pupil.Class)], ct);
        return await PlaceAsync(found, pupil, ct) is { } made ? (found, made) : null;
    }

    /// <summary>A number alone is not enough: a list of the copy's own may have given it to somebody else.</summary>
    private async Task<Person?> PlaceAsync(Contest copy, Person pupil, CancellationToken ct) =>
        (await people.ListAsync(copy.Id, ct)).FirstOrDefault(person =>
            (person.Sbd, person.Name, person.School) == (pupil.Sbd, pupil.Name, pupil.School)
        );
}
