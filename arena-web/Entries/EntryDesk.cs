using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Privacy;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Rosters;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Messages;

namespace ArenaWeb.Entries;

/// <summary>A school's list in a contest with all that its rules look at.</summary>
/// <param name="Roster">The school's pupils in the contest's school year.</param>
internal sealed record EntryCase(
    Contest Contest,
    Edition Edition,
    OrgUnit School,
    SchoolEntry Entry,
    EntryRound Round,
    IReadOnlyList<Pupil> Roster
)
{
    public IReadOnlySet<string> Waived => EntryLife.Waived(Entry.Facts, Round.Now);

    /// <summary>The contest asks for consents of which one of the team's is not there, and the organiser has made no exception.</summary>
    public bool LacksConsent(Team team) =>
        !Waived.Contains(TakePartRule.Key) && team.Members.Any(member => Round.LacksConsent(member.Pupil));

    /// <summary>What the school was called when the contest is or was.</summary>
    public UnitName SchoolName => School.NameAt(EditionRule.DayOf(Contest, Edition));

    /// <summary>Why the list cannot be changed now; null: it can.</summary>
    public Said? Locked =>
        EntryLife.Locked(Entry.Facts) ?? (Waived.Contains(OpenRule.Key) ? null : OpenRule.Closed(Round.Terms, Round.Now));
}

/// <summary>Where schools put their lists together, leaders approve them and the organiser makes exceptions.</summary>
internal sealed class EntryDesk(
    IContests contests,
    EntryTermsStore terms,
    EntryStore entries,
    EditionStore editions,
    OrgUnits units,
    Pupils pupils,
    Consents consents,
    Audit audit,
    TimeProvider time
)
{
    /// <summary>What was seen is not so any more.</summary>
    public static readonly Said Outdated = new("entries.rule.outdated");

    /// <summary>Null: there is no such contest or school, or the contest takes no entries.</summary>
    public async Task<EntryCase?> FindAsync(ContestId id, UnitId school, CancellationToken ct)
    {
        if (
            await contests.FindAsync(id, ct) is not { } contest
            || await terms.FindAsync(id, ct) is not { } asked
            || (await units.TreeAsync(ct)).Find(school) is not { Kind: UnitKind.School } unit
        )
        {
            return null;
        }

        var edition = await editions.FindAsync(id, ct);
        var day = EditionRule.DayOf(contest, edition);
        var roster = (await pupils.ListAsync(school, SchoolYear.On(day).Begins, ct)).Pupils;
        var all = await entries.OfSchoolAsync(school, ct);
        var round = new EntryRound(asked, edition.Divisions, unit.Levels, time.GetUtcNow())
        {
            Pupils = roster.Select(pupil => pupil.Id).ToHashSet(),
            Agreed = asked.NeedsConsent ? await AgreedAsync(school, roster, ct) : new HashSet<long>(),
            Elsewhere = await ElsewhereAsync(edition, all, ct),
        };
        return new(contest, edition, unit, all.FirstOrDefault(one => one.Contest == id) ?? new(id, school, 0, [], []), round, roster);
    }

    /// <summary>Adds teams or puts them in the place of those with their numbers, all of them or none.</summary>
    /// <returns>What stands against it; empty: they are stored.</returns>
    public async Task<IReadOnlyList<Said>> SaveAsync(EntryCase entry, IReadOnlyList<Team> teams, string actor, CancellationToken ct)
    {
        var refusals = Refusals(entry, teams);
        return refusals.Count > 0
            ? refusals
            : await StoredAsync(
                entry,
                await entries.SaveAsync(entry.Entry, teams, ct),
                "entry.team",
                actor,
                string.Join(", ", teams.Select(team => team.Division).Distinct())
            );
    }

    /// <returns>As <see cref="SaveAsync"/>.</returns>
    public async Task<IReadOnlyList<Said>> RemoveAsync(EntryCase entry, long team, string actor, CancellationToken ct)
    {
        var before = entry.Entry.Teams.FirstOrDefault(one => one.Id == team);
        return entry.Locked is { } locked ? [locked]
            : before?.Sbd is { } sbd ? [new Said("entries.rule.numbered", sbd)]
            : await StoredAsync(entry, await entries.RemoveAsync(entry.Entry, team, ct), "entry.removed", actor, before?.Division ?? "");
    }

    /// <param name="rule">Name of the rule of a <see cref="EntryAct.Waive"/>; else empty.</param>
    /// <param name="days">How long that exception holds; 0: it does not lapse.</param>
    /// <returns>As <see cref="SaveAsync"/>.</returns>
    public async Task<IReadOnlyList<Said>> ActAsync(
        EntryCase entry,
        EntryAct act,
        string word,
        string rule,
        int days,
        string actor,
        CancellationToken ct
    )
    {
        var said = Folding.Squeeze(word);
        if (EntryLife.Refused(entry.Entry.Facts, act, said, rule) is { } refused)
        {
            return [refused];
        }

        var until = act == EntryAct.Waive && days > 0 ? entry.Round.Now.AddDays(Math.Min(days, EntryLife.MostDays)) : (DateTimeOffset?)null;
        // What was asked in time may be approved after it.
        var waived = act == EntryAct.Approve ? entry.Waived.Append(OpenRule.Key).ToHashSet() : entry.Waived;
        var refusals = act is EntryAct.Ask or EntryAct.Approve ? EntryRules.Refusals(entry.Entry.Teams, entry.Round, waived) : [];
        return refusals.Count > 0
            ? refusals
            : await StoredAsync(
                entry,
                await entries.AddAsync(entry.Entry, new(act, entry.Round.Now, actor, said, rule, until), ct),
                string.Create(CultureInfo.InvariantCulture, $"entry.{char.ToLowerInvariant(act.ToString()[0])}{act.ToString()[1..]}"),
                actor,
                rule.Length > 0 ? $"{rule}: {said}" : said
            );
    }

    /// <summary>Each team is looked at as if those before it stood in the list.</summary>
    private static IReadOnlyList<Said> Refusals(EntryCase entry, IReadOnlyList<Team> teams)
    {
        var known = entry.Entry.Teams.ToDictionary(team => team.Id);
        if (EntryLife.Locked(entry.Entry.Facts) is { } locked)
        {
            return [locked];
        }

        if (teams.FirstOrDefault(team => team.Id != 0 && !known.ContainsKey(team.Id)) is not null)
        {
            return [Outdated];
        }

        if (teams.Select(team => known.GetValueOrDefault(team.Id)?.Sbd).OfType<string>().FirstOrDefault() is { } sbd)
        {
            return [new Said("entries.rule.numbered", sbd)];
        }

        var others = entry.Entry.Teams.Where(one => teams.All(team => team.Id != one.Id)).ToList();
        return teams
                .Select((team, at) => EntryRules.Refusals(team, [.. others, .. teams.Take(at)], entry.Round, entry.Waived))
                .FirstOrDefault(refusals => refusals.Count > 0)
            ?? [];
    }

    private async Task<IReadOnlyList<Said>> StoredAsync(EntryCase entry, bool isStored, string act, string actor, string detail)
    {
        if (!isStored)
        {
            return [Outdated];
        }

        await audit.WriteAsync(
            actor,
            act,
            entry.Contest.Id,
            string.Create(CultureInfo.InvariantCulture, $"{entry.School.Id.Value} {detail}").TrimEnd()
        );
        return [];
    }

    private async Task<IReadOnlySet<long>> AgreedAsync(UnitId school, IEnumerable<Pupil> roster, CancellationToken ct)
    {
        var said = await consents.OfSchoolAsync(school.Value, ct);
        return roster
            .Where(pupil => ConsentRule.Of(said[pupil.Id], ConsentKind.TakePart, pupil.BirthYear) == ConsentState.Given)
            .Select(pupil => pupil.Id)
            .ToHashSet();
    }

    /// <summary>Contests of one series and school year are rounds and parts of one edition.</summary>
    private async Task<ILookup<long, Elsewhere>> ElsewhereAsync(Edition edition, IReadOnlyList<SchoolEntry> all, CancellationToken ct)
    {
        if (edition.Series.Length == 0)
        {
            return Enumerable.Empty<Elsewhere>().ToLookup(one => one.Pupil);
        }

        var same = (await editions.AllAsync(ct)).Values.Where(other =>
            other.Contest != edition.Contest
            && other.SchoolYear == edition.SchoolYear
            && Folding.SameName(other.Series) == Folding.SameName(edition.Series)
        );
        var found = new List<Elsewhere>();
        foreach (var entry in same.SelectMany(other => all.Where(entry => entry.Contest == other.Contest)))
        {
            var name = (await contests.FindAsync(entry.Contest, ct))?.Name(SiteLanguage.Vietnamese.Code) ?? "";
            found.AddRange(
                entry.Teams.SelectMany(team => team.Members, (team, member) => new Elsewhere(member.Pupil, name, team.Division))
            );
        }

        return found.ToLookup(one => one.Pupil);
    }
}
