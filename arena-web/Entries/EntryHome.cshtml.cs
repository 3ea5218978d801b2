using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Entries.Seating;
using ArenaWeb.Schools.Tree;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Entries;

/// <summary>
/// Home of whoever works for a school or in a room: contests that the school can enter and how far its lists are, and the own rooms.
/// </summary>
[Authorize(Policies.Staff)]
internal sealed class EntryHomeModel(
    IContests contests,
    EntryTermsStore terms,
    EntryStore entries,
    ExamStore exams,
    ClassDesk classes,
    OrgUnits units,
    TimeProvider time
) : PageModel
{
    /// <summary>A school's list in a contest.</summary>
    internal sealed record Line(Contest Contest, EntryTerms Terms, OrgUnit School, SchoolEntry Entry);

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>Those that close next before those that are closed, of which the latest comes first.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Rooms that the reader keeps watch in.</summary>
    public IReadOnlyList<(Contest Contest, Room Room)> Rooms { get; private set; } = [];

    /// <summary>Contests in which the reader may open doors of classes.</summary>
    public IReadOnlyList<Contest> ClassContests { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var asker = HttpContext.Asker();
        Rooms = await RoomsAsync(asker, ct);
        ClassContests = await classes.ContestsAsync(asker, ct);
        var all = await terms.AllAsync(ct);
        var tree = await units.TreeAsync(ct);
        var found = new List<Line>();
        foreach (var id in asker.Grants.Select(grant => grant.Scope.Unit).OfType<long>().Distinct())
        {
            if (tree.Find(new(id)) is not { Kind: UnitKind.School } school)
            {
                continue;
            }

            var begun = (await entries.OfSchoolAsync(school.Id, ct)).ToDictionary(entry => entry.Contest);
            found.AddRange(
                from contest in await contests.ListAsync(ct)
                where all.ContainsKey(contest.Id) && RightsOf(asker, contest, id).May(Objects.Entry)
                let entry = begun.GetValueOrDefault(contest.Id, new(contest.Id, school.Id, 0, [], []))
                select new Line(contest, all[contest.Id], school, entry)
            );
        }

        Lines =
        [
            .. found.Where(line => Now < line.Terms.Closes).OrderBy(line => line.Terms.Closes),
            .. found.Where(line => Now >= line.Terms.Closes).OrderByDescending(line => line.Terms.Closes),
        ];
    }

    private async Task<IReadOnlyList<(Contest, Room)>> RoomsAsync(Asker asker, CancellationToken ct)
    {
        var found = new List<(Contest, Room)>();
        foreach (var scope in asker.Grants.Select(grant => grant.Scope).Where(scope => scope.Room is not null).Distinct())
        {
            if (scope.Contest is { } id && await contests.FindAsync(id, ct) is { } contest)
            {
                found.AddRange((await exams.RoomsAsync(id, ct)).Where(room => room.Name == scope.Room).Select(room => (contest, room)));
            }
        }

        return found;
    }

    private Rights RightsOf(Asker asker, Contest contest, long unit) =>
        Rights.Of(asker, ContestAccess.SubjectOf(contest) with { Unit = unit }, ContestAccess.PhaseAt(contest, Now));
}
